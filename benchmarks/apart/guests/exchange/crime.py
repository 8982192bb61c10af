"""Who among the customers pays for abuse, and who is extorted."""

from __future__ import annotations

import numpy as np

from .extortion import VICTIMS_PER_SENDER, Extortion
from .livestream import PAYERS_PER_SENDER, Livestream
from .people import Payer, Registry
from .places import HOSTS
from .seasons import DAYS


def livestream_count(senders: int) -> int:
    """Payers for live-streamed abuse in a world of so many customers."""
    return max(4, round(senders * PAYERS_PER_SENDER))


def victim_count(senders: int) -> int:
    """Extorted young people in a world of so many customers."""
    return max(4, round(senders * VICTIMS_PER_SENDER))


def pay_for_abuse(payers: list[Payer], count: int, livestream: Livestream, rng: np.random.Generator) -> set[str]:
    """Adults, mostly men of 40 to 70 and mostly residents, who keep their ordinary life. Returns their ids."""
    able = [p for p in payers if 26 < p.age < 83 and min(p.left, DAYS) - p.joined > 60]
    weight = np.array(
        [
            np.exp(-(((p.age - 59) / 13) ** 2)) * (0.06 if p.woman else 1.0) * (1.0 if p.home is None else 0.12)
            * (0.35 if p.counter else 1.0)
            for p in able
        ]
    )  # fmt: skip
    chosen = [able[int(at)] for at in rng.choice(len(able), size=count, replace=False, p=weight / weight.sum())]
    for payer in chosen:
        livestream.career(payer)
    return {payer.id for payer in chosen}


def extort(
    payers: list[Payer], count: int, registry: Registry, extortion: Extortion, rng: np.random.Generator
) -> list[Payer]:
    """Victims: young account holders, and children on a parent's account. Returns the accounts opened for it.

    The group opens accounts from fifteen (a residence card or passport and a parent's consent in the app).
    """
    young = [p for p in payers if p.age < 24 and not p.counter and not p.woman and min(p.left, DAYS) - p.joined > 30]
    parents = [p for p in payers if 36 <= p.age <= 58 and not p.counter and min(p.left, DAYS) - p.joined > 60]
    codes = list(HOSTS)
    opened: list[Payer] = []
    for _ in range(count):
        turn = rng.random()
        if turn < 0.28:
            victim = parents.pop(int(rng.random() * len(parents)))
            extortion.burst(victim, borrowed=True, fresh=False)
        elif turn < 0.55 and young:
            extortion.burst(young.pop(int(rng.random() * len(young))), borrowed=False, fresh=False)
        else:
            host = str(rng.choice(codes, p=[0.2, 0.4, 0.28, 0.12]))
            home = str(rng.choice(list(HOSTS[host].corridors))) if rng.random() < 0.25 else None
            victim = registry.payer(host, home, float(np.clip(rng.normal(17.8, 1.6), 15.1, 23.0)))
            victim.joined, victim.left, victim.counter, victim.books_late = 0, DAYS, False, False
            extortion.burst(victim, borrowed=False, fresh=True)
            opened.append(victim)
    return opened
