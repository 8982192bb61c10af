"""Who is drawn into the crime, on the paying side, before ordinary lives begin: each keeps his own life besides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accounts import Account
from .clock import DAYS
from .town import Town

PER = 14_000


@dataclass(frozen=True, slots=True)
class Cast:
    """The payers of each pattern, and the teenagers whom adults pay."""

    livestream: list[Account]
    extorted: list[Account]
    material: list[Account]
    minor_payers: list[Account]
    minors: list[Account]
    teens: list[Account]


def _draw(town: Town, weights: list[float], count: int, taken: set[int]) -> list[Account]:
    """Customers by weight, nobody twice."""
    free = np.asarray([0.0 if a.index in taken else w for a, w in zip(town.customers, weights, strict=True)])
    count = min(count, int((free > 0).sum()))
    picks = town.rng.choice(len(free), count, replace=False, p=free / free.sum())
    chosen = [town.customers[int(pick)] for pick in picks]
    taken.update(account.index for account in chosen)
    return chosen


def _live_weight(account: Account) -> float:
    """Mostly men of 37 to 70, and not only."""
    if account.age < 23:
        return 0.0
    weight = 1.0 if 37 <= account.age <= 70 else 0.22
    return weight * (0.05 if account.female else 1.0)


def _extorted_weight(account: Account) -> float:
    """Boys of 14 to 17 before all; some are older, some are girls; a few pay from a parent's account."""
    sex = 0.12 if account.female else 1.0
    if account.age < 18:
        return sex
    if account.age < 25:
        return sex * 0.06
    return 0.006 if 38 <= account.age < 55 else 0.0


def _adult_weight(account: Account) -> float:
    if not 21 <= account.age < 68:
        return 0.0
    return 0.08 if account.female else 1.0


def cast(town: Town) -> Cast:
    """Draw everybody once; numbers grow with the customers and never fall under four for the two main patterns."""
    rng, size = town.rng, len(town.customers) / PER
    taken: set[int] = set()
    weights = [_live_weight(a) for a in town.customers]
    livestream = _draw(town, weights, max(5, round(size * rng.uniform(38, 46))), taken)
    weights = [_extorted_weight(a) for a in town.customers]
    extorted = _draw(town, weights, max(5, round(size * rng.uniform(34, 54))), taken)
    weights = [_adult_weight(a) for a in town.customers]
    material = _draw(town, weights, max(3, round(size * 14)), taken)
    minor_payers = _draw(town, weights, max(3, round(size * 14)), taken)
    weights = [1.0 if a.age < 18 else 0.0 for a in town.customers]
    minors = _draw(town, weights, max(2, round(size * 9)), taken)
    teens = [a for a in town.customers if a.age < 18.5 and a.index not in taken]
    for account in livestream + material + minor_payers:
        # Crime needs time on the platform: these do not leave at once.
        account.opened = min(account.opened, float(rng.uniform(0, 420)))
        account.last = min(DAYS, max(account.last, account.opened + float(rng.uniform(40, 500))))
    return Cast(livestream, extorted, material, minor_payers, minors, teens)
