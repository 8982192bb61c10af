"""What was paid: one growing list a column, and what each account's payments were for."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from . import days, places
from .chance import Chance
from .people import Payer
from .receivers import Receiver

_COMES_BACK = 0.014
CRIMES = ("livestream_purchase", "extortion_victim", "material_purchase", "minor_purchase")


@dataclass(slots=True)
class Ledger:
    """Columns of payments in the order in which the story produced them."""

    chance: Chance
    payers: list[Payer] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)
    seconds: list[int] = field(default_factory=list)
    cents: list[int] = field(default_factory=list)
    currencies: list[str] = field(default_factory=list)
    rails: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    groups: dict[str, str] = field(default_factory=dict)
    imitators: set[str] = field(default_factory=set)
    crime_pairs: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))

    def pay(
        self,
        payer: Payer,
        receiver: Receiver,
        day: int,
        at: float,
        kronor: float,
        *,
        kind: str,
        reference: str = "",
        account: int = 0,
        exact: bool = False,
        status: str = "completed",
    ) -> None:
        """Write one payment; those outside the extract's months are left out.

        Args:
            payer: Who pays.
            receiver: Which account is paid.
            day: Day of the extract.
            at: Hour of that day, Swedish time; may pass midnight.
            kronor: Worth in kronor, rounded here as people round unless `exact`.
            kind: What it is for, in the words of the truth.
            reference: What the payer wrote.
            account: Which of the payer's accounts.
            exact: Keep the öre.
            status: As the bank states it.
        """
        country = places.COUNTRIES.get(receiver.country)
        if status == "completed" and self.chance.odds(0.0006 if country is None else _COMES_BACK):
            # A wrong digit, a full wallet, a name that does not match: most try again within a day.
            self.pay(payer, receiver, day, at, kronor, kind=kind, account=account, exact=exact, status="returned")
            if self.chance.odds(0.3):
                return
            at += self.chance.about(3, 1)
        slow = country is not None and not country.sepa and receiver.rail == "bank"
        if slow:
            day, at = days.banking_moment(day, at, self.chance.between(0, 0.6))
        moment = int(day * 86400 + at * 3600) + self.chance.whole(0, 59)
        if not 0 <= moment < days.DAYS * 86400:
            return
        cents, currency = self._rounded(payer, receiver, country, kronor, exact)
        subject = payer.accounts[account % len(payer.accounts)]
        self.payers.append(payer)
        self.accounts.append(subject)
        self.receivers.append(receiver)
        self.seconds.append(moment)
        self.cents.append(cents)
        self.currencies.append(currency)
        self.rails.append(receiver.rail)
        self.references.append("" if receiver.rail == "card" else reference)
        self.statuses.append(status)
        self.kinds[subject][kind] += 1
        if kind in CRIMES:
            self.crime_pairs[kind][subject].add(receiver.subject)

    def _rounded(
        self, payer: Payer, receiver: Receiver, country: places.Country | None, kronor: float, exact: bool
    ) -> tuple[int, str]:
        """Öre or cents: SEPA goes in euro; others choose a round sum at home or a round sum over there."""
        if country is not None and country.sepa and receiver.rail != "card":
            euro = kronor / places.EURO_KRONOR
            return max(100, round(euro * 100) if exact else _round(euro, (5, 10, 20)) * 100), "EUR"
        if exact:
            return max(100, round(kronor * 100)), "SEK"
        if country is not None and payer.thinks_abroad and receiver.rail != "card":
            step = country.notes[0] if kronor / country.kronor < 8 * country.notes[0] else country.notes[1]
            there = max(1, round(kronor / country.kronor / step)) * step
            rate = country.kronor * self.chance.between(0.97, 1.03)
            return max(100, round(there * rate * 100)), "SEK"
        return _round(kronor, (10, 50, 100)) * 100, "SEK"


def _round(value: float, steps: tuple[int, int, int]) -> int:
    """Small sums are rounded finely and large ones coarsely."""
    step = steps[0] if value < 15 * steps[0] else steps[1] if value < 20 * steps[1] else steps[2]
    return max(step, round(value / step) * step)
