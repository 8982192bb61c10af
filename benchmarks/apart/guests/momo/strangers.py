"""Foreigners who pay home wallets, and home people who pay abroad: each does one thing most, and others besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.calendars import DAYS
from benchmarks.apart.guests.momo.causes import Causes, donate, send_student, settle_bill
from benchmarks.apart.guests.momo.ledger import EVERYDAY, Kind
from benchmarks.apart.guests.momo.sweethearts import partner_abroad, romance_fraud
from benchmarks.apart.guests.momo.trade import SHOP, Trades, employ, order, play, tip
from benchmarks.apart.guests.momo.world import World

AGES = {"love": (30, 74), "work": (26, 60), "tip": (20, 62), "order": (18, 55), "play": (13, 32), "give": (25, 80),
        "study": (35, 62), "hub": (24, 70), "fraud": (48, 79), "friend": (20, 66)}  # fmt: skip
SHARES = {"love": 0.23, "work": 0.11, "tip": 0.11, "order": 0.11, "play": 0.12, "give": 0.1, "study": 0.05, "hub": 0.08,
          "fraud": 0.025, "friend": 0.065}  # fmt: skip
SECOND = {"love": 0.22, "tip": 0.2, "order": 0.14, "play": 0.08, "give": 0.14, "hub": 0.16, "friend": 0.06}
FAR = ("ID", "VN", "NG", "IN", "ID", "CI", "VN")
WARES = Kind("ordinary", "seller", "shop")


@dataclass(slots=True)
class Cast:
    """Those at home whom foreigners may come to pay."""

    shop: Trades
    known: Causes
    partners: list[Account]
    deceivers: list[Account]


def assemble(world: World, shop: Trades, known: Causes) -> Cast:
    """Adds the partners, and those who only pretend to be."""
    dice = world.dice
    partners = [world.somebody(19, 52, woman=dice.chance(0.85)) for _ in range(world.scaled(800, 6))]
    deceivers = [world.somebody(19, 45) for _ in range(world.scaled(26, 2))]
    return Cast(shop, known, partners, deceivers)


def foreign_life(world: World, cast: Cast) -> None:
    """A main strand for each foreigner; two in five have a second, one in eight a third."""
    dice = world.dice
    for _ in range(world.scaled(3_000, 40)):
        main = dice.weighted(SHARES)
        low, high = AGES[main]
        payer = world.foreigner(low, high, men=0.85 if main in ("love", "tip") else 0.6)
        world.foreigners.append(payer)
        strands = [main, *(dice.weighted(SECOND) for share in (0.4, 0.3) if dice.chance(share))]
        for strand in strands:
            live(world, payer, strand, cast)


def live(world: World, payer: Account, strand: str, cast: Cast) -> None:
    """One strand of a foreigner's payments."""
    dice, shop, known = world.dice, cast.shop, cast.known
    strands: dict[str, Callable[[], None]] = {
        "love": lambda: partner_abroad(world, payer, cast.partners),
        "work": lambda: employ(world, payer, shop),
        "tip": lambda: tip(world, payer, shop),
        "order": lambda: order(world, payer, shop),
        "play": lambda: play(world, payer, shop),
        "give": lambda: donate(world, payer, known),
        "study": lambda: send_student(world, payer, dice.pick(known.students), close=dice.chance(0.6)),
        "hub": lambda: settle_bill(world, payer, known),
        "fraud": lambda: romance_fraud(world, payer, cast.deceivers),
        "friend": lambda: befriend(world, payer),
    }
    strands[strand]()


def befriend(world: World, payer: Account) -> None:
    """The driver of a holiday, a nanny of old, somebody met at church: now and then, for no stated reason."""
    dice = world.dice
    friends = [dice.pick(dice.pick(world.households).members) for _ in range(dice.whole(1, 4))]
    for _ in range(1 + dice.count(4)):
        world.ledger.pay(payer, dice.pick(friends), EVERYDAY, dice.between(0, DAYS), dice.around(40, 0.7))


def outward_life(world: World, payers: list[Account]) -> list[Account]:
    """Home wallets pay abroad: suppliers, old colleagues, sellers, and now and then somebody who deceives them."""
    dice, directory = world.dice, world.directory
    far = [
        directory.foreign_wallet(FAR[number % len(FAR)], dice.chance(0.45), 2024 - dice.whole(19, 50))
        for number in range(world.scaled(260, 14))
    ]
    west = [f for f in far if f.country.code in ("NG", "CI")]
    grown = [p for p in payers if p.age > 18]
    for payer in dice.some(grown, world.scaled(600, 10)):
        receiver = dice.popular(far, 1.2)
        if receiver in west and dice.chance(0.35):
            romance_fraud(world, payer, west)
            continue
        for _ in range(1 + dice.count(3)):
            kind = dice.pick((WARES, SHOP, EVERYDAY))
            world.ledger.pay(payer, receiver, kind, dice.between(0, DAYS), dice.around(16, 0.8), bill=dice.chance(0.4))
    return west
