"""A student's family: large sums each term, living costs each month, one receiver who shares the surname."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Rng, around, chance
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import Events, monthly, spells

FIGURES: Final = Parameters("student_support")
LIVING_USD: Final = FIGURES.assumed("monthly living costs", 420, "US$, median", "shared room and food")
TERM: Final = FIGURES.assumed("a term's fee against a month's living costs", 6, "times", "January and August/September")


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers who keep a student abroad."""
    if not count:
        return
    origin = corridors.draw_origin(rng, count)
    parents = draft.add_people(
        rng,
        origin,
        kind="student_support",
        age=ages(rng, count, 50, 6, 38, 68),
        variant="parent",
        channel="bank",
        several=0.1,
    )
    students = draft.add_people(
        rng,
        corridors.draw_destination(rng, origin, "study"),
        kind="student",
        age=ages(rng, count, 20, 2, 17.5, 27),
        tradition=parents.tradition,
        surname=np.where(chance(rng, count, 0.82), parents.surname, -1),
        variant="student",
    )
    start, end = spells(rng, draft.calendar, count, whole=0.4, shortest=200)
    ties = np.arange(count)
    living = monthly(rng, draft.calendar, start, end, rng.integers(1, 29, count), keep=0.88)
    fees = monthly(rng, draft.calendar, start, end, rng.integers(1, 29, count), keep=0.9, delay=4.0)
    month = draft.calendar.months[np.searchsorted(draft.calendar.starts, fees.day, side="right").clip(1) - 1]
    fees = fees.where(np.isin(month, (1, 8)))
    clock = personal(rng, count, day=0.6, evening=0.3, office=0.1)
    level = around(rng, count, LIVING_USD, 0.5)
    pay(
        draft,
        rng,
        parents,
        ties,
        students.id,
        living,
        Style(level, 0.25, clock, {"expenses": 30, "accommodation": 25, "blank": 25, "school": 10, "family": 10}),
    )
    pay(
        draft,
        rng,
        parents,
        ties,
        students.id,
        Events(fees.tie, fees.day),
        Style(level * TERM, 0.3, clock, {"school": 80, "blank": 20}, (0.2, 0.1, 0.2, 0.5)),
    )
