"""Receivers whom many unrelated people pay with good reason: agent, landlord, school, clinic."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.accounts import TRADE
from tanglaw.lab.worlds.arrays import Rng, around, chance, pick
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import irregular, monthly, spells

FIGURES: Final = Parameters("hub_payment")
PAYERS_A_HUB: Final = FIGURES.assumed("payers a hub", 16, "mean, very uneven", "of this group of institutions")
PERSONAL: Final = FIGURES.assumed("hubs that are a person", 0.4, "share", "hard case: landlady, agent, tutor, midwife")

_KINDS: Final = ("agent", "landlord", "school", "clinic")
_TRADES: Final = ("Travel Agency", "Properties", "School", "Clinic")
_WORDS: Final[tuple[dict[str, float], ...]] = (
    {"expenses": 45, "blank": 30, "accommodation": 15, "goods": 10},
    {"accommodation": 72, "blank": 20, "expenses": 8},
    {"school": 75, "blank": 20, "expenses": 5},
    {"medical": 72, "blank": 24, "expenses": 4},
)
_LEVEL_USD: Final = (180.0, 240.0, 160.0, 95.0)


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers of hubs, and the hubs."""
    if not count:
        return
    n_hubs = max(4, round(count / PAYERS_A_HUB))
    sort = pick(rng, n_hubs, [22, 34, 28, 16])
    country = corridors.draw_destination(rng, corridors.draw_origin(rng, n_hubs), "family")
    person = chance(rng, n_hubs, PERSONAL)
    trades = np.array([TRADE[name] for name in _TRADES])
    hubs = draft.add_people(
        rng,
        country,
        kind="hub",
        age=ages(rng, n_hubs, 48, 11, 25, 80),
        several=0.5,
        hard=person,
        variant=np.array([draft.variant(name) for name in _KINDS])[sort],
        trade=np.where(person, 0, trades[sort]),
    )
    mine = pick(rng, count, 1 / np.arange(1, n_hubs + 1) ** 0.5)
    origin = corridors.draw_origin(rng, count)
    migrant = chance(rng, count, 0.7)
    payers = draft.add_people(
        rng,
        origin,
        kind="hub_payment",
        age=ages(rng, count, 42, 12, 19, 78),
        variant=hubs.variant[mine],
        tradition=np.where(migrant, draft.native_tradition(country[mine]), draft.native_tradition(origin)),
        channel=pick(rng, count, [55, 15, 30]),
        several=0.08,
    )
    clock = personal(rng, count, day=0.6, evening=0.3, office=0.1)
    start, end = spells(rng, draft.calendar, count, whole=0.25)
    for number, words in enumerate(_WORDS):
        here = sort[mine] == number
        standing = here & (number in {1, 2}) & chance(rng, count, 0.7)
        events = monthly(rng, draft.calendar, start, np.where(standing, end, -1), rng.integers(1, 29, count))
        events = events.plus(irregular(rng, start, end, np.where(here & ~standing, 3.0, 0.0)))
        level = around(rng, count, _LEVEL_USD[number], 0.6)
        pay(
            draft,
            rng,
            payers,
            np.arange(count),
            hubs.id[mine],
            events,
            Style(level, 0.15, clock, words, (0.35, 0.2, 0.25, 0.2)),
        )
    domestic.everyday(draft, rng, payers, share=0.12)
