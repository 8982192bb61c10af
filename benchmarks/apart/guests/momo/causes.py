"""Giving, studying and places that many pay: what foreigners do who are neither kin nor in love."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.calendars import DAYS, STORMS
from benchmarks.apart.guests.momo.ledger import Kind
from benchmarks.apart.guests.momo.world import World

GIVE = Kind("donation", "charity", "give")
STUDY = Kind("student_support", "student", "study")
HUB = Kind("hub_payment", "hub", "hub")


@dataclass(slots=True)
class Causes:
    """Receivers known to many."""

    charities: list[Account]
    """Small ones use the wallet of the pastor or of the woman who cooks."""
    students: list[Account]
    hubs: list[Account]
    guesthouses: list[Account]


def causes(world: World) -> Causes:
    """Finds the charities, the students in rented rooms and the shops."""
    dice = world.dice
    hubs = [world.newcomer(dice.chance(0.5), 30, 65) for _ in range(world.scaled(60, 4))]
    titles = ("Dental Clinic", "Academy", "Realty", "Lending", "Water District", "Pharmacy", "Trading", "Review Center")
    for hub in hubs:
        # A merchant wallet bears the shop's name; its age is the owner's, where it was asked at all.
        hub.name, hub.birth_known = f"{hub.name.split()[-1]} {dice.pick(titles)}", dice.chance(0.3)
    return Causes(
        charities=[world.somebody(28, 70) for _ in range(world.scaled(45, 3))],
        students=[world.newcomer(dice.chance(0.6), 17, 25) for _ in range(world.scaled(190, 5))],
        hubs=hubs,
        guesthouses=[world.somebody(25, 60) for _ in range(world.scaled(40, 3))],
    )


def donate(world: World, payer: Account, known: Causes) -> None:
    """Monthly sponsors, storm givers, and people who met one feeding programme on a holiday."""
    dice = world.dice
    charity = dice.popular(known.charities, 1.8)
    gift = dice.pick((10, 20, 25, 30, 50, 50, 100))
    if dice.chance(0.45):
        first, months = dice.between(-100, DAYS - 40), dice.around(10, 0.6)
        for number in range(int(months) + 1):
            day = first + 30.4 * number + dice.normal() * 1.5
            world.ledger.pay(payer, charity, GIVE, day, gift, dice.pick(("any", "evening")))
    else:
        for _ in range(1 + dice.count(1.3)):
            storm = dice.pick(STORMS)[0] + dice.around(4, 0.8)
            day = storm if dice.chance(0.5) else dice.between(0, DAYS)
            world.ledger.pay(payer, charity, GIVE, day, gift * dice.around(1, 0.5))
    if dice.chance(0.2):
        # A sponsor who came to know the children's families pays some of them directly, on school days and birthdays.
        for member in [world.somebody(30, 55, woman=True) for _ in range(dice.whole(1, 4))]:
            for _ in range(dice.whole(1, 5)):
                world.ledger.pay(
                    payer,
                    member,
                    Kind("donation", "ordinary", "give"),
                    dice.between(0, DAYS),
                    dice.around(40, 0.5),
                    "evening",
                )


def send_student(world: World, payer: Account, student: Account, close: bool) -> None:
    """Board by the month and fees by the term; a distant sponsor pays fees only."""
    dice = world.dice
    board, first = dice.around(170, 0.45), dice.between(-60, 120)
    for number in range(dice.whole(4, 13)):
        if close:
            world.ledger.pay(
                payer, student, STUDY, first + 30.4 * number + dice.normal() * 3, board * dice.around(1, 0.2)
            )
        if number % 5 == 1:
            world.ledger.pay(
                payer, student, STUDY, first + 30.4 * number, board * dice.between(1.5, 3), "office", bill=True
            )


def settle_bill(world: World, payer: Account, known: Causes) -> None:
    """Dentist, dive course, the lot bought for retirement, the room for the holiday."""
    dice = world.dice
    hub = dice.popular(known.hubs + known.guesthouses, 1.3)
    if dice.chance(0.3):
        first, part = dice.between(-100, 200), dice.around(110, 0.5)
        for number in range(dice.whole(4, 15)):
            world.ledger.pay(payer, hub, HUB, first + 30.4 * number + abs(dice.normal()), part, "office", bill=True)
    else:
        first = dice.between(0, DAYS)
        for number in range(1 + dice.count(1.0)):
            world.ledger.pay(payer, hub, HUB, first + 9 * number, dice.around(75, 0.8), "any", bill=dice.chance(0.5))
