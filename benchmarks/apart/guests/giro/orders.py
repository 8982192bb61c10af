"""The bank's products. A product decides what can be seen: a batch loses the hour, a standing order the hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .chance import Chance
from .days import LENGTH, at, day_of, month_days, next_run, standing_run, utc, weekday
from .kinds import Kind
from .names import as_typed
from .people import Party, Register
from .places import COUNTRIES, NOT_INSTANT, by_partner


@dataclass(slots=True)
class Order:
    """One booked payment with its truth; `amount` is text, exact to the cent."""

    moment: datetime
    amount: str
    currency: str
    payer: Party
    payee: Party
    payee_name: str | None
    reference: str | None
    purpose: str | None
    status: str
    device: str | None
    kind: Kind
    group: str | None


_PURPOSE = {
    "family_support": "FAMI",
    "partner_abroad": "FAMI",
    "livestream_purchase": "FAMI",
    "romance_fraud_victim": "FAMI",
    "extortion_victim": "GIFT",
    "freelancer_employer": "SCVE",
    "hobby_purchase": "GDDS",
    "donation": "CHAR",
    "student_support": "EDUC",
}


class Desk:
    """Takes orders and books them."""

    def __init__(self, register: Register, chance: Chance) -> None:
        self.register = register
        self.chance = chance
        self.booked: list[Order] = []
        self._names: dict[tuple[str, str], tuple[str | None, Party]] = {}

    def _address_book(self, payer: Party, payee: Party) -> tuple[str | None, Party]:
        """A payer types a payee once and then picks it from the list; cash payees may be entered as new ones."""
        key = (payer.id, payee.id)
        if key not in self._names:
            c = self.chance
            target = payee
            if payee.rail == "cash_pickup" and c.hit(0.12):
                target = self.register.another_record(payee)
            typed = None if c.hit(0.01) else as_typed(payee.name, c)
            self._names[key] = (typed, target)
        return self._names[key]

    def _purpose(self, payer: Party, payee: Party, kind: Kind) -> str | None:
        """The partner's form asks for a purpose; most leave what it proposes, so it says little."""
        if not by_partner(payee.country):
            return None
        lot = self.chance.random()
        return "FAMI" if lot < 0.45 else "OTHR" if lot < 0.6 + 0.2 * payer.terse else _PURPOSE.get(kind.payer, "OTHR")

    def pay(  # noqa: PLR0917 -- who, whom, when, how much and why read like a sentence
        self,
        payer: Party,
        payee: Party,
        day: int,
        hour: float,
        euros: float,
        kind: Kind,
        *,
        words: tuple[str, ...] = (),
        group: str | None = None,
        instant: float = 0.7,
        in_local: float = 0.25,
    ) -> None:
        """One order by hand on a local day and hour; `in_local`: chance that the sum is set in the receiver's money."""
        c = self.chance
        if euros < 0.5 or not 0 <= day < LENGTH:
            return
        typed, target = self._address_book(payer, payee)
        place = COUNTRIES[target.country]
        moment = at(day, hour, c)
        amount, currency = f"{euros:.2f}", "EUR"
        if by_partner(target.country):
            if c.hit(in_local):
                amount = f"{max(1, round(euros * place.per_euro / place.step)) * place.step}.00"
                currency = place.currency
        elif target.country in NOT_INSTANT or not c.hit(instant):
            moment = next_run(moment, c)
        if day_of(moment) >= LENGTH:
            return
        self.booked.append(
            Order(
                moment=utc(moment),
                amount=amount,
                currency=currency,
                payer=payer,
                payee=target,
                payee_name=typed,
                reference=c.choice(words) if words and not c.hit(payer.terse) else None,
                purpose=self._purpose(payer, target, kind),
                status="returned" if c.hit(0.004) else "booked",
                device=payer.device if c.hit(0.9) else None,
                kind=kind,
                group=group,
            )
        )

    def stand(
        self,
        payer: Party,
        payee: Party,
        euros: float,
        kind: Kind,
        *,
        day_of_month: int,
        word: str | None = None,
        start: int = 0,
        end: int = LENGTH,
        group: str | None = None,
        weekly: int | None = None,
    ) -> None:
        """A standing order, by the month (or on a weekday): booked after midnight, no device, same sum and words."""
        c = self.chance
        typed, _ = self._address_book(payer, payee)
        days = [d for d in range(LENGTH) if weekday(d) == weekly] if weekly is not None else month_days(day_of_month)
        for day in days:
            moment = standing_run(day, c)
            if not start <= day < end or day_of(moment) >= LENGTH:
                continue
            self.booked.append(
                Order(
                    moment=utc(moment),
                    amount=f"{euros:.2f}",
                    currency="EUR",
                    payer=payer,
                    payee=payee,
                    payee_name=typed,
                    reference=word,
                    purpose="RINP",
                    status="booked",
                    device=None,
                    kind=kind,
                    group=group,
                )
            )

    def spare_hour(self, person: Party) -> float:
        """When somebody has a hand free: at work's edges and in the evening, some deep into the night."""
        c = self.chance
        if c.hit(person.owl):
            return c.uniform(22.5, 27.5)
        if c.hit(0.4):
            return c.uniform(8.0, 17.5)
        return min(max(c.gauss(20.0, 1.6), 16.5), 23.8)
