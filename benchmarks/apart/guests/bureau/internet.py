"""Devices and network addresses, where a product sees them."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.bureau.habits import INSTITUTIONS, SOL_APP, SOL_KIOSK
from benchmarks.apart.guests.bureau.ledger import Ints, Ledger
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.spelling import plain_letters
from benchmarks.apart.guests.bureau.year import DAY_MINUTES


def devices(rng: np.random.Generator, people: list[Person], book: Ledger, institution: Ints) -> list[str | None]:
    """Name the telephone, replaced every year or three; at a kiosk it is the clerk's terminal.

    Lynbank and Kvikkpay buy the same fingerprint, so that a telephone has one name with both; Solbro makes its own.
    """
    life = rng.integers(300, 1100, len(people)) * DAY_MINUTES
    birthday = rng.integers(0, 1000, len(people)) * DAY_MINUTES
    turn = ((book.minute + birthday[book.payer]) // life[book.payer]).tolist()
    salt = rng.permutation(len(people) * 8)
    seen = [habits.device for habits in INSTITUTIONS]
    missing = (rng.random(institution.size) < 0.06).tolist()
    found: list[str | None] = []
    for place, number, age, blank in zip(institution.tolist(), book.payer.tolist(), turn, missing, strict=True):
        if not seen[place] or blank:
            found.append(None)
        elif place == SOL_KIOSK:
            found.append(f"TERM-{plain_letters(people[number].city)[:4].upper()}-{number % 4}")
        else:
            code = int(salt[number * 8 + min(age, 7)]) * 2_654_435_761 % 2**32
            found.append(f"{'sb' if place == SOL_APP else 'd'}{code:08x}")
    return found


def addresses(rng: np.random.Generator, people: list[Person], book: Ledger, institution: Ints) -> list[str | None]:
    """Give home addresses, mobile gateways shared by thousands, exits of anonymisers, and hotels while travelling."""
    home = rng.integers(0, 2**16, len(people)).tolist()
    draws = rng.random(institution.size).tolist()
    tails = rng.integers(1, 250, institution.size).tolist()
    seen = [habits.internet for habits in INSTITUTIONS]
    days = (book.minute // DAY_MINUTES).tolist()
    found: list[str | None] = []
    for i, (place, number) in enumerate(zip(institution.tolist(), book.payer.tolist(), strict=True)):
        person = people[number]
        if not seen[place]:
            found.append(None)
        elif person.hidden and draws[i] < 0.75:
            found.append(f"192.0.2.{tails[i] % 40 + 1}")
        elif person.trips and any(first <= days[i] < last for first, last in person.trips):
            found.append(f"203.0.113.{tails[i]}")
        elif draws[i] < 0.35:
            found.append(f"198.51.100.{tails[i] % 60 + 1}")
        else:
            found.append(f"198.18.{home[number] // 256}.{home[number] % 256}")
    return found
