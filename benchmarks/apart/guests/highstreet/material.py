"""Buying material by card: token shops and odd little sites, next to adult sites that are lawful."""

from __future__ import annotations

from . import days
from .casting import Casting
from .chance import falling
from .receivers import Receiver
from .world import World

KIND = "material_purchase"
_FRONTS = ("Pixelvault Media", "LT Hosting Plus", "Fileharbor", "Tokenwell", "Mono Design Lab")


def material(world: World, casting: Casting) -> None:
    """Few buyers for each front; fronts change names, so buyers move to the next one at about the same time."""
    chance = world.chance
    fronts = [
        world.book.firm(
            name,
            chance.pick(("NL", "RO", "US")),
            "material_vendor",
            category=chance.pick(("5967", "5815", "7372", "4816")),
        )
        for name in _FRONTS[: world.quota(5, 2)]
    ]
    for front in fronts:
        front.group = "fronts"
    span = days.DAYS / len(fronts)
    for _ in range(world.quota(15, 2)):
        payer = casting.one(22, 66, men=0.96)
        day, price = chance.between(-20, days.DAYS - 60), chance.pick((169, 219, 275, 330))
        for _ in range(chance.whole(1, 3) if chance.odds(0.4) else chance.whole(4, 14)):
            front = fronts[min(max(int((day + chance.between(-25, 25)) / span), 0), len(fronts) - 1)]
            world.ledger.pay(
                payer,
                front,
                int(day),
                days.hour(chance, days.LATE),
                price * chance.pick((1, 1, 1, 2)) * chance.between(0.98, 1.02),
                kind=KIND,
                exact=True,
            )
            day += chance.about(18, 0.6)
    _lawful(world)


def _lawful(world: World) -> None:
    """Adult sites, file hosts and game tokens charge the same sums at the same hours, to many more people."""
    chance = world.chance
    sites: list[Receiver] = [
        world.book.firm(
            f"{chance.pick(('Velvet', 'Cloud', 'Token', 'Star'))} {chance.pick(('Media', 'Club', 'Host'))} {number}",
            chance.pick(("NL", "US", "RO", "GB")),
            "seller",
            category=chance.pick(("5967", "5815", "7372", "4816")),
        )
        for number in range(world.quota(30, 5))
    ]
    fame = falling(len(sites), 1.0)
    for payer in world.those(0.03, 18, 72):
        site, price = chance.weigh(sites, fame), chance.pick((99, 165, 219, 275, 330, 449))
        day = chance.between(-60, days.DAYS - 20)
        for _ in range(1 + chance.count(4)):
            world.ledger.pay(
                payer,
                site,
                int(day),
                world.hour(payer, days.LATE),
                price * chance.between(0.98, 1.02),
                kind="hobby_purchase",
                exact=True,
            )
            day += 30 if chance.odds(0.6) else chance.about(12, 0.8)
