"""What the young do with instant transfers: game items, trips with one treasurer, small frauds that they fall for.

These are the ordinary neighbours of extortion: young payers, strangers, nights, bursts, and a sudden end.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.clock import DAYS, day_of, hours, renewals
from benchmarks.apart.guests.creditunion.people import Member
from benchmarks.apart.guests.creditunion.world import World, moment

_GAMES: Final = ("skins", "coins", "account", "boost", "gift", "for the game")
_TRIPS: Final = ("cabin", "bus", "prom", "tournament", "jersey", "deposit", "trip")


def game_items(world: World, members: list[Member]) -> None:
    """Game items bought from players in many cities, several in a night of play, then nothing for weeks."""
    traders = {land: [world.alias(land, man=True) for _ in range(world.number(45, 3))] for land in ("CA", "US", "NO")}
    for member in members:
        if not (member.age < 29 and world.chance(0.3 if member.man else 0.08)):
            continue
        nights = renewals(world.rng, float(world.rng.uniform(25, 160)), moment(world.rng), DAYS, 0.7)
        for night in nights[:14]:
            times = 1 + int(world.rng.poisson(0.7))
            start = float(world.rng.normal(22.6, 1.9))
            local = start + np.sort(world.rng.exponential(0.7, times))
            usd = money.spread(world.rng, 16, 0.8, times)
            world.give(member, world.one(traders[member.country]), np.full(times, night, dtype=np.int64), usd,
                       ("hobby_purchase", "seller"), local=local, words=_GAMES, way=money.SENT)  # fmt: skip


def trips(world: World, members: list[Member]) -> None:
    """A class or team pays one classmate for the cabin, the bus, the dress: many young payers in a few evenings.

    In Norway the final-year pupils' bus takes larger parts over a whole year.
    """
    youths: dict[str, list[Member]] = {}
    for member in members:
        if member.age < 23:
            youths.setdefault(member.city, []).append(member)
    for people in youths.values():
        for _ in range(1 + len(people) // 9):
            treasurer = world.own(world.one(people)) if world.chance(0.5) else world.alias(
                people[0].country, man=world.chance(0.5))  # fmt: skip
            bus = people[0].country == "NO" and world.chance(0.5)
            price = float(
                world.rng.uniform(150, 420) if bus else world.rng.choice([20.0, 40.0, 60.0, 85.0, 120.0, 200.0])
            )
            called = int(moment(world.rng, 60))
            for member in world.some(people, int(world.rng.integers(2, 9))):
                if member.id == treasurer.id:
                    continue
                parts = int(world.rng.integers(2, 6)) if bus else int(world.rng.choice([1, 1, 1, 2, 3]))
                days = called + np.arange(parts) * (45 if bus else 9) + np.floor(world.rng.exponential(2.5, parts))
                local = hours(world.rng, parts, 0.3)
                world.give(
                    member,
                    treasurer,
                    days.astype(np.int64),
                    np.full(parts, price),
                    ("hub_payment", "collector"),
                    local=local,
                    words=_TRIPS,
                    way=money.SENT,
                    failed=0.03,
                )


def false_tickets(world: World, members: list[Member]) -> None:
    """Concert tickets that never come: many young buyers pay one stranger once or twice, then it stops."""
    young = [member for member in members if 15 < member.age < 32]
    for _ in range(world.number(7, 1)):
        seller_land = world.one(("CA", "CA", "US", "NO"))
        seller = world.alias(seller_land, man=world.chance(0.5))
        concert = int(moment(world.rng, 30))
        near = [member for member in young if member.country == seller_land]
        buyers = world.some(near, world.number(9, 3)) if near else []
        for buyer in buyers:
            times = 1 + int(world.chance(0.35))
            days = np.full(times, concert + int(world.rng.exponential(4)), dtype=np.int64)
            local = world.rng.normal(20.5, 2.2) + 0.4 * np.arange(times, dtype=np.float64)
            usd = money.spread(world.rng, 115, 0.35, times)
            world.give(
                buyer,
                seller,
                days,
                usd,
                ("hobby_purchase", "seller"),
                local=local,
                words=("tickets", "2 tickets"),
                way=money.SENT,
            )


def teams(world: World, members: list[Member]) -> None:
    """Sports clubs and parents' committees: one collector a club, fees at the start of each season."""
    grown: dict[str, list[Member]] = {}
    for member in members:
        if member.age > 24:
            grown.setdefault(member.city, []).append(member)
    seasons = np.array([day_of(day) for day in _season_starts()], dtype=np.int64)
    for people in grown.values():
        for _ in range(1 + len(people) // 130):
            club = world.alias(people[0].country, man=world.chance(0.4))
            fee = float(world.one((25.0, 40.0, 75.0, 110.0)))
            for member in world.some(people, int(world.rng.integers(4, 16))):
                days = seasons + np.floor(world.rng.exponential(6, len(seasons))).astype(np.int64)
                days = days[world.rng.random(len(days)) < 0.7]
                world.give(
                    member,
                    club,
                    days,
                    np.full(len(days), fee),
                    ("hub_payment", "collector"),
                    words=_TRIPS,
                    way=money.SENT,
                )


def _season_starts() -> list[date]:
    return [date(2023, 9, 8), date(2024, 1, 12), date(2024, 4, 19), date(2024, 9, 6), date(2025, 1, 10)]


def live(world: World) -> None:
    """Everything the young, and those who collect for them, do."""
    game_items(world, world.members)
    trips(world, world.members)
    false_tickets(world, world.members)
    teams(world, world.members)
