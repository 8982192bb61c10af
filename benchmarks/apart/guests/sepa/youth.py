"""Young people as they pay and are paid: pocket money, small jobs, class funds, and the trade in game items."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Ints
from benchmarks.apart.guests.sepa.days import DAY, DAYS, clock, weekend_heavy
from benchmarks.apart.guests.sepa.rhythms import monthly, scattered
from benchmarks.apart.guests.sepa.world import World


def _paid(world: World, minors: Ints, pattern: str) -> Ints:
    """The pupils' own accounts, as receivers."""
    who = world.customers
    return np.array(
        [world.payees.ours(who.account[m], who.name[m], who.country[m], pattern) for m in minors], dtype=np.int64
    )


def pocket_money(world: World) -> None:
    """Parents pay by standing order.

    Grandparents, uncles and godparents pay when it occurs to them, in the evening after the telephone.
    """
    rng = world.rng
    minors = world.some(world.customers.between(14, 17), 0.8)
    account = _paid(world, minors, "ordinary")
    parent = rng.choice(world.customers.between(36, 56), len(minors))
    tie, day = monthly(rng, rng.choice([1, 1, 15], len(minors)), np.full(len(minors), 0.97), 0)
    allowance = np.round(rng.uniform(4, 12, len(minors))) * 5
    world.book.post(
        "family_support", parent[tie], account[tie], day * DAY, allowance[tie], words="allowance", standing=True
    )
    elders = np.repeat(np.arange(len(minors)), rng.integers(0, 4, len(minors)))
    elder = rng.choice(world.customers.between(34, 85), len(elders))
    gift, day = scattered(rng, rng.integers(1, 6, len(elders)))
    sums = world.around(np.full(len(gift), 28.0), 0.5)
    when = day * DAY + clock(rng, "evening", len(gift))
    world.book.post("family_support", elder[gift], account[elders[gift]], when, sums, words="pocket")


def small_jobs(world: World) -> None:
    """Babysitters, lawn mowers, and tutors of younger pupils.

    One minor is paid by several adults who do not know one another.
    """
    rng = world.rng
    workers = world.some(world.customers.between(14, 18), 0.22)
    account = _paid(world, workers, "freelancer")
    jobs = np.repeat(np.arange(len(workers)), rng.integers(1, 6, len(workers)))
    neighbour = rng.choice(world.customers.between(27, 70), len(jobs))
    tie, day = scattered(rng, rng.geometric(0.2, len(jobs)), weekend_heavy(1.4))
    sums = world.around(np.full(len(tie), 24.0), 0.4)
    when = day * DAY + clock(rng, "evening", len(tie))
    world.book.post("freelancer_employer", neighbour[tie], account[jobs[tie]], when, sums, words="work_small")


def class_funds(world: World) -> None:
    """A treasurer collects for the trip or the ball.

    Twenty pupils pay one classmate within days, some in two slices, then silence.
    """
    rng, who = world.rng, world.customers
    pupils = who.between(14, 19)
    for _ in range(world.scaled(34, 2)):
        middle = int(rng.choice(pupils))
        treasurer = world.payees.ours(who.account[middle], who.name[middle], who.country[middle], "collector")
        outside = rng.random() < 0.5
        target = world.payees.open("DE", "collector") if outside else treasurer
        mates = rng.choice(pupils, min(len(pupils), int(rng.integers(6, 22))), replace=False)
        mates = mates[mates != middle]
        price = float(rng.choice([25, 40, 60, 80, 120, 150, 220]))
        sliced = rng.random(len(mates)) < 0.25
        payer = np.concatenate([mates, mates[sliced]])
        sums = np.concatenate([np.where(sliced, price / 2, price), np.full(int(sliced.sum()), price / 2)])
        day = int(rng.integers(0, DAYS - 20)) + rng.geometric(0.22, len(payer))
        when = day * DAY + clock(rng, "school", len(payer))
        world.book.post("hub_payment", payer, np.full(len(payer), target), when, sums, words="class", price=True)


def game_items(world: World) -> None:
    """Skins, accounts and boosting, sold by strangers abroad or two towns away.

    Bursts late in the evening, then bored and gone.
    """
    rng = world.rng
    players = world.some(world.customers.between(14, 27), 0.2)
    pool = [one for land, share in (("DE", 30), ("UA", 14), ("RO", 12), ("PL", 10), ("BR", 8), ("PH", 8), ("LT", 5))
            for one in world.payees.many(land, "seller", world.scaled(share))]  # fmt: skip
    world.rng.shuffle(pool)
    spells = np.repeat(players, rng.integers(1, 3, len(players)))
    seller = world.pick(pool, len(spells), 0.5)
    # Half a dozen pieces within days while the game is new; single purchases otherwise.
    tie, day = scattered(rng, rng.geometric(0.35, len(spells)), within=9)
    sums = world.around(world.around(np.full(len(spells), 22.0), 0.6)[tie], 0.5)
    when = day * DAY + clock(rng, "late", len(tie))
    world.book.post("hobby_purchase", spells[tie], seller[tie], when, sums, words="games")


def tickets(world: World) -> None:
    """Festival tickets and trainers bought from strangers.

    One large payment by instant transfer at night, sometimes a swindle.
    """
    rng = world.rng
    young = world.some(world.customers.between(15, 26), 0.16)
    pool = world.payees.many("DE", "seller", world.scaled(120)) + world.payees.many("LT", "seller", world.scaled(15))
    tie, day = scattered(rng, rng.geometric(0.7, len(young)))
    sums = world.around(np.full(len(tie), 95.0), 0.5)
    when = day * DAY + clock(rng, "late", len(tie))
    world.book.post(
        "hobby_purchase",
        young[tie],
        world.pick(pool, len(tie), 0.5),
        when,
        sums,
        words="market",
        hurry=True,
        returned=0.03,
    )


def wishes(world: World) -> None:
    """A used telephone, a graphics card, a moped: all that was saved, to one stranger, in one night.

    The daily limit of a youth account makes slices of it, the rest follows after midnight; most sellers are never
    paid again.
    """
    rng, who = world.rng, world.customers
    young = world.some(who.between(14, 24), 0.05)
    lands = rng.choice(["DE", "AT", "PL", "LT", "RO"], len(young), p=[0.64, 0.14, 0.1, 0.07, 0.05])
    dealers = world.payees.many("DE", "seller", world.scaled(25, 2))
    seller = np.array([world.payees.open(str(land), "ordinary") for land in lands], dtype=np.int64)
    trade = rng.random(len(young)) < 0.3
    seller = np.where(trade, world.pick(dealers, len(young), 0.4), seller)
    price = world.around(np.full(len(young), 230.0), 0.5)
    limit = np.where(who.age[young] < 18, rng.choice([50.0, 100.0, 150.0], len(young)), 500.0)
    slices = np.minimum(np.ceil(price / limit), 6).astype(np.int64) + (rng.random(len(young)) < 0.3)
    tie = np.repeat(np.arange(len(young)), slices)
    turn = np.arange(len(tie)) - np.repeat(np.cumsum(slices) - slices, slices)
    first = rng.integers(0, DAYS - 10, len(young)) * DAY + clock(rng, "late", len(young))
    when = first[tie] + turn * np.where(
        rng.random(len(tie)) < 0.5, rng.integers(300, 6_000, len(tie)), rng.integers(20_000, 90_000, len(tie))
    )
    kind_of = trade[tie]
    for chosen, kind in ((kind_of, "hobby_purchase"), (~kind_of, "ordinary")):
        part = (price / slices)[tie][chosen]
        world.book.post(kind, young[tie][chosen], seller[tie][chosen], when[chosen], part, words="market", hurry=True)
