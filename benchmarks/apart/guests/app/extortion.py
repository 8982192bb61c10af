"""Extortion of children and young adults: a short negotiation, with haggling, borrowed money, and a sudden end.

The crew asks for more than the victim has, takes what there is as a part, and comes back the same night or the next
day with a new reason; it ends when money runs out, when somebody is told, or when the victim goes silent. About a
quarter are found again weeks later, by the same crew or by one that bought the name.
"""

import numpy as np

from benchmarks.apart.guests.app.arrays import Ints
from benchmarks.apart.guests.app.crews import Crew, false_sales, forward, make_crews
from benchmarks.apart.guests.app.moments import seconds_of_day
from benchmarks.apart.guests.app.people import OLDER, SETTLED, TEEN
from benchmarks.apart.guests.app.weeks import DAY, START_SECOND, WEEKS
from benchmarks.apart.guests.app.world import World

_MOST = 1500.0


def _victims(world: World, circles: list[Ints]) -> Ints:
    """Boys above all, then young men, a few girls and older men; one in five is a friend of one who paid."""
    people, rng = world.people, world.rng
    age = people.age()
    weight = np.select([age < 18, age < 22, age < 27, age < 40], [6.0, 1.7, 0.55, 0.06], 0.01)
    weight = weight * np.where(people.male, 1.0, 0.11) * (people.leave - people.join > 6)
    count = world.scaled(52, 4)
    chosen = world.some(weight > 0, count, weight).tolist()
    for number, victim in enumerate(chosen[: count // 3]):
        circle = next(circle for circle in circles if victim in circle)
        friends = [int(row) for row in circle if row not in chosen and age[row] < 24 and people.male[row]]
        if friends and rng.random() < 0.7:
            chosen[-1 - number] = friends[0]
    return np.unique(np.array(chosen, dtype=np.int64))


def _talk(rng: np.random.Generator, purse: float, stubborn: float) -> tuple[list[float], list[int]]:
    """One negotiation: the sums paid and the seconds between them.

    The demand falls when the victim shows how little there is, and rises again once he has paid: paying proves that
    paying is possible.
    """
    demand = float(rng.choice([60, 80, 100, 100, 150, 200, 200, 250, 400, 500]))
    sums: list[float] = []
    gaps: list[int] = []
    left = purse
    while left > 5 and sum(sums) < _MOST:
        while demand > left and rng.random() < 0.85:
            demand *= 0.6
        # Victims say that they have less than they have, and are believed for an hour.
        pay = min(demand, left * float(rng.uniform(0.45, 1.0)))
        # What is given first is often all there is in the account, odd cents and all.
        whole = pay >= left * 0.95 and rng.random() < 0.35
        sums.append(left if whole else max(5.0, round(pay / 5) * 5.0))
        gaps.append(int(rng.choice([900, 2400, 7200, 20000, 60000, 100000]) * rng.uniform(0.4, 1.5)))
        left -= sums[-1]
        if rng.random() < 0.09 + 0.24 * stubborn:
            break
        demand = max(20.0, sums[-1] * float(rng.uniform(0.4, 1.5)))
        if rng.random() < 0.25:
            left += float(rng.choice([20, 40, 50, 100]))  # borrowed from a friend, or taken from a drawer
    return sums, gaps


def _episode(world: World, victim: int, crew: Crew, week: int, purse: float) -> None:
    """Write one negotiation; the account to pay changes when a payment was refused or a limit is reached."""
    rng, people = world.rng, world.people
    sums, gaps = _talk(rng, purse, float(rng.random()))
    day = START_SECOND + (week * 7 + int(rng.integers(7))) * DAY
    start = int(day + seconds_of_day(rng, 1, "school" if rng.random() < 0.25 else "late")[0])
    local = start + np.concatenate([[0], np.cumsum(gaps[:-1])]).astype(np.int64)
    home = int(people.country[victim])
    to = [crew.account(rng, week, home, world.parties.country)]
    for _ in sums[1:]:
        again = rng.random() < 0.72
        to.append(to[-1] if again else crew.account(rng, week, home, world.parties.country))
    habit = np.where(np.array(sums) % 5 == 0, "own", "exact").astype(object)
    world.write("extortion", np.full(len(sums), victim), np.array(to), local, np.array(sums), habit=habit)
    crew.income += list(zip(to, local.tolist(), sums, strict=True))
    if rng.random() < 0.25:
        _help_from_home(world, victim, int(local[0]) - int(rng.integers(1800, 90_000)))


def _help_from_home(world: World, victim: int, second: int) -> None:
    """Money asked of a parent or a friend, under a pretext, shortly before."""
    rng, people = world.rng, world.people
    same = (people.country == people.country[victim]) & ((people.stage == SETTLED) | (people.stage == OLDER))
    giver = world.some(same, 1)
    if len(giver):
        kind = "allowance" if people.stage[victim] == TEEN else "loan"
        world.write(kind, giver, np.array([victim]), np.array([second]), rng.choice([20.0, 50, 100], 1))


def write_extortion(world: World, circles: list[Ints]) -> None:
    """All negotiations, and what else the crews' accounts do."""
    rng, people = world.rng, world.people
    crews = make_crews(world)
    size = rng.pareto(1.5, len(crews)) + 0.4
    prey = np.array([crew.prey for crew in crews])
    for victim in _victims(world, circles).tolist():
        reach = size * np.where(prey == people.country[victim], 8.0, 1.0)
        crew = crews[int(rng.choice(len(crews), p=reach / reach.sum()))]
        first, last = int(people.join[victim]), min(WEEKS, int(people.leave[victim])) - 1
        week = first + int(rng.beta(1.6, 1.2) * (last - first))
        waves = [start for start in crew.campaigns if first <= start <= last]
        if waves and rng.random() < 0.75:
            week = min(last, waves[int(rng.integers(len(waves)))] + int(rng.integers(0, 5)))
        purse = float(np.clip(rng.lognormal(4.6 if people.stage[victim] == TEEN else 5.45, 0.8), 15, 1200))
        _episode(world, victim, crew, week, purse)
        if rng.random() < 0.27:
            again = crew if rng.random() < 0.6 else crews[int(rng.integers(len(crews)))]
            later = min(last, week + int(rng.integers(2, 20)))
            _episode(world, victim, again, later, purse * float(rng.uniform(0.3, 1.0)))
        elif rng.random() < 0.3:
            # Some leave the app for good once it is over.
            people.leave[victim] = min(int(people.leave[victim]), week + 3)
    for crew in crews:
        false_sales(world, crew)
        forward(world, crew)
