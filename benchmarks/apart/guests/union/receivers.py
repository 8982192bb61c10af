"""Receivers: one true person or office, with the mobile numbers used over time."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

import numpy as np

from benchmarks.apart.guests.union.chance import pick, weighted, yes
from benchmarks.apart.guests.union.clock import DAYS
from benchmarks.apart.guests.union.names import a_given, a_surname
from benchmarks.apart.guests.union.places import COUNTRIES, a_city, a_mobile


@dataclass(slots=True)
class Receiver:
    """A receiver; `sims` are (first day, mobile number) in order of time."""

    number: int
    country: str
    city: str
    zone: str
    given: str
    surname: str
    rail: str
    sims: list[tuple[int, str]] = field(default_factory=list)
    office: str = ""


_RAILS = {
    "PH": {"wallet": 52, "cash_pickup": 30, "bank": 18},
    "KE": {"wallet": 85, "bank": 15},
    "GH": {"wallet": 75, "cash_pickup": 10, "bank": 15},
    "CI": {"wallet": 80, "cash_pickup": 20},
    "SO": {"wallet": 90, "cash_pickup": 10},
    "NG": {"bank": 85, "cash_pickup": 15},
    "IN": {"bank": 92, "cash_pickup": 8},
    "TH": {"bank": 85, "cash_pickup": 15},
    "CO": {"wallet": 35, "cash_pickup": 35, "bank": 30},
    "DO": {"cash_pickup": 65, "bank": 35},
    "JM": {"cash_pickup": 75, "bank": 25},
}
_OTHER_RAILS = {"cash_pickup": 40.0, "bank": 60.0}


class ReceiverMaker:
    """Makes receivers and numbers them in the order of making (the books renumber them)."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._numbers = count()

    def person(
        self,
        country: str,
        *,
        women: float = 0.6,
        surname: str = "",
        city: str = "",
        rail: str = "",
        churn: float = 0.06,
    ) -> Receiver:
        """A private person. `churn` is the chance of a new mobile number while the books run."""
        rng = self._rng
        pool = COUNTRIES[country].names
        town, zone = a_city(rng, country)
        if city:
            town, zone = next(pair for pair in COUNTRIES[country].cities if pair[0] == city)
        sims = [(-9_999, a_mobile(rng, country))]
        while yes(rng, churn) and len(sims) < 4:
            sims.append((max(sims[-1][0], 0) + int(rng.integers(20, DAYS // 2)), a_mobile(rng, country)))
        rails: dict[str, float] = {**_RAILS.get(country, _OTHER_RAILS)}
        return Receiver(
            number=next(self._numbers),
            country=country,
            city=town,
            zone=zone,
            given=a_given(rng, pool, "f" if yes(rng, women) else "m"),
            surname=surname or a_surname(rng, pool),
            rail=rail or weighted(rng, rails),
            sims=sims,
        )

    def office(self, country: str, kind: str) -> Receiver:
        """A school, clinic, landlord, lender or charity: one office mobile that all its payers are told to enter."""
        rng = self._rng
        receiver = self.person(country, rail="bank" if country != "KE" else "wallet", churn=0)
        saints = ("Santa Clara", "Greenfield", "Unity", "New Hope", "Riverside", "Good Harvest", "Sunrise", "Mabini")
        receiver.office = f"{pick(rng, saints)} {kind}"
        return receiver
