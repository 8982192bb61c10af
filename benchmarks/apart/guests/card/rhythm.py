"""When people pay: paydays, hours of the day, and cascades in which one payment draws the next."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.people import DAYS, Floats, Ints, People
from benchmarks.apart.guests.card.places import COUNTRIES

_MONTH_STARTS = (np.arange("2022-07", "2025-07", dtype="datetime64[M]").astype("datetime64[D]")
                 - np.datetime64("2022-07-01")).astype(np.float64)  # fmt: skip


def paydays(country: int, rng: np.random.Generator) -> Floats:
    """Days on which a person's wage arrives, by the custom of the country."""
    custom = COUNTRIES[country].payday
    if custom == "fortnight":
        return np.arange(float(rng.integers(0, 14)), DAYS, 14.0)
    if custom == "halves":
        return np.sort(np.concatenate([_MONTH_STARTS + 14, _MONTH_STARTS + 29]))
    return _MONTH_STARTS + (4.0 if custom == "fifth" else 27.0)


def monthly(day: int) -> Floats:
    """The same day of every month (a standing order)."""
    return _MONTH_STARTS + min(day, 27)


def cascade(rng: np.random.Generator, starts: Floats, branching: float, lag: float) -> tuple[Floats, Ints]:
    """A Hawkes process in its branching form: each event draws Poisson(`branching`) others after Exp(`lag`) days.

    Returns times and, for each, the index of the start it descends from. In a chat, one gift is seen and others follow.
    """
    times, roots = [starts], [np.arange(len(starts))]
    while len(times[-1]) and len(times) < 12:
        brood = rng.poisson(branching, len(times[-1]))
        parents = np.repeat(times[-1], brood)
        times.append(parents + rng.exponential(lag, len(parents)))
        roots.append(np.repeat(roots[-1], brood))
    return np.concatenate(times), np.concatenate(roots)


def scatter(rng: np.random.Generator, per_year: float, since: float = 0.0, until: float = DAYS) -> Floats:
    """Times of a Poisson process between two days."""
    span = max(until - since, 0.0)
    return rng.uniform(since, since + span, rng.poisson(per_year * span / 365.0))


def shopping_days(rng: np.random.Generator, n: int) -> Floats:
    """Days of purchases: even through the year, with a tenth of all before Christmas."""
    day = rng.uniform(0, DAYS, n)
    festive = rng.random(n) < 0.1
    return np.where(festive, 365.25 * rng.integers(0, 3, n) + rng.uniform(142, 177, n), day)


def at_hour(rng: np.random.Generator, day: Floats, hour: float | Floats, spread: float = 2.5) -> Floats:
    """Wall times on the given days about an hour; what passes midnight falls into the next day, as evenings do."""
    return np.floor(day) + (hour + rng.normal(0, spread, len(day))) / 24.0


def by_day(rng: np.random.Generator, people: People, payer: Ints, day: Floats) -> Floats:
    """Wall times by a person's habit: lunch or evening, later for the night owls."""
    hour = np.where(rng.random(len(day)) < 0.35, 12.5, 19.0) + people.owl[payer]
    return at_hour(rng, day, hour)


def awake(rng: np.random.Generator, people: People, payer: Ints, instant: Floats) -> Floats:
    """Wall time of each payer at a common instant; most of those asleep pay when they rise, night owls sleep later."""
    wall = instant + people.offset[payer] / 24.0
    hour = (wall % 1.0) * 24.0 - np.clip(people.owl[payer], 0, 5)
    asleep = (hour > 0.5) & (hour < 7.0) & (rng.random(len(wall)) < 0.85)
    return np.where(asleep, wall + (7.0 - hour) / 24.0 + rng.exponential(1.5, len(wall)) / 24.0, wall)
