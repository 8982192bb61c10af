"""What people write with a payment: mostly nothing, often the same words for years.

The words of the crime are those of family life, because that is what its payers choose to write.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np


@dataclass(frozen=True, slots=True)
class Words:
    """A pool of references and how often one is written at all."""

    written: float
    texts: tuple[str, ...]


_FAMILY: Final = (
    "allowance,padala,grocery,tuition,gamot ni nanay,kuryente at tubig,baon,rent,birthday,love you,school fees,"
    "for mama,bigas,hospital,pambayad,family support,house,thank you,ingat,uniform"
)
_SWEET: Final = (
    "gift,love,for you,miss you,help,birthday,dinner,medicine,family support,rent,phone,visa papers,ticket,load,"
    "internet,food,treat,expenses,for your phone,school fees,accommodation,allowance,uniform,{handle}"
)
_FRIENDS: Final = (
    "utang,bayad,lunch,pamasahe,hati,thanks,load,kape,grocery,ambag,pls,ok,games,gift,share,friend,merienda,project,"
    "pang load,remit,payment,sorry,stop na,baon,birthday"
)
_TREATS: Final = (
    "gift,school fees,help,load,internet,birthday,family support,allowance,medicine,food,treat,expenses,"
    "for your phone,uniform,accommodation,{handle}"
)

POOLS: Final[dict[str, Words]] = {
    "family": Words(0.42, tuple(_FAMILY.split(","))),
    "sweet": Words(0.45, tuple(_SWEET.split(","))),
    "treats": Words(0.38, tuple(_TREATS.split(","))),
    "storm": Words(0.5, ("bagyo", "for the roof", "stay safe", "tulong", "typhoon", "food and water")),
    "work": Words(
        0.75, ("invoice {number}", "week {week}", "VA payment", "design work", "salary", "milestone", "hours")
    ),
    "lesson": Words(0.5, ("lesson", "english class", "lesson fee {week}", "5 lessons", "thank you teacher")),
    "tip": Words(
        0.45,
        (
            "great singing",
            "song request",
            "vip",
            "monthly",
            "renew",
            "tip",
            "for the band",
            "{handle}",
            "happy birthday",
            "gift",
        ),
    ),
    "goods": Words(
        0.55,
        (
            "mine {number}",
            "order {number}",
            "payment",
            "{handle}",
            "item",
            "shipping",
            "balance",
            "dp",
            "load",
            "gc order",
        ),
    ),
    "game": Words(0.5, ("{handle}", "diamonds", "skin", "acc", "gems", "ml acc", "top up", "ign {handle}")),
    "gift_of_faith": Words(0.6, ("donation", "sponsor", "offering", "tithes", "for the children", "relief goods")),
    "school": Words(0.5, ("allowance", "baon", "boarding", "project", "tuition", "books", "dorm", "thesis")),
    "dues": Words(0.5, ("hulog", "paluwagan", "ambag", "butaw", "fiesta", "ambag week {week}", "padala kay inay")),
    "hub": Words(
        0.7, ("rent", "unit {number}", "tuition {number}", "checkup", "deposit", "loan {number}", "booking", "dorm")
    ),
    "friends": Words(0.3, tuple(_FRIENDS.split(","))),
    "load": Words(1.0, ("LOAD",)),
    "bill": Words(1.0, ("ACCT {number}{number}",)),
    "shop": Words(0.0, ("QR",)),
    "cash_in": Words(1.0, ("CASH IN",)),
    "play": Words(1.0, ("TOPUP {number}",)),
    "demand": Words(0.2, ("pls", "payment", "gift", "stop na", "{handle}", "ok", "friend", "games")),
    "onward": Words(0.12, ("bayad", "remit", "share", "ok")),
    "load_for": Words(0.4, ("load", "pang load", "merienda", "baon", "gift", "project", "pamasahe")),
    "access": Words(0.35, ("{handle}", "vip", "gc order", "monthly", "payment", "renew", "load")),
}

_SYLLABLES: Final = (
    "jen",
    "mae",
    "rex",
    "kat",
    "zee",
    "lou",
    "kim",
    "ash",
    "nik",
    "vee",
    "dro",
    "mel",
    "ian",
    "bby",
    "jay",
    "xy",
)


class Marks(NamedTuple):
    """What stays the same in the references between two people."""

    favourite: float
    handle: str
    number: int


def marks(rng: np.random.Generator) -> Marks:
    """A pair's favourite text (as a share of the pool), handle and number."""
    first, second, digits, number = rng.random(4)
    handle = f"@{_SYLLABLES[int(first * 16)]}{_SYLLABLES[int(second * 16)]}{10 + int(digits * 89)}"
    return Marks(float(rng.random()), handle, 100 + int(number * 9899))


def drawn(rng: np.random.Generator, pool: str, count: int, kept: Marks) -> list[str | None]:
    """`count` references of one relation: a favourite two times in three, otherwise any of the pool, often none."""
    words = POOLS[pool]
    if not words.written:
        return [None] * count
    favourite = int(kept.favourite * len(words.texts))
    draws = rng.random((2, count))
    others = rng.integers(len(words.texts), size=count)
    found: list[str | None] = []
    for nth in range(count):
        if draws[0, nth] >= words.written:
            found.append(None)
            continue
        text = words.texts[favourite if draws[1, nth] < 0.66 else int(others[nth])]
        found.append(text.format(handle=kept.handle, number=kept.number, week=nth + 1) if "{" in text else text)
    return found
