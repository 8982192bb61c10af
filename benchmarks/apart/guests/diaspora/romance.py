"""Love at a distance, and its forgery. Both begin small and grow; both are paid late, after a call."""

from __future__ import annotations

from benchmarks.apart.guests.diaspora.days import DAYS
from benchmarks.apart.guests.diaspora.people import Payer, Receiver
from benchmarks.apart.guests.diaspora.places import NG
from benchmarks.apart.guests.diaspora.world import World


def court(world: World, payer: Payer) -> None:
    """A partner abroad: gifts, then rent, then her mother's medicine, then his flight; some court two at once."""
    dice = world.dice
    for _ in range(dice.choice((1, 1, 1, 1, 2))):
        partner = world.stranger(world.somewhere(0.72, 0.04))
        relatives = [world.register.receiver(partner.home, partner.town, partner.name.split()[-1])]
        relatives += [world.stranger(partner.home) for _ in range(dice.chance(0.4))]
        day, gap = payer.joined + dice.randrange(60), dice.about(16, 0.6)
        euros, growth = dice.about(38, 0.6), dice.uniform(1.0, 1.09)
        for _ in range(2 + int(dice.about(13, 0.8))):
            hour = dice.uniform(20, 26) if dice.chance(0.45) else None
            whom = dice.choice(relatives) if dice.chance(0.09) else partner
            world.ledger.pay(payer, whom, day, euros * dice.about(1, 0.35), "partner", hour=hour)
            if dice.chance(0.06):
                world.ledger.pay(payer, partner, day + dice.randrange(3), euros * dice.uniform(2, 6), "partner")
            # He visits: no payments for three weeks, or the two part for good.
            if dice.chance(0.03):
                day += dice.randrange(15, 50)
            euros, day = min(euros * growth, 600), day + 1 + int(dice.expovariate(1 / gap))


def defraud(world: World, payer: Payer, rented: Receiver | None = None) -> None:
    """Romance fraud: one receiver at first, ever larger reasons, a second account when the first is 'blocked'."""
    dice = world.dice
    receiver = rented or world.stranger(dice.choice((NG, NG, world.somewhere(0.3, 0.2))))
    day, euros = dice.randrange(payer.joined, DAYS), dice.about(70, 0.5)
    growth = dice.uniform(1.12, 1.45)
    for _ in range(2 + int(dice.about(6, 0.6))):
        world.ledger.pay(payer, receiver, day, min(euros, 3000), "romance")
        euros, day = euros * growth * dice.about(1, 0.2), day + 1 + int(dice.expovariate(1 / 12))
        if dice.chance(0.08):
            receiver = world.register.second_account(receiver)
