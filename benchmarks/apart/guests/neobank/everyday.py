"""Money between people who know each other, or met over a second-hand pram: what the app was made for."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAYS, at, count
from benchmarks.apart.guests.neobank.parties import Customer
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World) -> None:
    """Shared bills, private loans and second-hand sales."""
    rng = world.stream("everyday")
    for customer in world.customers:
        _shared_bills(world, rng, customer)
        if customer.friends and rng.random() < 0.08:
            _loan(world, rng, customer)
    _second_hand(world, rng)


def _shared_bills(world: World, rng: Random, host: Customer) -> None:
    """One pays at the table, the others send their share that evening, the next morning, or when reminded."""
    if not host.friends:
        return
    teen = host.age < 18
    for _ in range(count(rng, 2.2 * host.social)):
        day = rng.randrange(DAYS)
        day += 4 - day % 7 if rng.random() < 0.4 else 0
        share = rng.lognormvariate(1.9 if teen else 2.75, 0.7)
        evening = at(rng, day, "teen" if teen else "evening", host.shift)
        words = reference(rng, "split")
        for friend in rng.sample(host.friends, min(len(host.friends), rng.choice((1, 1, 2, 2, 3, 5)))):
            late = rng.choice((5, 20, 90, 700, 1500, 4000)) + rng.randrange(60)
            style = "typed" if rng.random() < 0.45 else "exact"
            text = words if rng.random() < 0.7 else reference(rng, "split")
            world.send(rng, friend, host.party, evening + late, share, "split", style=style, reference=text)


def _loan(world: World, rng: Random, lender: Customer) -> None:
    """A friend borrows once and pays back in parts, sometimes bigger and sooner towards the end."""
    friend = rng.choice(lender.friends)
    day = rng.randrange(0, 260)
    whole = rng.lognormvariate(5.0 if lender.age >= 18 else 3.2, 0.7)
    parts = rng.choice((1, 1, 2, 3, 5))
    world.send(rng, lender, friend.party, at(rng, day, "day"), whole, "loan", reference=reference(rng, "loan"))
    for _ in range(parts):
        day += rng.choice((7, 14, 28, 30, 31))
        minute = at(rng, day, "evening", friend.shift)
        world.send(rng, friend, lender.party, minute, whole / parts, "loan", reference=reference(rng, "loan"))


def _second_hand(world: World, rng: Random) -> None:
    """Strangers meet through a marketplace: once, any sum, any city; some sell every week, teenagers too."""
    sellers = rng.sample(world.customers, world.some(1500))
    for seller in sellers:
        regular = rng.random() < 0.05
        for _ in range(count(rng, 22 if regular else 3)):
            buyer = rng.choice(world.customers)
            minute = at(rng, rng.randrange(DAYS), "evening" if rng.random() < 0.7 else "night", buyer.shift)
            euros = rng.lognormvariate(3.0, 0.8)
            text = reference(rng, "resale")
            if not world.send(rng, buyer, seller.party, minute, euros, "resale", reference=text):
                continue
            if rng.random() < 0.1:
                # Postage was forgotten, or a second item is wanted at once.
                world.send(rng, buyer, seller.party, minute + rng.randrange(5, 200), euros / 3, "resale")
    _ticket_scams(world, rng)


def _ticket_scams(world: World, rng: Random) -> None:
    """Tickets that do not exist: young buyers pay a stranger two or three times in an evening, then never again."""
    for _ in range(world.some(9, 1)):
        crook = world.forge.receiver(rng.choice(("GB", "DE", "ES", "NL")), "bank")
        first = rng.randrange(5, DAYS - 40)
        for victim in rng.sample(world.adults(15, 32), rng.randrange(2, 8)):
            minute = at(rng, first + rng.randrange(25), "evening", victim.shift)
            for part in range(rng.choice((1, 2, 2, 3))):
                wait = part * rng.randrange(8, 120)
                euros = rng.choice((40, 60, 75, 90, 120))
                text = reference(rng, "resale")
                world.send(rng, victim, crook, minute + wait, euros, "scam", style="typed", reference=text)
