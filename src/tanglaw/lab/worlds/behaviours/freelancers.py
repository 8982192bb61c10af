"""Employers of freelancers: many unrelated receivers abroad, and receivers whom several unrelated foreigners pay."""

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
from tanglaw.lab.worlds.rhythm import every, irregular, spells

FIGURES: Final = Parameters("freelancer_employer")
WORKERS_EACH: Final = FIGURES.assumed("freelancers an employer", 4.5, "mean; 1–25", "one-person firms")
LEVEL_USD: Final = FIGURES.assumed("median payment", 170, "US$", "a week or a milestone")
SMALL_JOBS: Final = FIGURES.assumed(
    "employers of small jobs, in the evening", 0.3, "share", "hard case: US$15–60 to many, after work"
)


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` employers and their freelancers."""
    if not count:
        return
    origin = corridors.draw_origin(rng, count)
    small = chance(rng, count, SMALL_JOBS)
    firm = chance(rng, count, 0.35) & ~small
    employers = draft.add_people(
        rng,
        origin,
        kind="freelancer_employer",
        age=ages(rng, count, 44, 11, 21, 72),
        hard=small,
        variant=np.where(small, draft.variant("small_jobs"), draft.variant("employer")),
        trade=np.where(firm, TRADE["Trading"], 0),
        channel=pick(rng, count, [34, 26, 40]),
        several=0.2,
    )
    each = np.clip(rng.geometric(1 / WORKERS_EACH, count), 1, 25)
    each = np.where(small, np.clip(each * 2, 3, 40), each)
    workers_count = max(3, int(each.sum() * 0.62))
    country = corridors.draw_destination(rng, rng.choice(origin, workers_count), "work")
    workers = draft.add_people(
        rng,
        country,
        kind="freelancer",
        age=ages(rng, workers_count, 29, 6, 19, 55),
        variant="freelancer",
        several=0.2,
    )
    tie_payer = repeat(each)
    n = len(tie_payer)
    order = np.argsort(country, kind="stable")
    centre = rng.random(count) * workers_count  # an employer hires mostly in one country
    near = ints((centre[tie_payer] + rng.normal(0, workers_count * 0.05, n)) % workers_count)
    receiver = np.where(chance(rng, n, 0.8), order[near], rng.integers(0, workers_count, n))
    start, end = spells(rng, draft.calendar, n, whole=0.2, shortest=20)
    regular = chance(rng, n, 0.5) & ~small[tie_payer]
    period = np.array([7, 14, 30])[pick(rng, n, [25, 40, 35])]
    events = every(rng, start, np.where(regular, end, -1), period)
    events = events.plus(irregular(rng, start, np.where(regular, start - 1, end), np.where(regular, 0.0, 5.0)))
    level = np.where(small[tie_payer], around(rng, n, 30, 0.5), around(rng, n, LEVEL_USD, 0.7))
    clock = np.where(
        small, personal(rng, count, evening=0.6, night=0.4), personal(rng, count, office=0.75, evening=0.25)
    )
    words = {"invoice": 62, "expenses": 14, "blank": 18, "goods": 4, "gift": 2}
    pay(
        draft,
        rng,
        employers,
        tie_payer,
        workers.id[receiver],
        events,
        Style(level, 0.35, clock, words, (0.35, 0.25, 0.1, 0.3)),
    )
