"""Schools, landlords, lenders, neighbours who collect, charities, students, and payments that fit no heading."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.union.chance import pick, popular, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, calendar, every, hours, paydays
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.receivers import Receiver
from benchmarks.apart.guests.union.remitters import COMMUNITIES
from benchmarks.apart.guests.union.world import World, a_stay, moments, whims

_OFFICES = {
    "School": ("tuition", "term 2", "school fees", "uniform"),
    "Clinic": ("hospital", "dialysis", "medical bills"),
    "Homes": ("rent", "lot payment", "accommodation"),
    "Lending": ("loan", "instalment", "account 3381"),
    "Memorial Plan": ("plan", "fees", "plot"),
}


def _communities() -> dict[str, float]:
    total: dict[str, float] = {}
    for community in COMMUNITIES.values():
        for country, weight in community.items():
            total[country] = total.get(country, 0) + weight
    return total


def offices(world: World, rng: np.random.Generator) -> None:
    """Bills at home that are paid to the office itself, always the same sum in the office's money."""
    listed: dict[str, list[tuple[str, Receiver]]] = {}
    for _ in range(scaled(world.senders(), 150, 8)):
        country, kind = weighted(rng, _communities()), pick(rng, list(_OFFICES))
        listed.setdefault(country, []).append((kind, world.receivers.office(country, kind)))
    for person in world.people:
        known = listed.get(person.origin)
        if person.role != "migrant" or not known or not yes(rng, 0.2):
            continue
        share = popular(rng, len(known), 0.6)
        kind, office = known[int(rng.choice(len(known), p=share))]
        begin, end = a_stay(rng, person, 60, 600)
        if kind in {"Homes", "Lending", "Memorial Plan"}:
            days = paydays(person.home, person.payday_phase)
            days = days[(days >= begin) & (days < end)]
            days = days[:: 2 if person.home in {"AU", "NZ", "CA", "US"} else 1] + int(rng.integers(3))
        elif kind == "School":
            days = every(rng, begin, end, 85, 0.3)
        else:
            days = every(rng, begin, end, 45, 1.0)
        sums = np.full(len(days), float(rng.lognormal(np.log(120), 0.5)))
        manner = Manner("hub", _OFFICES[kind], "bill", 0.25, "education" if kind == "School" else "other")
        world.ledger.pay(person, office, moments(rng, person, days), sums, manner)


def collectors(world: World, rng: np.random.Generator) -> None:
    """Neighbours who hold a savings circle or collect for boxes: one round sum from everybody, monthly, for a year.

    The holder is a private person with a private wallet and relatives of her own: from outside, twenty unrelated
    payers in several countries send small sums to one woman.
    """
    countries = _communities()
    for _ in range(scaled(world.senders(), 32, 2)):
        country = weighted(rng, countries)
        able = [person for person, _ in world.kin.get(country, [])]
        if not able:
            continue
        holder = world.receivers.person(country, women=0.85)
        share = float(rng.choice([20, 35, 50, 100]))
        due = int(rng.integers(1, 28))
        begin = int(rng.integers(-100, 350))
        end = begin + int(rng.integers(150, 420))
        for _ in range(int(rng.integers(8, 40))):
            member = pick(rng, able)
            days = np.flatnonzero(calendar("day") == due)
            days = days[(days >= begin) & (days < end)]
            days = np.maximum(days + rng.integers(-2, 5, len(days)), 0)
            sums = np.full(len(days), share)
            manner = Manner("collector", ("share", "circle", "box", "month 4", "contribution"), "get", 0.5, "family")
            world.ledger.pay(member, holder, moments(rng, member, days), sums, manner)


def charities(world: World, rng: np.random.Generator) -> None:
    """Parishes, schools, shelters. Some are one person with a wallet and a page; sponsors give a little each month."""
    houses = []
    for _ in range(scaled(world.senders(), 42, 3)):
        country = weighted(rng, {"PH": 40, "KE": 12, "UA": 12, "IN": 10, "CO": 10, "SO": 8, "NG": 8})
        big = yes(rng, 0.5)
        houses.append(world.receivers.office(country, "Foundation") if big else world.receivers.person(country))
    share = popular(rng, len(houses), 0.9)
    for person in world.people:
        if not yes(rng, {"local": 0.12, "migrant": 0.045, "youth": 0.02}[person.role]):
            continue
        house = houses[int(rng.choice(len(houses), p=share))]
        if yes(rng, 0.55):
            days = every(rng, *a_stay(rng, person, 60, 600), 30.4, 0.05)
            at = np.asarray(days * DAY + hours(rng, "office", len(days)), dtype=np.int64)
        else:
            at = whims(rng, person, 90, 1.0)
        sums = np.full(len(at), float(rng.choice([10, 15, 20, 28, 40, 75])))
        manner = Manner("donation", ("donation", "sponsorship", "offering", "for the children's school"), silent=0.4)
        world.ledger.pay(person, house, at, sums, manner)
        for country, _, day in world.storms:
            if country == house.country and yes(rng, 0.4):
                gift = moments(rng, person, day + rng.integers(0, 9, 1))
                world.ledger.pay(person, house, gift, rng.lognormal(np.log(60), 0.6, 1), manner)


def students(world: World, rng: np.random.Generator) -> None:
    """A child of one's own who studies abroad, or somebody's whose studies are paid: much in term, little between."""
    for person in world.people:
        if not yes(rng, {"local": 0.06, "migrant": 0.02, "youth": 0.0}[person.role]):
            continue
        own = yes(rng, 0.5)
        country = weighted(rng, {"RO": 20, "PH": 35, "IN": 10, "CO": 12, "TH": 8, "KE": 15})
        student = world.receivers.person(country, surname=person.surname if own else "")
        begin, end = a_stay(rng, person, 90, 546)
        manner = Manner("student", ("tuition", "dorm", "books", "allowance", "uniform", "exam"), silent=0.35)
        fees = every(rng, begin, end, 120, 0.2)
        living = every(rng, begin, end, float(rng.uniform(9, 32)), 0.5)
        for days, typical, spread in ((fees, 430, 0.4), (living, 75, 0.5)):
            sums = typical * rng.lognormal(0, spread, len(days))
            world.ledger.pay(person, student, moments(rng, person, days), sums, manner)
        backer = pick(rng, world.people)
        if yes(rng, 0.15):
            world.ledger.pay(backer, student, whims(rng, backer, 60)[:1], np.array([50.0]), manner)


def _stranded(world: World, rng: np.random.Generator, person: Person) -> None:
    """A friend's card was stolen on the beach: two to five payments within two nights, never again."""
    friend = world.receivers.person(weighted(rng, {"TH": 40, "ID": 20, "CO": 15, "PH": 15, "VN": 10}), women=0.5)
    begin = int(rng.integers(person.first_day(), max(person.last_day(), person.first_day() + 1)))
    count = 1 + int(rng.geometric(0.4))
    at = begin * DAY + 18 * 3600 + np.cumsum(rng.exponential(9 * 3600, count)).astype(np.int64)
    manner = Manner("other", ("hostel", "pay you back", "food", "ticket"), silent=0.5, purpose="other", failing=0.06)
    world.ledger.pay(person, friend, at, rng.lognormal(np.log(75), 0.6, count), manner)


def odds(world: World, rng: np.random.Generator) -> None:
    """Guesthouses, dentists, wedding gifts, old debts; and everybody who had no reason yet gets one."""
    busy = {world.ledger.ties[rows.tie].entry.person.number for rows in world.ledger.rows}
    for person in world.people:
        young = person.role == "youth"
        if yes(rng, 0.45 if young else 0.05):
            _stranded(world, rng, person)
        if person.number not in busy or yes(rng, 0.07):
            country = weighted(rng, _communities())
            payee = world.receivers.person(country, women=0.5)
            at = whims(rng, person, float(rng.uniform(20, 200)), 1.0)[: 1 + int(rng.geometric(0.35))]
            sums = rng.lognormal(np.log(40 if young else 95), 0.8, len(at))
            manner = Manner("other", ("deposit", "room", "gift", "refund", "wedding", "expenses"), silent=0.5)
            world.ledger.pay(person, payee, at, sums, manner)
