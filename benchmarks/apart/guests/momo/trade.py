"""Work and wares: freelancers with foreign employers, sellers awake at night, performers who are tipped by adults."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.calendars import DAYS
from benchmarks.apart.guests.momo.ledger import Kind
from benchmarks.apart.guests.momo.world import World

WORK = Kind("freelancer_employer", "freelancer", "work")
SHOP = Kind("hobby_purchase", "seller", "shop")
TIP = Kind("hobby_purchase", "seller", "tip")


@dataclass(slots=True)
class Trades:
    """Who offers what; the first of each list is the best known."""

    freelancers: list[Account]
    performers: list[Account]
    artists: list[Account]
    game_sellers: list[Account]
    live_sellers: list[Account]
    organisers: list[Account]
    """Fans who order for a whole club: many young payers in a few days, then silence."""


def trades(world: World) -> Trades:
    """Finds people for every trade among the households: the same wallet also gets family money."""
    return Trades(
        freelancers=[world.somebody(19, 48) for _ in range(world.scaled(420, 8))],
        performers=[world.somebody(19, 36) for _ in range(world.scaled(60, 4))],
        artists=[world.somebody(18, 34) for _ in range(world.scaled(110, 4))],
        game_sellers=[world.somebody(16, 30, woman=False) for _ in range(world.scaled(50, 3))],
        live_sellers=[world.somebody(20, 50, woman=True) for _ in range(world.scaled(110, 4))],
        organisers=[world.somebody(17, 27) for _ in range(world.scaled(40, 3))],
    )


def employ(world: World, payer: Account, shop: Trades) -> None:
    """A small firm abroad pays one to six people by the hour or by the milestone, each in its own rhythm."""
    dice = world.dice
    late = dice.chance(0.25)
    for freelancer in dice.some(
        [dice.popular(shop.freelancers, 1.3) for _ in range(6)], dice.weighted({1: 0.55, 2: 0.2, 4: 0.17, 6: 0.08})
    ):
        every = dice.pick((7, 14, 14, 15.2, 30.4))
        wage, day = dice.around(9 * every, 0.5), dice.between(-150, DAYS - 40)
        # Tutors are paid by the lesson: a small round sum, whenever the child has had one.
        lesson = dice.chance(0.2)
        end = day + dice.around(260, 0.8)
        while day < min(end, DAYS):
            dollars = dice.pick((8, 10, 15, 20)) if lesson else wage * dice.around(1, 0.18)
            mood = "night" if late else "evening" if lesson else "office"
            world.ledger.pay(payer, freelancer, WORK, day, dollars, mood, bill=not lesson and dice.chance(0.7))
            day += dice.around(5, 0.6) if lesson else every + dice.normal() * 0.8


def tip(world: World, payer: Account, shop: Trades) -> None:
    """Grown-up performers and streamers stream at night; fans tip small round sums, in streaks, to a few favourites."""
    dice = world.dice
    favourites = [dice.popular(shop.performers) for _ in range(dice.weighted({1: 0.4, 2: 0.3, 3: 0.2, 6: 0.1}))]
    day = dice.between(0, DAYS - 20)
    for _ in range(1 + int(min(dice.around(6, 1.0), 120))):
        performer = dice.pick(favourites)
        for _ in range(dice.weighted({1: 0.7, 2: 0.2, 4: 0.1})):
            world.ledger.pay(payer, performer, TIP, day, dice.around(19, 0.75), "night")
        day += dice.around(9, 1.0)


def order(world: World, payer: Account, shop: Trades) -> None:
    """Commissions come in two parts, deposit and balance; collectors come back for years."""
    dice = world.dice
    artist = dice.popular(shop.artists)
    for _ in range(1 + dice.count(2.5)):
        if dice.chance(0.4):
            artist = dice.popular(shop.artists)
        day, price = dice.between(0, DAYS), dice.around(70, 0.7)
        half = price / 2 if dice.chance(0.6) else price
        world.ledger.pay(payer, artist, SHOP, day, half, "evening")
        if half < price:
            world.ledger.pay(payer, artist, SHOP, day + dice.around(12, 0.6), half, "any")


def play(world: World, payer: Account, shop: Trades) -> None:
    """Game items: a weekend's fever, several top-ups in an hour when a draw fails, then nothing for weeks."""
    dice = world.dice
    seller = dice.popular(shop.game_sellers)
    for _ in range(1 + dice.count(2.2)):
        day = dice.between(0, DAYS)
        at = world.ledger.pay(payer, seller, SHOP, day, dice.around(11, 0.7), "teen")
        for _ in range(dice.weighted({0: 0.6, 1: 0.2, 3: 0.15, 6: 0.05})):
            at += int(dice.around(1_500, 1.0))
            world.ledger.pay_at(payer, seller, SHOP, at, dice.around(13, 0.7))
        if dice.chance(0.25):
            seller = dice.popular(shop.game_sellers)


def club_orders(world: World, fans: list[Account], shop: Trades) -> None:
    """Group orders: a deposit and a second payment from twenty to seventy fans in the same days."""
    dice = world.dice
    for organiser in shop.organisers:
        for _ in range(dice.whole(1, 4)):
            opened, price = dice.between(0, DAYS - 30), dice.around(14, 0.5)
            for fan in dice.some(fans, dice.whole(8, 45)):
                world.ledger.pay(fan, organiser, SHOP, opened + dice.unit() * 4, price, "teen", bill=dice.chance(0.3))
                if dice.chance(0.7):
                    world.ledger.pay(fan, organiser, SHOP, opened + 20 + dice.unit() * 5, price * 0.6, "teen")
