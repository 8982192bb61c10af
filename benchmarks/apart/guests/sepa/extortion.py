"""Financial extortion of children and young people.

A night, a threat, what the account gives, and hired accounts that collect.

The victim pays what a youth account lets through: slices under the daily limit, an instant transfer each, until it is
empty. Whoever pays is asked again. The crew uses an account until a bank freezes it, then the next.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.days import DAY, DAYS, HOUR, clock
from benchmarks.apart.guests.sepa.world import World

_KIND: Final = "extortion_victim"
_COLLECTS: Final = "extortion_collection"
_MOST: Final = 1_500.0
_COERCED: Final = 0.12


@dataclass(frozen=True, slots=True)
class Crew:
    """One crew: accounts in the order of use, when its campaign begins, how many days an account lasts.

    `boss` is paid by mules.
    """

    name: str
    accounts: tuple[int, ...]
    mules: tuple[int, ...]
    boss: int
    begins: int
    lasts: int

    def account_on(self, day: int) -> int:
        """Place of the account in use on a day."""
        return min(max(0, (day - self.begins) // self.lasts), len(self.accounts) - 1)


def _recruit(world: World, number: int) -> Crew:
    """Mules are pupils and students who lent an account for a commission.

    Others sit abroad.
    """
    rng, customers, payees = world.rng, world.customers, world.payees
    name = f"crew-{number}"
    boss = payees.open(str(rng.choice(["NG", "CI", "PH"], p=[0.5, 0.3, 0.2])), _COLLECTS, group=name, by_partner=True)
    domestic = rng.random() < 0.6
    accounts: list[int] = []
    mules: list[int] = []
    for _ in range(int(rng.integers(1, 4))):
        if domestic and rng.random() < 0.5:
            mule = customers.choose(rng, customers.between(17, 27), 1)[0]
            iban, holder, land = customers.account[mule], customers.name[mule], customers.country[mule]
            accounts.append(payees.ours(iban, holder, land, _COLLECTS, group=name))
            mules.append(mule)
            continue
        land = str(rng.choice(["DE", "LT", "ES", "AT", "RO"] if domestic else ["NG", "CI", "PH", "RO"]))
        accounts.append(payees.open(land, _COLLECTS, group=name, by_partner=True))
        mules.append(-1)
    return Crew(name, tuple(accounts), tuple(mules), boss, int(rng.integers(0, DAYS - 70)), int(rng.integers(14, 36)))


def _press_into_service(world: World, crew: Crew, victim: int) -> Crew:
    """A victim who has nothing left is told to lend the account: it is used when the crew's others are frozen."""
    who = world.customers
    account = world.payees.ours(who.account[victim], who.name[victim], who.country[victim], _COLLECTS, group=crew.name)
    return replace(crew, accounts=(*crew.accounts, account), mules=(*crew.mules, victim))


def _forward(world: World, crew: Crew, place: int, when: int, euro: float) -> None:
    """The mule keeps a tenth and sends the rest abroad the same day: the chain that a bank with both ends can see."""
    mule = crew.mules[place]
    if mule < 0 or world.rng.random() < 0.25:
        return
    later = np.array([when + int(world.rng.integers(HOUR, 14 * HOUR))])
    world.book.post(
        "ordinary", np.array([mule]), np.array([crew.boss]), later, np.array([euro * 0.88]), words="pass_on"
    )


def _episode(world: World, victim: int, crew: Crew, day: int, spent: float) -> float:
    """One night and the day after: demands that grow with each success, each met in slices of the daily limit."""
    rng = world.rng
    limit = float(rng.choice([50, 100, 150])) if world.customers.age[victim] < 18 else 500.0
    now = day * DAY + int(clock(rng, "late", 1)[0])
    purse = float(np.exp(rng.normal(5.75, 0.6)))
    for _ in range(min(6, int(rng.geometric(0.36)))):
        demand = min(float(rng.choice([30, 50, 80, 100, 150, 200, 250])), purse, _MOST - spent)
        while demand >= 10:
            part = min(demand, limit)
            place = crew.account_on(now // DAY)
            who, where = np.array([victim]), np.array([crew.accounts[place]])
            frozen = 0.12 if crew.mules[place] < 0 else 0.03
            world.book.post(
                _KIND, who, where, np.array([now]), np.array([part]), words="told", hurry=True, returned=frozen
            )
            _forward(world, crew, place, now, part)
            spent, purse, demand = spent + part, purse - part, demand - part
            # Over the daily limit the rest must wait for midnight.
            used_up = demand >= 10 and limit <= 100 and rng.random() < 0.6
            now = (
                (now // DAY + 1) * DAY + int(rng.integers(60, 5_000))
                if used_up
                else now + int(rng.integers(240, 4_000))
            )
        now += int(rng.integers(HOUR // 2, 26 * HOUR))
    return spent


def _own_life(world: World, crew: Crew) -> None:
    """A mule abroad sells telephones and a mule at home has friends.

    Some collecting accounts are paid by buyers as well.
    """
    rng = world.rng
    for account in crew.accounts:
        if rng.random() > 0.4:
            continue
        buyers = rng.choice(world.customers.between(16, 45), int(rng.integers(1, 5)))
        when = rng.integers(0, DAYS, len(buyers)) * DAY + clock(rng, "evening", len(buyers))
        sums = world.around(np.full(len(buyers), 30.0), 0.6)
        world.book.post("ordinary", buyers, np.full(len(buyers), account), when, sums, words="market")


def extortion(world: World) -> None:
    """All victims: two in three of one of a few crews, the others of somebody whom this bank never sees again."""
    rng, customers = world.rng, world.customers
    count = world.scaled(44, 4)
    minors = customers.choose(rng, customers.between(14, 17), round(count * 0.66))
    young = customers.choose(rng, customers.between(18, 24), count - len(minors))
    shared = max(1, round(count / 8))
    crews = [_recruit(world, number) for number in range(shared)]
    for crew in crews:
        _own_life(world, crew)
    plan: list[tuple[int, int, int]] = []
    for victim in [*minors, *young]:
        if rng.random() < 0.25:
            crews.append(_recruit(world, 1_000 + victim))
            place = len(crews) - 1
        else:
            place = int(rng.integers(shared))
        plan.append((crews[place].begins + int(rng.integers(0, 45)), victim, place))
    for day, victim, place in sorted(plan):
        crew = crews[place]
        world.book.rings[victim] = crew.name
        spent = _episode(world, victim, crew, day, 0.0)
        if rng.random() < 0.27 and spent < _MOST - 50:
            _episode(world, victim, crew, day + int(rng.integers(5, 45)), spent)
        if rng.random() < _COERCED:
            crews[place] = _press_into_service(world, crew, victim)
