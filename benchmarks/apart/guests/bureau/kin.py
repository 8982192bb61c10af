"""Migrants and their families: who is kept, what for, and when it is more than usual."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.moments import clock, every, mixed, monthly, season, some
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.places import COUNTRIES
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import chosen, sent, spread
from benchmarks.apart.guests.bureau.year import DAYS, DISASTERS, FEASTS

SUPPORT: Final = Kind("family_support", "family_receiver")
_TO_COLLECTOR: Final = Kind("family_support", "collector")
_LOAN: Final = Kind("hub_payment", "hub")

_EUROPE: Final = ("PL", "LT", "RO", "UA")
_AGENT_PLACES: Final = ("SO", "ET", "PK", "NG", "GH", "KE", "MA")


def families(stage: Stage, rng: np.random.Generator) -> None:
    """Let migrants keep their homes, alone or with the brothers, sisters and cousins who came with them."""
    waiting: dict[str, list[tuple[str, str, list[int]]]] = {}
    neighbours = _collectors(stage, rng)
    for person in stage.people:
        if person.native or rng.random() < 0.07:
            continue
        known = waiting.setdefault(person.origin, [])
        if known and rng.random() < 0.34:
            # A later migrant of a family already here: same parents, often the same family name.
            family, city, home = known[int(rng.integers(max(0, len(known) - 6), len(known)))]
            if rng.random() < 0.6:
                person.family = family
        else:
            places = COUNTRIES[person.origin].cities
            city = places[int(rng.integers(len(places)))]
            home = _home(stage, rng, person, city)
            known.append((person.family, city, home))
        channel = habitual_channel(rng, person)
        _keep(stage, rng, person, home, channel)
        _storms(stage, rng, person, home)
        if neighbours.get(person.origin) and rng.random() < 0.13:
            _neighbour(stage, rng, person, neighbours[person.origin])


def habitual_channel(rng: np.random.Generator, person: Person) -> str:
    """Choose where a migrant pays: by bank within Europe, at a kiosk or by app elsewhere."""
    bank, agent = (0.6, 0.02) if person.origin in _EUROPE else (0.08, 0.38)
    if person.origin in _AGENT_PLACES or person.age > 52:
        agent += 0.2
    draw = rng.random()
    return "bank" if draw < bank else "agent" if draw < bank + agent else "online"


def _home(stage: Stage, rng: np.random.Generator, person: Person, city: str) -> list[int]:
    """Make those at home: a parent or spouse who keeps the money, and up to six others."""
    others = int(min(rng.poisson(1.1), 6))
    parent = stage.private(rng, person.origin, family=person.family, city=city, male=0.3, age=(45, 78))
    rest = [
        stage.private(
            rng, person.origin, family=person.family if rng.random() < 0.5 else None,
            city=city if rng.random() < 0.7 else None, male=0.42, age=(16, 55),
        )
        for _ in range(others)
    ]  # fmt: skip
    return [parent, *rest]


def _keep(stage: Stage, rng: np.random.Generator, person: Person, home: list[int], channel: str) -> None:
    """Pay the head of the house by the month, and the others when they ask."""
    base = (3600 if person.origin in _EUROPE else 1900) * person.purse
    asked_share = 0.3 if channel != "bank" else 0.1
    first, last = season(rng)
    style = rng.random()
    if style < 0.62:
        days = monthly(rng, person.payday, 2.5, 0.12, (first, last))
    elif style < 0.85:
        days = every(rng, float(rng.uniform(12, 40)), first, last, 1.2)
    else:
        days = some(rng, int(rng.integers(2, 8)), first, last)
    feasts = [feast - int(rng.integers(1, 9)) for feast in FEASTS.get(person.origin, ()) if rng.random() < 0.6]
    days = np.sort(np.concatenate([days, np.array(feasts, dtype=np.int64)]))
    if days.size:
        # Holiday money in June and half tax in December leave more to give.
        rich = np.where((days % 366 > 160) & (days % 366 < 182) | (days % 366 > 335) & (days % 366 < 358), 1.5, 1.0)
        habit = "evening" if channel == "online" else "errand"
        sums = chosen(rng, spread(rng, base, 0.22, days.size) * rich, person.origin, asked_share)
        kind, text = (SUPPORT, words.HOME_ACCOUNT if person.origin in _EUROPE else words.KIN)
        stage.order(
            person.number, home[0], mixed(rng, days, habit, person.owl), sums, kind=kind, channel=channel, words=text
        )
    for relative in home[1:]:
        _relative(stage, rng, person, relative, channel=channel, base=base)
    if person.origin in _EUROPE and rng.random() < 0.14:
        bank = stage.company(rng, person.origin, ("Bank Spółdzielczy", "Kreditas", "Banca", "Hipoteka"))
        due = monthly(rng, 4, 0.8, 0.02, (first, last))
        rate = np.full(due.size, float(spread(rng, 4200, 0.4, 1)[0]))
        stage.order(
            person.number, bank, clock(rng, due, "office"), sent(rate), kind=_LOAN, channel="bank", words=words.HUB
        )


def _relative(
    stage: Stage, rng: np.random.Generator, person: Person, relative: int, *, channel: str, base: float
) -> None:
    """Help a brother, niece or aunt in the way that this one asks for help."""
    manner = rng.random()
    first, last = season(rng)
    if manner < 0.3:
        days, middle, habit = some(rng, int(rng.integers(1, 5)), first, last), base * 0.55, "evening"
    elif manner < 0.5:
        days, middle, habit = monthly(rng, person.payday, 3, 0.25, (first, last)), base * 0.4, "evening"
    elif manner < 0.68:
        # "Please, for load": small sums, often, at whatever hour the message comes, which is morning over there.
        days, middle, habit = every(rng, float(rng.uniform(6, 22)), first, last, 0.8), base * 0.17, "late"
        channel = "online" if rng.random() < 0.7 else channel
    elif manner < 0.8:
        # An illness: asked for more and more often, then a large sum, then nothing.
        start = int(rng.integers(0, DAYS - 60))
        gaps = np.maximum(18 * 0.8 ** np.arange(9), 1.0)
        days = (start + np.cumsum(gaps)).astype(np.int64)
        growth = 0.3 * 1.25 ** np.arange(9)
        sums = chosen(rng, spread(rng, base, 0.25, 9) * growth, person.origin, 0.4)
        stage.order(
            person.number,
            relative,
            mixed(rng, days, "evening", person.owl, 0.4),
            sums,
            kind=SUPPORT,
            channel=channel,
            words=words.KIN,
        )
        return
    else:
        starts = [day + int(rng.integers(-6, 6)) for day in FEASTS.get(person.origin, (353,))]
        days, middle, habit = np.array(starts, dtype=np.int64), base * 0.5, "evening"
    if days.size:
        sums = chosen(rng, spread(rng, middle, 0.3, days.size), person.origin, 0.4)
        stage.order(
            person.number,
            relative,
            mixed(rng, days, habit, person.owl),
            sums,
            kind=SUPPORT,
            channel=channel,
            words=words.KIN,
        )


def _storms(stage: Stage, rng: np.random.Generator, person: Person, home: list[int]) -> None:
    """After a disaster pay everybody at home, in small sums and at once."""
    for day in DISASTERS.get(person.origin, ()):
        if rng.random() < 0.75:
            continue
        for relative in home:
            count = int(rng.integers(1, 4))
            days = day + rng.exponential(1.5, count).astype(np.int64)
            sums = sent(spread(rng, 700 * person.purse, 0.5, count))
            minutes = mixed(rng, days, "late", person.owl, 0.6)
            stage.order(person.number, relative, minutes, sums, kind=SUPPORT, channel="online", words=words.DISASTER)


def _collectors(stage: Stage, rng: np.random.Generator) -> dict[str, list[int]]:
    """Name in each place those who are paid for a village: a shopkeeper, a savings circle's treasurer."""
    found: dict[str, list[int]] = {}
    for origin in (*_AGENT_PLACES, "PH", "TH", "VN", "IN"):
        count = stage.many(12 if origin == "PH" else 4, 1)
        found[origin] = [stage.private(rng, origin, male=0.4, age=(30, 65)) for _ in range(count)]
    return found


def _neighbour(stage: Stage, rng: np.random.Generator, person: Person, collectors: list[int]) -> None:
    """Pay a neighbour who hands the money on: many unrelated payers, small sums, one household."""
    collector = collectors[int(len(collectors) * rng.random() ** 1.6)]
    days = every(rng, float(rng.uniform(20, 60)), shape=1.0)
    sums = chosen(rng, spread(rng, 650 * person.purse, 0.5, days.size), person.origin, 0.4)
    channel = "agent" if rng.random() < 0.5 else "online"
    minutes = mixed(rng, days, "evening", person.owl)
    stage.order(person.number, collector, minutes, sums, kind=_TO_COLLECTOR, channel=channel, words=words.KIN)


def married_in(stage: Stage, rng: np.random.Generator) -> None:
    """Let natives who married into a family abroad help their in-laws beside the wife or husband who already does."""
    helped: dict[str, list[int]] = {}
    for entry in stage.orders:
        if entry.kind == SUPPORT:
            helped.setdefault(stage.receivers[entry.receiver].country, []).append(entry.receiver)
    for person in stage.people:
        if not person.native or person.age < 26 or rng.random() > 0.05:
            continue
        place = ("PH", "TH", "VN", "BR", "KE", "CO")[int(rng.choice(6, p=[0.42, 0.34, 0.06, 0.06, 0.06, 0.06]))]
        if not helped.get(place):
            continue
        inlaw = helped[place][int(rng.integers(len(helped[place])))]
        days = every(rng, float(rng.uniform(15, 70)), *season(rng))
        sums = chosen(rng, spread(rng, 1100 * person.purse, 0.6, days.size), place, 0.35)
        channel = "online" if rng.random() < 0.75 else "bank"
        stage.order(
            person.number,
            inlaw,
            mixed(rng, days, "evening", person.owl, 0.3),
            sums,
            kind=SUPPORT,
            channel=channel,
            words=words.KIN,
        )
