"""Partners abroad, true and false."""

from __future__ import annotations

from . import clock
from .ledger import rounded
from .people import Customer, Receiver, Trip
from .words import WARM, said
from .world import World


def partners(world: World) -> None:
    """Met online: small gifts at night, then an allowance, then a visit, then a marriage or silence."""
    dice, registry = world.dice, world.registry
    airline = registry.shop("Southern Air", "4511")
    for payer in world.find(world.times(210), lambda one: 22 <= one.age <= 72):
        country = dice.weigh(
            {"PH": 0.36, "TH": 0.18, "BR": 0.08, "CO": 0.08, "ID": 0.1, "UA": 0.06, "FJ": 0.08, "KE": 0.06}
        )
        # A few court two at a time; the sums then look like several unrelated receivers.
        for _ in range(1 + dice.chance(0.12)):
            partner = registry.abroad(country)
            mother = registry.abroad(country, surname=partner.name.rpartition(" ")[2])
            _courtship(world, payer, partner, mother, airline)


def _courtship(world: World, payer: Customer, partner: Receiver, mother: Receiver, airline: Receiver) -> None:
    """Sums follow trust; calls at night bring small ones for a phone or a taxi."""
    dice, ledger = world.dice, world.ledger
    day: float = dice.whole(-200, 320)
    end = min(clock.DAYS, day + dice.about(190, 0.7))
    sum_, ceiling, gap = dice.about(55, 0.4), dice.about(330, 0.5) * payer.means, dice.about(17, 0.5)
    paid = 0
    while day < end:
        hour = clock.late(dice) if dice.chance(0.5) else clock.waking(dice, payer.shift)
        receiver = mother if paid > 6 and dice.chance(0.07) else partner
        amount = rounded(dice, sum_ * dice.about(1, 0.35), partner.country, 0.65)
        ledger.pay(
            payer, receiver, clock.at(day, hour), amount, "partner_abroad", "partner_receiver", said(dice, WARM, 0.42)
        )
        paid += 1
        sum_, gap = min(ceiling, sum_ * dice.about(1.07, 0.05)), max(5.0, gap * 0.985)
        day += dice.gap(gap) + 0.5
        if paid in {9, 26} and dice.chance(0.4) and 0 < day < clock.DAYS - 30:
            ledger.pay(
                payer, airline, clock.at(day, clock.evening(dice)), dice.about(1400, 0.2), "ordinary", "ordinary"
            )
            stay = Trip(int(day) + dice.whole(9, 25), 0, partner.country)
            stay.last = stay.first + dice.whole(8, 24)
            payer.trips.append(stay)
            day = stay.last + dice.gap(6)


def romance_fraud(world: World) -> None:
    """An older payer believes; every story costs more, and the named account changes when one is blocked."""
    dice, registry = world.dice, world.registry
    victims = world.claim(world.times(48, 2), lambda one: one.age >= 45)
    desks = []
    for _ in range(world.times(20, 1)):
        country = dice.weigh({"NG": 0.3, "GH": 0.25, "US": 0.15, "GB": 0.1, "TH": 0.08, "NZ": 0.12})
        desks.append(
            [
                registry.local() if country == "NZ" else registry.abroad(country, rail="bank")
                for _ in range(dice.whole(1, 3))
            ]
        )
    for victim in victims:
        accounts = dice.favour(desks, 1.5)
        day, sum_ = dice.between(-40, 320), dice.about(160, 0.6)
        receiver = dice.pick(accounts)
        for _ in range(1 + dice.count(7)):
            hour = clock.late(dice) if dice.chance(0.3) else clock.waking(dice, victim.shift)
            world.ledger.pay(
                victim,
                receiver,
                clock.at(day, hour),
                rounded(dice, min(sum_, 9000), receiver.country, 0.8),
                "romance_fraud_victim",
                "romance_fraud_receiver",
                said(dice, ("customs", "loan", "visa", "hospital", "flight", "fees", "help"), 0.6),
            )
            if dice.chance(0.15):
                receiver = dice.pick(accounts)
            sum_ *= dice.about(1.4, 0.35)
            day += dice.gap(11)
