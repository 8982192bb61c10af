"""Adults who pay teenagers at home for material the teenagers make; the teenagers are victims."""

from __future__ import annotations

from . import days
from .casting import Casting
from .people import Payer
from .receivers import Receiver
from .world import World

KIND = "minor_purchase"


def minors(world: World, casting: Casting) -> None:
    """Some teenagers are found by several adults, because one adult tells others; most adults write to many."""
    chance = world.chance
    recipients = [_recipient(world, casting) for _ in range(world.quota(26, 3))]
    for place, recipient in enumerate(recipients):
        recipient.group = f"circle {place % max(2, len(recipients) // 4)}"
    for _ in range(world.quota(14, 2)):
        payer = casting.one(21, 58, men=0.95)
        chosen = chance.some(recipients, chance.whole(1, 5))
        if chance.odds(0.6):
            chosen = [r for r in recipients if r.group == chosen[0].group][: chance.whole(1, 4)]
        for recipient in chosen:
            _contact(world, payer, recipient)


def _recipient(world: World, casting: Casting) -> Receiver:
    """Thirteen to seventeen; one in four banks elsewhere, so that not even the age is known."""
    if world.chance.odds(0.25):
        return world.book.at_home("minor_recipient", city=world.chance.pick(world.people).city)
    return world.book.customer(casting.one(13, 17, men=0.3), "minor_recipient")


def _contact(world: World, payer: Payer, recipient: Receiver) -> None:
    """A first small sum, then more on other evenings; it ends when the teenager blocks him."""
    chance = world.chance
    day, price = chance.between(-10, days.DAYS - 20), chance.about(240, 0.45)
    for _ in range(1 + chance.count(1.5)):
        at = world.hour(payer, days.LATE if chance.odds(0.7) else days.EVENING)
        world.ledger.pay(
            payer,
            recipient,
            int(day),
            at,
            price,
            kind=KIND,
            reference=chance.pick(("", "", "", "tack", "present", "jacka")),
        )
        if chance.odds(0.25):
            world.ledger.pay(payer, recipient, int(day), at + chance.between(0.1, 1), price * 0.5, kind=KIND)
        price *= chance.between(0.95, 1.25)
        day += chance.about(6, 1.0)
