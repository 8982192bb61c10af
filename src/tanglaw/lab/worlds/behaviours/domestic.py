"""Everyday payments within a country: friends of one age who split bills, pocket money, small jobs of teenagers."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Floats, Ints, Rng, around, chance, ints, pick, repeat
from tanglaw.lab.worlds.behaviours.ties import Style, pay, roundings, words
from tanglaw.lab.worlds.clock import personal, seconds
from tanglaw.lab.worlds.draft import EVERYDAY, Draft, People, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import irregular, spells

FIGURES: Final = Parameters("domestic")
TEENAGERS: Final = FIGURES.assumed("teenagers among domestic payers", 0.22, "share", "accounts for 13–17 year olds")
PARENTS: Final = FIGURES.assumed("adults who pay a teenager pocket money", 0.3, "share", "parents and grandparents")
JOBS: Final = FIGURES.assumed(
    "adults who pay teenagers for small jobs", 0.12, "share", "hard case: unrelated adults pay a minor"
)
OF_ONE_AGE: Final = FIGURES.assumed(
    "how near in age friends are", 8.0, "residents between", "classmates, flatmates; as many in a small country"
)

_FRIENDS: Final = {"friends": 52, "blank": 30, "goods": 6, "gift": 8, "accommodation": 4}
_POCKET: Final = {"pocket": 55, "blank": 25, "gift": 15, "school": 5}
_TEEN_BORN: Final = -18.5 * 365.25


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
    for code in np.unique(origin):
        here = np.flatnonzero(origin == code)
        here = here[np.argsort(people.born[here], kind="stable")]
        draft.residents[int(code)] = (people.born[here], people.id[here])
    everyday(draft, rng, people, share=0.9)
    adults = np.flatnonzero(~teenager)
    _pay_teenagers(draft, rng, people, adults[chance(rng, len(adults), PARENTS)], most=1)
    _pay_teenagers(draft, rng, people, adults[chance(rng, len(adults), JOBS)], most=4)


def everyday(draft: Draft, rng: Rng, people: People, *, share: float) -> None:
    """A share of these people pay friends: residents of their country, of about their age."""
    who = np.flatnonzero(chance(rng, len(people.id), share))
    tie_payer = who[repeat(rng.integers(2, 9, len(who)))]
    receiver = _of_age(draft, rng, people.country[tie_payer], people.born[tie_payer].astype(np.float64))
    kept = (receiver >= 0) & (receiver != people.id[tie_payer])
    tie_payer, receiver = tie_payer[kept], receiver[kept]
    n = len(tie_payer)
    start, end = spells(rng, draft.calendar, n, whole=0.4)
    events = irregular(rng, start, end, rng.gamma(0.8, 3.0, n))
    clock = personal(rng, len(people.id), evening=0.5, day=0.4, any=0.1)
    style = Style(around(rng, n, 22, 0.6), 0.6, clock, _FRIENDS, (0.2, 0.35, 0.0, 0.45), "wallet", EVERYDAY)
    pay(draft, rng, people, tie_payer, receiver, events, style)


def paid_by_friends(draft: Draft, rng: Rng, people: People, *, share: float, years_older: float = 0.0) -> None:
    """A share of these people are also paid by residents of their own country, honestly: friends, or their elders."""
    who = np.flatnonzero(chance(rng, len(people.id), share))
    tie = who[repeat(rng.integers(1, 5 if not years_older else 3, len(who)))]
    payer = _of_age(draft, rng, people.country[tie], (people.born[tie] - years_older * 365.25).astype(np.float64))
    ends = np.where(payer >= 0, draft.days - 1, -1)
    events = irregular(rng, np.zeros_like(ends), ends, np.where(payer >= 0, 4.0, 0.0))
    n = len(events.tie)
    draft.add_payments(
        payer=payer[events.tie],
        receiver=people.id[tie][events.tie],
        day=events.day,
        second=seconds(rng, "evening", n),
        usd=around(rng, n, 25, 0.7),
        rounding=roundings(rng, n, (0.3, 0.3, 0, 0.4)),
        reference=words(rng, n, _POCKET if years_older else _FRIENDS),
        rail="wallet",
        motive=EVERYDAY,
    )


def _pay_teenagers(draft: Draft, rng: Rng, people: People, who: Ints, *, most: int) -> None:
    """Adults pay teenagers: one (their own, oftener) or several (babysitters, lawns, tutoring)."""
    payer = who[repeat(rng.integers(1, most + 1, len(who)))]
    teenager = _of_age(draft, rng, people.country[payer], rng.uniform(-17.5, -12.5, len(payer)) * 365.25)
    known = teenager >= 0
    payer, teenager = payer[known], teenager[known]
    if most == 1:  # a family: the teenager takes the adult's surname
        own = chance(rng, len(payer), 0.8) & (people.born[teenager - people.id[0]] > _TEEN_BORN)
        people.surname[teenager[own] - people.id[0]] = people.surname[payer[own]]
    n = len(payer)
    start, end = spells(rng, draft.calendar, n, whole=0.3)
    events = irregular(rng, start, end, np.full(n, 14.0 if most == 1 else 6.0))
    clock = personal(rng, len(people.id), evening=0.5, day=0.5)
    style = Style(around(rng, n, 24, 0.5), 0.3, clock, _POCKET, (0.6, 0.25, 0.0, 0.15), "wallet", EVERYDAY)
    pay(draft, rng, people, payer, teenager, events, style)


def _of_age(draft: Draft, rng: Rng, country: Ints, born: Floats) -> Ints:
    """A resident of each country born about that day, -1 where nobody lives there."""
    drawn = np.full(len(country), -1, dtype=np.int64)
    for code in np.unique(country):
        if int(code) in draft.residents:
            here = np.flatnonzero(country == code)
            days, people = draft.residents[int(code)]
            place = ints(np.searchsorted(days, born[here]) + rng.normal(0, OF_ONE_AGE, len(here)))
            # Beyond the youngest and the oldest it goes back among them, as often as it takes.
            place = np.mod(place, 2 * len(people))
            drawn[here] = people[np.minimum(place, 2 * len(people) - 1 - place)]
    return drawn
