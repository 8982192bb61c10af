"""Payments consistent with live-streamed sexual abuse of children: payers, and the households that receive.

How often and how much follows the published studies; who imitates ordinary life is assumed. Households are paid by
several payers who have nothing to do with each other, and payers by and by pay several households of one or two towns.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Flags, Ints, Rng, around, chance, evenly, ints, pick, repeat, within
from tanglaw.lab.worlds.behaviours.households import Households, add_households
from tanglaw.lab.worlds.clock import PROFILES, minutes_later, personal, seconds
from tanglaw.lab.worlds.draft import Draft, People, ages
from tanglaw.lab.worlds.money import ABROAD, EXACT, NOTES, WHOLE
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.references import REFERENCE

FIGURES: Final = Parameters("livestream_purchase")
PROLIFIC: Final = FIGURES.published(
    "prolific payers", 0.03, "share of payers", "T&I 589: 3 % made half of the payments"
)
PROLIFIC_MADE: Final = FIGURES.published("payments that prolific payers make", 0.5, "share", "T&I 589")
FEW: Final = FIGURES.published("payers with few payments", 0.25, "share of payers", "T&I 589: 25 % made 3 %")
FEW_MADE: Final = FIGURES.published("payments that those make", 0.03, "share", "T&I 589")
MEAN_COUNT: Final = FIGURES.published("payments a payer", 10.6, "mean", "T&I 589: 2,714 payments of 256 people")
MEDIAN_USD: Final = FIGURES.published("median payment", 34.5, "US$ (A$51–55)", "T&I 639: A$51; T&I 634: under A$55")
AGE: Final = FIGURES.published("age", 57, "years, mean; 27–82", "T&I 589: mostly 50s–60s")
NIGHT: Final = FIGURES.assumed(
    "payers who mostly pay late in the evening or at night", 0.62, "share", "FATF 2025: a sign, no share"
)
ESCALATE: Final = FIGURES.assumed(
    "payers whose sums rise while gaps shorten", 0.5, "share", "T&I 589: significantly correlated"
)
SECOND: Final = FIGURES.assumed(
    "payments followed by another within the hour", 0.22, "share", "a first part, then the rest"
)
IMITATE: Final = FIGURES.assumed(
    "payers who imitate family support", 0.12, "share", "hard case; 0.65 in worlds of imitators"
)
FAMILY_TOO: Final = FIGURES.assumed("payers who have family there too", 0.05, "share", "hard case")

_USUAL, _IMITATES, _FAMILY_TOO = 0, 1, 2


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers, their households, and the relatives who also pay those."""
    if not count:
        return
    counts = payments_each(rng, count)
    variant = _variants(draft, rng, counts)
    origin = corridors.draw_origin(rng, count)
    destination = corridors.draw_destination(rng, origin, "livestream")
    payers = _payers(draft, rng, origin, destination, variant, counts)
    households = add_households(draft, rng, destination)
    _pay(draft, rng, payers, destination, counts, variant, households)


def payments_each(rng: Rng, count: int) -> Ints:
    """Payments of each payer, as concentrated as published, in small worlds too.

    A quarter make one or two; the middle a log-normal number; the top 3 % together as many as all others.
    """
    rank = evenly(rng, count)
    mean_few = MEAN_COUNT * FEW_MADE / FEW
    mean_middle = MEAN_COUNT * (1 - PROLIFIC_MADE - FEW_MADE) / (1 - FEW - PROLIFIC)
    few = 1 + (evenly(rng, count) < mean_few - 1)
    middle = np.clip(np.round(around(rng, count, mean_middle * 0.86, 0.55)), 3, 40)
    counts = np.where(rank < FEW, few, middle)
    prolific = np.flatnonzero(rank >= 1 - PROLIFIC)
    if len(prolific):
        weight = around(rng, len(prolific), 1.0, 0.4)
        rest = counts.sum() - counts[prolific].sum()
        fair = rest * (len(prolific) / count) / PROLIFIC if count < 30 else rest
        counts[prolific] = np.maximum(np.round(fair * weight / weight.sum()), 41)
    return ints(counts)


def _variants(draft: Draft, rng: Rng, counts: Ints) -> Ints:
    imitate = 0.65 if draft.kind == "imitators" else IMITATE
    drawn = pick(rng, len(counts), [1 - imitate - FAMILY_TOO, imitate, FAMILY_TOO])
    return np.where((drawn == _IMITATES) & (counts > 40), _USUAL, drawn)


def _payers(draft: Draft, rng: Rng, origin: Ints, destination: Ints, variant: Ints, counts: Ints) -> People:
    n = len(origin)
    foreign_born = chance(rng, n, 0.06) | ((variant == _FAMILY_TOO) & chance(rng, n, 0.4))
    names = np.array(
        [draft.variant(name) for name in ("usual", "imitates_support", "family_too", "few_payments", "prolific")]
    )
    label = np.where((variant == _USUAL) & (counts <= 2), 3, np.where(counts > 40, 4, variant))
    return draft.add_people(
        rng, origin, kind="livestream_purchase", age=ages(rng, n, AGE, 10.5, 27, 82),
        tradition=np.where(foreign_born, draft.native_tradition(destination), draft.native_tradition(origin)), variant=names[label],
        hard=(variant != _USUAL) | (counts <= 2), channel=pick(rng, n, [70, 22, 8]),
        several=np.where(counts > 40, 0.6, 0.2),
    )  # fmt: skip


def _pay(
    draft: Draft, rng: Rng, payers: People, destination: Ints, counts: Ints, variant: Ints, households: Households
) -> None:
    payer = repeat(counts)
    nth = within(counts)
    quick = chance(rng, len(payer), SECOND) & (nth > 0) & (variant[payer] != _IMITATES)
    escalates = chance(rng, len(counts), ESCALATE) & (variant != _IMITATES)
    progress = nth / np.maximum(counts[payer] - 1, 1)
    day = _days(draft, rng, counts, payer, nth, quick, escalates, variant)
    clock = np.where(
        chance(rng, len(counts), NIGHT), PROFILES["night"], personal(rng, len(counts), evening=0.6, day=0.4)
    )
    clock = np.where(variant == _IMITATES, personal(rng, len(counts), day=0.8, evening=0.2), clock)
    second = seconds(rng, clock[payer], len(payer))
    follows = np.flatnonzero(quick)
    for row in follows.tolist():  # each follows the one before it, which may itself be a follow-up
        second[row] = second[row - 1] + int(minutes_later(rng, 1, 22)[0])
        day[row] = day[row - 1]
    level = around(rng, len(counts), MEDIAN_USD, 0.5) * np.where(counts > 40, 0.85, 1.0)
    level = np.where(variant == _IMITATES, around(rng, len(counts), 85, 0.5), level)
    rise = np.where(escalates, rng.uniform(0.6, 1.6, len(counts)), 0.0)
    spread = np.where(variant == _IMITATES, 0.2, 0.55)
    usd = around(rng, len(payer), level[payer] * np.exp(rise[payer] * (progress - 0.45)), spread[payer])
    usd = np.where(quick, usd * 0.6, usd)
    usd = np.where(chance(rng, len(payer), 0.02), usd * rng.uniform(6, 20, len(payer)), usd)  # travel, a device, rent
    rounding = np.array([NOTES, ABROAD, WHOLE, EXACT])[pick(rng, len(counts), [0.5, 0.28, 0.12, 0.1])]
    draft.add_payments(
        payer=payers.id[payer], receiver=households.choose(rng, destination, counts, variant == _IMITATES, payer, nth, quick),
        day=day, second=second, usd=usd, rounding=rounding[payer], reference=_words(rng, variant[payer]),
    )  # fmt: skip
    _own_family(draft, rng, payers, destination, np.flatnonzero(variant == _FAMILY_TOO))


def _days(
    draft: Draft, rng: Rng, counts: Ints, payer: Ints, nth: Ints, quick: Flags, escalates: Flags, variant: Ints
) -> Ints:
    """Days of each payer's payments: gaps around a personal length that shorten for those who escalate."""
    n = len(counts)
    gap = np.where(counts > 40, around(rng, n, 5, 0.5), around(rng, n, 15, 0.7))
    gap = np.where(variant == _IMITATES, 30.4, gap)
    spread = np.where(variant == _IMITATES, 0.08, 0.8)
    progress = nth / np.maximum(counts[payer] - 1, 1)
    shrink = np.exp(-np.where(escalates[payer], 1.4, 0.0) * (progress - 0.45))
    gaps = around(rng, len(payer), gap[payer] * shrink, spread[payer])
    gaps = np.where((nth == 0) | quick, 0.0, gaps)
    since = np.cumsum(gaps)
    since -= np.repeat(since[np.cumsum(counts) - counts], counts)
    length = np.repeat(since[np.cumsum(counts) - 1], counts)
    room = draft.days - 2.0
    since = since * np.minimum(1.0, room / np.maximum(length, 1.0))
    latest = np.maximum(room - since[np.cumsum(counts) - 1], 0.0)
    return ints((rng.random(n) * latest)[payer] + since)


def _words(rng: Rng, variant: Ints) -> Ints:
    """Innocuous words that regulators have published; now and then a handle."""
    kinds = ("blank", "family", "school", "medical", "gift", "accommodation", "expenses", "handle", "invoice")
    number = np.array([REFERENCE[kind] for kind in kinds])
    usual = number[pick(rng, len(variant), [22, 14, 11, 10, 16, 7, 13, 5, 2])]
    imitating = number[pick(rng, len(variant), [10, 62, 12, 8, 6, 2, 0, 0, 0])]
    return np.where(variant == _IMITATES, imitating, usual)


def _own_family(draft: Draft, rng: Rng, payers: People, destination: Ints, who: Ints) -> None:
    """Payers who have family there too support it month by month."""
    kin = draft.add_people(
        rng, destination[who], kind="family_receiver", age=ages(rng, len(who), 48, 15, 18, 85),
        surname=np.where(chance(rng, len(who), 0.5), payers.surname[who], -1), variant="kin_of_purchaser",
    )  # fmt: skip
    months = len(draft.calendar.starts)
    tie = np.repeat(np.arange(len(who)), months)
    day = np.tile(draft.calendar.starts, len(who)) + 24 + ints(rng.exponential(2.0, len(tie)))
    kept = chance(rng, len(tie), 0.85)
    usd = around(rng, len(tie), around(rng, len(who), 190, 0.4)[tie], 0.15)
    draft.add_payments(
        payer=payers.id[who][tie][kept], receiver=kin.id[tie][kept], day=day[kept],
        second=seconds(rng, "day", int(kept.sum())), usd=usd[kept], rounding=NOTES, reference=REFERENCE["family"],
    )  # fmt: skip
