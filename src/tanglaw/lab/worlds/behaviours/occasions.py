"""One-off payers: travellers, wedding gifts, a transfer to oneself, a purchase; one to three payments and no more."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.accounts import TRADE
from tanglaw.lab.worlds.arrays import Rng, around, chance, ints, pick, repeat
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import Events

FIGURES: Final = Parameters("occasions")
LEVEL_USD: Final = FIGURES.assumed("median payment", 150, "US$, very uneven", "deposits, gifts, own transfers")
CURIOUS: Final = FIGURES.assumed(
    "payers of one small sum at night", 0.06, "share", "hard case for purchasers with few payments"
)

_VARIANTS: Final = ("traveller", "wedding_gift", "own_account", "small_at_night")


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers who pay now and never again."""
    if not count:
        return
    variant = pick(rng, count, [0.45, 0.25, 0.3 - CURIOUS, CURIOUS])
    names = np.array([draft.variant(name) for name in _VARIANTS])
    origin = corridors.draw_origin(rng, count)
    payers = draft.add_people(
        rng,
        origin,
        kind="ordinary",
        age=ages(rng, count, 44, 14, 18, 84),
        variant=names[variant],
        hard=variant == 3,
        channel=pick(rng, count, [50, 25, 25]),
    )
    own = variant == 2
    shared = ints(np.arange(count) // 3)  # guides and guest houses serve several travellers
    host = chance(rng, count, 0.4) & (variant == 0)
    destination = corridors.draw_destination(rng, origin, "travel")
    receivers = draft.add_people(
        rng,
        destination,
        kind="ordinary",
        age=ages(rng, count, 40, 12, 18, 78),
        tradition=np.where(own, payers.tradition, draft.native_tradition(destination)),
        surname=np.where(own, payers.surname, -1),
        variant=names[variant],
        trade=np.where(host, TRADE["Travel Agency"], 0),
    )
    receivers.given[:] = np.where(own, payers.given, receivers.given)
    who = np.where(host, receivers.id[np.minimum(shared * 3, count - 1)], receivers.id)
    each = 1 + pick(rng, count, [72, 20, 8])
    first = rng.integers(0, draft.days, count)
    tie = repeat(each)
    day = first[tie] + ints(rng.exponential(12.0, len(tie)))
    level = np.where(variant == 3, around(rng, count, 40, 0.5), around(rng, count, LEVEL_USD, 0.9))
    clock = np.where(variant == 3, personal(rng, count, night=1.0), personal(rng, count, day=0.6, evening=0.4))
    words = {"blank": 42, "gift": 22, "expenses": 16, "accommodation": 12, "goods": 8}
    pay(
        draft,
        rng,
        payers,
        np.arange(count),
        who,
        Events(tie, day),
        Style(level, 0.4, clock, words, (0.4, 0.2, 0.15, 0.25)),
    )
