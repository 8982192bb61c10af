"""The receiving side of live-streamed abuse.

A household, or a woman who arranges for several, with accounts that change.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Ints
from benchmarks.apart.guests.sepa.days import DAY, DAYS, clock
from benchmarks.apart.guests.sepa.names import person, respelled, surname
from benchmarks.apart.guests.sepa.rhythms import monthly
from benchmarks.apart.guests.sepa.world import World


@dataclass(frozen=True, slots=True)
class Household:
    """Accounts of one household and the day from which each is in use.

    A wallet that hits its limit is left for a cousin's.
    """

    name: str
    country: str
    accounts: tuple[int, ...]
    since: tuple[int, ...]

    def in_use(self, rng: np.random.Generator, day: int) -> int:
        """The account that a payer is told to use on a day.

        Mostly the newest, sometimes one that he knows from before.
        """
        open_now = [one for one, since in zip(self.accounts, self.since, strict=True) if since <= day] or [
            self.accounts[0]
        ]
        return open_now[-1] if rng.random() < 0.65 else open_now[int(rng.integers(len(open_now)))]


def _relative_at_home(world: World, house: Household) -> None:
    """A sister who works in Kassel sends to the same aunt each month and knows nothing."""
    rng = world.rng
    kin = world.customers.rooted(house.country)
    if not len(kin):
        return
    payer = rng.choice(kin, 1 + int(rng.random() < 0.3))
    tie, day = monthly(rng, world.customers.pay_day[payer], np.full(len(payer), 0.85), 3)
    sums = world.around(np.full(len(tie), 85.0), 0.4)
    when = day * DAY + clock(rng, "evening", len(tie))
    payee = np.full(len(tie), house.accounts[0])
    world.book.post("family_support", payer[tie].astype(np.int64), payee, when, sums, words="family")


def found(world: World, number: int) -> Household:
    """A household: mother, aunt, a neighbour's wallet; the partner's typed names split one woman into two receivers."""
    rng, payees = world.rng, world.payees
    country = str(rng.choice(["PH", "RO", "TH", "UA", "BR"], p=[0.56, 0.13, 0.11, 0.1, 0.1]))
    name = f"house-{number}"
    family = surname(rng, country)
    accounts: list[int] = []
    for _ in range(1 + int(rng.integers(0, 4))):
        known = person(rng, country, family if rng.random() < 0.5 else None)
        opened = payees.open(country, "facilitation", name=known, group=name, by_partner=bool(rng.random() < 0.8))
        accounts.append(opened)
        if payees.all[opened].channel == "partner" and rng.random() < 0.3:
            twin = respelled(rng, known)
            accounts.append(
                payees.open(country, "facilitation", name=twin, group=name, who=payees.all[opened].id, by_partner=True)
            )
    since: Ints = np.sort(rng.integers(0, DAYS - 40, len(accounts)))
    house = Household(name, country, tuple(accounts), tuple(int(one) for one in since))
    if rng.random() < 0.45:
        _relative_at_home(world, house)
    return house
