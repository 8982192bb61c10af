"""Households that facilitate: who takes the money, which handles they use one after another, and whom they know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from . import clock
from .accounts import Account
from .town import Home, Town

_COUNTRIES: Final = ("PH",) * 18 + ("TH", "TH", "CO", "CO", "DO", "MX", "RO", "UA", "KE", "ID")
HOURS_EAST: Final = {"PH": 8, "TH": 7, "CO": -5, "DO": -4, "MX": -6, "RO": 2, "UA": 2, "KE": 3, "ID": 7}
"""Hours ahead of UTC, near enough to know when a household is awake."""


@dataclass(slots=True)
class Household:
    """One household: handles with the day until which each works, a relative's wallet, and its street."""

    group: str
    country: str
    street: int
    opens: float
    closes: float
    handles: list[tuple[float, Account]]
    relative: Account | None
    price: float
    draw: float

    def handle(self, rng: np.random.Generator, day: float) -> Account:
        """The handle in use on a day; now and then the relative's, when the phone is broken or the wallet is full."""
        if self.relative is not None and rng.random() < 0.18:
            return self.relative
        for until, account in self.handles:
            if day < until:
                return account
        return self.handles[-1][1]


def _handles(town: Town, country: str, opens: float, closes: float) -> list[tuple[float, Account]]:
    """The platform freezes a handle that draws complaints; the family opens the next under another e-mail address.

    Payers are told of it by message, so that people who never met move from one receiver to the next within weeks.
    """
    rng = town.rng
    first = town.registry.open(country, female=bool(rng.random() < 0.75), named=0.3)
    handles: list[tuple[float, Account]] = []
    day, account = opens, first
    while True:
        day += float(rng.gamma(2.0, 150.0))
        handles.append((day, account))
        if day > closes:
            return handles
        if rng.random() < 0.55:
            account = town.registry.reopen(first, day, same_phone=bool(rng.random() < 0.5))
            account.shows_name = bool(rng.random() < 0.3)
        else:
            # A sister, an aunt, a neighbour's daughter: another person of the same house.
            kin = first.family if rng.random() < 0.6 else None
            account = town.registry.open(country, family=kin, female=bool(rng.random() < 0.8), named=0.3)


def settle(town: Town, payers: int) -> list[Household]:
    """About two households for five payers; neighbours of one street learn the trade from each other."""
    rng = town.rng
    houses: list[Household] = []
    street, country = 0, "PH"
    for number in range(max(3, round(payers * 0.38))):
        if number == 0 or rng.random() < 0.55:
            street, country = street + 1, str(rng.choice(_COUNTRIES))
        opens = float(rng.uniform(-200, clock.DAYS * 0.6))
        closes = opens + float(rng.gamma(2.5, 170.0))
        handles = _handles(town, country, opens, closes)
        relative = None
        if rng.random() < 0.45:
            relative = town.registry.open(country, family=handles[0][1].family if rng.random() < 0.7 else None)
        group = town.new_group("house")
        price = float(rng.lognormal(0.0, 0.18))
        houses.append(
            Household(group, country, street, opens, closes, handles, relative, price, float(rng.lognormal(0.0, 0.7)))
        )
        if rng.random() < 0.45:
            # Such a household has kin abroad as any other, who send for the usual reasons.
            members = [handles[0][1]] + ([relative] if relative else [])
            town.homes.setdefault(country, []).append(Home(members, town.new_group("family"), ()))
    return houses
