"""Affection at a distance: partners abroad, children who study, and those who only pretend to love."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.cards import Shops
from benchmarks.apart.guests.neobank.days import DAYS, at, count, months
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.places import CORRIDORS
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World

_MEET = {"PH": 9, "TH": 7, "UA": 5, "CO": 5, "BR": 4, "KE": 3, "DO": 4, "RO": 3, "VN": 2, "GH": 2, "MA": 2, "TR": 2}


def write(world: World, shops: Shops) -> None:
    """Couples, students, and victims of romance fraud."""
    rng = world.stream("ties")
    for customer in rng.sample(world.adults(22, 78), world.some(210)):
        _partner(world, rng, customer, shops)
    for customer in rng.sample(world.adults(26, 70), world.some(60)):
        _unlucky_dater(world, rng, customer)
    for customer in rng.sample(world.adults(40, 66), world.some(150)):
        _student_abroad(world, rng, customer)
    _romance_fraud(world, rng)


def _partner(world: World, rng: Random, customer: Customer, shops: Shops) -> None:
    """Met on an app or a holiday: a first present, small sums after late calls, a visit, then a household's money."""
    country = rng.choices(list(_MEET), list(_MEET.values()))[0]
    loved = world.forge.receiver(country, world.forge.means(country))
    other = world.forge.means(country)
    spare = world.forge.receiver(country, other, name=loved.name, city=loved.city, person=loved.person)
    mother = world.forge.receiver(country, world.forge.means(country), city=loved.city)
    day = max(customer.joined, rng.randrange(-200, 250))
    euros, gap = float(rng.choice((15, 20, 30, 50, 80))), rng.uniform(6, 28)
    growth, settled = rng.uniform(0.98, 1.12), rng.choice((150, 250, 400, 700))
    profile = rng.choice(("night", "night", "evening", "dawn"))
    last = day + round(rng.lognormvariate(5.2, 0.7))
    while day < min(last, DAYS):
        receiver = rng.choices((loved, spare, mother), (8, 1, 0.7))[0]
        text = reference(rng, "partner")
        style = "payout" if rng.random() < 0.2 else "typed"
        minute = at(rng, day, profile, customer.shift)
        world.send(rng, customer, receiver, minute, euros, "partner", style=style, reference=text)
        euros = min(settled, euros * growth * rng.choice((0.7, 1, 1, 1.4)))
        day += max(1, round(rng.expovariate(1 / gap)))
    if rng.random() < 0.45:
        shops.travel(rng, customer, country, rng.randrange(20, DAYS))


def _unlucky_dater(world: World, rng: Random, customer: Customer) -> None:
    """Several acquaintances within months: load for the telephone, a birthday, a taxi that never came, then the next.

    Adults who chat with adults; from outside it is many small sums at night to receivers who have no tie.
    """
    day = rng.randrange(DAYS - 60)
    countries = rng.sample(list(_MEET), 2)
    for _ in range(rng.randrange(2, 7)):
        country = rng.choice(countries)
        friend = world.forge.receiver(country, world.forge.means(country))
        for _ in range(rng.choice((1, 1, 2, 3, 6))):
            text = reference(rng, "tip")
            euros = rng.choice((8, 10, 15, 20, 25, 40, 60))
            minute = at(rng, day, "night", customer.shift)
            world.send(rng, customer, friend, minute, euros, "partner", reference=text)
            day += rng.choice((1, 2, 4, 9))
        day += rng.randrange(2, 30)


def _student_abroad(world: World, rng: Random, customer: Customer) -> None:
    """A son, a niece, a godchild at a college: fees each term, pocket money by the week, more before exams."""
    country = (
        customer.origin if customer.origin in CORRIDORS else rng.choice(("PL", "ES", "NL", "PH", "KE", "DE", "RO"))
    )
    family = customer.family if rng.random() < 0.6 else None
    name = world.forge.person_name(country, family)
    student = world.forge.receiver(country, world.forge.means(country), name=name)
    weekly = rng.choice((15, 20, 30, 50, 80))
    for day in months(rng.choice((1, 26)), customer.joined):
        text = reference(rng, "student")
        for week in range(rng.choice((1, 1, 2, 4))):
            minute = at(rng, day + 7 * week, "evening", customer.shift)
            world.send(rng, customer, student, minute, weekly, "student", reference=text)
    for day in (35, 170):
        minute = at(rng, day + rng.randrange(20), "day")
        euros = rng.choice((300, 600, 900))
        world.send(rng, customer, student, minute, euros, "student", style="payout", reference="tuition")


def _romance_fraud(world: World, rng: Random) -> None:
    """A stranger's love letters to people past fifty, mostly; sums grow with the story until savings end.

    The same receiver is told to several victims, and some of them are other victims who pass money on.
    """
    fraudsters: list[Party] = []
    for _ in range(world.some(14, 2)):
        country = rng.choice(("NG", "GH", "CI", "GB", "TR", "PH", "DE"))
        fraudsters.append(world.forge.receiver(country, world.forge.means(country)))
    for victim in rng.sample(world.adults(30, 78), world.some(62, 8)):
        if victim.age < 48 and rng.random() < 0.6:
            continue
        receivers = rng.sample(fraudsters, rng.choice((1, 1, 1, 2)))
        day, euros = max(victim.joined, 0) + rng.randrange(220), rng.choice((25.0, 50.0, 100.0, 200.0))
        for _ in range(2 + count(rng, 6)):
            minute = at(rng, day, rng.choice(("evening", "day", "night")), victim.shift)
            text = reference(rng, "romance")
            world.send(rng, victim, rng.choice(receivers), minute, euros, "romance", reference=text)
            euros = min(6000, euros * rng.choice((1, 1.4, 1.8, 2.5)))
            day += rng.choice((1, 3, 5, 8, 14))
