"""Partners abroad, and the fraud that imitates them."""

from __future__ import annotations

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.calendars import DAYS
from benchmarks.apart.guests.momo.ledger import Kind
from benchmarks.apart.guests.momo.world import World

LOVE = Kind("partner_abroad", "partner_receiver", "love")
FRAUD = Kind("romance_fraud_victim", "romance_fraud_receiver", "love")


def courtship(world: World, payer: Account, partner: Account, *, start: float, months: float, first: float) -> None:
    """They chat in his evening or hers; gifts first, then rent; sums grow with trust, and a visit makes a hole."""
    dice, ledger = world.dice, world.ledger
    mood = dice.pick(("evening", "night", "any"))
    visit = start + dice.between(60, 240)
    away = dice.between(10, 30) if dice.chance(0.5) else 0
    growth, day = dice.between(1.0, 1.06), start + dice.between(0, 10)
    sum_now, gap = first, dice.around(16, 0.5)
    while day < min(start + 30 * months, DAYS):
        if not visit <= day <= visit + away:
            ledger.pay(payer, partner, LOVE, day, sum_now * dice.around(1, 0.4), mood)
            if dice.chance(0.06):
                # Her mother's hospital, her brother's school: the family comes with the partner.
                ledger.pay(payer, partner, LOVE, day + 1, sum_now * dice.between(1.5, 4), mood)
        sum_now = min(sum_now * growth, 700)
        day += max(dice.around(gap, 0.5), 0.2)


def partner_abroad(world: World, payer: Account, partners: list[Account]) -> None:
    """One great love, or several small ones one after another, or two at a time."""
    dice = world.dice
    start, kin = dice.between(-200, DAYS - 60), dice.chance(0.25)
    for number in range(dice.weighted({1: 0.68, 2: 0.2, 3: 0.08, 5: 0.04})):
        partner = dice.popular(partners, 1.2)
        months = dice.around(6, 0.8) if number else dice.around(11, 0.7)
        courtship(world, payer, partner, start=max(start, 0), months=months, first=dice.around(55, 0.6))
        if kin:
            house = dice.pick(world.neighbours.get(partner.city, world.households))
            for _ in range(dice.count(2)):
                # Her sister asks as well, on her own wallet.
                day = dice.between(max(start, 0), DAYS)
                world.ledger.pay(payer, dice.pick(house.members), LOVE, day, dice.around(45, 0.5), "evening")
        start += dice.between(0.3, 1.1) * 30 * months


def romance_fraud(world: World, payer: Account, receivers: list[Account]) -> None:
    """An older payer; each crisis costs more than the last; the receiver's wallet may change when one is blocked."""
    dice = world.dice
    day, dollars = dice.between(0, DAYS - 90), dice.around(80, 0.5)
    receiver = dice.pick(receivers)
    for _ in range(2 + dice.count(9)):
        world.ledger.pay(payer, receiver, FRAUD, day, dollars * dice.around(1, 0.3), dice.pick(("any", "evening")))
        dollars *= dice.between(1.05, 1.4)
        day += dice.around(9, 0.7)
        if dice.chance(0.07):
            receiver = dice.pick(receivers)
