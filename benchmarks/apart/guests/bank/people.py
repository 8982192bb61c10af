"""The customers: who they are, what they earn, whom they live with, and which of them keep a second account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.bank.almanac import Floats, Ints
from benchmarks.apart.guests.bank.names import CITIES, full_name

ORIGINS: Final[dict[str, float]] = {
    "PH": 0.21, "TH": 0.17, "RO": 0.14, "IN": 0.10, "VN": 0.08, "KE": 0.07, "GB": 0.05, "DE": 0.05, "CO": 0.04,
    "CN": 0.04, "ID": 0.03, "DO": 0.02,
}  # fmt: skip
MIGRANT_SHARE: Final = 0.035
SECOND_ACCOUNT_SHARE: Final = 0.04


@dataclass(slots=True)
class People:
    """Persons, column by column; account `i` below `count` is person `i`'s first, later ones are second accounts."""

    count: int
    born: Ints
    female: npt.NDArray[np.bool_]
    city: Ints
    origin: list[str]
    name: list[str]
    income: Floats
    payday: Ints
    partner: Ints
    parent: Ints
    lively: Floats
    owner: Ints
    bank: Ints
    account_id: list[str]

    @property
    def accounts(self) -> int:
        """Accounts in all, first and second."""
        return len(self.account_id)

    def age(self, person: int) -> int:
        """Age at the start of the second year, the middle of the world."""
        return 2025 - int(self.born[person])

    def ages(self) -> Ints:
        """Everybody's age."""
        return 2025 - self.born

    def second_account(self, person: int) -> int | None:
        """The person's account at the other bank, if any."""
        found = np.flatnonzero(self.owner[self.count :] == person)
        return int(found[0]) + self.count if len(found) else None


def _births(rng: np.random.Generator, count: int) -> Ints:
    """A retail bank's customers: one in eleven is a youth account of 13 to 17, the rest spread with a long tail."""
    group = rng.choice(4, count, p=[0.09, 0.14, 0.55, 0.22])
    low = np.array([13, 18, 26, 61])[group]
    high = np.array([18, 26, 61, 88])[group]
    return (2025 - rng.integers(low, high)).astype(np.int64)


def _couples(rng: np.random.Generator, born: Ints, city: Ints) -> Ints:
    """Pairs of neighbours in age and city who live together; a partner sees the joint budget."""
    partner = np.full(len(born), -1, dtype=np.int64)
    adults = np.flatnonzero(2025 - born >= 24)
    ordered = adults[np.lexsort((born[adults] + rng.normal(0, 3, len(adults)), city[adults]))]
    pairs = ordered[: len(ordered) // 2 * 2].reshape(-1, 2)
    pairs = pairs[rng.random(len(pairs)) < 0.52]
    partner[pairs[:, 0]], partner[pairs[:, 1]] = pairs[:, 1], pairs[:, 0]
    return partner


def _parents(rng: np.random.Generator, born: Ints, city: Ints) -> Ints:
    """A parent of each young customer who banks here too, for seven in ten of them."""
    parent = np.full(len(born), -1, dtype=np.int64)
    ages = 2025 - born
    for child in np.flatnonzero(ages < 21):
        if rng.random() < 0.7:
            fit = np.flatnonzero((city == city[child]) & (ages > ages[child] + 22) & (ages < ages[child] + 42))
            if len(fit):
                parent[child] = rng.choice(fit)
    return parent


def _account_ids(rng: np.random.Generator, bank: Ints) -> list[str]:
    numbers = rng.choice(9 * 10**6, len(bank), replace=False) + 10**6
    return [f"{('FJ', 'SN')[int(b)]}{n}" for b, n in zip(bank, numbers, strict=True)]


def make_people(rng: np.random.Generator, accounts: int) -> People:
    """Customers of both banks; `accounts` counts second accounts too, because each is a payer in the file."""
    seconds = round(accounts * SECOND_ACCOUNT_SHARE)
    count = accounts - seconds
    born = _births(rng, count)
    ages = 2025 - born
    female = rng.random(count) < 0.5
    city = rng.choice(len(CITIES["NO"]), count, p=[0.27, 0.15, 0.11, 0.1, 0.09, 0.08, 0.06, 0.06, 0.05, 0.03])
    codes, weights = list(ORIGINS), np.array(list(ORIGINS.values()))
    drawn = rng.choice(codes, count, p=weights / weights.sum())
    foreign = (rng.random(count) < MIGRANT_SHARE) & (ages >= 20) & (ages < 70)
    origin = [str(code) if away else "NO" for code, away in zip(drawn, foreign, strict=True)]
    name = [full_name(rng, land, female=bool(woman)) for land, woman in zip(origin, female, strict=True)]
    income = rng.lognormal(np.log(33_000), 0.38, count)
    income[ages < 26] *= 0.55
    income[ages < 18] = rng.lognormal(np.log(1_300), 0.5, int((ages < 18).sum()))
    bank = (rng.random(count) < 0.42).astype(np.int64)
    owner = np.concatenate([np.arange(count), rng.choice(np.flatnonzero(ages >= 18), seconds, replace=False)])
    banks = np.concatenate([bank, 1 - bank[owner[count:]]])
    return People(
        count=count,
        born=born,
        female=female,
        city=city.astype(np.int64),
        origin=origin,
        name=name,
        income=income,
        payday=rng.choice([10, 12, 15, 20, 25, 31], count, p=[0.08, 0.27, 0.27, 0.18, 0.14, 0.06]).astype(np.int64),
        partner=_couples(rng, born, city),
        parent=_parents(rng, born, city),
        lively=rng.gamma(1.8, 1 / 1.8, count),
        owner=owner.astype(np.int64),
        bank=banks,
        account_id=_account_ids(rng, banks),
    )
