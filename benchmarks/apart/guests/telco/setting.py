"""The people and places that exist before anybody pays: wallets at home, agents, shops, collectors, makers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.telco import names
from benchmarks.apart.guests.telco.accounts import Account, Register
from benchmarks.apart.guests.telco.almanac import Days, Instants, Weights, moments
from benchmarks.apart.guests.telco.ledger import Ledger
from benchmarks.apart.guests.telco.money import Sums
from benchmarks.apart.guests.telco.places import HOME_CITIES

REFERENCE_SENDERS: Final = 14_000

_VENUES: Final[dict[str, tuple[float, tuple[int, int]]]] = {
    # accounts per 14,000 payers, and ages of those who hold them
    "biller": (9, (40, 41)),
    "load": (1, (40, 41)),
    "play": (5, (40, 41)),
    "lender": (12, (40, 41)),
    "shop": (420, (22, 60)),
    "agent": (150, (25, 60)),
    "landlord": (150, (35, 70)),
    "school": (60, (40, 41)),
    "clinic": (45, (40, 41)),
    "resort": (22, (28, 60)),
    "craft_seller": (130, (20, 55)),
    "game_seller": (45, (15, 30)),
    "performer": (60, (18, 40)),
    "tutor": (130, (20, 50)),
    "charity": (40, (28, 65)),
    "collector": (120, (30, 68)),
    "freelancer": (260, (20, 45)),
}
_FIRMS: Final = frozenset({"biller", "load", "play", "lender", "school", "clinic"})


@dataclass(slots=True)
class Setting:
    """One world while it is being made: its chance, its accounts, its ledger and its venues by sort."""

    rng: np.random.Generator
    register: Register
    ledger: Ledger
    scale: float
    homes: list[Account] = field(default_factory=list)
    neighbours: dict[str, list[Account]] = field(default_factory=dict)
    migrants: list[Account] = field(default_factory=list)
    strangers: list[Account] = field(default_factory=list)
    venues: dict[str, list[Account]] = field(default_factory=dict)
    popularity: dict[str, Weights] = field(default_factory=dict)

    def count(self, per_reference: float, least: int = 1) -> int:
        """`per_reference` per 14,000 payers, scaled, never under `least`."""
        return max(least, round(per_reference * self.scale))

    def age(self, low: int, high: int) -> int:
        """A whole age in [low, high)."""
        return int(self.rng.integers(low, high))

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return bool(self.rng.random() < probability)

    def one(self, pool: list[Account]) -> Account:
        """One account of a pool."""
        return pool[int(self.rng.integers(len(pool)))]

    def venue(self, sort: str) -> Account:
        """One venue; a few are known to many, most to few."""
        cumulative = self.popularity[sort]
        pool = self.venues[sort]
        return pool[min(int(np.searchsorted(cumulative, self.rng.random())), len(pool) - 1)]

    def neighbour(self, city: str) -> Account:
        """A wallet holder of the same city, or of any when none lives there."""
        return self.one(self.neighbours.get(city) or self.homes)

    def at(self, payer: Account, days: Days, hours: str | Weights) -> Instants:
        """Instants on the payer's local `days`."""
        return moments(self.rng, days, hours, payer.zone)

    def around(self, middle: float, spread: float, count: int) -> Sums:
        """`count` wishes in pesos, log-normal around a median."""
        return np.exp(self.rng.normal(np.log(middle), spread, count))


def opened(rng: np.random.Generator, senders: int) -> Setting:
    """A setting with its venues and the wallets of home payers (six payers in ten), nobody having paid yet."""
    register = Register(rng)
    setting = Setting(rng, register, Ledger(rng), senders / REFERENCE_SENDERS)
    for sort, (number, ages) in _VENUES.items():
        pool = [_venue(setting, sort, ages) for _ in range(setting.count(number, 2))]
        weights = rng.gamma(0.7 if sort not in _FIRMS else 2.0, 1.0, len(pool)) + 0.02
        setting.venues[sort] = pool
        setting.popularity[sort] = np.cumsum(weights / weights.sum())
    for _ in range(round(senders * 0.58)):
        borrowed = setting.one(setting.homes).device if setting.homes and setting.chance(0.08) else None
        account = register.wallet(min(12 + int(rng.gamma(2.6, 8.0)), 82), device=borrowed)  # a phone lent or sold on
        if setting.chance(0.09):
            register.move(account, int(rng.integers(20, 350)))
        setting.homes.append(account)
        setting.neighbours.setdefault(account.city, []).append(account)
    return setting


def _venue(setting: Setting, sort: str, ages: tuple[int, int]) -> Account:
    """A firm carries a trade name and no birth year; everybody else trades on a personal wallet."""
    account = setting.register.wallet(setting.age(*ages))
    if sort in _FIRMS or (sort in {"agent", "shop", "charity", "resort"} and setting.chance(0.6)):
        account.given = f"{names.pick(setting.rng, names.SHOPS)} {sort.replace('_', ' ').title()}"
        account.family = ""
        account.shows_birth_year = False
    if sort == "agent" and setting.chance(0.5):
        account.city = list(HOME_CITIES)[int(setting.rng.integers(len(HOME_CITIES)))]
    return account
