"""Things, good causes, studies and services abroad: sellers, charities, students, clinics and schools."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.creditunion import money
from benchmarks.apart.guests.creditunion.clock import (
    DAYS,
    MONTH_STARTS,
    TYPHOONS,
    feasts,
    hours,
    kept,
    paydays,
    renewals,
)
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.places import ABROAD
from benchmarks.apart.guests.creditunion.world import World, moment

_THINGS: Final = ("order", "orchids", "figures", "shrimp", "knife", "jersey", "shipping", "2 pcs", "cards")
_GIFTS: Final = ("donation", "rice", "for the children", "roof", "school fees", "relief", "help")
_STUDIES: Final = ("tuition", "residence", "books", "allowance", "semester 2")
_NAMED: Final = ("Hope Meals", "St. Rita House", "Lantern School Fund", "Clean Wells", "Paws Rescue", "Village Clinic")
_SERVICES: Final = ("deposit", "lot 14", "dental", "booking", "visa papers", "school", "installment", "funeral plan")


def collectors_of_things(world: World, members: list[Member]) -> None:
    """Sellers of orchids, aquarium shrimp, figures and cards with buyers everywhere; drops are sold at night."""
    rng = world.rng
    shops = [world.payee(world.one(("PH", "TH", "ID", "VN", "UA", "PL", "MX", "GB", "IN")), man=world.chance(0.6))
             for _ in range(world.number(85, 4))]  # fmt: skip
    weights = rng.pareto(1.1, len(shops)) + 0.2
    weights /= weights.sum()
    drops = [np.sort(rng.integers(0, DAYS, 14)) for _ in shops]
    for member in members:
        if member.age < 19 or not world.chance(0.05 if member.man else 0.022):
            continue
        for place in rng.choice(len(shops), size=1 + int(rng.poisson(0.9)), p=weights):
            taken = drops[place][rng.random(14) < rng.uniform(0.05, 0.5)]
            days = np.concatenate([taken, taken[rng.random(len(taken)) < 0.2]]).astype(np.int64)
            usd = money.spread(rng, float(rng.lognormal(3.6, 0.5)), 0.6, len(days))
            local = hours(rng, len(days), 0.4)
            way = world.one((money.SENT, money.EXACT, money.RECEIVED))
            world.give(
                member,
                world.again(shops[place], 0.08),
                days,
                usd,
                ("hobby_purchase", "seller"),
                local=local,
                words=_THINGS,
                way=way,
            )


def donors(world: World, members: list[Member]) -> None:
    """Small charities abroad and at home, some under the founder's own name: monthly gifts, Christmas, appeals."""
    places = ("PH", "HT", "KE", "IN", "UA", "GH")
    charities = [
        world.payee(world.one(places), rail="bank", title=world.one(_NAMED)) if world.chance(0.6)
        else world.payee(world.one(places), man=world.chance(0.5))
        for _ in range(world.number(36, 3))
    ]  # fmt: skip
    charities += [world.alias(land, man=True, title="Food Bank Drive") for land in ("CA", "US", "NO")]
    for member in members:
        if member.age < 22 or not world.chance(0.035):
            continue
        charity = world.one(charities)
        if charity.country in ("CA", "US", "NO") and charity.country != member.country:
            continue
        days = (
            kept(world.rng, paydays(member.rule, member.phase), 0.45) if world.chance(0.45) else feasts(world.rng, 0.4)
        )
        usd = np.full(len(days), float(world.one((10.0, 20.0, 25.0, 30.0, 50.0, 100.0))))
        world.give(member, charity, days, usd, ("donation", "charity"), words=_GIFTS, way=money.SENT)


def appeals(world: World, members: list[Member]) -> None:
    """After a storm a video spreads: strangers of three countries send small sums, at night, to one wallet."""
    for struck, cities in TYPHOONS:
        for _ in range(world.number(5, 1)):
            family = world.payee("PH", man=world.chance(0.3), city=world.one(cities), rail="wallet")
            for member in world.some(members, int(world.rng.integers(5, 22)), lambda person: float(person.age > 20)):
                count = 1 + int(world.rng.poisson(0.5))
                days = struck + 2 + np.floor(world.rng.exponential(12, count)).astype(np.int64)
                local = hours(world.rng, count, 0.45)
                usd = money.spread(world.rng, 34, 0.6, count)
                world.give(
                    member, world.again(family, 0.08), days, usd, ("donation", "charity"), local=local, words=_GIFTS
                )


def sponsor(world: World, member: Member) -> None:
    """A traveller who once stayed with a family pays one child's school ever since: monthly, birthdays, a new roof."""
    land = world.one(("PH", "PH", "TH", "KE", "CO", "DO"))
    student = world.payee(land, man=world.chance(0.45))
    days = kept(world.rng, MONTH_STARTS + int(world.rng.integers(28)), 0.85, 2.0)
    usd = np.full(len(days), float(world.one((30.0, 40.0, 50.0, 75.0, 100.0))))
    world.give(member, student, days, usd, ("student_support", "student"), words=_GIFTS)
    asked = np.concatenate([feasts(world.rng, 0.5), renewals(world.rng, 110, 0, DAYS)])
    local = hours(world.rng, len(asked), min(0.9, member.night + 0.2))
    usd = money.spread(world.rng, 60, 0.6, len(asked))
    world.give(member, student, asked, usd, ("student_support", "student"), local=local, words=_GIFTS)


def parent_of_student(world: World, member: Member, lodgings: list[Receiver]) -> None:
    """A child who studies abroad: rent and allowance each month, a fee each term, and calls for more in between."""
    land = world.one(("GB", "PL", "RO", "GB", "PH", "IN"))
    student = world.payee(land, man=world.chance(0.5), family=member.surname, rail="bank")
    days = kept(world.rng, MONTH_STARTS + 1, 0.8, 1.0)
    kinds = ("student_support", "student")
    world.give(member, student, days, np.full(len(days), float(world.rng.uniform(250, 900))), kinds, words=_STUDIES)
    short = renewals(world.rng, 70, 0, DAYS)
    local = hours(world.rng, len(short), min(0.9, member.night + 0.2))
    world.give(
        member,
        student,
        short,
        money.spread(world.rng, 70, 0.5, len(short)),
        kinds,
        local=local,
        words=("food", "books"),
    )
    here = [lodging for lodging in lodgings if lodging.country == land]
    if here:
        terms = days[::5]
        usd = np.full(len(terms), 1900.0)
        world.give(member, world.one(here), terms, usd, ("student_support", "hub"), words=_STUDIES, way=money.EXACT)


def services(world: World, members: list[Member], hubs: list[Receiver]) -> None:
    """Clinics, schools, lots of land by instalments, rooms by the sea, visa agents: many payers, little in common."""
    for member in members:
        if member.age < 22 or not world.chance(0.06 if member.migrant else 0.02):
            continue
        near = [hub for hub in hubs if hub.country == member.origin]
        hub = world.one(near or hubs)
        first = moment(world.rng)
        if world.chance(0.45):
            days = kept(world.rng, MONTH_STARTS + 4, 0.95, 1.5)
            days = days[(days > first) & (days < first + 400)]
            usd = np.full(len(days), float(world.rng.lognormal(4.8, 0.5)))
        else:
            days = (first + np.cumsum(world.rng.exponential(20, 1 + int(world.rng.poisson(0.9))))).astype(np.int64)
            usd = money.spread(world.rng, 140, 0.8, len(days))
        world.give(member, hub, days, usd, ("hub_payment", "hub"), words=_SERVICES)


def live(world: World) -> None:
    """All of them."""
    members = world.members
    hubs = [world.payee(land, man=True, rail="bank", title=None if world.chance(0.4) else world.one((
        "Sunrise Dental", "San Roque School", "Bayview Lots", "Casa Palma Rooms", "Prime Papers", "Clinica Norte")))
        for land in ABROAD for _ in range(world.number(6, 1))]  # fmt: skip
    collectors_of_things(world, members)
    donors(world, members)
    appeals(world, members)
    for member in members:
        if 38 < member.age < 85 and world.chance(0.011):
            sponsor(world, member)
        if 40 < member.age < 64 and world.chance(0.02):
            parent_of_student(world, member, hubs)
    services(world, members, hubs)
