"""Teenagers with accounts: pocket money, small trade, class trips, and cheats who sell tickets they do not have."""

from __future__ import annotations

from . import days
from .people import Payer
from .receivers import Receiver
from .world import World


def pocket_money(world: World) -> None:
    """Parents, step-parents and grandparents pay teenagers weekly, and at midnight when the last bus is gone."""
    chance = world.chance
    elders = [payer for payer in world.people if payer.age > 34]
    for child in world.people:
        if child.age > 17 or not chance.odds(0.65):
            continue
        account = world.book.customer(child, "family_receiver")
        for rank in range(chance.whole(1, 3)):
            elder = chance.pick(elders)
            if chance.odds(0.6):
                elder.surname = child.surname  # a parent; others are step-parents and mothers' parents
            elif rank == 0 and not chance.odds(0.5):
                continue
            weekly = chance.pick((100, 100, 150, 200, 300))
            for week in range(chance.whole(0, 40), 61, chance.pick((4, 4, 6, 9))):
                world.ledger.pay(
                    elder,
                    account,
                    7 * week + chance.whole(0, 2),
                    world.hour(elder, days.WAKING),
                    weekly,
                    kind="family_support",
                    reference=chance.pick(("veckopeng", "", "månadspeng", "puss")),
                )
            for _ in range(chance.count(2)):
                world.ledger.pay(
                    elder,
                    account,
                    world.some_day(),
                    world.hour(elder, days.LATE),
                    chance.about(150, 0.5),
                    kind="family_support",
                    reference=chance.pick(("taxi hem", "", "mat", "present")),
                )


def odd_jobs(world: World) -> None:
    """Teenagers who sell clothes, mow lawns or sit with children are paid by several adults who are not kin."""
    chance = world.chance
    adults = [payer for payer in world.people if 24 < payer.age < 70]
    for child in world.people:
        if child.age > 18 or not chance.odds(0.12):
            continue
        account = world.book.customer(child, "seller")
        for adult in chance.some(adults, chance.whole(2, 9)):
            for _ in range(1 + chance.count(0.6)):
                world.ledger.pay(
                    adult,
                    account,
                    world.some_day(),
                    world.hour(adult, days.EVENING),
                    chance.about(190, 0.5),
                    kind="hobby_purchase",
                    reference=chance.pick(("jacka", "", "barnvakt", "tack", "skor", "gräset")),
                )


def class_trips(world: World) -> None:
    """One pupil or team leader collects from twenty, most of them in the last two evenings before the date."""
    chance = world.chance
    young = [payer for payer in world.people if payer.age < 20]
    for _ in range(world.quota(28, 2)):
        treasurer = chance.pick(young)
        account = world.book.customer(treasurer, "collector") if chance.odds(0.6) else world.book.at_home("collector")
        share, deadline = chance.pick((150, 250, 300, 450, 800, 1200)), world.some_day()
        for pupil in chance.some(young, chance.whole(6, 22)):
            if pupil is not treasurer:
                world.ledger.pay(
                    pupil,
                    account,
                    deadline - chance.count(1),
                    world.hour(pupil, days.EVENING),
                    share,
                    kind="ordinary",
                    reference=chance.pick(("klassresa", "cup", "", "bal", "tröja")),
                )


def ticket_cheats(world: World) -> None:
    """Sold-out concert, fake tickets: strangers of sixteen to thirty pay one young seller within days, then silence."""
    chance = world.chance
    buyers = [payer for payer in world.people if 15 < payer.age < 31]
    for _ in range(world.quota(14, 1)):
        cheat = world.book.at_home("seller") if chance.odds(0.6) else world.book.customer(chance.pick(buyers), "seller")
        concert, price = world.some_day(), chance.about(900, 0.4)
        for buyer in chance.some(buyers, chance.whole(3, 14)):
            if buyer.accounts[0] == cheat.subject:
                continue
            day, at = concert + chance.whole(-6, 0), world.hour(buyer, days.LATE)
            world.ledger.pay(
                buyer, cheat, day, at, price, kind="hobby_purchase", reference=chance.pick(("biljett", ""))
            )
            if chance.odds(0.3):
                world.ledger.pay(
                    buyer,
                    cheat,
                    day,
                    at + chance.between(0.2, 4),
                    price * 0.5,
                    kind="hobby_purchase",
                    reference="frakt",
                )


def debts(world: World) -> None:
    """A game night, a broken scooter, a borrowed sum: a young payer repays in an evening what an account holds."""
    chance = world.chance
    for payer in world.those(0.05, 14, 25):
        friend = world.book.customer(world.people[chance.pick(payer.friends)]) if payer.friends else None
        creditor = friend if friend and chance.odds(0.7) else world.book.at_home("ordinary", city=payer.city)
        if creditor.subject != payer.accounts[0]:
            _repay(world, payer, creditor)


def _repay(world: World, payer: Payer, creditor: Receiver) -> None:
    chance = world.chance
    day, at, part = world.some_day(), world.hour(payer, days.LATE), chance.about(450, 0.6)
    for _ in range(chance.whole(1, 5)):
        world.ledger.pay(
            payer, creditor, day, at, part, kind="ordinary", reference=chance.pick(("skuld", "", "lån", "förlåt"))
        )
        at += chance.between(0.2, 20)
        part *= chance.between(0.4, 1.3)
