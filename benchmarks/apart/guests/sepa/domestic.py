"""Life at home: rent, friends, second-hand goods, clubs, betting. Most of what a retail bank books."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Ints
from benchmarks.apart.guests.sepa.days import DAY, clock, weekend_heavy
from benchmarks.apart.guests.sepa.geography import HOME
from benchmarks.apart.guests.sepa.rhythms import monthly, scattered
from benchmarks.apart.guests.sepa.world import World


def rent(world: World) -> None:
    """Standing orders to landlords; a managing agent has dozens of tenants, a widow with one flat has one."""
    rng, book = world.rng, world.book
    tenants = world.some(world.customers.between(20, 86), 0.33)
    agents = world.payees.many(
        "DE", "hub", world.scaled(60), ("Hausverwaltung Nordhang", "Wohnbau Lindenhof", "Immo Treuhand")
    )
    private = world.payees.many("DE", "ordinary", max(4, len(tenants) // 3))
    for share, pool, kind in ((0.55, agents, "hub_payment"), (1.0, private, "ordinary")):
        here = rng.random(len(tenants)) < share
        mine, tenants = tenants[here], tenants[~here]
        landlord = world.pick(pool, len(mine), 0.4)
        sums = np.exp(rng.normal(6.35, 0.35, len(mine)))
        tie, day = monthly(rng, rng.choice([1, 1, 1, 3, 15, 28], len(mine)), np.full(len(mine), 0.99), 0)
        book.post(kind, mine[tie], landlord[tie], day * DAY, sums[tie], words="rent", standing=True)


def friends(world: World) -> None:
    """Bills split in the evening and after nights out.

    Circles are small: the same few people pay one another.
    """
    rng, customers = world.rng, world.customers
    everyone = world.some(np.arange(len(customers)), 0.8)
    strangers = world.payees.many("DE", "ordinary", len(everyone) // 3) + world.payees.many(
        "AT", "ordinary", len(everyone) // 9
    )
    reach = np.where(customers.age[everyone] < 32, 4, 2)
    person = np.repeat(everyone, reach)
    friend = world.pick(strangers, len(person), 0.1)
    inside = rng.random(len(person)) < 0.25
    # Friends at the same bank are people of about the same age.
    by_age = np.argsort(customers.birth_year + rng.uniform(0, 1, len(customers)))
    place = np.empty_like(by_age)
    place[by_age] = np.arange(len(by_age))
    near = by_age[np.clip(place[person] + rng.integers(1, 40, len(person)), 0, len(by_age) - 1)]
    for row in np.nonzero(inside & (near != person))[0]:
        one = int(near[row])
        friend[row] = world.payees.ours(customers.account[one], customers.name[one], customers.country[one], "ordinary")
    counts = rng.negative_binomial(0.6, 0.26, len(person))
    tie, day = scattered(rng, counts, weekend_heavy(1.8))
    late = (customers.age[person[tie]] < 32) & (rng.random(len(tie)) < 0.3)
    second = np.where(late, clock(rng, "late", len(tie)), clock(rng, "evening", len(tie)))
    sums = world.around(np.full(len(tie), 19.0), 0.85)
    world.book.post("ordinary", person[tie], friend[tie], day * DAY + second, sums, words="friends")


def second_hand(world: World) -> None:
    """Classified advertisements: one payment to a stranger, seldom a second.

    A few people live from selling and have many buyers.
    """
    rng, customers = world.rng, world.customers
    buyers = world.some(world.customers.between(16, 80), 0.45)
    dealers = world.payees.many("DE", "seller", world.scaled(140)) + world.payees.many("AT", "seller", world.scaled(40))
    once = world.payees.many("DE", "ordinary", len(buyers))
    tie, day = scattered(rng, rng.geometric(0.45, len(buyers)))
    trade = rng.random(len(tie)) < 0.35
    young = customers.age[buyers[tie]] < 30
    second = np.where(young, clock(rng, "late", len(tie)), clock(rng, "evening", len(tie)))
    sums = world.around(np.full(len(tie), 33.0), 0.9)
    for chosen, pool, skew, kind in ((trade, dealers, 0.6, "hobby_purchase"), (~trade, once, 0.0, "ordinary")):
        world.book.post(kind, buyers[tie][chosen], world.pick(pool, int(chosen.sum()), skew),
                        day[chosen] * DAY + second[chosen], sums[chosen], words="market", price=True)  # fmt: skip


def clubs(world: World) -> None:
    """Dues, insurers, course fees and craftsmen.

    Receivers that very many pay, in the daytime, at the trader's price.
    """
    rng = world.rng
    for place, count in zip(HOME, (world.scaled(160), world.scaled(55)), strict=True):
        members = world.some(
            np.array([i for i, land in enumerate(world.customers.country) if land == place], np.int64), 0.55
        )
        pool = world.payees.many(
            place, "hub", count, ("Turnverein", "Musikschule", "Versicherung", "Praxis", "Stadtwerke")
        )
        tie, day = scattered(rng, rng.poisson(2.4, len(members)))
        fee = world.around(np.full(len(tie), 62.0), 0.8)
        when = day * DAY + clock(rng, "day", len(tie))
        world.book.post(
            "hub_payment", members[tie], world.pick(pool, len(tie), 0.7), when, fee, words="fees", price=True
        )


def betting(world: World) -> None:
    """Top-ups at operators with Lithuanian accounts.

    Small, round, by night, in bursts, growing after losses, over in an evening.
    """
    rng = world.rng
    players = world.some(world.customers.between(18, 70), 0.022)
    houses = world.payees.many("LT", "hub", 7, ("Tipico Nord Pay", "Rondo Games UAB", "Lucky Seven UAB"))
    evenings: Ints = rng.integers(1, 9, len(players))
    evening, day = scattered(rng, evenings, weekend_heavy(1.6))
    house = world.pick(houses, len(players), 0.6)[evening]
    top_ups = rng.geometric(0.45, len(evening))
    burst = np.repeat(np.arange(len(evening)), top_ups)
    turn = np.concatenate([np.arange(one) for one in top_ups]) if len(top_ups) else burst
    when = (day * DAY + clock(rng, "late", len(evening)))[burst] + turn * rng.integers(300, 2400, len(burst))
    stake = world.around(np.full(len(evening), 22.0), 0.5)[burst] * 1.25**turn
    payer = players[evening][burst]
    world.book.post("hub_payment", payer, house[burst], when, stake, words="bets", hurry=True)
