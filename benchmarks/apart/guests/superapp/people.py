"""People of the app: payers with an account at home, and receivers, each of whom is a phone number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.superapp.days import DAYS
from benchmarks.apart.guests.superapp.names import full_name
from benchmarks.apart.guests.superapp.places import ABROAD, HOMES

_AGE_BANDS = ((13, 17, 0.06), (18, 24, 0.17), (25, 34, 0.28), (35, 49, 0.29), (50, 64, 0.15), (65, 80, 0.05))
_MIGRANT = 0.34
"""Share of working-age users who came from a country that the app sends to: cheap transfers are why they joined."""


@dataclass(slots=True)
class Payer:
    """A user with an account; `own` is the receiver number by which friends pay them."""

    index: int
    home: str
    city: str
    zone: str
    age: int
    name: str
    origin: str | None
    payday: int
    joined: int
    means: float
    chatty: float
    busy: float
    own: int = -1
    group: str | None = None
    imitates: bool = False
    crime: str | None = None
    trip: tuple[int, int, str] | None = None


@dataclass(slots=True)
class Receiver:
    """A phone number that money is sent to; a `firm` shows its trading name, others what their holder types.

    `orders_from` is the device of a holder who operates the accounts of those who pay here.
    """

    index: int
    country: str
    name: str
    rail: str
    group: str | None = None
    imitates: bool = False
    person: str | None = None
    owner: int = -1
    firm: bool = False
    orders_from: str | None = None
    moves: tuple[int, int] | None = None


def populate(rng: np.random.Generator, count: int) -> list[Payer]:
    """Payers of the four countries, with ages, origins, paydays, and the day they joined."""
    codes = list(HOMES)
    homes = rng.choice(len(codes), size=count, p=[HOMES[code].share for code in codes])
    bands = rng.choice(len(_AGE_BANDS), size=count, p=[band[2] for band in _AGE_BANDS])
    payers = []
    for index in range(count):
        code = codes[homes[index]]
        home = HOMES[code]
        low, high, _ = _AGE_BANDS[bands[index]]
        age = int(rng.integers(low, high + 1))
        shares = np.array([city.share for city in home.cities])
        city = home.cities[int(rng.choice(len(shares), p=shares / shares.sum()))]
        origin = None
        if 19 <= age <= 62 and rng.random() < _MIGRANT:
            lanes = np.array(list(home.corridors.values()))
            origin = list(home.corridors)[int(rng.choice(len(lanes), p=lanes / lanes.sum()))]
        culture = ABROAD[origin].culture if origin and rng.random() < 0.93 else home.culture
        # Two users in three were there before the year began; the rest join through it, brought by friends.
        joined = 0 if rng.random() < 0.66 else int(rng.integers(0, DAYS - 20))
        payday = int(rng.choice((1, 5, 10, 15, 21, 25, 28), p=(0.18, 0.1, 0.18, 0.12, 0.08, 0.24, 0.1)))
        payers.append(
            Payer(
                index, code, city.name, city.zone, age, full_name(rng, culture), origin, payday, joined,
                means=float(rng.lognormal(0, 0.35)),
                chatty=float(rng.beta(1.2, 2.2)),
                # A third of migrants and a tenth of others use the app only to send abroad, never among friends.
                busy=0.0 if rng.random() < (0.35 if origin else 0.1) else float(rng.lognormal(0, 0.8)),
            )
        )  # fmt: skip
    return payers


def same_home_circles(rng: np.random.Generator, payers: list[Payer]) -> dict[int, list[int]]:
    """For each payer, the friends they pay: of the same city, mostly near in age."""
    by_city: dict[str, list[int]] = {}
    for payer in payers:
        by_city.setdefault(payer.city, []).append(payer.index)
    circles: dict[int, list[int]] = {}
    for members in by_city.values():
        members.sort(key=lambda index: payers[index].age)
        for place, index in enumerate(members):
            size = int(rng.integers(2, 9))
            steps = np.round(rng.normal(0, 9, size)).astype(int)
            if rng.random() < 0.3:
                # Kin and colleagues are of any age.
                steps[0] = int(rng.integers(-len(members), len(members)))
            near = {members[(place + int(step)) % len(members)] for step in steps} - {index}
            circles[index] = sorted(near)
    return circles
