"""Everyday payments among people who know each other: shared bills, rent, loans, pocket money."""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account
from .ledger import EXACT, ROUND, spread
from .world import World


def write(world: World) -> None:
    """Friends, flats, debts and homes."""
    _circles(world)
    _flats(world)
    _debts(world)
    _homes(world)


def by_town(world: World, youngest: int, oldest: int) -> list[list[Account]]:
    """Members of an age band, by country and city."""
    towns: dict[tuple[str, int], list[Account]] = {}
    for account in world.members:
        if youngest <= account.age <= oldest:
            towns.setdefault((account.country, account.city), []).append(account)
    return list(towns.values())


def _circles(world: World) -> None:
    """Friends of about one age take turns at the till; the others pay their share within a day or two."""
    rng = world.rng
    for youngest, oldest, habit, price, pace in (
        (13, 17, "teen", 7.0, 8),
        (18, 26, "social", 14.0, 8),
        (27, 45, "social", 22.0, 5),
        (46, 90, "evening", 28.0, 3),
    ):
        for town in by_town(world, youngest, oldest):
            order = rng.permutation(len(town)).tolist()
            while order:
                size = int(rng.integers(3, 9))
                circle = [town[k] for k in order[:size]]
                order = order[size:]
                if len(circle) < 2:
                    break
                for _ in range(int(rng.gamma(1.3, pace / 1.3)) + 1):
                    _evening_out(world, circle, habit, price)


def _evening_out(world: World, circle: list[Account], habit: str, price: float) -> None:
    rng = world.rng
    indices = np.array([friend.index for friend in circle])
    host = int(rng.integers(len(circle)))
    came = rng.random(len(circle)) < 0.62
    came[host] = False
    payers = indices[came]
    # Friday and Saturday gather more; the first day is a Tuesday.
    week = int(rng.integers(52)) * 7
    days = week + int(rng.choice([3, 4, 4, 5, 0, 1, 2])) + rng.choice([0, 0, 1, 2], size=payers.size)
    share = float(spread(rng, 1, price, 0.6)[0])
    minutes = clock.at(rng, days, habit)
    dollars = share * rng.choice([1, 1, 1, 0.8, 1.5], size=payers.size)
    style = EXACT if world.chance(0.6) else ROUND
    world.ledger.pay(
        payers, indices[host], minutes, dollars, "ordinary", notes.pick(rng, "split", payers.size), style=style
    )


def _flats(world: World) -> None:
    """In shared flats one tenant holds the lease and the others pay him each month, bills on top."""
    rng = world.rng
    for town in by_town(world, 19, 36):
        tenants = world.some(town, int(len(town) * 0.4))
        for start in range(0, len(tenants) - 2, 4):
            holder, *others = tenants[start : start + int(rng.integers(2, 5))]
            for tenant in others:
                first, last = sorted(rng.integers(-200, 560, size=2).tolist())
                days = clock.after_payday(rng, "GB", max(first, 0), last)
                rent = np.full(days.size, float(spread(rng, 1, 420, 0.4)[0]))
                world.ledger.pay(
                    tenant.index, holder.index, clock.at(rng, days, "office"), rent, "ordinary",
                    notes.pick(rng, "rent", days.size),
                )  # fmt: skip


def _debts(world: World) -> None:
    """A friend or cousin lent money, often across a border, and gets it back in even parts at payday."""
    rng = world.rng
    for debtor in world.some(world.members, world.scale(450, 8)):
        creditor = world.some(world.members, 1)[0]
        days = clock.after_payday(rng, debtor.country, int(rng.integers(0, 250)))[: int(rng.integers(2, 9))]
        part = float(spread(rng, 1, 60, 0.7)[0])
        world.ledger.pay(
            debtor.index, creditor.index, clock.at(rng, days, "evening", debtor.shift), part, "ordinary",
            notes.pick(rng, "loan", days.size),
        )  # fmt: skip


def _homes(world: World) -> None:
    """Parents pay their teenagers at odd hours, and their students each month; aunts and uncles pay at birthdays."""
    rng = world.rng
    adults = {town[0].country + str(town[0].city): town for town in by_town(world, 34, 62)}
    for child in [account for account in world.members if account.age <= 23]:
        town = adults.get(child.country + str(child.city))
        if not town or not world.chance(0.75):
            continue
        parent = town[rng.integers(len(town))]
        if world.chance(0.8):
            parent.family = child.family
            if " " in parent.display:
                parent.display = f"{parent.given} {parent.family}"
        if child.age <= 16 and world.chance(0.15):
            # Younger children pay from a parent's phone.
            child.devices, child.device_day = parent.devices, parent.device_day
        studies = child.age >= 18
        days = clock.every(rng, 30 if studies else float(rng.choice([7, 7, 14, 30])), 2.5)
        days = days[rng.random(days.size) < rng.uniform(0.3, 1)]
        world.ledger.pay(
            parent.index, child.index, clock.at(rng, days, "social", parent.shift),
            spread(rng, days.size, 140 if studies else 15, 0.5),
            "student_support" if studies else "family_support",
            notes.pick(rng, "student" if studies else "pocket", days.size),
        )  # fmt: skip
        if world.chance(0.4):
            kin = world.some(town, int(rng.integers(1, 5)))
            birthday = np.full(len(kin), rng.integers(clock.DAYS))
            world.ledger.pay(
                np.array([person.index for person in kin]), child.index, clock.at(rng, birthday, "social"),
                spread(rng, len(kin), 30, 0.4), "family_support", ["happy birthday cake emoji"] * len(kin),
            )  # fmt: skip
