"""Family support: paydays, kin, school and Christmas peaks, and every way in which it looks like something else."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Flags, Ints, Rng, around, chance, ints, pick, repeat, within
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.clock import PROFILES, personal, seconds
from tanglaw.lab.worlds.draft import Draft, People, ages
from tanglaw.lab.worlds.money import ABROAD, EXACT, NOTES, WHOLE
from tanglaw.lab.worlds.names import name_pool
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.references import REFERENCE
from tanglaw.lab.worlds.rhythm import Events, every, irregular, monthly, spells

FIGURES: Final = Parameters("family_support")
TYPICAL_USD: Final = FIGURES.published("median payment", 200, "US$", "typical single Philippine remittance (S)")
KIN: Final = FIGURES.assumed(
    "receivers who share the payer's surname", 0.58, "share", "parents and siblings; the rest in-laws"
)
SIBLINGS: Final = FIGURES.assumed(
    "payers who share a receiver with a sibling", 0.12, "share", "several children support one parent"
)
COLLECTED: Final = FIGURES.assumed(
    "ties paid through a neighbour", 0.025, "share", "receivers without an account or near an agent"
)
FAMILIES_A_COLLECTOR: Final = FIGURES.assumed("ties a neighbour collects for", 5, "mean", "a street or a village")
NIGHT_SHIFT: Final = FIGURES.assumed("payers who work nights", 0.09, "share", "health care, hospitality, security")
NIGHT_COUSINS: Final = FIGURES.assumed(
    "payers with many cousins, at night", 0.012, "share", "hard case: 4–9 receivers, small sums"
)
SEAFARERS: Final = FIGURES.assumed("seafarers", 0.02, "share", "pay in bursts, in port, at any hour")
SPLITTERS: Final = FIGURES.assumed(
    "payers who split a sum over relatives", 0.05, "share", "same day, two to four receivers"
)
DORMANT: Final = FIGURES.assumed("payers with a pause of months", 0.06, "share", "job lost, visit home, other provider")
DECEMBER: Final = FIGURES.assumed("payers who send an extra sum in December", 0.55, "share", "Christmas and year's end")
SCHOOL: Final = FIGURES.assumed("payers who send an extra sum for school", 0.3, "share", "June and August/September")

_VARIANTS: Final = ("kin", "night_shift", "night_cousins", "seafarer", "splitting", "dormant")


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` payers who support family abroad, and their receivers."""
    variant = pick(
        rng,
        count,
        [
            1 - NIGHT_SHIFT - NIGHT_COUSINS - SEAFARERS - SPLITTERS - DORMANT,
            NIGHT_SHIFT,
            NIGHT_COUSINS,
            SEAFARERS,
            SPLITTERS,
            DORMANT,
        ],
    )
    payers, destination = _payers(draft, rng, count, variant)
    cousins = variant == 2
    receivers_each = 1 + pick(rng, count, [0.56, 0.26, 0.12, 0.06])
    receivers_each = np.where(cousins, rng.integers(4, 10, count), receivers_each)
    receivers_each = np.where(variant == 4, np.maximum(receivers_each, 2), receivers_each)
    tie_payer = repeat(receivers_each)
    nth = within(receivers_each)
    receiver = _receivers(draft, rng, payers, destination, tie_payer=tie_payer, nth=nth)
    _pay(draft, rng, payers, variant, tie_payer=tie_payer, nth=nth, receiver=receiver)
    domestic.everyday(draft, rng, payers, share=0.1)


def _payers(draft: Draft, rng: Rng, count: int, variant: Ints) -> tuple[People, Ints]:
    """Payers and the country each supports; siblings follow the payer before them."""
    origin = corridors.draw_origin(rng, count)
    destination = corridors.draw_destination(rng, origin, "family")
    sibling = chance(rng, count, SIBLINGS)
    if count:
        sibling[0] = False
    leader = np.maximum.accumulate(np.where(sibling, 0, np.arange(count)))
    destination = destination[leader]
    migrant = chance(rng, count, 0.9) | sibling
    tradition = np.where(migrant, draft.native_tradition(destination), draft.native_tradition(origin))
    surname = name_pool().draw_surnames(rng, tradition)
    surname = np.where(sibling, surname[leader], surname)
    names = np.array([draft.variant(name) for name in _VARIANTS])
    payers = draft.add_people(
        rng,
        origin,
        kind="family_support",
        age=ages(rng, count, 39, 11, 19, 78),
        tradition=tradition,
        surname=surname,
        variant=np.where(sibling & (variant == 0), draft.variant("siblings"), names[variant]),
        hard=variant == 2,
        channel=pick(rng, count, [62, 18, 20]),
        several=0.1,
    )
    return payers, destination


def _receivers(draft: Draft, rng: Rng, payers: People, destination: Ints, *, tie_payer: Ints, nth: Ints) -> Ints:
    """Receiver of each tie: kin or in-laws near each other, a sibling's parent, or the neighbour who collects."""
    n = len(tie_payer)
    kin = chance(rng, n, KIN)
    siblings = draft.variant("siblings")
    country = destination[tie_payer]
    same_tradition = payers.tradition[tie_payer] == draft.native_tradition(country)
    surname = np.where(kin & same_tradition, payers.surname[tie_payer], -1)
    people = draft.add_people(
        rng,
        country,
        kind="family_receiver",
        age=ages(rng, n, 45, 16, 18, 88),
        surname=surname,
        variant=np.where(kin, draft.variant("kin"), draft.variant("in_laws")),
        several=0.05,
    )
    first = np.flatnonzero(nth == 0)
    nearby = chance(rng, n, 0.7)
    people.town[:] = np.where(nearby, people.town[first[tie_payer]], people.town)
    receiver = people.id.copy()
    shared = (nth == 0) & (payers.variant[tie_payer] == siblings)
    leader = np.maximum.accumulate(np.where(payers.variant == siblings, 0, np.arange(len(payers.id))))
    receiver[shared] = people.id[first[leader[tie_payer[shared]]]]
    return _through_collectors(draft, rng, people, receiver)


def _through_collectors(draft: Draft, rng: Rng, people: People, receiver: Ints) -> Ints:
    """Some ties of a country, a few at a time, go to one neighbour who collects for several families."""
    collected = np.flatnonzero(chance(rng, len(receiver), COLLECTED))
    if not len(collected):
        return receiver
    collected = collected[np.argsort(people.country[collected], kind="stable")]
    country = people.country[collected]
    slot = np.cumsum(chance(rng, len(collected), 1 / FAMILIES_A_COLLECTOR))
    first, chief = np.unique(country * 1_000_000 + slot, return_index=True, return_inverse=True)[1:]
    mine = collected[first]
    collectors = draft.add_people(
        rng,
        people.country[mine],
        kind="collector",
        age=ages(rng, len(mine), 47, 11, 22, 75),
        town=people.town[mine],
        several=0.3,
        group=draft.new_groups(len(mine)),
        variant="neighbour",
    )
    receiver = receiver.copy()
    receiver[collected] = collectors.id[chief]
    return receiver


def _pay(draft: Draft, rng: Rng, payers: People, variant: Ints, *, tie_payer: Ints, nth: Ints, receiver: Ints) -> None:
    """Payments of every tie."""
    count = len(payers.id)
    start, end = spells(rng, draft.calendar, count, whole=0.45)
    habit = pick(rng, count, [0.55, 0.2, 0.08, 0.17])
    events = _events(draft, rng, tie_payer=tie_payer, nth=nth, spell=(start, end), habit=habit, variant=variant)
    payer = tie_payer[events.tie]
    level = around(rng, count, TYPICAL_USD, 0.62)
    share = np.where(nth == 0, 1.0, rng.uniform(0.25, 0.8, len(nth)))
    spread = np.where(variant == 2, 0.5, 0.2)
    level = np.where(variant == 2, around(rng, count, 42, 0.3), np.where(variant == 3, level * 2.2, level))
    usd = around(rng, len(payer), (level[payer] * share[events.tie]), spread[payer])
    rounding = np.array([NOTES, WHOLE, ABROAD, EXACT])[pick(rng, count, [0.5, 0.15, 0.25, 0.1])]
    clock = personal(rng, count, day=0.55, evening=0.33, office=0.12)
    clock = np.where(variant == 1, PROFILES["shift"], np.where(variant == 2, PROFILES["night"], clock))
    clock = np.where(variant == 3, PROFILES["any"], clock)
    draft.add_payments(
        payer=payers.id[payer],
        receiver=receiver[events.tie],
        day=events.day,
        second=seconds(rng, clock[payer], len(payer)),
        usd=usd,
        rounding=rounding[payer],
        reference=_words(rng, draft, events.day),
    )


def _words(rng: Rng, draft: Draft, day: Ints) -> Ints:
    """Reference kinds: mostly family; school and gifts in their months."""
    month = draft.calendar.months[np.searchsorted(draft.calendar.starts, day, side="right").clip(1) - 1]
    plain = np.array([REFERENCE[kind] for kind in ("family", "expenses", "medical", "school", "gift", "accommodation")])
    drawn = plain[pick(rng, len(day), [66, 9, 8, 8, 6, 3])]
    drawn = np.where(chance(rng, len(day), 0.3) & np.isin(month, (6, 8, 9)), REFERENCE["school"], drawn)
    return np.where(chance(rng, len(day), 0.3) & (month == 12), REFERENCE["gift"], drawn)


def _events(
    draft: Draft, rng: Rng, *, tie_payer: Ints, nth: Ints, spell: tuple[Ints, Ints], habit: Ints, variant: Ints
) -> Events:
    world, n = draft.calendar, len(tie_payer)
    start, end = spell
    payday = np.array([1, 15, 25, 28, 31])[pick(rng, len(start), [2, 3, 3, 2, 2])]
    often = np.where(nth == 0, 0.9, rng.uniform(0.1, 0.7, n))
    habit_tie = habit[tie_payer]
    lo, hi = start[tie_payer], end[tie_payer]
    none = np.full(n, -1, dtype=np.int64)

    def only(chosen: Flags) -> Ints:
        return np.where(chosen, hi, none)

    monthly_tie = (habit_tie == 0) & ~np.isin(variant[tie_payer], (2, 3))
    events = monthly(rng, world, lo, only(monthly_tie), payday[tie_payer], keep=often)
    for number, period in ((1, 14), (2, 7)):
        chosen = (habit_tie == number) & ~np.isin(variant[tie_payer], (2, 3))
        rows = every(rng, lo // period * period + 4, only(chosen), np.full(n, period))
        events = events.plus(rows.where(chance(rng, len(rows.tie), often[rows.tie])))
    rate = np.where(habit_tie == 3, np.where(nth == 0, 7.0, 2.5), 0.5)
    rate = np.where(variant[tie_payer] == 2, 9.0 / np.sqrt(1 + nth), np.where(variant[tie_payer] == 3, 2.0, rate))
    events = events.plus(irregular(rng, lo, hi, rate))
    extra = chance(rng, n, DECEMBER)
    december = monthly(rng, world, lo, only(extra), np.full(n, 15), keep=0.9, delay=4.0)
    school = monthly(rng, world, lo, only(chance(rng, n, SCHOOL * 0.5)), np.full(n, 5), keep=0.9, delay=8.0)
    events = events.plus(_in_months(draft, december, (12,))).plus(_in_months(draft, school, (6, 8)))
    events = _split(rng, events, tie_payer, nth, variant)
    pause = ints(lo + (hi - lo) * 0.3)
    paused = (variant[tie_payer] == 5)[events.tie] & (events.day > pause[events.tie])
    return events.where(~(paused & (events.day < pause[events.tie] + 150)))


def _in_months(draft: Draft, events: Events, months: tuple[int, ...]) -> Events:
    number = np.searchsorted(draft.calendar.starts, events.day, side="right").clip(1) - 1
    return events.where(np.isin(draft.calendar.months[number], months))


def _split(rng: Rng, events: Events, tie_payer: Ints, nth: Ints, variant: Ints) -> Events:
    """Splitters send to their second receiver on the day they send to the first."""
    second = np.full(len(variant), -1, dtype=np.int64)
    is_second = nth == 1
    second[tie_payer[is_second]] = np.flatnonzero(is_second)
    payer = tie_payer[events.tie]
    chosen = (variant[payer] == 4) & (nth[events.tie] == 0) & (second[payer] >= 0) & chance(rng, len(payer), 0.8)
    return events.plus(Events(second[payer[chosen]], events.day[chosen]))
