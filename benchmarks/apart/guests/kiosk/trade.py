"""Buying from people abroad: game items, crafts, lessons, work, and performers whom adults tip."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.kiosk import calendar, clock
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.receivers import Pool
from benchmarks.apart.guests.kiosk.world import Tie, World

_HOBBY_WORDS: Final = ("order", "skins", "figurine", "invoice", "parts", "cards")
_WORK_WORDS: Final = ("invoice", "logo", "translation", "week 3", "design", "editing", "expenses")


def hobby(world: World, payer: Payer, sellers: Pool) -> None:
    """Things for a game or a collection: in spells, from several sellers, by the young mostly late."""
    rng = world.rng
    part = "night" if payer.persona == "young" and rng.random() < 0.6 else "evening"
    price = rng.choice([8.0, 15.0, 28.0, 60.0], p=[0.25, 0.35, 0.25, 0.15])
    tie = Tie("hobby_purchase", "seller", words=_HOBBY_WORDS, wordy=0.15)
    for _ in range(int(rng.integers(1, 5))):
        spell = int(rng.integers(payer.first, payer.last + 1))
        days = spell + np.sort(rng.integers(0, 25, int(rng.integers(1, 8))))
        world.send(
            payer, sellers.pick(rng), tie, clock.at(rng, days, part), price * np.exp(rng.normal(0, 0.4, len(days)))
        )


def tips(world: World, payer: Payer, performers: Pool) -> None:
    """Adults who perform for adults over video: several small tips in one night, favourites, new faces."""
    rng = world.rng
    evenings = calendar.scattered(rng, int(min(60, 2 + rng.lognormal(1.4, 0.9))), payer.first, payer.last)
    favourites = [performers.pick(rng) for _ in range(int(rng.integers(1, 5)))]
    tie = Tie("hobby_purchase", "seller", words=("tip", "thanks", "gift"), wordy=0.06)
    for night in evenings:
        turns = int(rng.integers(1, 4))
        when = clock.at(rng, np.array([night]), "night") + np.cumsum(rng.integers(300, 2600, turns))
        chosen = favourites[int(rng.integers(len(favourites)))] if rng.random() < 0.8 else performers.pick(rng)
        world.send(
            payer, chosen, tie, when, rng.choice([9.0, 18.0, 26.0, 45.0, 90.0], turns, p=[0.25, 0.3, 0.2, 0.17, 0.08])
        )


def employer(world: World, payer: Payer, freelancers: Pool) -> None:
    """A small firm's or author's helpers: by the week or by the piece, with advances and a bonus."""
    rng = world.rng
    tie = Tie("freelancer_employer", "freelancer", words=_WORK_WORDS, wordy=0.45)
    for _ in range(int(rng.choice([1, 2, 4], p=[0.65, 0.25, 0.1]))):
        begin = int(rng.integers(payer.first, payer.last + 1))
        end = min(payer.last, begin + int(rng.integers(20, 300)))
        steady = rng.random() < 0.5
        days = calendar.weekly(4, begin, end)[:: int(rng.choice([1, 2]))]
        days = days if steady else calendar.scattered(rng, int(rng.integers(1, 12)), begin, end)
        pay = rng.lognormal(np.log(70), 0.6) * np.exp(rng.normal(0, 0.08 if steady else 0.5, len(days)))
        part = "office" if rng.random() < 0.6 else "night"
        world.send(payer, freelancers.pick(rng), tie, clock.at(rng, days, part), pay)


def lessons(world: World, payer: Payer, tutors: Pool) -> None:
    """A tutor who teaches over video after work: the same small sum each week, paid before or after the lesson."""
    rng = world.rng
    begin = int(rng.integers(payer.first, payer.last + 1))
    days = calendar.weekly(int(rng.integers(7)), begin, min(payer.last, begin + int(rng.integers(25, 260))))
    days = days[rng.random(len(days)) < 0.85]
    part = "night" if rng.random() < 0.3 else "evening"
    price = float(rng.choice([12.0, 18.0, 25.0, 40.0]))
    tie = Tie("freelancer_employer", "freelancer", words=("lesson", "class"), wordy=0.2)
    world.send(payer, tutors.pick(rng), tie, clock.at(rng, days, part), np.full(len(days), price))
