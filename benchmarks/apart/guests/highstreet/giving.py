"""Gifts to charities large and small, and to children who are sponsored by name."""

from __future__ import annotations

from . import days
from .chance import falling
from .people import Payer
from .receivers import Receiver
from .world import World

_LARGE = ("Barnens Framtid", "Nordhjälpen", "Läkare i Fält", "Havsvännerna", "Julgåvan", "Stadsmissionen Väst")
_SMALL_LANDS = ("PH", "PH", "KE", "UA", "LK", "RO", "TH", "GH", "IN")


def donations(world: World) -> None:
    """Monthly givers, givers in a catastrophe, and those who met a teacher on holiday and pay her privately."""
    large = [world.book.firm(name, "SE", "charity", rail="bank") for name in _LARGE]
    small = [_small_charity(world) for _ in range(world.quota(26, 3))]
    for payer in world.those(0.05, 25):
        _monthly(world, payer, world.chance.pick(large))
    _appeals(world, large)
    _sponsors(world, small)


def _small_charity(world: World) -> Receiver:
    """A school kitchen or an orphanage whose treasurer uses a private account, or a wallet."""
    chance = world.chance
    country = chance.pick(_SMALL_LANDS)
    if chance.odds(0.6):
        return world.book.abroad(country, "charity")
    town = chance.pick(("Hope", "Sunrise", "Bethany", "Little Steps", "Riverside"))
    return world.book.firm(f"{town} School Fund", country, "charity", rail="bank")


def _monthly(world: World, payer: Payer, charity: Receiver) -> None:
    """Giro on the 28th: the same sum for years."""
    chance = world.chance
    gift, since = chance.pick((100, 150, 200, 250, 300, 500)), chance.whole(-400, 350)
    for payday in days.PAYDAYS:
        if payday >= since:
            world.ledger.pay(payer, charity, payday + 3, 5.5, gift, kind="donation", reference="gåva")


def _appeals(world: World, large: list[Receiver]) -> None:
    """After a storm or an earthquake has been on the news, many give once or twice within days, evenings most."""
    chance = world.chance
    for appeal in days.APPEALS:
        for payer in world.those(0.035):
            for _ in range(1 + int(chance.odds(0.15))):
                world.ledger.pay(
                    payer,
                    chance.pick(large[:3]),
                    appeal + chance.count(2),
                    world.hour(payer, days.EVENING),
                    chance.about(220, 0.6),
                    kind="donation",
                    reference="katastrof",
                )


def _sponsors(world: World, small: list[Receiver]) -> None:
    """Uniforms, fees and birthdays of sponsored pupils: many payers here, one receiver there, small sums."""
    chance = world.chance
    fame = falling(len(small), 0.7)
    for payer in world.those(0.015, 30):
        charity = chance.weigh(small, fame)
        gift, rhythm, since = chance.about(320, 0.4), chance.pick((30, 30, 61, 91)), chance.whole(-200, 300)
        for day in range(since, days.DAYS, rhythm):
            world.ledger.pay(
                payer,
                charity,
                day + chance.count(2),
                world.hour(payer, days.EVENING),
                gift,
                kind="donation",
                reference=chance.pick(("sponsor", "school fees", "uniform", "", "education")),
            )
            if chance.odds(0.08):
                world.ledger.pay(
                    payer,
                    charity,
                    day + chance.whole(3, 20),
                    world.hour(payer, days.EVENING),
                    gift * chance.between(0.5, 2),
                    kind="donation",
                    reference="birthday",
                )
        if chance.odds(0.1):
            world.ledger.pay(
                payer,
                chance.pick(small),
                world.some_day(),
                world.hour(payer, days.LATE),
                chance.about(500, 0.6),
                kind="donation",
                reference="roof",
            )
