"""A partner abroad: chats at night, gifts, growing closeness, one receiver, no shared surname."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Rng, around, pick
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import irregular, spells

FIGURES: Final = Parameters("partner_abroad")
LEVEL_USD: Final = FIGURES.assumed("median payment", 95, "US$", "between a gift and household support")
AGE: Final = FIGURES.assumed("payer's age", 47, "years, mean", "overlaps with purchasers on purpose")
SMALL_GIFTS: Final = FIGURES.assumed(
    "payers of many small gifts at night", 0.15, "share", "hard case: US$20–60, several times a month"
)


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers with a partner abroad."""
    origin = corridors.draw_origin(rng, count)
    small = pick(rng, count, [1 - SMALL_GIFTS, SMALL_GIFTS])
    payers = draft.add_people(
        rng,
        origin,
        kind="partner_abroad",
        age=ages(rng, count, AGE, 12, 21, 79),
        hard=small == 1,
        channel=pick(rng, count, [64, 22, 14]),
        variant=np.array([draft.variant("partner"), draft.variant("small_gifts")])[small],
        several=0.1,
    )
    partners = draft.add_people(
        rng,
        corridors.draw_destination(rng, origin, "partner"),
        kind="partner_receiver",
        age=np.maximum(18.5, -payers.born / 365.25 - rng.gamma(3.0, 4.5, count)),
        variant="partner",
    )
    start, end = spells(rng, draft.calendar, count, whole=0.25, shortest=45)
    events = irregular(rng, start, end, np.where(small == 1, 34.0, rng.gamma(2.5, 6.0, count)))
    level = np.where(small == 1, around(rng, count, 36, 0.35), around(rng, count, LEVEL_USD, 0.7))
    clock = personal(rng, count, night=0.4, evening=0.4, day=0.2)
    pay(
        draft,
        rng,
        payers,
        np.arange(count),
        partners.id,
        events,
        Style(
            level,
            0.5,
            clock,
            {"gift": 30, "family": 20, "blank": 12, "expenses": 18, "medical": 8, "accommodation": 8, "school": 4},
            rounding=(0.55, 0.2, 0.15, 0.1),
        ),
    )
    domestic.everyday(draft, rng, payers, share=0.2)
