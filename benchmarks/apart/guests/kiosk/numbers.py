"""Receivers' second numbers: a lost SIM, a new bank account, a wallet beside the bank."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.kiosk.calendar import DAY, DAYS
from benchmarks.apart.guests.kiosk.receivers import Receiver
from benchmarks.apart.guests.kiosk.world import Stretch, World


def change_numbers(world: World) -> None:
    """For one receiver in fourteen, all who pay move to a new number from one day on, within a week of each other."""
    rng = world.rng
    moved: dict[int, tuple[float, Receiver]] = {}
    for receiver in list(world.book.entries):
        if rng.random() < 0.07:
            moved[receiver.index] = (float(rng.integers(20, DAYS)) * DAY, world.book.again(receiver))
    result = []
    for s in world.stretches:
        if s.receiver.index not in moved:
            result.append(s)
            continue
        day, new = moved[s.receiver.index]
        later = s.when >= day + rng.uniform(0, 7) * DAY
        for receiver, mask in ((s.receiver, ~later), (new, later)):
            if mask.any():
                text = [t for t, m in zip(s.text, np.asarray(mask).tolist(), strict=True) if m]
                result.append(Stretch(s.payer, receiver, s.tie, s.when[mask], s.amount[mask], s.app[mask], text))
    world.stretches = result
