"""Paying side of live-streamed abuse: who pays, how the price and the hour come about, and why accounts change."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.households import Household, households
from benchmarks.apart.guests.bureau.moments import clock, mixed, monthly
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import Sums, chosen, spread
from benchmarks.apart.guests.bureau.year import DAYS, Days

CRIME: Final = Kind("livestream_purchase", "facilitation")

_STYLES: Final = ("prolific", "steady", "once", "traveller", "masked", "drifted")
_STYLE_WEIGHTS: Final = np.array([0.06, 0.2, 0.31, 0.14, 0.15, 0.14])
_HABITS: Final = ("night", "late", "dawn", "break", "evening")
_HABIT_WEIGHTS: Final = np.array([0.42, 0.26, 0.1, 0.1, 0.12])


def livestream(stage: Stage, rng: np.random.Generator, watchers: list[tuple[Person, list[int]]]) -> None:
    """Add those who pay households, on top of whatever else they pay in life."""
    count = stage.many(40, 4)
    doors = households(stage, rng, count)
    # The first is always a prolific payer: half of all such payments come from very few people.
    styles = ["prolific", *rng.choice(_STYLES, count - 1, p=_STYLE_WEIGHTS)]
    drifters = [person for person, _ in watchers if person.male and person.age > 26]
    ages = np.array([_weight(person) for person in stage.people])
    for style in styles:
        person = stage.people[int(rng.choice(len(stage.people), p=ages / ages.sum()))]
        left = [drifter for drifter in drifters if ages[drifter.number] > 0]
        if style == "drifted" and left:
            person = left[int(rng.integers(len(left)))]
        ages[person.number] = 0.0
        person.hidden = person.hidden or bool(rng.random() < 0.25)
        _pays(stage, rng, person, str(style), doors)


def _weight(person: Person) -> float:
    """Follow published ages: mostly men of the late thirties to seventy, of any occupation."""
    if person.age < 21:
        return 0.0
    return (1.0 if person.male else 0.04) * (
        1.0 if 46 <= person.age <= 70 else 0.5 if person.age in range(37, 46) else 0.1
    )


def _pays(stage: Stage, rng: np.random.Generator, person: Person, style: str, doors: list[Household]) -> None:
    days = _occasions(rng, person, style)
    if not days.size:
        days = rng.integers(0, DAYS - 3, 1)
    contacts = _contacts(rng, style, doors)
    price = float(spread(rng, 200 if style == "prolific" else 240, 0.4, 1)[0])
    rising = float(rng.uniform(0.05, 0.7)) if days.size > 4 else 0.0
    amounts = price * rng.choice([0.5, 0.8, 1, 1, 1.3, 2, 3], days.size) * np.exp(rising * np.linspace(0, 1, days.size))
    habit = _HABITS[int(rng.choice(5, p=_HABIT_WEIGHTS))]
    minutes = np.sort(mixed(rng, days, habit, person.owl, 0.15))
    asked_share = float(rng.choice([0.15, 0.85]))
    for door, account, channel, mine in _routes(rng, style, contacts, minutes.size):
        stage.groups.setdefault(("originator", person.number), door.neighbourhood)
        sums = chosen(rng, amounts[mine], door.country, asked_share)
        _two_parts(stage, rng, person, account=account, minutes=minutes[mine], sums=sums, channel=channel)
    if style == "masked":
        stage.quiet.add(("originator", person.number))
        _household_money(stage, rng, person, contacts[0], int(days[0]))


def _occasions(rng: np.random.Generator, person: Person, style: str) -> Days:
    """Draw the days: further apart at first, closer as it goes on, and broken off by fear for weeks at a time."""
    least, most = {
        "prolific": (80, 170), "steady": (9, 26), "once": (1, 3), "traveller": (5, 13), "masked": (6, 16),
        "drifted": (3, 13),
    }[style]  # fmt: skip
    count = int(rng.integers(least, most + 1))
    if style == "once":
        start = int(rng.integers(0, DAYS - 20))
        days = start + rng.integers(0, int(rng.choice([3, 120])), count)
        return np.sort(np.minimum(days, DAYS - 3))
    opening = {"prolific": 6.0, "steady": 24.0}.get(style, 28.0)
    gaps = rng.gamma(1.1, opening / 1.1, count) * np.exp(-float(rng.uniform(0.2, 1.3)) * np.linspace(0, 1, count))
    gaps[rng.random(count) < 0.05] += float(rng.uniform(20, 70))
    room = max(DAYS - float(gaps.sum()), 30.0)
    days = (rng.uniform(0, room) + np.cumsum(gaps)).astype(np.int64)
    if style == "traveller":
        # A ticket after some months; nothing is sent while there, and more than before after coming home.
        leaves = int(days[count // 2]) + 3
        person.trips.append((leaves, leaves + int(rng.integers(9, 24))))
        days = np.where(days > leaves, days + 24, days)
    elif style == "drifted":
        days = np.where(days < DAYS // 3, days + DAYS // 3, days)
    return np.sort(days[days < DAYS])


def _contacts(rng: np.random.Generator, style: str, doors: list[Household]) -> list[Household]:
    """Meet a first household on a chat or a journey, and be recommended to the next doors or start anew."""
    pull = np.array([door.pull for door in doors])
    if style in {"traveller", "masked"}:
        # Met in person, not by fame: such a household may have no other payer here.
        pull = np.ones(len(doors))
    found = [int(rng.choice(len(doors), p=pull / pull.sum()))]
    wanted = {"prolific": int(rng.integers(5, 10)), "steady": int(rng.integers(2, 6)), "drifted": 2}.get(style, 1)
    for _ in range(wanted - 1):
        near = doors[found[-1]].next_door
        if near and rng.random() < 0.6:
            found.append(near[int(rng.integers(len(near)))])
        else:
            found.append(int(rng.choice(len(doors), p=pull / pull.sum())))
    return [doors[place] for place in dict.fromkeys(found)]


def _routes(
    rng: np.random.Generator, style: str, contacts: list[Household], count: int
) -> list[tuple[Household, int, str, Days]]:
    """Split occasions by household, account named and way of paying, in the order of time.

    A way of paying lasts until the institution asks a question or refuses; then the payer tries another one,
    which is why one person's payments lie with several institutions.
    """
    channels = [str(c) for c in rng.choice(["online", "platform", "agent"], 8, p=[0.55, 0.25, 0.2])]
    refusals = {"prolific": 0.03, "steady": 0.05}.get(style, 0.08)
    at, way = 0, 0
    routes: dict[tuple[int, int, str], list[int]] = {}
    for turn in range(count):
        if len(contacts) > 1 and rng.random() < 0.22:
            at = int(rng.integers(min(len(contacts), at + 2)))
        door = contacts[at]
        account = door.accounts[int(rng.integers(len(door.accounts))) if rng.random() < door.moves else 0]
        if rng.random() < refusals:
            way += 1
        routes.setdefault((at, account, channels[way % 8]), []).append(turn)
    return [
        (contacts[at], account, channel, np.array(turns, dtype=np.int64))
        for (at, account, channel), turns in routes.items()
    ]


def _two_parts(
    stage: Stage, rng: np.random.Generator, person: Person, *, account: int, minutes: Days, sums: Sums, channel: str
) -> None:
    """Pay some occasions in two parts: something before, the rest within the hour."""
    text = words.QUIET if rng.random() < 0.6 else words.NOTHING
    split = rng.random(minutes.size) < 0.2
    later = minutes[split] + rng.integers(9, 70, int(split.sum()))
    parts = Sums(np.concatenate([sums.amounts, sums.amounts[split]]), sums.currency)
    stage.order(
        person.number, account, np.concatenate([minutes, later]), parts, kind=CRIME, channel=channel, words=text
    )


def _household_money(stage: Stage, rng: np.random.Generator, person: Person, door: Household, first: int) -> None:
    """Send what a partner would send, every month, to the same household: the small sums hide among the large."""
    days = monthly(rng, person.payday, 2, 0.15, (max(0, first - 60), DAYS))
    sums = chosen(rng, spread(rng, 1300 * person.purse, 0.25, days.size), door.country, 0.2)
    minutes = clock(rng, days, "evening", person.owl)
    stage.order(person.number, door.accounts[0], minutes, sums, kind=CRIME, channel="online", words=words.QUIET)
