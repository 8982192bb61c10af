"""Life between home wallets: meals split, debts, savings circles, top-ups, shops; the bulk of a wallet's day."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.momo.accounts import Account
from benchmarks.apart.guests.momo.calendars import DAYS, paydays
from benchmarks.apart.guests.momo.causes import HUB, Causes
from benchmarks.apart.guests.momo.families import DEBT
from benchmarks.apart.guests.momo.ledger import EVERYDAY, FAMILY, Kind
from benchmarks.apart.guests.momo.trade import SHOP, Trades, order, play
from benchmarks.apart.guests.momo.world import Household, World

CIRCLE = Kind("ordinary", "collector", "savings")
BET = Kind("ordinary", "collector", "bet")
STUDENT = Kind("student_support", "student", "study")


def daily(world: World, payer: Account, house: Household) -> None:
    """Friends, cousins and the shop at the corner: small, any hour, the same few people."""
    dice = world.dice
    friends = [dice.pick(dice.pick(world.neighbours[house.town]).members) for _ in range(dice.whole(2, 6))]
    for _ in range(dice.count(5)):
        mood = "teen" if payer.age < 22 else "any"
        world.ledger.pay(payer, dice.popular(friends), EVERYDAY, dice.between(0, DAYS), dice.around(3.2, 0.9), mood)


def provincial(world: World, payer: Account) -> None:
    """Workers in the capital send on the fifteenth and the thirtieth to a province."""
    dice = world.dice
    house = dice.pick(world.households)
    receivers = dice.some(house.members, 2)
    base, faithful = dice.around(38, 0.6), dice.between(0.15, 0.8)
    for payday in paydays("semi_monthly"):
        if dice.chance(faithful):
            world.ledger.pay(
                payer, dice.popular(receivers), FAMILY, payday + abs(dice.normal()), base * dice.around(1, 0.3)
            )


def circles(world: World) -> None:
    """A savings circle: one neighbour collects an equal part from each every week and pays the pot out in turn."""
    dice = world.dice
    for _ in range(world.scaled(60, 2)):
        town = dice.pick(list(world.neighbours))
        people = list(
            {m.id: m for h in dice.some(world.neighbours[town], 14) for m in h.members if m.age > 19}.values()
        )
        members = dice.some(people, dice.whole(5, 14))
        if len(members) < 4:
            continue
        collector, part = members[0], dice.pick((200, 300, 500, 1000)) / 57
        every, first = dice.pick((7, 15)), dice.between(0, 250)
        for turn in range(len(members) - 1):
            for member in members[1:]:
                if dice.chance(0.92):
                    world.ledger.pay(member, collector, CIRCLE, first + every * turn + dice.unit() * 2, part, "evening")
            pot = part * (len(members) - 1)
            world.ledger.pay(collector, members[1 + turn], DEBT, first + every * turn + 2, pot, "evening")


def bet(world: World, payer: Account, agents: list[Account]) -> None:
    """Credits from an agent: late, in chains that grow while somebody loses, then weeks of good intentions."""
    dice = world.dice
    agent, day = dice.popular(agents), dice.between(0, DAYS - 30)
    for _ in range(dice.whole(1, 7)):
        stake = dice.around(4, 0.7)
        at = world.ledger.pay(payer, agent, BET, day, stake, "night")
        for _ in range(dice.weighted({0: 0.35, 1: 0.25, 3: 0.25, 6: 0.15})):
            stake *= dice.between(0.9, 1.7)
            at += int(dice.around(1_400, 0.8))
            world.ledger.pay_at(payer, agent, BET, at, stake)
        day += dice.around(16, 0.9)


def lend(world: World, payer: Account, lenders: list[Account]) -> None:
    """The lender comes by daily or weekly until the loan and its fifth are paid."""
    dice = world.dice
    lender, part, day = dice.popular(lenders), dice.around(5, 0.5), dice.between(0, DAYS - 40)
    for _ in range(dice.whole(4, 16)):
        world.ledger.pay(payer, lender, DEBT, day, part, "any", bill=dice.chance(0.4))
        day += dice.pick((1, 7, 7))


def live_sale(world: World, buyers: list[Account], shop: Trades) -> None:
    """Live selling: a woman with a rack of clothes, two evenings a week, and buyers who call "mine" until midnight."""
    dice = world.dice
    for rank, seller in enumerate(shop.live_sellers):
        regulars = dice.some(buyers, max(6, int(60 / (1 + rank * 0.25))))
        for _ in range(max(3, int(26 / (1 + rank * 0.15)))):
            evening = dice.between(0, DAYS)
            for _ in range(dice.count(4)):
                world.ledger.pay(dice.pick(regulars), seller, SHOP, evening, dice.around(6, 0.7), "night")


@dataclass(slots=True)
class Corner:
    """Those whom a whole quarter pays in cash or by wallet."""

    agents: list[Account]
    lenders: list[Account]


def home_life(world: World, shop: Trades, known: Causes) -> list[Account]:
    """Chooses which wallets pay, and gives each a few strands of life; returns those that pay."""
    corner = Corner(
        agents=[world.somebody(20, 60) for _ in range(world.scaled(45, 3))],
        lenders=[world.somebody(28, 65) for _ in range(world.scaled(40, 3))],
    )
    payers: list[Account] = []
    for house in world.households:
        for member in house.members:
            if world.dice.chance(0.56):
                payers.append(member)
                daily(world, member, house)
                habits(world, member, shop, known, corner)
    live_sale(world, [p for p in payers if p.woman] or payers, shop)
    circles(world)
    return payers


def habits(world: World, payer: Account, shop: Trades, known: Causes, corner: Corner) -> None:
    """What else a wallet is used for, by age: games early, betting and debts later, children at college last."""
    dice, age = world.dice, payer.age
    grown, betting = age > 20, 0.14 if not payer.woman and age < 45 else 0.04
    if grown and dice.chance(0.22):
        provincial(world, payer)
    if dice.chance(0.04 if age > 24 else 0.25):
        play(world, payer, shop)
    if dice.chance(betting if age > 17 else 0):
        bet(world, payer, corner.agents)
    if grown and dice.chance(0.1):
        lend(world, payer, corner.lenders)
    if dice.chance(0.05):
        order(world, payer, shop)
    if dice.chance(0.06 if age > 35 else 0):
        allowance(world, payer, known)
    if dice.chance(0.22):
        for _ in range(dice.whole(1, 6)):
            day = dice.between(0, DAYS)
            world.ledger.pay(payer, dice.popular(known.hubs), HUB, day, dice.around(14, 0.8), "office", bill=True)


def allowance(world: World, payer: Account, known: Causes) -> None:
    """A child at college in the city: every Sunday evening, and fees at the term."""
    dice = world.dice
    student, part = dice.pick(known.students), dice.around(14, 0.4)
    for week in range(DAYS // 7):
        if dice.chance(0.3):
            world.ledger.pay(payer, student, STUDENT, 6 + week * 7 + dice.normal() * 0.6, part, "evening")
