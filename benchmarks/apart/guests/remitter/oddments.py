"""Payments that belong to no habit: a stranded friend, a shared bill, money sent ahead to oneself, a first try."""

from __future__ import annotations

from .days import DAYS
from .trades import countries_of_leisure
from .world import Payer, World


def odd(world: World, payers: list[Payer]) -> None:
    """Give payers one to four payments without a pattern; a friend robbed on a journey needs several at once."""
    dice = world.dice
    for payer in payers:
        country = payer.origin or countries_of_leisure(world)
        friend = world.receiver(country)
        way = dice.choices(("once", "stranded", "now_and_then", "ahead"), (46, 17, 27, 10))[0]
        day = dice.uniform(max(payer.joined, 0), DAYS)
        if way == "stranded":
            # Robbed, ill or out of fuel: the first sum is never enough, and calls come in the night. Many open an
            # account for this alone.
            if payer.joined > 0 and dice.random() < 0.5:
                day = payer.joined + dice.random() * 2
            for _ in range(dice.randrange(2, 6)):
                world.want(payer, friend, day, dice.lognormvariate(4.4, 0.7), "oddment", hour=(day % 1) * 24)
                day += dice.expovariate(1 / 0.5) + 0.04
        elif way == "now_and_then":
            for _ in range(dice.randrange(2, 9)):
                world.want(payer, friend, day, dice.lognormvariate(4.2, 0.8), "oddment")
                day += dice.expovariate(1 / 60)
        elif way == "ahead":
            friend.given, friend.family, friend.middle = payer.given, payer.family, ""
            for _ in range(dice.choice((1, 2, 3))):
                world.want(payer, friend, day, dice.lognormvariate(5.6, 0.6), "oddment")
                day += dice.expovariate(1 / 6)
        else:
            world.want(payer, friend, day, dice.lognormvariate(4.7, 0.9), "oddment")


def reasons(world: World) -> dict[str, list[Payer]]:
    """Deal out reasons to pay besides one's family; locals have at least one, some people have three."""
    dice = world.dice
    chances = {
        "partner": (0.025, 0.17),
        "hobby": (0.03, 0.21),
        "work": (0.01, 0.085),
        "charity": (0.025, 0.10),
        "student": (0.035, 0.045),
        "bill": (0.05, 0.09),
        "romance": (0.002, 0.016),
    }
    dealt: dict[str, list[Payer]] = {name: [] for name in (*chances, "oddment")}
    for payer in world.payers:
        local = payer.origin is None
        some = False
        for name, odds in chances.items():
            if payer.age < 18 and name not in {"hobby", "charity"}:
                continue
            if dice.random() < odds[local] * (3 if payer.age < 18 else 1):
                dealt[name].append(payer)
                some = True
        if dice.random() < (0.55 if local and not some else 0.1):
            dealt["oddment"].append(payer)
        elif local and not some:
            dealt["hobby" if payer.age < 25 else dice.choice(("partner", "hobby", "bill", "charity"))].append(payer)
    return dealt
