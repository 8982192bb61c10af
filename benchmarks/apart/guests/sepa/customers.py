"""The bank's customers who pay: accounts, age, home, roots abroad, pay day and habits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Flags, Floats, Ints
from benchmarks.apart.guests.sepa.geography import COUNTRIES
from benchmarks.apart.guests.sepa.ibans import our_account
from benchmarks.apart.guests.sepa.names import person

_ROOTS: Final = {"": 0.775, "RO": 0.065, "UA": 0.05, "TR": 0.03, "PL": 0.025, "PH": 0.018, "TH": 0.012, "BR": 0.013,
                 "NG": 0.006, "GH": 0.006}  # fmt: skip
_SECOND_ACCOUNTS: Final = 0.04
YEAR: Final = 2025


@dataclass(frozen=True, slots=True)
class Customers:
    """Parallel arrays, one entry an account; `twin` is the same person's other account or -1."""

    account: list[str]
    name: list[str]
    roots: list[str]
    country: list[str]
    city: list[str]
    birth_year: Ints
    pay_day: Ints
    instant_habit: Floats
    thinks_abroad: Floats
    twin: Ints
    taken: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.account)

    @property
    def age(self) -> Ints:
        """Age reached in the year the extract ends."""
        return YEAR - self.birth_year

    def between(self, youngest: int, oldest: int) -> Ints:
        """Accounts of people of these ages."""
        return np.nonzero((self.age >= youngest) & (self.age <= oldest))[0].astype(np.int64)

    def rooted(self, country: str) -> Ints:
        """Adult accounts of people with family in a country."""
        return np.array(
            [i for i, root in enumerate(self.roots) if root == country and self.age[i] >= 19], dtype=np.int64
        )

    def family_name(self, customer: int) -> str:
        """Surname of a customer."""
        return self.name[customer].rpartition(" ")[2]

    def choose(self, rng: np.random.Generator, among: Ints, how_many: int, weight: Floats | None = None) -> list[int]:
        """Different people who are in no crime's script yet; they are then taken, with their other account."""
        free = np.array([one not in self.taken for one in among])
        pool = among[free]
        chance = None
        if weight is not None:
            kept = weight[free]
            chance = kept / kept.sum()
        picked: list[int] = []
        for one in rng.choice(
            pool, len(pool) if weight is None else min(len(pool), 2 * how_many), replace=False, p=chance
        ):
            if len(picked) == how_many:
                break
            if int(one) not in self.taken:
                picked.append(int(one))
                self.taken.add(int(one))
                self.taken.add(int(self.twin[one]))
        return picked


def _ages(rng: np.random.Generator, count: int) -> Ints:
    """A retail bank pays for its youth accounts early: a twelfth are pupils, a seventh students and apprentices."""
    band = rng.choice(4, count, p=[0.085, 0.14, 0.545, 0.23])
    low, high = np.array([14, 18, 26, 57]), np.array([18, 26, 57, 86])
    return np.asarray(rng.integers(low[band], high[band]), dtype=np.int64)


def open_accounts(rng: np.random.Generator, count: int) -> Customers:
    """`count` accounts; one in 25 is a second account of somebody (joint, or the branch across the border)."""
    seconds = int(count * _SECOND_ACCOUNTS)
    people = count - seconds
    age = _ages(rng, people)
    roots = [str(one) for one in rng.choice(list(_ROOTS), people, p=list(_ROOTS.values()))]
    country = ["AT" if one < 0.27 else "DE" for one in rng.random(people)]
    name = [person(rng, root or "DE") for root in roots]
    holders = rng.choice(np.nonzero(age >= 22)[0], seconds, replace=False)
    owner = np.concatenate([np.arange(people), holders]).astype(np.int64)
    twin = np.full(count, -1, dtype=np.int64)
    twin[holders] = np.arange(people, count)
    twin[people:] = holders
    country = [country[i] if n < people or rng.random() < 0.7 else "AT" for n, i in enumerate(owner)]
    habit: Flags = (rng.random(people) < np.where(age < 30, 0.75, 0.35)).astype(np.bool_)
    return Customers(
        account=[our_account(rng, land) for land in country],
        name=[name[i] for i in owner],
        roots=[roots[i] for i in owner],
        country=country,
        city=[COUNTRIES[land].cities[int(rng.integers(len(COUNTRIES[land].cities)))] for land in country],
        birth_year=(YEAR - age)[owner],
        pay_day=rng.choice([1, 1, 2, 15, 15, 25, 27, 28, 28], people).astype(np.int64)[owner],
        instant_habit=np.where(habit, rng.uniform(0.5, 0.95, people), rng.uniform(0.02, 0.3, people))[owner],
        thinks_abroad=rng.beta(0.7, 1.1, people)[owner],
        twin=twin,
    )
