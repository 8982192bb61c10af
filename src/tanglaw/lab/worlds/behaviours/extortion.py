"""Financial sexual extortion: children and young adults who pay in a burst until they stop, and who collects."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Flags, Floats, Ints, Rng, around, chance, ints, pick, repeat, within
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import roundings, words
from tanglaw.lab.worlds.clock import personal, seconds
from tanglaw.lab.worlds.draft import RAILS, Draft, People, ages
from tanglaw.lab.worlds.parameters import Parameters

FIGURES: Final = Parameters("extortion_victim")
FIRST_EUR: Final = FIGURES.published("first demand, mostly under", 250, "€", "FATF 2025 (S)")
TOTAL_EUR: Final = FIGURES.published("total, at most", 1500, "€", "FATF 2025 (S)")
AGAIN: Final = FIGURES.published("victims extorted again after they paid", 0.27, "share", "Thorn/NCMEC 2024 (S)")
APPS: Final = FIGURES.published("demands over P2P and payment apps", 0.75, "share", "Thorn/NCMEC 2024 (S)")
CHILDREN: Final = FIGURES.assumed(
    "victims of 14–17", 0.6, "share", "of account holders; 90 % of child victims are boys of 14–17 (S)"
)
DOMESTIC: Final = FIGURES.assumed(
    "mules in the victim's country", 0.35, "share", "FATF 2025 names domestic mules, no share"
)
PER_MULE: Final = FIGURES.assumed("victims a mule", 3.5, "mean", "seen by one group of institutions")
DRAWN_OUT: Final = FIGURES.assumed(
    "victims who pay for weeks", 0.14, "share", "hard case: small sums, at night, several receivers"
)
_EUR_USD: Final = 1.08


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` victims and those who collect from them."""
    if not count:
        return
    drawn_out = chance(rng, count, DRAWN_OUT)
    first_day = rng.integers(10, max(draft.days - 70, 11), count)
    child = chance(rng, count, CHILDREN) & ~drawn_out
    age = np.where(child, rng.uniform(14, 18, count), rng.uniform(18, 25, count))
    age = np.where(drawn_out, rng.uniform(18, 31, count), age) - first_day / 365.25
    origin = corridors.draw_origin(rng, count)
    mules = _mules(draft, rng, origin)
    mine = _mule_of(rng, origin, mules)
    victims = draft.add_people(
        rng,
        origin,
        kind="extortion_victim",
        age=age,
        group=mules.group[mine],
        hard=drawn_out,
        several=0.08,
        variant=np.where(
            drawn_out, draft.variant("drawn_out"), np.where(child, draft.variant("child"), draft.variant("young_adult"))
        ),
        channel=pick(rng, count, [15, 70, 15]),
    )
    _bursts(draft, rng, victims, mules, mine=mine, first_day=first_day)
    domestic.everyday(draft, rng, victims, share=0.65)


def _mules(draft: Draft, rng: Rng, origin: Ints) -> People:
    n = max(2, round(len(origin) / PER_MULE))
    at_home = chance(rng, n, DOMESTIC)
    abroad = corridors.draw_destination(rng, rng.choice(origin, n), "extortion")
    country = np.where(at_home, rng.choice(origin, n), abroad)
    ring = draft.new_groups(n)
    ring = np.where((within(np.array([n])) % 3 == 1), ring - 1, ring)  # a third share a ring with the mule before
    mules = draft.add_people(
        rng,
        country,
        kind="extortion_collection",
        age=ages(rng, n, 24, 5, 17, 45),
        group=ring,
        several=0.3,
        variant=np.where(at_home, draft.variant("domestic_mule"), draft.variant("mule_abroad")),
        hard=at_home,
    )
    domestic.paid_by_friends(draft, rng, mules, share=0.3)
    return mules


def _mule_of(rng: Rng, origin: Ints, mules: People) -> Ints:
    """A mule for each victim: any abroad, or a domestic one of the victim's own country."""
    mine = np.empty(len(origin), dtype=np.int64)
    numbers = np.arange(len(mules.id))
    domestic_mule = np.isin(mules.country, corridors.origin_numbers())
    abroad = numbers[~domestic_mule]
    for country in np.unique(origin):
        here = np.flatnonzero(origin == country)
        home = numbers[mules.country == country]
        pool = np.concatenate([home, abroad]) if len(home) + len(abroad) else numbers
        weight = np.concatenate([np.full(len(home), 4.0), np.ones(len(abroad))]) if len(pool) < len(numbers) else None
        mine[here] = rng.choice(pool, len(here)) if weight is None else pool[pick(rng, len(here), weight)]
    return mine


def _bursts(draft: Draft, rng: Rng, victims: People, mules: People, *, mine: Ints, first_day: Ints) -> None:
    n = len(victims.id)
    counts = 1 + np.minimum(rng.geometric(0.3, n) - 1, 11)
    counts = np.where(victims.hard, rng.integers(5, 16, n), counts).astype(np.int64)
    again = np.where(chance(rng, n, AGAIN), 1 + rng.geometric(0.5, n), 0)
    whole = counts + again
    who, nth = repeat(whole), within(whole)
    second_time = nth >= counts[who]
    usd = _demands(rng, victims, who, nth=nth, second_time=second_time)
    hours = around(rng, len(who), np.where(victims.hard, 60.0, 3.5)[who], 1.1)
    hours = np.where(nth == 0, 0.0, np.where(nth == counts[who], rng.uniform(96, 1300, len(who)), hours))
    since = np.cumsum(hours)
    since -= np.repeat(since[np.cumsum(whole) - whole], whole)
    clock = personal(rng, n, night=0.4, evening=0.35, any=0.25)
    moment = first_day[who] * 86_400 + seconds(rng, clock, n)[who] + ints(since * 3600)
    other = _others(rng, victims, mules, mine=mine, who=who, second_time=second_time)
    rail = np.array([RAILS[name] for name in ("wallet", "bank", "card", "crypto", "cash_pickup")])
    usual = rail[pick(rng, n, [APPS, 0.1, 0.05, 0.06, 0.04])]
    draft.add_payments(
        payer=victims.id[who],
        receiver=mules.id[other],
        day=moment // 86_400,
        second=moment % 86_400,
        usd=usd,
        rounding=roundings(rng, len(who), (0.55, 0.2, 0.05, 0.2)),
        rail=usual[who],
        reference=words(
            rng, len(who), {"blank": 50, "plea": 20, "gift": 8, "friends": 8, "goods": 6, "handle": 5, "family": 3}
        ),
    )


def _demands(rng: Rng, victims: People, who: Ints, *, nth: Ints, second_time: Flags) -> Floats:
    """What is paid each time: the first demand, then what is left, never more in all than published."""
    n = len(victims.id)
    first = np.minimum(around(rng, n, 105, 0.6), 2.5 * FIRST_EUR)
    first = np.where(victims.hard, around(rng, n, 48, 0.4), first)
    usd = np.where(nth == 0, first[who], around(rng, len(who), first[who] * np.where(second_time, 0.6, 0.8), 0.55))
    total = np.bincount(who, usd, n)
    return usd * np.minimum(1.0, TOTAL_EUR * _EUR_USD * 0.97 / total)[who]


def _others(rng: Rng, victims: People, mules: People, *, mine: Ints, who: Ints, second_time: Flags) -> Ints:
    """The mule of each payment: mostly the victim's own; another of the same sort the second time or when drawn out."""
    change = np.where(second_time, 0.6, np.where(victims.hard[who], 0.35, 0.05))
    swapped = np.flatnonzero(chance(rng, len(who), change))
    chosen = mine[who]
    abroad = np.flatnonzero(~np.isin(mules.country, corridors.origin_numbers()))
    if len(abroad):
        chosen[swapped] = rng.choice(abroad, len(swapped))
    return chosen
