"""Weekly life states: every customer moves through settled, social, broke, travelling, moving and withdrawn weeks.

What a person pays in a week depends on the state, so that unrelated kinds of payments rise and fall together,
as they do in a life: a summer of travel, a September of moving, a January without money.
"""

import numpy as np

from benchmarks.apart.guests.app.arrays import Floats, Ints
from benchmarks.apart.guests.app.people import People
from benchmarks.apart.guests.app.weeks import MONTH_OF_WEEK, WEEKS

SETTLED, SOCIAL, BROKE, TRAVEL, MOVING, WITHDRAWN = range(6)

_BASE: Floats = np.array([
    [0.80, 0.09, 0.04, 0.03, 0.01, 0.03],
    [0.30, 0.52, 0.10, 0.04, 0.01, 0.03],
    [0.45, 0.05, 0.42, 0.00, 0.01, 0.07],
    [0.40, 0.08, 0.12, 0.38, 0.01, 0.01],
    [0.40, 0.10, 0.14, 0.01, 0.35, 0.00],
    [0.16, 0.02, 0.03, 0.00, 0.01, 0.78],
])  # fmt: skip

# How much more (or less) each stage of life is drawn to each state: teen, student, worker, settled, older.
_PULL: Floats = np.array([
    [1.0, 0.9, 1.3, 0.4, 0.1, 0.8],
    [0.8, 1.5, 1.4, 1.1, 1.5, 0.9],
    [1.0, 1.2, 0.9, 1.2, 1.2, 0.9],
    [1.2, 0.7, 0.8, 1.0, 0.6, 1.0],
    [1.3, 0.5, 0.6, 1.1, 0.3, 1.3],
])  # fmt: skip


def _season(month: int) -> Floats:
    """How a month tilts what people move into."""
    tilt = np.ones(6)
    if month in {6, 7, 8}:
        tilt[TRAVEL] = 3.0
    if month == 12:
        tilt[[SOCIAL, TRAVEL]] = 2.0
    if month in {8, 9}:
        tilt[MOVING] = 3.0
    if month == 1:
        tilt[BROKE], tilt[SOCIAL] = 2.4, 0.5
    return tilt


def live(rng: np.random.Generator, people: People) -> Ints:
    """States of every customer in every week; -1 before joining and after leaving."""
    size = len(people)
    states = np.zeros((size, WEEKS), dtype=np.int64)
    now = np.where(rng.random(size) < 0.2, SOCIAL, SETTLED)
    for week in range(WEEKS):
        chances = _BASE[now] * _PULL[people.stage] * _season(int(MONTH_OF_WEEK[week]))
        steps = np.cumsum(chances / chances.sum(axis=1, keepdims=True), axis=1)
        now = np.minimum((rng.random((size, 1)) > steps).sum(axis=1), WITHDRAWN)
        states[:, week] = now
    weeks = np.arange(WEEKS)
    outside = (weeks < people.join[:, None]) | (weeks >= people.leave[:, None])
    states[outside] = -1
    return states


def occasions(
    rng: np.random.Generator, states: Ints, rate: Floats, by_state: tuple[float, ...], by_week: Floats
) -> tuple[Ints, Ints]:
    """(row, week) of every occasion: Poisson with the person's weekly rate, the state's factor and the season's."""
    factor = np.append(np.array(by_state), 0.0)  # the last one answers for state -1: not a customer
    expected = rate[:, None] * factor[states] * by_week[None, :]
    count = rng.poisson(expected)
    row, week = np.nonzero(count)
    times = count[row, week]
    return np.repeat(row, times), np.repeat(week, times)
