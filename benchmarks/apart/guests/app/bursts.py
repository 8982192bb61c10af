"""Nights and weekends in which one person pays the same other several times, for reasons that harm nobody.

Bets on a game, a trip settled bill by bill, game items traded one by one, a deposit and then the rest: the hurry, the
round sums and the sudden end are those of a threat, seen from the ledger alone.
"""

import numpy as np

from benchmarks.apart.guests.app.arrays import Floats, Ints
from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.people import SETTLED
from benchmarks.apart.guests.app.weeks import DAY, WEEKS
from benchmarks.apart.guests.app.world import World


def _burst(world: World, kind: str, payer: int, receiver: int, euros: Floats, *, span: int, exact: bool) -> None:
    """Payments of one payer to one receiver within `span` seconds of an evening in a random week of the account."""
    rng, people = world.rng, world.people
    week: Ints = rng.integers(people.join[payer], min(WEEKS, int(people.leave[payer])), 1)
    size = len(euros)
    local = in_week(rng, week, "late") + np.sort(rng.integers(0, span, size))
    world.write(kind, np.full(size, payer), np.full(size, receiver), local, euros, habit="exact" if exact else "own")


def write_bursts(world: World, circles: list[Ints]) -> None:
    """All such nights; the young have most of them, and some have them again and again with the same friend."""
    rng, people = world.rng, world.people
    for _ in range(world.scaled(520, 8)):
        circle = circles[int(rng.integers(len(circles)))]
        pair = rng.choice(circle, size=2, replace=len(circle) < 2)
        payer, mate = int(pair[0]), int(pair[1])
        if people.stage[payer] >= SETTLED and rng.random() < 0.7:
            continue
        if rng.random() < 0.5:
            euros = rng.lognormal(2.9, 0.7, 3 + int(rng.poisson(1.5)))
            _burst(world, "split", payer, mate, euros, span=3 * DAY, exact=True)
            continue
        for _ in range(1 + int(rng.geometric(0.6))):
            stake = float(rng.choice([5, 10, 10, 20, 25, 50]))
            # Whoever loses doubles the stake, or stops; the last bet is often all that is left.
            euros = stake * rng.choice([0.5, 1.0, 1.0, 2.0, 3.0], 2 + int(rng.poisson(1.6)))
            _burst(world, "bet", payer, mate, euros, span=5 * 3600, exact=bool(rng.random() < 0.2))
    young = people.stage < SETTLED
    traders = world.some(young & people.male, world.scaled(46, 3))
    for buyer in world.some(young, world.scaled(230, 4), np.where(people.male, 3.0, 1.0)).tolist():
        trader = int(rng.choice(traders))
        euros = rng.choice([8.0, 10, 15, 20, 25, 40, 60, 100], 2 + int(rng.poisson(1.4)))
        _burst(world, "game_item", buyer, trader, euros, span=int(rng.choice([2, 8, 40])) * 3600, exact=False)
    for buyer in world.some(young, world.scaled(260, 4)).tolist():
        seller = int(rng.integers(len(people)))
        price = rng.lognormal(4.6, 0.6)
        _burst(world, "market", buyer, seller, price * np.array([0.3, 0.7]), span=2 * DAY, exact=False)
