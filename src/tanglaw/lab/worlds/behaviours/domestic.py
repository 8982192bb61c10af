"""Everyday payments within a country: friends of one age who split bills, pocket money, small jobs of teenagers."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Floats, Ints, Rng, around, chance, pick, repeat
from tanglaw.lab.worlds.behaviours.ties import Style, pay, roundings, words
from tanglaw.lab.worlds.clock import personal, seconds
from tanglaw.lab.worlds.draft import EVERYDAY, Draft, People, ages
from tanglaw.lab.worlds.neighbourhoods import Neighbourhoods, nearest, shared_out
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.rhythm import irregular, spells

FIGURES: Final = Parameters("domestic")
TEENAGERS: Final = FIGURES.assumed("teenagers among domestic payers", 0.22, "share", "accounts for 13–17 year olds")
PARENTS: Final = FIGURES.assumed("adults who pay a teenager pocket money", 0.3, "share", "parents and grandparents")
JOBS: Final = FIGURES.assumed(
    "adults who pay teenagers for small jobs", 0.12, "share", "hard case: unrelated adults pay a minor"
)
NEIGHBOURHOOD: Final = FIGURES.assumed(
    "people a neighbourhood", 36, "residents, in any country", "whom one knows: classmates, colleagues, their families"
)
OF_ONE_AGE: Final = FIGURES.assumed(
    "how near in age friends are", 3, "residents between", "of those of one neighbourhood"
)
PAYERS_A_RESIDENT: Final = FIGURES.assumed(
    "payers a resident", 0.7, "mean, in any country", "who pays into a neighbourhood, and who is paid there"
)

_ACTIVE: Final = 0.9
_OUTSIDERS: Final = 0.7
"""People of all other behaviours who pay friends, for each domestic payer: what the others' shares come to."""
_FRIENDS: Final = {"friends": 52, "blank": 30, "goods": 6, "gift": 8, "accommodation": 4}
_POCKET: Final = {"pocket": 55, "blank": 25, "gift": 15, "school": 5}


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` people who pay each other within their country, and friends of theirs who only receive."""
    if not count:
        return
    home = _settle(count)
    number = len(home)
    paying = count // number + (np.arange(number) < count % number)
    many = max(round(count * (_ACTIVE + _OUTSIDERS) / PAYERS_A_RESIDENT / number), int(paying.max()))
    teenagers = max(round(TEENAGERS * many), 1)
    age = _ages(rng, number, teenagers, many - teenagers)
    rung = (np.arange(many) + rng.random((number, 1))) * paying[:, None] / many
    pays = np.floor(rung + paying[:, None] / many) > np.floor(rung)  # of every age the same share
    young = np.tile(np.arange(many) < teenagers, number)
    people = draft.add_people(
        rng,
        np.repeat(home, many),
        kind="ordinary",
        age=age.ravel(),
        channel=pick(rng, age.size, [6, 70, 24]),
        several=0.08,
        variant=np.where(young, draft.variant("teenager"), draft.variant("friend")),
    )
    known = people.id.reshape(number, many)
    draft.neighbourhoods = Neighbourhoods(
        home, age, known, payers=np.take_along_axis(known, nearest(pays), axis=1), teenagers=teenagers
    )
    place = np.repeat(np.arange(number), many)
    who = np.flatnonzero(pays.ravel())
    _pay_friends(draft, rng, people, who[chance(rng, len(who), _ACTIVE)], place)
    adults = np.flatnonzero(pays.ravel() & ~young)
    _pay_teenagers(draft, rng, people, adults[chance(rng, len(adults), PARENTS)], place, most=1)
    _pay_teenagers(draft, rng, people, adults[chance(rng, len(adults), JOBS)], place, most=4)


def everyday(draft: Draft, rng: Rng, people: People, *, share: float) -> None:
    """A share of these people pay friends: people of one neighbourhood of their country, of about their age."""
    who = np.flatnonzero(chance(rng, len(people.id), share))
    _pay_friends(draft, rng, people, who, draft.neighbourhoods.choose(rng, people.country))


def paid_by_friends(draft: Draft, rng: Rng, people: People, *, share: float, years_older: float = 0.0) -> None:
    """A share of these people are also paid by people of their own country, honestly: friends, or their elders."""
    who = np.flatnonzero(chance(rng, len(people.id), share))
    place = draft.neighbourhoods.choose(rng, people.country)
    who = who[place[who] >= 0]
    tie = who[repeat(rng.integers(1, 5 if not years_older else 3, len(who)))]
    near = draft.neighbourhoods.of_age(rng, place[tie], _age(people, tie) + years_older, OF_ONE_AGE)
    payer = draft.neighbourhoods.payers[place[tie], near]
    start = np.zeros(len(tie), dtype=np.int64)
    events = irregular(rng, start, start + draft.days - 1, np.full(len(tie), 4.0))
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


def _settle(count: int) -> Ints:
    """Country of each neighbourhood, ascending: as many as there are people who pay into them."""
    number = max(1, round(count * (_ACTIVE + _OUTSIDERS) / PAYERS_A_RESIDENT / NEIGHBOURHOOD))
    return np.sort(np.repeat(corridors.origin_numbers(), shared_out(number, list(corridors.ORIGINS.values()))))


def _ages(rng: Rng, number: int, teenagers: int, adults: int) -> Floats:
    """(neighbourhoods, people) ages, ascending: of each neighbourhood one in every slice of all ages there are."""
    young = 12.5 + 5.0 * (np.arange(teenagers) + rng.random((number, teenagers))) / teenagers
    slices = np.sort(ages(rng, number * adults, 34, 13, 18, 80)).reshape(adults, number)
    return np.concatenate([young, rng.permuted(slices, axis=1).T], axis=1)


def _age(people: People, who: Ints) -> Floats:
    """Years at the world's first day."""
    return np.asarray(-people.born[who] / 365.25)


def _pay_friends(draft: Draft, rng: Rng, people: People, who: Ints, place: Ints) -> None:
    """These people pay residents of their neighbourhoods who are of about their age."""
    who = who[place[who] >= 0]
    tie_payer = who[repeat(rng.integers(2, 9, len(who)))]
    near = draft.neighbourhoods.of_age(rng, place[tie_payer], _age(people, tie_payer), OF_ONE_AGE)
    receiver = draft.neighbourhoods.people[place[tie_payer], near]
    kept = receiver != people.id[tie_payer]
    tie_payer, receiver = tie_payer[kept], receiver[kept]
    n = len(tie_payer)
    start, end = spells(rng, draft.calendar, n, whole=0.4)
    events = irregular(rng, start, end, rng.gamma(0.8, 3.0, n))
    clock = personal(rng, len(people.id), evening=0.5, day=0.4, any=0.1)
    style = Style(around(rng, n, 22, 0.6), 0.6, clock, _FRIENDS, (0.2, 0.35, 0.0, 0.45), "wallet", EVERYDAY)
    pay(draft, rng, people, tie_payer, receiver, events, style)


def _pay_teenagers(draft: Draft, rng: Rng, people: People, who: Ints, place: Ints, *, most: int) -> None:
    """Adults pay teenagers of their neighbourhood: their own, or several (babysitters, lawns, tutoring)."""
    payer = who[repeat(rng.integers(1, most + 1, len(who)))]
    teenager = draft.neighbourhoods.people[place[payer], rng.integers(0, draft.neighbourhoods.teenagers, len(payer))]
    if most == 1:  # a family: the teenager takes the adult's surname
        own = chance(rng, len(payer), 0.8)
        people.surname[teenager[own] - people.id[0]] = people.surname[payer[own]]
    n = len(payer)
    start, end = spells(rng, draft.calendar, n, whole=0.3)
    events = irregular(rng, start, end, np.full(n, 14.0 if most == 1 else 6.0))
    clock = personal(rng, len(people.id), evening=0.5, day=0.5)
    style = Style(around(rng, n, 24, 0.5), 0.3, clock, _POCKET, (0.6, 0.25, 0.0, 0.15), "wallet", EVERYDAY)
    pay(draft, rng, people, payer, teenager, events, style)
