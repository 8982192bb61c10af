"""Rent, fees and kitties: one receiver whom many pay, month after month."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAY, DAYS, at, months
from benchmarks.apart.guests.neobank.parties import Customer
from benchmarks.apart.guests.neobank.places import HOMES
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World) -> None:
    """Landlords, utilities and clinics; flatmates, clubs, savings circles and prom committees."""
    rng = world.stream("bills")
    _standing_orders(world, rng)
    _flats(world, rng)
    _clubs(world, rng)
    _circles(world, rng)
    _entrances(world, rng)
    _passed_hat(world, rng)


def _standing_orders(world: World, rng: Random) -> None:
    """A third of adults pay rent, a gym or a nursery from the app, by standing order in the early morning."""
    firms = {
        home: [
            world.forge.receiver(home, "bank", name=f"{city} {word}", city=city)
            for city in place.cities
            for word in ("Homes", "Energy", "Fitness", "Nursery", "Dental")
        ]
        for home, place in HOMES.items()
    }
    for customer in world.adults():
        if rng.random() > 0.24:
            continue
        firm = rng.choice(firms[customer.home])
        euros = rng.lognormvariate(6.4, 0.3) if firm.name.endswith("Homes") else rng.lognormvariate(3.9, 0.6)
        words = reference(rng, "bill")
        batch = 5 * 60 + rng.randrange(25)
        for day in months(rng.choice((1, 1, 2, 15, 27)), customer.joined):
            minute = day * DAY + batch
            world.send(rng, customer, firm, minute, euros, "bill", style="exact", reference=words, auto=True)
    schools = [world.forge.receiver(rng.choice(("PH", "IN", "NG", "PK", "KE")), "bank") for _ in range(6)]
    for school in schools:
        school.name = f"{school.city} Academy"
        for customer in rng.sample(world.adults(25, 60), world.some(9)):
            for day in rng.sample(range(DAYS), 3):
                minute = at(rng, day, "evening", customer.shift)
                world.send(rng, customer, school, minute, rng.lognormvariate(5, 0.5), "bill", style="payout")


def _flats(world: World, rng: Random) -> None:
    """One tenant holds the contract; the others pay in by phone number."""
    for host in rng.sample(world.adults(20, 38), world.some(230)):
        share, day = rng.lognormvariate(6.1, 0.25), rng.choice((25, 27, 28, 1))
        for flatmate in rng.sample(host.friends, min(len(host.friends), rng.choice((1, 2, 3)))):
            for pay in months(day, flatmate.joined):
                minute = at(rng, pay + rng.choice((0, 0, 1, 2)), "day", flatmate.shift)
                world.send(rng, flatmate, host.party, minute, share, "flat", reference=reference(rng, "bill"))


def _clubs(world: World, rng: Random) -> None:
    """A coach or a parent collects for the team: kit, cup, bus. Parents pay, and teenagers themselves."""
    for coach in rng.sample(world.adults(22, 60), world.some(45)):
        members = [c for c in world.customers if c.party.city == coach.party.city and (c.age < 19 or 33 <= c.age <= 52)]
        team = rng.sample(members, min(len(members), rng.randrange(6, 22)))
        for _ in range(rng.randrange(1, 7)):
            day, fee = rng.randrange(DAYS), rng.choice((5, 8, 12, 15, 25, 40, 60))
            for member in team:
                if rng.random() < 0.75:
                    minute = at(rng, day + rng.choice((0, 0, 1, 2, 6)), "evening", member.shift)
                    text = reference(rng, "fees")
                    world.send(rng, member, coach.party, minute, fee, "entry_fee", reference=text)


def _circles(world: World, rng: Random) -> None:
    """Savings circles among people from one country: all pay in monthly, each takes the pot once."""
    by_origin: dict[str, list[Customer]] = {}
    for customer in world.adults(24, 62):
        if customer.origin not in HOMES:
            by_origin.setdefault(customer.origin, []).append(customer)
    for _ in range(world.some(26)):
        people = by_origin[rng.choice(list(by_origin))]
        circle = rng.sample(people, min(len(people), rng.randrange(6, 13)))
        keeper, stake = circle[0], rng.choice((30, 50, 50, 100, 150))
        for turn, day in enumerate(months(rng.choice((1, 26, 28)))):
            winner = circle[turn % len(circle)]
            for member in circle[1:]:
                minute = at(rng, day + rng.choice((0, 0, 1, 3)), "evening", member.shift)
                world.send(rng, member, keeper.party, minute, stake, "circle")
            pot, handover = stake * (len(circle) - 1), at(rng, day + 4, "day")
            world.send(rng, keeper, winner.party, handover, pot, "loan", reference="pot")


def _entrances(world: World, rng: Random) -> None:
    """A party, a tournament, a prom: forty teenagers pay one young person within two evenings."""
    for host in rng.sample(world.adults(16, 24), world.some(36)):
        guests = [c for c in world.adults(14, 24) if c.party.city == host.party.city or rng.random() < 0.03]
        for _ in range(rng.choice((1, 1, 2))):
            day, fee = rng.randrange(DAYS), rng.choice((8, 10, 10, 15, 20, 30))
            for guest in rng.sample(guests, min(len(guests), rng.randrange(8, 40))):
                minute = at(rng, day + rng.choice((0, 0, 0, 1)), "teen", guest.shift)
                text = reference(rng, "fees")
                world.send(rng, guest, host.party, minute, fee, "entry_fee", reference=text)


def _passed_hat(world: World, rng: Random) -> None:
    """A funeral, an operation, a burnt house: one of the young people collects here and sends all on within hours."""
    hosts = [c for c in world.adults(18, 40) if c.origin not in HOMES]
    for host in rng.sample(hosts, world.some(40, 2)):
        givers = [c for c in world.adults(16, 50) if c.origin == host.origin and c is not host] + host.friends
        relative = world.forge.receiver(host.origin, world.forge.means(host.origin))
        day = rng.randrange(DAYS)
        for giver in rng.sample(givers, min(len(givers), rng.randrange(3, 14))):
            minute, gift = (
                at(rng, day + rng.choice((0, 0, 1)), "evening", giver.shift),
                rng.choice((10, 20, 20, 30, 50)),
            )
            text = reference(rng, "family")
            if not world.send(rng, giver, host.party, minute, gift, "entry_fee", reference=text):
                continue
            if rng.random() < 0.5:
                late = minute + rng.randrange(130, 900)
                world.send(rng, host, relative, late, gift, "family", style="exact", reference="collected")
