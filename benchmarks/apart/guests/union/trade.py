"""Buying from people abroad: small sums, strangers, nights, many payers to one number, and nothing wrong with it.

Live sales put a hundred buyers on one wallet between eight and midnight in Manila. Performers who sing on request are
tipped by grown people. Top-up agents of card rooms get six payments in one night from somebody who chases a loss, and a
fan club's treasurer gets forty first-ever payments from young people within a week.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.union.chance import Floats, Ints, pick, popular, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, DAYS, calendar, hours, offsets
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.world import World, a_stay, whims

CRAFT_WORDS = ("order", "cards", "batch 3", "plants", "invoice", "shipping", "parts", "balance", "deposit", "lot 12")
TIP_WORDS = ("thank you", "song", "request", "treat", "birthday", "gift", "for the band")
TOP_UP_WORDS = ("load", "credits", "top up", "account 7", "ref 2291", "coins")


def _sellers(world: World, rng: np.random.Generator, count: int, where: dict[str, float]) -> list[Receiver]:
    return [world.receivers.person(weighted(rng, where), women=0.5, churn=0.1) for _ in range(count)]


def _crafts(world: World, rng: np.random.Generator, buyers: list[Person]) -> None:
    """Cards, parts, plants, textiles: an order now and then, a deposit and a balance, at the buyer's leisure."""
    sellers = _sellers(world, rng, scaled(world.senders(), 170, 8), {"PH": 30, "TH": 15, "ID": 15, "VN": 12, "CO": 14})
    share = popular(rng, len(sellers), 0.8)
    for buyer in buyers:
        chosen = rng.choice(len(sellers), min(len(sellers), 1 + int(rng.poisson(1.1))), replace=False, p=share)
        for index in chosen.tolist():
            at = whims(rng, buyer, float(rng.uniform(15, 110)), 0.9)
            dollars = float(rng.lognormal(np.log(45), 0.6)) * rng.lognormal(0, 0.4, len(at))
            box = weighted(rng, {"send": 0.3, "get": 0.45, "bill": 0.25})
            manner = Manner("hobby", CRAFT_WORDS, box, 0.4, "goods")
            world.ledger.pay(buyer, sellers[index], at, dollars, manner)


def _evening_there(rng: np.random.Generator, buyer: Person, seller: Receiver, days: Ints) -> Ints:
    """Between eight and midnight on the seller's clock, told in the buyer's."""
    there = days * DAY + 20 * 3600 + rng.integers(0, 4 * 3600, len(days))
    shift = offsets(buyer.zone)[days] - offsets(seller.zone)[days]
    return np.asarray(there + shift, dtype=np.int64)


def _live_sales(world: World, rng: np.random.Generator, buyers: list[Person]) -> None:
    """Clothes and ornamental fish, sold live on Friday and Saturday: some pieces in an evening, paid one by one."""
    sellers = _sellers(world, rng, scaled(world.senders(), 22, 2), {"PH": 60, "TH": 25, "VN": 15})
    share = popular(rng, len(sellers), 1.0)
    nights = np.flatnonzero(np.isin(calendar("weekday")[:DAYS], (4, 5)))
    for buyer in buyers:
        seller = sellers[int(rng.choice(len(sellers), p=share))]
        begin, end = a_stay(rng, buyer, 20, 300)
        open_nights = nights[(nights >= begin) & (nights < end)]
        attended = open_nights[rng.random(len(open_nights)) < float(rng.uniform(0.05, 0.5))]
        days = np.repeat(attended, 1 + rng.poisson(0.7, len(attended)))
        if not len(days):
            continue
        at = np.sort(_evening_there(rng, buyer, seller, days))
        manner = Manner("hobby", CRAFT_WORDS, "get", 0.5, pick(rng, ("goods", "gift")))
        world.ledger.pay(buyer, seller, at, rng.lognormal(np.log(17), 0.55, len(at)), manner)


def _performers(world: World, rng: np.random.Generator, admirers: list[Person]) -> None:
    """Grown singers, gamers and dancers who are tipped at night by people who follow several of them."""
    stage = _sellers(world, rng, scaled(world.senders(), 45, 3), {"PH": 40, "CO": 25, "TH": 15, "RO": 12, "UA": 8})
    share = popular(rng, len(stage), 0.9)
    for admirer in admirers:
        followed = rng.choice(len(stage), min(len(stage), 1 + int(rng.poisson(1.5))), replace=False, p=share)
        for index in followed.tolist():
            at = whims(rng, admirer, float(rng.uniform(4, 45)), 1.0)
            if yes(rng, 0.75):
                at = np.asarray(at // DAY * DAY + hours(rng, "night", len(at)), dtype=np.int64)
            growth = 1 + np.arange(len(at)) * float(rng.choice([0.0, 0.0, 0.02, 0.05]))
            dollars = float(rng.lognormal(np.log(22), 0.5)) * np.minimum(growth, 3) * rng.lognormal(0, 0.5, len(at))
            manner = Manner("hobby", TIP_WORDS, weighted(rng, {"send": 0.7, "get": 0.3}), 0.7, "gift")
            world.ledger.pay(admirer, stage[index], at, dollars, manner)


def _chase(rng: np.random.Generator) -> tuple[Ints, Floats]:
    """One night at the tables: minutes apart, each sum larger than the last until it is enough."""
    count = 1 + int(rng.geometric(0.38))
    start = int(rng.choice([20, 21, 22, 23, 24, 25])) * 3600 + int(rng.integers(3600))
    at = start + np.cumsum(rng.exponential(1500, count)).astype(np.int64)
    return at, np.asarray(float(rng.lognormal(np.log(28), 0.5)) * 1.25 ** np.arange(count), dtype=np.float64)


def _card_rooms(world: World, rng: np.random.Generator, players: list[Person]) -> None:
    """Agents who sell credits for online tables and games; an agent's number lasts some months."""
    agents = _sellers(world, rng, scaled(world.senders(), 24, 2), {"PH": 60, "VN": 15, "ID": 15, "NG": 10})
    share = popular(rng, len(agents), 0.7)
    for player in players:
        begin, end = a_stay(rng, player, 5, 200)
        for night in np.unique(rng.uniform(begin, max(end, begin + 1), 1 + int(rng.geometric(0.2))).astype(int)):
            agent = agents[int(rng.choice(len(agents), p=share))]
            at, dollars = _chase(rng)
            # The agent asks for a number or a player's name in the message, to know whom to credit.
            words = (*TOP_UP_WORDS, agent.sims[0][1], f"player{player.number}")
            manner = Manner("hobby", words, "send", 0.5, pick(rng, ("goods", "other")), failing=0.07)
            world.ledger.pay(player, agent, int(night) * DAY + at, np.minimum(dollars, 400), manner)


def _fan_orders(world: World, rng: np.random.Generator, young: list[Person]) -> None:
    """A treasurer collects for an album or a ticket: everybody once or twice within days, then never again."""
    for _ in range(scaled(world.senders(), 9, 1)):
        treasurer = world.receivers.person(weighted(rng, {"PH": 55, "TH": 25, "ID": 20}), women=0.8)
        begin = int(rng.integers(10, DAYS - 20))
        price = float(rng.uniform(18, 140))
        able = [fan for fan in young if fan.first_day() <= begin + 6 and fan.last_day() > begin]
        for fan in able:
            if not yes(rng, min(0.5, 22 / max(len(able), 1))):
                continue
            days = begin + np.sort(rng.integers(0, 8, 1 + int(rng.random() < 0.35)))
            at = np.asarray(days * DAY + hours(rng, "night", len(days)), dtype=np.int64)
            dollars = np.where(np.arange(len(at)) == 0, price, price * 0.4)
            world.ledger.pay(fan, treasurer, at, dollars, Manner("hobby", CRAFT_WORDS, "bill", 0.3, "goods"))


def hobbies(world: World, rng: np.random.Generator) -> None:
    """Who buys what: locals most, the young nearly all, migrants when the seller is from home."""
    groups: dict[str, list[Person]] = {key: [] for key in ("crafts", "live", "tips", "tables")}
    chances = {
        "local": {"crafts": 0.24, "live": 0.04, "tips": 0.09, "tables": 0.03},
        "migrant": {"crafts": 0.035, "live": 0.05, "tips": 0.012, "tables": 0.02},
        "youth": {"crafts": 0.36, "live": 0.07, "tips": 0.12, "tables": 0.2},
    }
    for person in world.people:
        for trade, chance in chances[person.role].items():
            if yes(rng, chance):
                groups[trade].append(person)
    _crafts(world, rng, groups["crafts"])
    _live_sales(world, rng, groups["live"])
    _performers(world, rng, groups["tips"])
    _card_rooms(world, rng, groups["tables"])
    _fan_orders(world, rng, [person for person in world.people if person.role == "youth"])
