"""Hobby and game-item buyers, and their sellers: many small payments at night to strangers."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.accounts import TRADE
from tanglaw.lab.worlds.arrays import Ints, Rng, around, chance, pick, repeat
from tanglaw.lab.worlds.behaviours import domestic
from tanglaw.lab.worlds.behaviours.ties import Style, pay
from tanglaw.lab.worlds.clock import personal
from tanglaw.lab.worlds.draft import Draft, People, ages
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.places import codes
from tanglaw.lab.worlds.rhythm import irregular, spells

FIGURES: Final = Parameters("hobby_purchase")
LEVEL_USD: Final = FIGURES.assumed("median payment", 29, "US$", "cards, parts, game items")
BUYERS_A_SELLER: Final = FIGURES.assumed("ties a seller", 5, "mean, very uneven", "second-hand and game markets")
GAME_ITEMS: Final = FIGURES.assumed(
    "buyers of game items", 0.3, "share", "hard case: US$5–60, at night, sellers in PH, ID, VN"
)
DIGITAL: Final = FIGURES.assumed(
    "buyers of digital goods from shops", 0.3, "share", "look-alike of material: same sums, hours, rails"
)

_VARIANTS: Final = ("collector_of_things", "game_items", "digital_goods")


def add(draft: Draft, rng: Rng, count: int) -> None:
    """Add ``count`` buyers and their sellers."""
    if not count:
        return
    variant = pick(rng, count, [1 - GAME_ITEMS - DIGITAL, GAME_ITEMS, DIGITAL])
    names = np.array([draft.variant(name) for name in _VARIANTS])
    origin = corridors.draw_origin(rng, count)
    age = np.where(variant == 1, ages(rng, count, 29, 10, 14, 66), ages(rng, count, 44, 14, 19, 79))
    channel = np.where(variant == 2, pick(rng, count, [0, 20, 0, 55, 25]), pick(rng, count, [22, 56, 22]))
    buyers = draft.add_people(
        rng,
        origin,
        kind="hobby_purchase",
        age=age,
        variant=names[variant],
        hard=variant == 1,
        channel=channel,
        several=0.15,
    )
    for number in range(3):
        _buy(draft, rng, buyers, np.flatnonzero(variant == number), number)
    domestic.everyday(draft, rng, buyers, share=0.3)


def _sellers(draft: Draft, rng: Rng, buyers: People, who: Ints, *, number: int, ties: int) -> People:
    n = max(2, round(ties / (BUYERS_A_SELLER * (6 if number == 2 else 1))))
    if number == 1:
        country = codes("PH", "ID", "VN", "BR", "TH", "UA")[pick(rng, n, [34, 22, 18, 12, 7, 7])]
    elif number == 2:
        country = codes("US", "GB", "DE", "NL", "JP", "UA")[pick(rng, n, [40, 15, 12, 13, 12, 8])]
    else:
        home = buyers.country[rng.choice(who, n)]
        country = np.where(chance(rng, n, 0.4), home, corridors.draw_destination(rng, home, "hobby"))
    shop = chance(rng, n, (0.2, 0.05, 0.9)[number])
    return draft.add_people(
        rng,
        country,
        kind="seller",
        age=ages(rng, n, 33, 10, 16, 70),
        variant=_VARIANTS[number],
        several=0.25,
        trade=np.where(shop, TRADE["Digital"] if number == 2 else TRADE["Store"], 0),
    )


def _buy(draft: Draft, rng: Rng, buyers: People, who: Ints, number: int) -> None:
    if not len(who):
        return
    each = np.clip(rng.geometric((0.14, 0.1, 0.4)[number], len(who)), 1, 60)
    tie_payer = who[repeat(each)]
    n = len(tie_payer)
    sellers = _sellers(draft, rng, buyers, who, number=number, ties=n)
    receiver = pick(rng, n, 1 / np.arange(1, len(sellers.id) + 1) ** 0.6)
    start, end = spells(rng, draft.calendar, n, whole=0.15, shortest=5)
    rate = (0.8, 1.6, 9.0)[number]
    events = irregular(rng, start, end, np.full(n, rate) * around(rng, n, 1.0, 0.6))
    level = around(rng, n, (LEVEL_USD * 1.4, LEVEL_USD * 0.75, 14.0)[number], (0.8, 0.6, 0.5)[number])
    clock = personal(
        rng,
        len(buyers.id),
        **(
            {"evening": 0.5, "day": 0.4, "night": 0.1},
            {"night": 0.6, "evening": 0.4},
            {"deep_night": 0.3, "night": 0.3, "evening": 0.4},
        )[number],
    )
    words = {"goods": 55, "blank": 36, "gift": 3, "expenses": 3, "handle": 3}
    exact = ((0.15, 0.25, 0.05, 0.55), (0.45, 0.2, 0.2, 0.15), (0.15, 0.15, 0.0, 0.7))[number]
    pay(draft, rng, buyers, tie_payer, sellers.id[receiver], events, Style(level, 0.4, clock, words, exact))
