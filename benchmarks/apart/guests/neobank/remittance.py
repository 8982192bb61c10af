"""Money home: customers born abroad keep relatives, often several, often together with brothers and sisters."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from benchmarks.apart.guests.neobank import names
from benchmarks.apart.guests.neobank.days import DAYS, STORMS, at, count, day_of, feasts, months
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.places import CORRIDORS, HOMES
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


def write(world: World) -> dict[str, list[Party]]:
    """Remit for about half of those born outside; returns the relatives by country, for mechanisms that hide there."""
    rng = world.stream("remittance")
    relatives: dict[str, list[Party]] = defaultdict(list)
    neighbours = {country: _neighbours(world, rng, country) for country in CORRIDORS}
    families: dict[str, list[tuple[str, list[Party]]]] = defaultdict(list)
    for customer in world.adults():
        if customer.origin in HOMES or rng.random() > 0.5:
            continue
        kin = _kin(world, rng, customer, families[customer.origin])
        relatives[customer.origin] += kin
        _support(world, rng, customer, kin, neighbours[customer.origin])
    for country, storms in STORMS.items():
        for when, cities in storms:
            _storm(world, rng, [p for p in relatives[country] if p.city in cities], day_of(when))
    return relatives


def _neighbours(world: World, rng: Random, country: str) -> list[Party]:
    """The shop with a telephone wallet or the aunt with a bank card: they receive for a whole street."""
    return [
        world.forge.receiver(country, rng.choice(("wallet", "bank")) if country != "SY" else "cash_pickup")
        for _ in range(world.some(2.2, 1))
    ]


def _kin(world: World, rng: Random, customer: Customer, families: list[tuple[str, list[Party]]]) -> list[Party]:
    """One to four relatives. A third of migrants have a brother or sister at the bank who supports the same ones."""
    if families and rng.random() < 0.3:
        family, kin = rng.choice(families[-12:])
        if rng.random() < 0.6:
            # Brothers and sisters share the name; a married sister does not.
            given = names.given_name(rng, customer.origin, man=customer.man)
            customer.family = family
            for account in (customer.party, *customer.others):
                account.name = f"{given} {family}"
        return kin
    kin, city = [], None
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        family_name = customer.family if rng.random() < 0.55 else None
        name = world.forge.person_name(customer.origin, family_name)
        means = world.forge.means(customer.origin)
        party = world.forge.receiver(customer.origin, means, name=name, city=city)
        city = party.city if rng.random() < 0.7 else None
        kin.append(party)
        if rng.random() < 0.12:
            # The counter for the big sums, the wallet for the small ones: two entries in the payer's list.
            other = world.forge.means(customer.origin)
            kin.append(world.forge.receiver(customer.origin, other, name=name, city=city, person=party.person))
    families.append((customer.family, kin))
    return kin


def _support(world: World, rng: Random, customer: Customer, kin: list[Party], neighbours: list[Party]) -> None:
    """A monthly sum after payday to the first relative, smaller and irregular ones to the rest, more at feasts."""
    base = min(600.0, customer.income * rng.lognormvariate(-2.4, 0.5))
    payday = HOMES[customer.home].payday
    style = "payout" if rng.random() < 0.35 else "typed"
    profile = rng.choice(("evening", "day", "evening", "night"))
    by_neighbour = rng.random() < 0.12
    theme_day = rng.choice((0, 0, 1, 2))
    regular = rng.random() < 0.65
    pay_days = months(payday, customer.joined) if regular else sorted(rng.choices(range(DAYS), k=count(rng, 7)))
    for day in pay_days:
        receiver = rng.choice(neighbours) if by_neighbour else kin[0]
        kind = "padala" if by_neighbour else "family"
        minute = at(rng, day + theme_day, profile, customer.shift)
        text = reference(rng, "family")
        world.send(rng, customer, receiver, minute, base, kind, style=style, reference=text)
        for other in kin[1:]:
            if rng.random() < 0.4:
                late = minute + rng.choice((3, 8, 20, 1500, 9000))
                text = reference(rng, "family")
                world.send(rng, customer, other, late, base * 0.4, "family", style=style, reference=text)
    for day in feasts(customer.origin):
        for relative in kin:
            if rng.random() < 0.5:
                minute = at(rng, day + rng.randrange(-4, 5), "evening", customer.shift)
                world.send(rng, customer, relative, minute, base * 1.3, "family", style=style, reference="gift")
    for _ in range(count(rng, 1.5)):
        _emergency(world, rng, customer, rng.choice(kin), base)


def _emergency(world: World, rng: Random, customer: Customer, relative: Party, base: float) -> None:
    """Hospital, exam fee, empty fridge: the call comes when it comes, often at night, and again the same week."""
    minute = at(rng, rng.randrange(DAYS), rng.choice(("night", "evening", "dawn", "day")), customer.shift)
    for _ in range(rng.choice((1, 1, 2, 3))):
        euros = rng.choice((15, 20, 30, 50, base, base * 1.5))
        text = reference(rng, "family")
        world.send(rng, customer, relative, minute, euros, "family", reference=text)
        minute += rng.choice((25, 200, 1300, 4000))


def _storm(world: World, rng: Random, struck: list[Party], day: int) -> None:
    """After a typhoon friends of the family send too: many payers, small sums, three nights."""
    for relative in struck:
        helpers = rng.sample(world.adults(), rng.choice((0, 0, 1, 2, 6)))
        for helper in helpers:
            minute = at(rng, day + rng.randrange(4), rng.choice(("night", "evening")), helper.shift)
            euros = rng.choice((10, 20, 30, 50))
            world.send(rng, helper, relative, minute, euros, "family", reference=rng.choice(("typhoon", "stay safe")))
