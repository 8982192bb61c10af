"""Payers consistent with purchase of live-streamed sexual abuse of children.

How often and how much follows the published studies; who imitates ordinary life is assumed. Households are paid by
several payers who have nothing to do with each other, and payers by and by pay several households of one or two towns.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import (
    Flags,
    Floats,
    Ints,
    Rng,
    around,
    chance,
    ints,
    normal_quantiles,
    pick,
    repeat,
    within,
)
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.concentration import MANY, payments_each
from tanglaw.lab.worlds.behaviours.households import add_households
from tanglaw.lab.worlds.behaviours.livestream_sessions import Sessions, sessions
from tanglaw.lab.worlds.behaviours.ties import roundings, words
from tanglaw.lab.worlds.clock import seconds
from tanglaw.lab.worlds.draft import FAMILY, Draft, People, ages
from tanglaw.lab.worlds.money import NOTES
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.references import REFERENCE

FIGURES: Final = Parameters("livestream_purchase")
MEDIAN_USD: Final = FIGURES.published("median payment", 34.5, "US$", "T&I 639: A$51; T&I 634: under A$55")
AGE: Final = FIGURES.published("payer's age", 57, "years, mean; 27–82", "T&I 589: mostly 50s–60s")
ESCALATE: Final = FIGURES.assumed(
    "payers whose sums rise while gaps shorten", 0.5, "share", "T&I 589: significantly correlated, no share"
)
ONE_ONLY: Final = FIGURES.assumed(
    "payers of one receiver only", 0.4, "share", "a facilitator in 35 % of offences (T&I 642)"
)
IMITATE: Final = FIGURES.assumed("payers who imitate family support", 0.12, "share", "hard case")
IMITATE_MOST: Final = FIGURES.assumed("the same in a world of imitators", 0.65, "share", "hard case")
FAMILY_TOO: Final = FIGURES.assumed("payers who support family there too", 0.05, "share", "hard case")
ELSE: Final = FIGURES.assumed("payers with ordinary payments at home too", 0.2, "share", "the same app pays friends")

USUAL, IMITATES, HAS_FAMILY = 0, 1, 2
_INNOCUOUS: Final = {
    "blank": 22, "family": 14, "school": 11, "medical": 10, "gift": 16, "accommodation": 7, "expenses": 13, "handle": 5,
    "invoice": 2,
}  # fmt: skip
_FAMILIAR: Final = {"blank": 10, "family": 62, "school": 12, "medical": 8, "gift": 6, "accommodation": 2}


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers, their households, and the relatives who also pay those."""
    if not count:
        return
    counts = payments_each(rng, count)
    imitate = IMITATE_MOST if draft.kind == "imitators" else IMITATE
    manner = pick(rng, count, [1 - imitate - FAMILY_TOO, imitate, FAMILY_TOO])
    manner = np.where((manner == IMITATES) & (counts > MANY), USUAL, manner)
    origin = corridors.draw_origin(rng, count)
    destination = corridors.draw_destination(rng, origin, "livestream")
    payers = _payers(draft, rng, destination, origin, counts=counts, manner=manner)
    households = add_households(draft, rng, destination)
    when = sessions(draft, rng, counts, imitates=manner == IMITATES, escalates=chance(rng, count, ESCALATE))
    one_only = chance(rng, count, ONE_ONLY) | (manner == IMITATES)
    receiver = households.choose(rng, destination, when, one_only)
    groups = households.group_of(receiver)
    payers.group[when.payer[::-1]] = groups[::-1]  # the first receiver's household, written last
    _pay(draft, rng, payers, when, receiver=receiver, manner=manner)
    domestic.everyday(draft, rng, payers, share=ELSE)
    _own_family(draft, rng, payers, destination, np.flatnonzero(manner == HAS_FAMILY))


def _payers(draft: Draft, rng: Rng, destination: Ints, origin: Ints, *, counts: Ints, manner: Ints) -> People:
    n = len(origin)
    foreign_born = chance(rng, n, 0.06) | ((manner == HAS_FAMILY) & chance(rng, n, 0.4))
    labels = ("usual", "imitates_support", "family_too", "few_payments", "prolific")
    label = np.where((manner == USUAL) & (counts <= 2), 3, np.where(counts > MANY, 4, manner))
    return draft.add_people(
        rng,
        origin,
        kind="livestream_purchase",
        age=ages(rng, n, AGE, 10.5, 27, 82),
        tradition=np.where(foreign_born, draft.native_tradition(destination), draft.native_tradition(origin)),
        variant=np.array([draft.variant(name) for name in labels])[label],
        hard=(manner != USUAL) | (counts <= 2),
        channel=pick(rng, n, [80, 14, 6]),
        several=np.where(counts > MANY, 0.6, 0.2),
    )


def _pay(draft: Draft, rng: Rng, payers: People, when: Sessions, *, receiver: Ints, manner: Ints) -> None:
    n = len(payers.id)
    imitates: Flags = (manner == IMITATES)[when.payer]
    rounding = roundings(rng, n, (0.5, 0.12, 0.28, 0.1))
    innocuous, familiar = words(rng, len(imitates), _INNOCUOUS), words(rng, len(imitates), _FAMILIAR)
    draft.add_payments(
        payer=payers.id[when.payer],
        receiver=receiver,
        day=when.day,
        second=when.second,
        usd=_sums(rng, when, manner),
        rounding=rounding[when.payer],
        reference=np.where(imitates, familiar, innocuous),
    )


def _sums(rng: Rng, when: Sessions, manner: Ints) -> Floats:
    """US dollars of each payment: around a personal level, rising for those who escalate, now and then a large one."""
    count, n = len(manner), len(when.payer)
    # Half of the payments come from a few payers: their levels lie close together, or a small world's median wanders.
    spread_of_levels = np.where(when.counts > MANY, 0.2, 0.5)
    level = MEDIAN_USD * np.exp(spread_of_levels * normal_quantiles(rng, count))
    level = np.where(manner == IMITATES, around(rng, count, 85, 0.5), level)
    rise = np.where(when.escalates, rng.uniform(0.6, 1.6, count), 0.0)
    spread = np.where(manner == IMITATES, 0.2, 0.55)
    usd = around(rng, n, level[when.payer] * np.exp(rise[when.payer] * (when.progress - 0.45)), spread[when.payer])
    usd = np.where(when.follows, usd * 0.6, usd)
    return np.where(chance(rng, n, 0.02), usd * rng.uniform(6, 20, n), usd)  # travel, a device, rent


def _own_family(draft: Draft, rng: Rng, payers: People, destination: Ints, who: Ints) -> None:
    """Payers who have family there too support it month by month."""
    kin = draft.add_people(
        rng,
        destination[who],
        kind="family_receiver",
        age=ages(rng, len(who), 48, 15, 18, 85),
        surname=np.where(chance(rng, len(who), 0.5), payers.surname[who], -1),
        variant="kin_of_purchaser",
    )
    months = np.full(len(who), len(draft.calendar.starts), dtype=np.int64)
    tie = repeat(months)
    day = draft.calendar.starts[within(months)] + 24 + ints(rng.exponential(2.0, len(tie)))
    kept = chance(rng, len(tie), 0.85)
    usd = around(rng, len(tie), around(rng, len(who), 190, 0.4)[tie], 0.15)
    draft.add_payments(
        payer=payers.id[who][tie][kept],
        receiver=kin.id[tie][kept],
        day=day[kept],
        second=seconds(rng, "day", int(kept.sum())),
        usd=usd[kept],
        rounding=NOTES,
        reference=REFERENCE["family"],
        motive=FAMILY,
    )
