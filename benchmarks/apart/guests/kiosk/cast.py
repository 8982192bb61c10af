"""Who among the payers takes part in a crime, and who is forced to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.kiosk.people import Payer


@dataclass(slots=True)
class Roles:
    """People by role; `bare` are victims who opened the wallet for this and do nothing else with it."""

    livestream: list[Payer]
    victims: list[Payer]
    mules: list[Payer]
    migrants: list[Payer]
    bare: set[int]


def cast(rng: np.random.Generator, people: list[Payer]) -> Roles:
    """Draw the roles: older men and women mostly pay for live streams, the young are extorted.

    A child's wallet has no papers. Some pay with a parent's wallet, so that an older holder is the one who shows.
    """
    scale = len(people) / 14_000
    grown = [p for p in people if p.persona != "young" and p.last - p.first > 60]
    weight = np.array(
        [(3.0 if p.persona == "settled" else 0.35) * (1.0 if 1950 < p.birth_year < 1988 else 0.3) for p in grown]
    )
    chosen = rng.choice(len(grown), max(4, round(40 * scale)), replace=False, p=weight / weight.sum())
    payers = [grown[int(i)] for i in chosen]
    for payer in payers:  # who pays at night from home opens the wallet sooner or later
        payer.app = payer.app or bool(rng.random() < 0.5)
    taken = {p.index for p in payers}
    young = [p for p in people if p.persona == "young"]
    rng.shuffle(young)
    count = max(4, round(44 * scale))
    victims, mules = young[:count], young[count : count + max(3, count // 3)]
    bare = set()
    for victim in victims:
        victim.birth_year, victim.verified, victim.name = (
            int(rng.choice([2010, 2009, 2008, 2007, 2005, 2001])),
            False,
            None,
        )
        victim.second = None
        stated = victim.birth_year if rng.random() < 0.5 else int(rng.integers(1999, 2007))
        victim.shown_birth_year = stated if victim.app and rng.random() < 0.5 else None
        if rng.random() < 0.5:
            bare.add(victim.index)
    parents = [p for p in people if p.persona == "settled" and p.index not in taken]
    for i in range(0, len(victims), 9):
        child, parent = victims[i], parents[int(rng.integers(len(parents)))]
        bare.discard(child.index)
        victims[i] = parent
    return Roles(payers, victims, mules, [p for p in people if p.persona == "migrant"], bare)
