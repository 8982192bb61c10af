"""Buying material and buying from minors: two smaller crimes that hide among game items and fan sales."""

from __future__ import annotations

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.calendars import DAYS
from benchmarks.apart.guests.momo.ledger import Kind
from benchmarks.apart.guests.momo.world import World

MATERIAL = Kind("material_purchase", "material_vendor", "files")
MINOR = Kind("minor_purchase", "minor_recipient", "tip")


def material(world: World, home_payers: list[Account]) -> None:
    """A vendor has a price list; a buyer pays at night, comes back, follows to a new number or tries another."""
    dice = world.dice
    vendors = []
    for number in range(world.scaled(4, 2)):
        first = world.unmarked(18, 40)
        numbers = [first, *([world.directory.second_number(first)] if dice.chance(0.5) else [])]
        for account in numbers:
            account.group = f"vendor-{number}"
        vendors.append(numbers)
    men = [p for p in home_payers if not p.woman and 20 <= p.age <= 55 and p.group is None]
    for _ in range(world.scaled(30, 4)):
        payer = dice.pick(men) if men and dice.chance(0.45) else world.foreigner(20, 58, men=0.97)
        numbers = dice.pick(vendors)
        day = dice.between(0, DAYS - 60)
        for _ in range(1 + dice.count(3.2)):
            receiver = numbers[min(int(day / DAYS * len(numbers)), len(numbers) - 1)]
            payer.group = receiver.group
            world.ledger.pay(payer, receiver, MATERIAL, day, dice.pick((5, 9, 10, 15, 15, 20, 25, 35, 50)), "night")
            day += dice.around(17, 0.9)
            if dice.chance(0.1):
                numbers = dice.pick(vendors)


def minors(world: World, home_payers: list[Account]) -> None:
    """A grown man at home pays one or several teenagers, whose wallets otherwise hold pocket money and lunches."""
    dice = world.dice
    teens = [m for h in world.households for m in h.members if 14 <= m.age <= 16 and m.group is None]
    if not teens:
        return
    chosen = dice.some(teens, world.scaled(16, 3))
    men = [p for p in home_payers if not p.woman and 22 <= p.age <= 58 and p.group is None]
    for _ in range(world.scaled(18, 3)):
        payer = dice.pick(men) if men else world.newcomer(False, 24, 50)
        payer.group = "minors"
        for teen in dice.some(chosen, dice.weighted({1: 0.45, 2: 0.3, 3: 0.25})):
            day = dice.between(0, DAYS - 40)
            for _ in range(1 + dice.count(3)):
                world.ledger.pay(
                    payer,
                    teen,
                    MINOR,
                    day,
                    dice.pick((3.5, 5.3, 8.8, 8.8, 17.5)),
                    dice.pick(("night", "evening", "teen")),
                )
                day += dice.around(9, 0.8)
