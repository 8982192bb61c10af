"""The bank's customers: who they are, whom they live with, who their friends are."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from random import Random

from benchmarks.apart.guests.neobank import names
from benchmarks.apart.guests.neobank.days import DAY, DAYS, day_of
from benchmarks.apart.guests.neobank.forge import Forge, plain
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.places import HOMES, ORIGINS

_AGES = ((18, 24, 25), (25, 34, 33), (35, 44, 19), (45, 59, 15), (60, 78, 8))
_MAIL = ("mail.example", "post.example", "inbox.example", "example.org")


def populate(rng: Random, forge: Forge, number: int) -> list[Customer]:
    """`number` customers, some eight in a hundred of them from 13 to 17 and tied to a parent who consented."""
    teens = round(number * 0.08)
    adults = [_adult(rng, forge) for _ in range(number - teens)]
    parents = [adult for adult in adults if 33 <= adult.age <= 58]
    young = [_teenager(rng, forge, rng.choice(parents)) for _ in range(teens)]
    customers = adults + young
    for customer in customers:
        _equip(rng, forge, customer.party)
        if rng.random() < 0.03 and customer.age >= 18:
            open_second(rng, forge, customer, rng.randrange(DAYS))
    _befriend(rng, customers)
    return customers


def _adult(rng: Random, forge: Forge) -> Customer:
    home = rng.choices(list(HOMES), [place.share for place in HOMES.values()])[0]
    low, high, _ = rng.choices(_AGES, [weight for _, _, weight in _AGES])[0]
    age = rng.randint(low, high)
    origin = rng.choices(list(ORIGINS), list(ORIGINS.values()))[0] if rng.random() < 0.37 else home
    man = rng.random() < 0.54
    family = names.family_name(rng, origin)
    household = forge.address()
    income = rng.lognormvariate(7.55 if age > 24 else 6.9, 0.4)
    shift = rng.choice((3, 5, 8, 11)) if rng.random() < 0.12 else 0
    party = _account(
        rng, forge, home, age, name=f"{names.given_name(rng, origin, man=man)} {family}", household=household
    )
    party.city = rng.choices(HOMES[home].cities, range(len(HOMES[home].cities), 0, -1))[0]
    customer = Customer(party, family, man, origin, age, income, shift, rng.lognormvariate(0, 0.6), household)
    if rng.random() < 0.12:
        customer.second_currency = rng.choice([c for c in ("EUR", "GBP", "SEK") if c != party.currency])
    return customer


def _teenager(rng: Random, forge: Forge, parent: Customer) -> Customer:
    age, man, origin = rng.randint(13, 17), rng.random() < 0.55, parent.home
    # Children of migrants often bear a name of the new country with the family's surname.
    name = f"{names.given_name(rng, rng.choice((origin, parent.origin)), man=man)} {parent.family}"
    party = _account(rng, forge, parent.home, age, name=name, household=parent.household)
    party.city = parent.party.city
    assert party.birth is not None
    thirteenth = day_of(party.birth + timedelta(days=4749))
    party.since = max(party.since, parent.party.since, thirteenth * DAY)
    return Customer(
        party, parent.family, man, origin, age, 70.0, 0, rng.lognormvariate(0.1, 0.5), parent.household, parent=parent
    )


def _account(rng: Random, forge: Forge, home: str, age: int, *, name: str, household: str) -> Party:
    subject = forge.number("LJ", 8)
    parts = name.split()
    email = f"{plain(parts[0])}.{plain(parts[-1])}{rng.randrange(100)}@{rng.choice(_MAIL)}"
    # A young bank: four in ten customers arrived during the year.
    since = rng.randrange(-700, 0) if rng.random() < 0.6 else rng.randrange(0, 340)
    return Party(
        subject=subject,
        person=subject,
        name=name,
        country=home,
        city="",
        means="customer",
        account=forge.iban(home),
        handle=forge.handle(name),
        phone=forge.phone(home),
        email=email,
        address=household,
        birth=forge.birth(age),
        currency=HOMES[home].currency,
        since=since * DAY,
        vpn=0.5 if rng.random() < 0.06 else 0.0,
    )


def _equip(rng: Random, forge: Forge, party: Party) -> None:
    """Telephones: one from the start, and a new one within the year for a third."""
    party.devices = [(-10_000, forge.device())]
    if rng.random() < 0.33:
        party.devices.append((rng.randrange(DAYS), forge.device()))


def open_second(rng: Random, forge: Forge, customer: Customer, day: int) -> Party:
    """One more account of the same person: a business account, or a new start with another number or e-mail."""
    first = customer.party
    second = _account(rng, forge, first.country, customer.age, name=first.name, household=customer.household)
    second.person, second.birth, second.city = first.person, first.birth, first.city
    second.since = max(day * DAY, first.since + 30 * DAY)
    if rng.random() < 0.4:
        second.phone = first.phone
    second.devices = first.devices if rng.random() < 0.6 else [(-10_000, forge.device())]
    second.vpn = first.vpn
    customer.others.append(second)
    return second


def _befriend(rng: Random, customers: list[Customer]) -> None:
    """Friends are found in the same city among people of about the same age: school, studies, work."""
    near: dict[tuple[str, int], list[Customer]] = defaultdict(list)
    for customer in customers:
        near[customer.party.city, min(customer.age, 60) // 6].append(customer)
    for group in near.values():
        # Circles of eight or so: friends of friends are friends.
        rng.shuffle(group)
        for start in range(0, len(group), 8):
            circle = group[start : start + 8]
            for customer in circle:
                customer.friends = [friend for friend in circle if friend is not customer]
                extra = rng.sample(group, min(2, len(group)))
                customer.friends += [friend for friend in extra if friend not in circle]
