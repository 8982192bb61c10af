"""Every payment of the world, with why each side took part in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from . import clock, names
from .dice import Dice
from .people import Customer, Receiver
from .places import COUNTRIES, HOME

PURPOSES: Final = {
    "family_support": "FAMI",
    "student_support": "EDUC",
    "freelancer_employer": "SVCS",
    "hobby_purchase": "GDDS",
    "donation": "CHAR",
    "partner_abroad": "GIFT",
    "hub_payment": "SVCS",
}
END: Final = clock.START + timedelta(days=clock.DAYS)


@dataclass(frozen=True, slots=True)
class Entry:
    """One payment as the world knows it."""

    when: datetime
    cents: int
    payer: Customer
    account: str
    receiver: Receiver
    typed_name: str
    country: str
    zone: str
    kind: str
    receiver_kind: str
    reference: str | None
    purpose: str | None
    status: str


@dataclass(slots=True)
class Ledger:
    """Collects entries; remembers which account pays which receiver and under which saved name."""

    dice: Dice
    entries: list[Entry] = field(default_factory=list)
    _saved: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    _zones: dict[str, ZoneInfo] = field(default_factory=dict)

    def pay(  # noqa: PLR0917 -- a payment reads in the order in which it is told
        self,
        payer: Customer,
        receiver: Receiver,
        when: datetime,
        amount: float,
        kind: str,
        receiver_kind: str,
        reference: str | None = None,
        status: str | None = None,
    ) -> bool:
        """Enter a payment at the payer's wall time; False outside the year or before the account existed."""
        day = (when - clock.START).days
        if when < clock.START or when >= END or day < payer.joined or payer.person == receiver.person:
            return False
        account, typed_name = self._edge(payer, receiver)
        country, zone = HOME, payer.zone
        for trip in payer.trips:
            if trip.first <= day <= trip.last:
                country, zone = trip.country, COUNTRIES[trip.country].zone
        known = self._zones.setdefault(zone, ZoneInfo(zone))
        instant = when.replace(tzinfo=known).astimezone(UTC).replace(tzinfo=None)
        self.entries.append(
            Entry(
                instant,
                max(100, round(amount * 100)),
                payer,
                account,
                receiver,
                typed_name,
                country,
                zone,
                kind,
                receiver_kind,
                reference,
                self._purpose(receiver, kind),
                status or self._status(receiver),
            )
        )
        return True

    def _edge(self, payer: Customer, receiver: Receiver) -> tuple[str, str]:
        """A payee is saved once, under one of the payer's accounts, and stays so."""
        key = (payer.person, receiver.subject)
        saved = self._saved.get(key)
        if saved is None:
            account = payer.accounts[0] if self.dice.chance(0.6) else self.dice.pick(payer.accounts)
            name = (
                receiver.name
                if receiver.rail == "card"
                else names.typed(self.dice, receiver.name, receiver.country != HOME)
            )
            saved = self._saved[key] = (account, name)
        return saved

    def _purpose(self, receiver: Receiver, kind: str) -> str | None:
        """Only the partner asks, from a list whose first line is family; many never move it."""
        if receiver.country == HOME or receiver.rail == "card":
            return None
        draw = self.dice.unit()
        if draw < 0.45:
            return "FAMI"
        if draw < 0.65:
            return "OTHR" if draw < 0.57 else "GIFT"
        return PURPOSES.get(kind) or self.dice.pick(("FAMI", "FAMI", "GIFT", "OTHR"))

    def _status(self, receiver: Receiver) -> str:
        """Wrong wallet numbers and unclaimed cash come back."""
        if receiver.country == HOME:
            return "settled" if self.dice.chance(0.993) else "rejected"
        return "settled" if self.dice.chance(0.975) else self.dice.pick(("returned", "rejected", "unclaimed"))


def rounded(dice: Dice, amount: float, country: str, own: float = 0.5) -> float:
    """The sum people key in: round in their own money, round in the receiver's (the app quotes both), or neither."""
    draw = dice.unit()
    if draw < own or (country == HOME and draw < 0.85):
        step = 5 if amount < 60 else 10 if amount < 200 else 50 if amount < 1500 else 100
        return max(step, round(amount / step) * step)
    if draw < 0.92 and country != HOME:
        place = COUNTRIES[country]
        rate = place.rate * (1 + dice.normal(0, 0.015))
        return max(place.step, round(amount * rate / place.step) * place.step) / rate
    return amount
