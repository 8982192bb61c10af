"""Receivers whom many pay for a plain reason: schools, landlords, lenders, savings circles, neighbours, charities."""

from __future__ import annotations

from .days import DAYS, SCHOOL, yearly
from .families import Household
from .trades import countries_of_leisure
from .world import Payer, Receiver, World, after_payday


def neighbours(world: World, houses: list[Household]) -> None:
    """Let a woman with papers collect for households whose members have none, or live far from a counter.

    She is family to nobody, and a dozen payers in four countries send her small sums in the same week.
    """
    dice = world.dice
    by_town: dict[tuple[str, str], list[Household]] = {}
    for house in houses:
        by_town.setdefault((house.country, house.city), []).append(house)
    for (country, city), local in sorted(by_town.items()):
        for _ in range(max(1, len(local) // 90)):
            collector = world.receiver(country, city, female=dice.random() < 0.75, banked=0.15)
            if dice.random() < 0.4:
                collector.mates.append(world.receiver(country, city, family=collector.family).index)
            for house in dice.sample(local, min(len(local), dice.randrange(3, 12))):
                for payer in house.payers:
                    day, gap = dice.uniform(0, 200), dice.uniform(15, 60)
                    ends = day + dice.uniform(30, 500)
                    while day < min(ends, DAYS):
                        due = after_payday(dice, payer, int(day)) if dice.random() < 0.6 else day
                        world.want(payer, collector, due, dice.lognormvariate(4.1, 0.6), "pooled")
                        day += dice.expovariate(1 / gap) + 2


def circles(world: World, migrants: list[Payer]) -> None:
    """Let workmates abroad save in a circle kept by somebody at home, or repay a lender there in equal parts."""
    dice = world.dice
    for payer in migrants:
        if dice.random() >= 0.035 or payer.origin is None:
            continue
        lender = world.receiver(payer.origin, banked=0.3)
        mates = [other for other in dice.sample(migrants, min(60, len(migrants))) if other.origin == payer.origin]
        debtors = [payer, *mates[: dice.randrange(0, 7)]]
        kind = dice.choice(("loan", "saving"))
        part = dice.choice((25, 50, 50, 80, 100, 150, 200))
        begins, step = dice.uniform(-100, 400), dice.choice((14, 30, 30))
        for debtor in debtors:
            day = begins + dice.uniform(0, 60)
            for _ in range(dice.randrange(3, 14)):
                if dice.random() < 0.92:
                    world.want(debtor, lender, day + dice.expovariate(0.6), part, kind, mind="receive")
                day += step


def tills(world: World, payers: list[Payer]) -> None:
    """Let payers pay bills abroad: a school, a clinic, a landlord, a dive shop, a funeral home, a lawyer."""
    dice = world.dice
    hubs: dict[str, list[Receiver]] = {}
    for payer in payers:
        country = payer.origin or countries_of_leisure(world)
        known = hubs.setdefault(country, [])
        if len(known) < 4 or dice.random() < 0.12:
            known.append(world.receiver(country, banked=0.75))
        hub = known[int(len(known) * dice.random() ** 1.6)]
        way = dice.choices(("rent", "school", "once"), (34, 33, 33))[0]
        if way == "rent":
            rent, day = dice.lognormvariate(5.2, 0.5), dice.uniform(0, 300)
            for _ in range(dice.randrange(3, 19)):
                world.want(payer, hub, day + dice.choice((0, 0, 1, 2)), rent, "bill", mind="receive")
                day += 30.4
        elif way == "school":
            fee = dice.lognormvariate(5.0, 0.6)
            for month, date in SCHOOL[country]:
                for due in yearly(month, date):
                    world.want(payer, hub, due + dice.gauss(0, 6), fee, "bill", mind="exact")
        else:
            for _ in range(dice.choice((1, 1, 2, 3))):
                world.want(payer, hub, dice.uniform(0, DAYS), dice.lognormvariate(4.9, 0.9), "bill", mind="exact")


def gifts(world: World, payers: list[Payer]) -> None:
    """Let payers give: to a parish, a shelter for animals, a feeding kitchen, or to a child whom they sponsor.

    A sponsor is an older, unrelated payer of small sums for school fees and birthdays. That is what sponsors are.
    """
    dice = world.dice
    causes: list[Receiver] = []
    for payer in payers:
        if len(causes) < 5 or dice.random() < 0.15:
            causes.append(world.receiver(payer.origin or countries_of_leisure(world), banked=0.4))
        cause = causes[int(len(causes) * dice.random() ** 1.4)]
        sum_ = dice.choice((15, 20, 25, 30, 35, 50, 50, 100))
        day, step = dice.uniform(-100, 400), dice.choice((30.4, 30.4, 91, 14, 0))
        ends = day + dice.uniform(60, 600)
        while day < min(ends, DAYS):
            world.want(payer, cause, day + dice.choice((0, 0, 1)), sum_, "charity")
            day += step or dice.expovariate(1 / 70) + 5


def studies(world: World, payers: list[Payer]) -> None:
    """Let payers keep a student: fees by term, rent and pocket money between, more in the week before examinations."""
    dice = world.dice
    for payer in payers:
        country = payer.origin or countries_of_leisure(world)
        family = payer.family if payer.origin and dice.random() < 0.6 else None
        student = world.receiver(country, family=family, banked=0.6)
        pocket, begins = dice.lognormvariate(4.3, 0.4), dice.uniform(-100, 350)
        for due in payer.paydays:
            if due > begins and dice.random() < 0.55:
                world.want(payer, student, due + dice.choice((0, 1, 1, 2, 4)), pocket, "student")
        for month, date in SCHOOL[country]:
            for due in yearly(month, date):
                if due > begins:
                    sum_ = dice.lognormvariate(5.7, 0.5)
                    world.want(payer, student, due - dice.randrange(9), sum_, "student", mind="exact")
