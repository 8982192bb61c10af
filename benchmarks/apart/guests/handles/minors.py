"""Grown-ups who pay teenagers at home for material of themselves; each teenager is a victim.

They meet on a game or a chat, the sum is a teenager's idea of much money, and the teenager spends it like any other.
"""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import ROUND, spread
from .world import World


def write(world: World) -> None:
    """Payers are men of 20 to 60; some pay one teenager, a few pay many, and friends of one are asked too."""
    rng = world.rng
    teens = [member for member in world.members if member.age <= 19]
    payers = world.enlist(
        [member for member in world.members if 20 <= member.age <= 60 and not member.woman], world.scale(22, 2)
    )
    asked: dict[str, list[Account]] = {}
    for number, payer in enumerate(payers):
        known = asked.setdefault(payer.country, [])
        for _ in range(int(rng.choice([1, 1, 2, 3, 6]))):
            again = [teen for teen in known if world.chance(0.35)]
            local = [teen for teen in teens if teen.country == payer.country]
            found = again[:1] or world.enlist(local, 1)
            if not found:
                continue
            teen = found[0]
            teen.ring = teen.ring or f"approach-{number}"
            if teen not in known:
                known.append(teen)
            _paid(world, payer, teen)


def _paid(world: World, payer: Account, teen: Account) -> None:
    """A few payments over some weeks, after school or late, and often another the same night."""
    rng = world.rng
    first = int(rng.integers(0, 340))
    days = clock.some_days(rng, 1 + int(rng.gamma(0.9, 2.6)), first, first + int(rng.integers(3, 70)))
    habit = "night" if world.chance(0.65) else "teen"
    minutes = clock.at(rng, days, habit)
    more = rng.random(days.size) < 0.25
    minutes = np.concatenate([minutes, minutes[more] + rng.uniform(4, 90, int(more.sum()))])
    dollars = spread(rng, minutes.size, 24, 0.55)
    world.ledger.pay(
        payer.index,
        teen.index,
        minutes,
        dollars,
        "minor_purchase",
        notes.pick(rng, "private", minutes.size),
        style=ROUND,
    )
