"""Payments consistent with buying self-produced material from minors: an adult pays several minors of one country."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Ints, Rng, around, ints, pick, repeat, within
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import Events

FIGURES: Final = Parameters("minor_purchase")
AGE: Final = FIGURES.assumed("payer's age", 36, "years, mean", "no published figure")
MINOR_AGE: Final = FIGURES.assumed("receiver's age", 15, "years, mean; 12–17", "holders of youth accounts")
LEVEL_USD: Final = FIGURES.assumed("median payment", 28, "US$", "no published figure; kept within ordinary P2P sums")
MINORS_EACH: Final = FIGURES.assumed("minors a payer", 2.6, "mean", "no published figure")


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers and the minors they pay."""
    if not count:
        return
    origin = np.sort(corridors.draw_origin(rng, count))
    payers = draft.add_people(
        rng,
        origin,
        kind="minor_purchase",
        age=ages(rng, count, AGE, 11, 19, 68),
        variant="usual",
        several=0.12,
        channel=pick(rng, count, [5, 80, 15]),
    )
    home = origin[ints(np.arange(max(2, round(count * 1.6))) * count / max(2, round(count * 1.6)))]
    minors = draft.add_people(
        rng,
        home,
        kind="minor_recipient",
        age=np.clip(ages(rng, len(home), MINOR_AGE, 1.4, 12, 17.4), 12, 17.4),
        variant="minor",
        channel="app",
        group=draft.new_groups(len(home)),
    )
    domestic.paid_by_friends(draft, rng, minors, share=0.7)
    domestic.paid_by_friends(draft, rng, minors, share=0.5, years_older=30)
    domestic.everyday(draft, rng, minors, share=0.6)
    domestic.everyday(draft, rng, payers, share=0.5)
    each = 1 + rng.poisson(MINORS_EACH - 1, count)
    tie_payer = repeat(each)
    tie_minor = _same_country(rng, payers.country[tie_payer], home)
    payers.group[tie_payer] = minors.group[tie_minor]
    counts = 1 + np.minimum(rng.geometric(0.25, len(tie_payer)) - 1, 25)
    tie = repeat(counts)
    start = rng.integers(0, max(draft.days - 40, 1), len(tie_payer))
    gaps = np.where(within(counts) == 0, 0.0, around(rng, len(tie), 6, 0.9))
    since = np.cumsum(gaps)
    since -= np.repeat(since[np.cumsum(counts) - counts], counts)
    clock = personal(rng, count, night=0.5, evening=0.35, day=0.15)
    level = around(rng, len(tie_payer), LEVEL_USD, 0.5)
    words = {"blank": 55, "gift": 20, "friends": 12, "goods": 6, "pocket": 5, "handle": 2}
    pay(
        draft,
        rng,
        payers,
        tie_payer,
        minors.id[tie_minor],
        Events(tie, start[tie] + ints(since)),
        Style(level, 0.4, clock, words, (0.6, 0.25, 0.0, 0.15), "wallet"),
    )
    payers.hard[:] = each == 1


def _same_country(rng: Rng, country: Ints, home: Ints) -> Ints:
    """A minor of each payer's own country; any where there is none."""
    drawn = rng.integers(0, len(home), len(country))
    for code in np.unique(country):
        own = np.flatnonzero(home == code)
        here = np.flatnonzero(country == code)
        if len(own):
            drawn[here] = rng.choice(own, len(here))
    return drawn
