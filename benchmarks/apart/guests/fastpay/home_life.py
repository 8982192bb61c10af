"""Life at home: bills, rent, shops, friends, clubs and savings circles; everyone has some of it."""

from __future__ import annotations

from typing import Final

from . import clock
from .people import Customer, Receiver, Trip
from .places import HOME
from .words import FRIENDS, said
from .world import World

SHOPS: Final = (
    ("5411", "Foodbarn", 55.0),
    ("5812", "Harbour Eats", 34.0),
    ("5541", "Kea Fuel", 70.0),
    ("5815", "Streamly", 17.0),
    ("5816", "Pixelport", 22.0),
    ("4121", "Hopride", 19.0),
    ("5732", "Voltmart", 130.0),
    ("5651", "Threadneedle", 75.0),
    ("7995", "Lucky Tide", 40.0),
    ("5999", "Bazaar", 38.0),
    ("4814", "Topup Mobile", 20.0),
)


def holidays(world: World) -> None:
    """A sixth go abroad in the year: to the beach, or home to see their people; the phone's clock goes with them."""
    dice = world.dice
    for customer in world.customers:
        if dice.chance(0.3 if customer.origin != HOME else 0.13):
            country = (
                customer.origin if customer.origin != HOME else dice.pick(("AU", "AU", "FJ", "TH", "PH", "ID", "GB"))
            )
            first = dice.whole(0, 345)
            customer.trips.append(Trip(first, first + dice.whole(5, 28), country))


def bills(world: World) -> None:
    """Power, phone, rates, school and rent; mostly standing payments that the bank runs before dawn."""
    dice, registry, ledger = world.dice, world.registry, world.ledger
    hubs = [
        registry.local(f"{word} {place}")
        for word in ("Tuatara Power", "Council", "College", "Dental", "Gym", "Mobile")
        for place in ("North", "Bay", "Plains", "South")
    ]
    landlords = [registry.local() for _ in range(world.times(170, 3))]
    for customer in world.customers:
        adult = customer.age >= 18
        for _ in range(dice.weigh({0: 0.45, 1: 0.37, 2: 0.18}) if adult else 0):
            hub, sum_, due, standing = dice.favour(hubs, 1.5), dice.about(85, 0.6), dice.whole(0, 27), dice.chance(0.6)
            for month in range(12):
                amount = sum_ * (1 if standing else dice.about(1, 0.2))
                day = int(month * 30.42) + due + (0 if standing else dice.whole(0, 5))
                hour = clock.batch(dice) if standing else clock.waking(dice, customer.shift)
                ledger.pay(customer, hub, clock.at(day, hour), amount, "hub_payment", "hub", f"{customer.person[1:]}")
        if adult and dice.chance(0.085):
            landlord, rent = dice.pick(landlords), 5 * round(dice.about(240, 0.3) * customer.means / 5 + 10)
            for day in customer.paydays():
                ledger.pay(customer, landlord, clock.at(day, clock.batch(dice)), rent, "hub_payment", "hub", "rent")


def shops(world: World) -> None:
    """Card payments, among them late rides, games and a betting app whose players top up in bursts."""
    dice, ledger = world.dice, world.ledger
    doors: list[tuple[Receiver, float]] = []
    for category, name, sum_ in SHOPS:
        doors.extend(
            (world.registry.shop(f"{name} {number + 1}", category), sum_) for number in range(world.times(14, 1))
        )
    bets = [door for door, _ in doors if door.category == "7995"]
    spend = [door for door in doors if door[0].category != "7995"]
    for customer in world.customers:
        usual = dice.some(spend, 3)
        for _ in range(dice.count(4.4 * customer.means)):
            shop, sum_ = dice.pick(usual) if dice.chance(0.7) else dice.pick(spend)
            moment = clock.at(dice.between(0, clock.DAYS), clock.waking(dice, customer.shift))
            ledger.pay(customer, shop, moment, dice.about(sum_, 0.5), "ordinary", "ordinary")
        if customer.age >= 18 and dice.chance(0.018):
            bet = dice.pick(bets)
            for _ in range(dice.count(9)):
                evening, hour, stake = dice.whole(0, 364), clock.late(dice), dice.pick((10, 20, 20, 50))
                for _ in range(1 + dice.count(1.6)):
                    ledger.pay(customer, bet, clock.at(evening, hour), stake, "ordinary", "ordinary")
                    hour += dice.gap(0.5)
                    stake = min(500, stake * dice.pick((1, 1, 2)))


def friends(world: World) -> None:
    """Halves of dinners, and loans paid back in equal parts; circles of friends are of one age and town."""
    dice, registry, ledger = world.dice, world.registry, world.ledger
    by_age = sorted(world.customers, key=lambda one: one.born + dice.normal(0, 3))
    size = len(by_age)
    for place, customer in enumerate(by_age):
        circle = [by_age[(place + dice.whole(-9, 9)) % size] for _ in range(dice.whole(1, 4))]
        for _ in range(dice.count(2.7)):
            friend = registry.as_receiver(dice.pick(circle)) if dice.chance(0.8) else registry.local()
            hour = (clock.evening(dice) if dice.chance(0.5) else clock.waking(dice, customer.shift)) + dice.gap(0.8)
            amount = dice.about(26, 0.8)
            amount = round(amount) if dice.chance(0.5) else amount
            ledger.pay(
                customer,
                friend,
                clock.at(dice.whole(0, 364), hour),
                amount,
                "ordinary",
                "ordinary",
                said(dice, FRIENDS, 0.62),
            )
        if dice.chance(0.02):
            lender, part = registry.as_receiver(dice.pick(circle)), dice.pick((20, 25, 50, 100))
            begun = dice.whole(0, 300)
            for turn in range(dice.whole(4, 16)):
                day = begun + turn * customer.pay_every
                ledger.pay(
                    customer,
                    lender,
                    clock.at(day, clock.waking(dice, customer.shift)),
                    part,
                    "ordinary",
                    "ordinary",
                    "loan" if dice.chance(0.5) else None,
                )


def collectors(world: World) -> None:
    """Coaches, office lotteries, churches and savings circles: one neighbour's account, many payers, one sum."""
    dice, registry, ledger = world.dice, world.registry, world.ledger
    for _ in range(world.times(75, 2)):
        keeper = dice.pick(world.customers)
        account = registry.as_receiver(keeper)
        size = dice.whole(6, 26)
        start = dice.whole(0, max(0, len(world.customers) - size - 1))
        members = dice.some(world.customers, size // 2) + world.customers[start : start + size // 2]
        part, every = dice.pick((5, 10, 15, 20, 50, 100)), dice.pick((7, 14, 30, 90))
        begun, turns = dice.whole(-60, 250), dice.whole(2, 16)
        word = dice.pick(("subs", "susu", "lotto", "team fees", "tithe", "kindy", "raffle", "shared gift"))
        for member in members:
            for turn in range(turns):
                if dice.chance(0.8):
                    day = begun + turn * every + dice.count(1.5)
                    _keep(world, member, account, day, part, word)
    for _ in range(world.times(35, 1)):
        # A leaving present or a funeral: many payers in two days, then nothing.
        account = registry.as_receiver(dice.pick(world.customers))
        day, part = dice.whole(3, 360), dice.pick((10, 20, 20, 50))
        for member in dice.some(world.customers, dice.whole(5, 22)):
            sum_ = part * dice.pick((1, 1, 1, 2))
            ledger.pay(
                member,
                account,
                clock.at(day + dice.gap(1.2), clock.evening(dice)),
                sum_,
                "ordinary",
                "collector",
                said(dice, ("gift", "koha", "for the family", "farewell"), 0.7),
            )


def _keep(  # noqa: PLR0917 -- as the ledger's own
    world: World, member: Customer, account: Receiver, day: int, part: float, word: str
) -> None:
    """One share, paid when the member remembers."""
    dice = world.dice
    world.ledger.pay(
        member,
        account,
        clock.at(day, clock.waking(dice, member.shift)),
        part,
        "ordinary",
        "collector",
        word if dice.chance(0.7) else None,
    )
