"""Partners abroad, those who have several, and those whose partner does not exist."""

from __future__ import annotations

from .days import DAYS, FEASTS, yearly
from .places import LEISURE
from .world import Payer, Receiver, World, after_payday


def _abroad(world: World) -> str:
    return world.dice.choices(list(LEISURE), list(LEISURE.values()))[0]


def courtship(world: World, payer: Payer, loved: Receiver, begins: float) -> None:
    """Court somebody abroad: small gifts after late calls, then keep, rent and papers as trust grows; it may end.

    Sums grow and gaps shorten here too, and the night is the only time when both are awake.
    """
    dice = world.dice
    ends = DAYS if dice.random() < 0.55 else begins + dice.expovariate(1 / 160) + 20
    together = dice.uniform(60, 400)
    day, base = begins, dice.lognormvariate(3.9, 0.5)
    late = dice.gauss(21.8, 1.6)
    monthly = dice.random() < 0.65
    while day < min(ends, DAYS):
        ripe = min((day - begins) / together, 1.0)
        world.want(payer, loved, day, base * (1 + 3 * ripe) * dice.lognormvariate(0, 0.35), "partner",
                   hour=dice.gauss(late, 2) % 24 if dice.random() < 0.6 else None)  # fmt: skip
        gap = dice.expovariate(1 / (30 - 14 * ripe)) + 2
        day = after_payday(dice, payer, int(day + gap * 0.6)) + 1 if monthly and ripe > 0.3 else day + gap
        if dice.random() < 0.05:
            # A visit: nobody pays for weeks, then a ticket or a deposit on a flat.
            day += dice.uniform(14, 40)
            world.want(payer, loved, day, dice.lognormvariate(6.2, 0.4), "partner")
    for month, date in FEASTS[loved.country]:
        for due in yearly(month, date):
            if begins < due < ends and dice.random() < 0.6:
                world.want(payer, loved, due - dice.randrange(5), base * dice.uniform(1, 3), "partner")
    if loved.mates and dice.random() < 0.3:
        kin = world.receivers[loved.mates[0]]
        for _ in range(dice.randrange(1, 7)):
            world.want(payer, kin, dice.uniform(begins, min(ends, DAYS)), dice.lognormvariate(4, 0.5), "partner")


def courted(world: World, payers: list[Payer]) -> None:
    """Give payers a partner abroad; one in six of the loved is loved, and paid, by several who know nothing of it."""
    dice = world.dice
    shared: list[Receiver] = []
    for payer in payers:
        country = _abroad(world)
        if shared and dice.random() < 0.25:
            loved = dice.choice(shared[-30:])
        else:
            loved = world.receiver(country, female=dice.random() < 0.85)
            if dice.random() < 0.3:
                sister = world.receiver(country, loved.city, family=loved.family)
                loved.mates.append(sister.index)
            if dice.random() < 0.17:
                shared.append(loved)
        courtship(world, payer, loved, dice.uniform(-200, DAYS - 40))


def deceived(world: World, payers: list[Payer]) -> list[Receiver]:
    """Deceive lonely, mostly older payers: a story, growing pretexts, one or two names to collect, then silence.

    Returns those who collect; crews of extorters hire some of the same people.
    """
    dice = world.dice
    runners: list[Receiver] = []
    for payer in payers:
        payer.born = payer.born.replace(year=min(payer.born.year, 2024 - dice.randrange(48, 79)), day=1)
        if runners and dice.random() < 0.5:
            names = [dice.choice(runners)]
        else:
            country = dice.choices(("GH", "JM", "PH", "RO", "KE", "IN", "DO"), (34, 16, 14, 10, 10, 10, 6))[0]
            names = [world.receiver(country, banked=0.2) for _ in range(dice.choice((1, 1, 2)))]
            runners += names
        day, ask = dice.uniform(-60, DAYS - 60), dice.lognormvariate(4.4, 0.5)
        ends = day + dice.uniform(40, 330)
        while day < ends:
            world.want(payer, dice.choice(names), day, min(ask * dice.lognormvariate(0, 0.5), 4000), "romance")
            ask *= dice.uniform(1.0, 1.22)
            day += dice.expovariate(1 / 14) + 0.5
    return runners
