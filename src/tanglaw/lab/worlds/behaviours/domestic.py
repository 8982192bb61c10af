"""Everyday payments within a country: friends who split bills, pocket money, babysitters, small jobs of teenagers."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Ints, Rng, around, chance, ints, pick, repeat
from tanglaw.lab.worlds.behaviours.ties import Style, pay, roundings, words
from tanglaw.lab.worlds.clock import personal, seconds
from tanglaw.lab.worlds.draft import Draft, People, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import Events, irregular, spells

FIGURES: Final = Parameters("domestic")
TEENAGERS: Final = FIGURES.assumed("teenagers among domestic payers", 0.22, "share", "accounts for 13–17 year olds")
PARENTS: Final = FIGURES.assumed("adults who pay a teenager pocket money", 0.3, "share", "parents and grandparents")
JOBS: Final = FIGURES.assumed(
    "adults who pay teenagers for small jobs", 0.12, "share", "hard case: unrelated adults pay a minor"
)

_FRIENDS: Final = {"friends": 52, "blank": 30, "goods": 6, "gift": 8, "accommodation": 4}
_POCKET: Final = {"pocket": 55, "blank": 25, "gift": 15, "school": 5}


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` people who pay each other within their country."""
    origin = np.sort(corridors.draw_origin(rng, count))
    teenager = chance(rng, count, TEENAGERS)
    age = np.where(teenager, rng.uniform(12.5, 17.5, count), ages(rng, count, 34, 13, 18, 80))
    people = draft.add_people(
        rng,
        origin,
        kind="ordinary",
        age=age,
        channel=pick(rng, count, [6, 70, 24]),
        several=0.08,
        variant=np.where(teenager, draft.variant("teenager"), draft.variant("friend")),
    )
    draft.residents = {int(code): people.id[origin == code] for code in np.unique(origin)}
    draft.teenagers = {int(code): people.id[(origin == code) & teenager] for code in np.unique(origin)}
    everyday(draft, rng, people, share=0.9)
    adults = np.flatnonzero(~teenager)
    _to_teenagers(draft, rng, people, adults[chance(rng, len(adults), PARENTS)], one=True)
    _to_teenagers(draft, rng, people, adults[chance(rng, len(adults), JOBS)], one=False)


def everyday(draft: Draft, rng: Rng, people: People, *, share: float) -> None:
    """A share of these people pay friends: a circle of residents of their country."""
    who = np.flatnonzero(chance(rng, len(people.id), share))
    each = rng.integers(2, 9, len(who))
    tie_payer = who[repeat(each)]
    receiver = _residents(rng, draft.residents, people.country[tie_payer])
    kept = (receiver >= 0) & (receiver != people.id[tie_payer])
    tie_payer, receiver = tie_payer[kept], receiver[kept]
    n = len(tie_payer)
    start, end = spells(rng, draft.calendar, n, whole=0.4)
    events = irregular(rng, start, end, rng.gamma(0.8, 3.0, n))
    clock = personal(rng, len(people.id), evening=0.5, day=0.4, any=0.1)
    pay(
        draft,
        rng,
        people,
        tie_payer,
        receiver,
        events,
        Style(around(rng, n, 22, 0.6), 0.6, clock, _FRIENDS, (0.2, 0.35, 0.0, 0.45), "wallet"),
    )


def paid_by_friends(draft: Draft, rng: Rng, people: People, *, share: float) -> None:
    """A share of these people are also paid by residents of their own country, honestly."""
    who = np.flatnonzero(chance(rng, len(people.id), share))
    each = rng.integers(1, 5, len(who))
    tie = who[repeat(each)]
    payer = _residents(rng, draft.residents, people.country[tie])
    events = irregular(
        rng, np.zeros(len(tie), dtype=np.int64), np.full(len(tie), draft.days - 1), np.full(len(tie), 4.0)
    )
    events = events.where(payer[events.tie] >= 0)
    _small(draft, rng, payer, people.id[tie], events)


def _to_teenagers(draft: Draft, rng: Rng, people: People, who: Ints, *, one: bool) -> None:
    """Adults pay teenagers: one (their own, month by month) or several (babysitters, lawns, tutoring)."""
    each = np.ones(len(who), dtype=np.int64) if one else rng.integers(1, 5, len(who))
    payer = who[repeat(each)]
    teenager = _residents(rng, draft.teenagers, people.country[payer])
    known = teenager >= 0
    payer, teenager = payer[known], teenager[known]
    if one:  # a family: the teenager takes the adult's surname
        own = chance(rng, len(payer), 0.8)
        people.surname[teenager[own] - people.id[0]] = people.surname[payer[own]]
    n = len(payer)
    start, end = spells(rng, draft.calendar, n, whole=0.3)
    events = irregular(rng, start, end, np.full(n, 14.0 if one else 6.0))
    clock = personal(rng, len(people.id), evening=0.5, day=0.5)
    pay(
        draft,
        rng,
        people,
        payer,
        teenager,
        events,
        Style(around(rng, n, 24, 0.5), 0.3, clock, _POCKET, (0.6, 0.25, 0.0, 0.15), "wallet"),
    )


def _small(draft: Draft, rng: Rng, payer: Ints, receiver: Ints, events: Events) -> None:
    n = len(events.tie)
    draft.add_payments(
        payer=payer[events.tie],
        receiver=receiver[events.tie],
        day=events.day,
        second=seconds(rng, "evening", n),
        usd=around(rng, n, 25, 0.7),
        rounding=roundings(rng, n, (0.3, 0.3, 0, 0.4)),
        reference=words(rng, n, _FRIENDS),
        rail="wallet",
    )


def _residents(rng: Rng, pool: dict[int, Ints], country: Ints) -> Ints:
    """Someone of each country, -1 where nobody is known."""
    drawn = np.full(len(country), -1, dtype=np.int64)
    for code in np.unique(country):
        here = np.flatnonzero(country == code)
        own = pool.get(int(code))
        if own is not None and len(own):
            drawn[here] = own[ints(rng.random(len(here)) * len(own))]
    return drawn
