"""Households on the receiving side: a few accounts each, opened and lent over time, some with ordinary income."""

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.app.arrays import Ints
from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.parties import Parties
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import WEEKS
from benchmarks.apart.guests.app.world import World

_HOMES = ("PH", "PH", "PH", "PH", "PH", "CO", "RO", "UA", "GH", "MA")


@dataclass(slots=True)
class Household:
    """A household: `accounts` with the week from which each is used; it stops taking money in week `closed`."""

    name: str
    country: int
    accounts: list[int] = field(default_factory=list)
    since: list[int] = field(default_factory=list)
    closed: int = WEEKS
    payers: int = 0

    def account(self, rng: np.random.Generator, week: int) -> int:
        """The account asked for this time: usually the newest, since limits and questions use up the old ones."""
        usable = [account for account, since in zip(self.accounts, self.since, strict=True) if since <= week]
        if not usable or rng.random() < 0.62:
            return usable[-1] if usable else self.accounts[0]
        return usable[int(rng.integers(len(usable)))]


def open_household(
    rng: np.random.Generator, parties: Parties, number: int, *, kin_of: list[int] | None = None, alone: bool = False
) -> Household:
    """A facilitator with relatives or neighbours who lend accounts; `alone` is one person with one account.

    With `kin_of`, accounts that a family abroad already pays are among those used.
    """
    country = parties.country[kin_of[0]] if kin_of else INDEX[str(rng.choice(_HOMES))]
    home = Household(name=f"household-{number:03d}", country=country)
    first = kin_of[0] if kin_of else parties.add_person(rng, country, male=bool(rng.random() < 0.25))
    home.accounts.append(first)
    surname = parties.name[first].split(" ", 1)[1]
    for _ in range(0 if alone else int(rng.poisson(1.7))):
        draw = rng.random()
        if draw < 0.3:
            other = parties.add_account(rng, first, "bank" if rng.random() < 0.5 else "wallet")
        else:
            kin = surname if draw < 0.7 else None
            other = parties.add_person(rng, country, kin, city=parties.city[first])
        home.accounts.append(other)
    home.since = [0, *sorted(int(week) for week in rng.integers(5, WEEKS, len(home.accounts) - 1))]
    if rng.random() < 0.35:
        home.closed = int(rng.integers(40, WEEKS))
    for account in home.accounts:
        parties.group[account] = home.name
    return home


def ordinary_income(world: World, home: Household) -> None:
    """A cousin abroad, a buyer of snacks, a friend: some receivers have a few payers who know nothing of the crime."""
    rng = world.rng
    for account in home.accounts:
        for payer in world.some(world.people.stage > 0, int(rng.poisson(0.5))).tolist():
            weeks: Ints = rng.integers(0, WEEKS, 1 + int(rng.poisson(2)))
            world.write("family", np.full(len(weeks), payer), np.full(len(weeks), account),
                        in_week(rng, weeks, "home"), rng.lognormal(4.2, 0.5, len(weeks)))  # fmt: skip
