"""Ordinary transfers at home: friends, landlords, lessons, allowances, debts, teams, second-hand things."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.clock import DAYS, MONTH_STARTS, hours, kept, paydays, renewals
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.world import World, moment

FRIENDS: Final = (
    "lunch",
    "gas",
    "groceries",
    "thanks!",
    "tickets",
    "pizza",
    "half of dinner",
    "birthday",
    "gift",
    "utilities",
)
_RENT: Final = ("rent", "rent unit 4", "suite rent")
_HELP: Final = ("cleaning", "piano lesson", "lawn", "sitting saturday", "dog walks", "snow")
_THINGS: Final = ("bike", "marketplace", "table", "phone case", "sneakers", "hoodie", "card lot", "tickets")


def befriend(world: World, member: Member, by_city: dict[str, list[Member]]) -> Receiver:
    """A friend: now and then a fellow member of the same city, mostly somebody at another bank."""
    if world.chance(0.25):
        friend = world.one(by_city[member.city])
        if friend.person != member.person:
            return world.own(friend)
    return world.alias(member.country, man=world.chance(0.5))


def friends(world: World, member: Member, by_city: dict[str, list[Member]]) -> None:
    """Shares of dinners and fuel: small, unround, on the evening itself or the morning after."""
    for _ in range(1 + int(world.rng.poisson(1.0))):
        gap = float(world.rng.lognormal(4.7, 0.6))
        days = renewals(world.rng, gap, moment(world.rng), DAYS, 0.8)
        usd = money.spread(world.rng, 22, 0.85, len(days))
        if member.youth:
            usd = usd * 0.5
        friend = befriend(world, member, by_city)
        world.give(member, friend, days, usd, ("ordinary", "ordinary"), words=FRIENDS)


def rent(world: World, member: Member, landlords: list[Receiver]) -> None:
    """Rent on the first, to a landlord whom some other members pay too."""
    days = kept(world.rng, MONTH_STARTS - 1, 0.97, 0.8)
    first = moment(world.rng, 200)
    days = days[(days >= first) & (days < first + world.rng.uniform(150, 700))]
    usd = np.full(len(days), float(world.rng.normal(880, 220)))
    world.give(
        member,
        world.again(world.one(landlords), 0.06),
        days,
        np.abs(usd),
        ("hub_payment", "hub"),
        words=_RENT,
        way=money.SENT,
    )


def household_help(world: World, member: Member, helpers: dict[str, list[Receiver]]) -> None:
    """A sitter, cleaner or teacher of the same city, whom several families share; sitters are paid late."""
    helper = world.one(helpers[member.city])
    first = moment(world.rng, 100)
    days = renewals(world.rng, float(world.rng.uniform(7, 40)), first, min(DAYS, first + world.rng.uniform(60, 500)), 6)
    usd = money.spread(world.rng, float(world.rng.uniform(18, 55)), 0.2, len(days))
    local = hours(world.rng, len(days), 0.45)
    world.give(member, helper, days, usd, ("ordinary", "ordinary"), local=local, words=_HELP, way=money.SENT)


def allowance(world: World, member: Member, child: Member) -> None:
    """A parent's allowance into the child's youth account, with top-ups when the child asks."""
    weekly = kept(world.rng, paydays(member.rule, member.phase), 0.7)
    usd = np.full(len(weekly), float(world.one((10.0, 15.0, 20.0, 25.0, 40.0))))
    kinds = ("family_support", "family_receiver")
    world.give(member, world.own(child), weekly, usd, kinds, words=("allowance",), way=money.SENT)
    asked = renewals(world.rng, 50, 0, DAYS, 0.8)
    world.give(member, world.own(child), asked, money.spread(world.rng, 25, 0.6, len(asked)), kinds, words=FRIENDS)


def debt(world: World, member: Member, by_city: dict[str, list[Member]]) -> None:
    """A loan from a friend paid back in equal parts on paydays, the last part smaller."""
    first = moment(world.rng, 200)
    days = kept(world.rng, paydays(member.rule, member.phase), 0.9)
    days = days[days > first][: int(world.rng.integers(3, 14))]
    usd = np.full(len(days), float(world.one((50.0, 80.0, 100.0, 150.0, 200.0))))
    usd[-1:] *= 0.5
    world.give(member, befriend(world, member, by_city), days, usd, ("ordinary", "ordinary"), way=money.SENT)


def gaming_agent(world: World, member: Member, agents: list[Receiver]) -> None:
    """Top-ups through an agent who sells betting credit: nights, pairs within the hour, sums grown with losses."""
    first = moment(world.rng, 120)
    nights = renewals(world.rng, float(world.rng.uniform(4, 15)), first, first + world.rng.uniform(40, 320), 0.6)
    again = nights[world.rng.random(len(nights)) < 0.4]
    local = np.concatenate([world.rng.normal(23.3, 1.8, len(nights)), world.rng.normal(24.6, 1.2, len(again))])
    days = np.concatenate([nights, again])
    growth = np.exp(np.clip((days - first) / 300, 0, 1) * world.rng.normal(0.6, 0.4))
    usd = money.spread(world.rng, 32, 0.5, len(days)) * growth
    world.give(member, world.one(agents), days, usd, ("hub_payment", "hub"), local=local, way=money.SENT)


def second_hand(world: World, member: Member, sellers: list[Receiver]) -> None:
    """Used things bought once from strangers of any city; some sellers are at school and sell shoes to grown-ups."""
    for _ in range(1 + int(world.rng.poisson(0.8))):
        known = world.chance(0.55)
        seller = world.again(world.one(sellers), 0.05) if known else world.alias(member.country, man=world.chance(0.5))
        if seller.country != member.country:
            continue
        days = np.full(1 + int(world.chance(0.2)), int(moment(world.rng, 3)), dtype=np.int64)
        usd = money.spread(world.rng, 38, 0.8, len(days))
        local = hours(world.rng, len(days), member.night + 0.1)
        world.give(member, seller, days, usd, ("hobby_purchase", "seller"), local=local, words=_THINGS, way=money.SENT)


def _allowances(world: World, young: list[Member], towns: dict[str, list[Member]]) -> None:
    """Two of three youth accounts are fed by a parent who is a member too."""
    for child in young:
        parents = [other for other in towns[child.city] if 36 < other.age < 56]
        if parents and world.chance(0.7):
            allowance(world, world.one(parents), child)


def _townspeople(members: list[Member]) -> dict[str, list[Member]]:
    towns: dict[str, list[Member]] = {}
    for member in members:
        towns.setdefault(member.city, []).append(member)
    return towns


def live(world: World) -> None:
    """Give every member a life at home."""
    towns = _townspeople(world.members)
    landlords = {land: [world.alias(land, man=world.chance(0.6)) for _ in range(world.number(160, 6))]
                 for land in ("CA", "US", "NO")}  # fmt: skip
    agents = {land: [world.alias(land, man=True) for _ in range(world.number(9, 2))] for land in ("CA", "US", "NO")}
    young = [member for member in world.members if member.youth]
    helpers: dict[str, list[Receiver]] = {}
    for city, people in towns.items():
        teens = [world.own(member) for member in people if member.youth and world.chance(0.2)]
        grown = [world.alias(people[0].country, man=world.chance(0.25)) for _ in range(2 + len(people) // 70)]
        helpers[city] = teens + grown
    sellers = [world.own(member) for member in young if world.chance(0.15)]
    sellers += [world.alias(world.one(("CA", "CA", "US", "NO")), man=True) for _ in range(world.number(240, 10))]
    for member in world.members:
        if world.chance(0.62 if member.age < 70 else 0.35):
            friends(world, member, towns)
        if 19 < member.age < 60 and world.chance(0.11):
            rent(world, member, landlords[member.country])
        if 28 < member.age < 75 and world.chance(0.06):
            household_help(world, member, helpers)
        if member.age > 17 and world.chance(0.03):
            debt(world, member, towns)
        if 19 < member.age < 65 and world.chance(0.013):
            gaming_agent(world, member, agents[member.country])
        if world.chance(0.17):
            second_hand(world, member, sellers)
    _allowances(world, young, towns)
