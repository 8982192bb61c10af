"""Extortion of the young: rings, the numbers they borrow, and evenings in which a frightened person pays.

A ring works in the languages it writes, rents the numbers of young people at home (who pass the money on the same
day), and changes them as they are blocked. The sum is what the victim has: a balance, pocket money, a friend's loan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.superapp.days import CHRISTMAS, DAYS, Floats, Ints, at, day_of
from benchmarks.apart.guests.superapp.family import support
from benchmarks.apart.guests.superapp.people import Payer, Receiver
from benchmarks.apart.guests.superapp.world import Cause, World

_DEMAND = Cause("extortion_victim", "extortion_collection", "demand")
_PASSED_ON = Cause("ordinary", "extortion_collection", "passed")
_LOAN = Cause("ordinary", "ordinary", "favour")
_DESKS: Final = (
    ("NG", ("GB", "US")),
    ("CI", ("FR",)),
    ("PH", ("KR", "US")),
    ("NG", ("US", "GB")),
    ("PH", ("GB", "KR")),
)
_IDLE_WEEKS: Final = (CHRISTMAS, day_of(2025, 2, 15), day_of(2025, 4, 10), day_of(2025, 7, 20), day_of(2025, 8, 8))


@dataclass(slots=True)
class Ring:
    """A desk abroad and the numbers it has used in each home country, in turn."""

    homes: tuple[str, ...]
    desk: Receiver
    numbers: dict[str, list[Receiver]]
    opened: int
    closes: int

    def number_on(self, rng: np.random.Generator, home: str, day: int) -> Receiver:
        """The number given out on a day: each serves its share of the ring's months, neighbours overlap."""
        held = self.numbers[home]
        turn = (day - self.opened) / max(1, self.closes - self.opened) * len(held) + rng.normal(0, 0.6)
        return held[int(np.clip(turn, 0, len(held) - 1))]


def _borrowed(world: World, home: str, desk_country: str, ring: str) -> Receiver:
    """A number that collects: a young user's own, a stranger's wallet at home, or one beside the desk."""
    rng = world.rng
    kind = int(rng.choice(3, p=(0.4, 0.22, 0.38)))
    if kind == 0:
        young = [payer for payer in world.free_of_crime(17, 29) if payer.home == home]
        free = [payer for payer in young if world.receivers[payer.own].group is None]
        if free:
            lender = world.choose(free, 1)[0]
            lender.joined = 0
            mule = world.receivers[lender.own]
            mule.group = ring
            return mule
    if kind == 2:
        lent = world.number(desk_country, group=ring)
        kin = [payer for payer in world.free_of_crime(22, 60) if payer.origin == desk_country]
        if kin and rng.random() < 0.25:
            # A wallet that a cousin lends still receives what the family abroad sends.
            helper = world.choose(kin, 1)[0]
            support(world, helper, lent, 60 * helper.means, helper.payday)
        return lent
    return world.number(home, group=ring)


def _rings(world: World) -> list[Ring]:
    rng = world.rng
    rings = []
    for place in range(world.scaled(5, 2)):
        country, homes = _DESKS[place % len(_DESKS)]
        name = f"ring-{place}"
        opened = int(rng.integers(-30, DAYS - 150))
        numbers = {
            home: [_borrowed(world, home, country, name) for _ in range(int(rng.integers(2, 6)))] for home in homes
        }
        desk = world.number(country, group=name)
        if rng.random() < 0.6:
            # Whoever rents out an account gives the password away: the desk's own telephone orders what is passed on.
            desk.orders_from = f"d-{int(rng.integers(1 << 40)):010x}"
        rings.append(Ring(homes, desk, numbers, opened, opened + int(rng.integers(120, 300))))
    return rings


def _sums(world: World, count: int, again: bool) -> Floats:
    """A first demand under 250 euros, mostly met in part; then what is left, or what could be borrowed."""
    rng = world.rng
    first = float(rng.lognormal(np.log(70 if again else 85), 0.6))
    rest = first * rng.lognormal(-0.25, 0.55, count - 1)
    sums = np.minimum(np.concatenate(([first], rest)), 260.0)
    over = np.cumsum(sums) > 1500
    return sums[~over] if not over.all() else sums[:1]


def _evening(world: World, count: int, day: int) -> Ints:
    """Minutes of one episode: from the evening on, minutes to hours apart; in a third it goes on the next day."""
    rng = world.rng
    start = int(at(rng, np.array([day]), "night" if rng.random() < 0.65 else "evening")[0])
    gaps = rng.lognormal(np.log(28), 1.0, count)
    if count > 2 and rng.random() < 0.45:
        gaps[int(rng.integers(1, count))] += rng.uniform(9, 30) * 60
    gaps[0] = 0
    return (start + np.cumsum(gaps)).astype(np.int64)


def _pass_on(world: World, ring: Ring, number: Receiver, minute: int, usd: float) -> None:
    """A user whose number was rented keeps a part and sends the rest to the desk within hours, sums batched by eye."""
    rng = world.rng
    if number.owner < 0 or rng.random() < 0.2:
        return
    mule = world.payers[number.owner]
    then = np.array([minute + int(rng.integers(20, 60 * 16))])
    world.pay(mule, ring.desk, then, usd * float(rng.uniform(0.7, 0.9)), manner="round", cause=_PASSED_ON)


def _episode(world: World, victim: Payer, ring: Ring, day: int, again: bool) -> None:
    rng = world.rng
    count = 1 + min(8, int(rng.negative_binomial(1.8, 0.4)))
    sums = _sums(world, count, again)
    minutes = _evening(world, len(sums), day)
    number = ring.number_on(rng, victim.home, day)
    manner = "exact" if rng.random() < 0.3 else "chip"
    friends = world.circles[victim.index]
    if friends and rng.random() < 0.3:
        lender = world.payers[friends[int(rng.integers(len(friends)))]]
        asked = np.array([int(minutes[0]) - int(rng.integers(5, 300))])
        world.pay(lender, world.receivers[victim.own], asked, float(sums[0]) * 0.6, manner="chip", cause=_LOAN)
    for minute, usd in zip(minutes, sums, strict=True):
        if rng.random() < 0.22:
            number = ring.number_on(rng, victim.home, day + int(rng.integers(-25, 25)))
        world.pay(victim, number, np.array([minute]), float(usd), manner=manner, cause=_DEMAND)
        _pass_on(world, ring, number, int(minute), float(usd))


def _victims(world: World, homes: set[str]) -> list[Payer]:
    """Mostly of 14 to 17, some young adults, a few who take a parent's telephone."""
    count = world.scaled(44, 6)

    def some(low: int, high: int, share: float) -> list[Payer]:
        near = [payer for payer in world.free_of_crime(low, high) if payer.home in homes]
        return world.choose(near, max(1, round(count * share)))

    minors, grown, parents = some(14, 17, 0.64), some(18, 24, 0.28), some(36, 54, 0.08)
    for parent in parents:
        parent.imitates = True
    return minors + grown + parents


def extort(world: World) -> None:
    """Let the rings find their victims; more than a quarter of those who paid are asked again weeks later."""
    rng = world.rng
    rings = _rings(world)
    for victim in _victims(world, {home for ring in rings for home in ring.homes}):
        victim.crime = "extortion_victim"
        near = [ring for ring in rings if victim.home in ring.homes]
        ring = near[int(rng.integers(len(near)))]
        low, high = max(0, ring.opened), min(DAYS - 3, ring.closes)
        day = int(rng.integers(low, high))
        if rng.random() < 0.3:
            # Idle weeks: holidays at home, alone with the telephone.
            day = int(np.clip(rng.choice(_IDLE_WEEKS) + rng.integers(0, 8), low, high))
        # Many joined lately or that very evening, because the writer told them to.
        victim.joined = min(victim.joined, day if rng.random() < 0.25 else max(0, day - int(rng.integers(5, 200))))
        _episode(world, victim, ring, day, again=False)
        if rng.random() < 0.27:
            later = min(DAYS - 2, day + int(rng.integers(8, 60)))
            _episode(world, victim, ring, later, again=True)
