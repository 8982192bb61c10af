"""Partners abroad, and people who were made to believe that they have one.

A true partner starts with small help, is paid more as trust grows, and the payer travels there. A fraud grows as well,
faster, to one receiver after another's number, and ends when the savings do.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.union.chance import pick, scaled, weighted, yes
from benchmarks.apart.guests.union.clock import DAY, DAYS, every, hours
from benchmarks.apart.guests.union.ledger import Manner
from benchmarks.apart.guests.union.people import Person
from benchmarks.apart.guests.union.world import World, a_stay, moments

WHERE = {"PH": 40, "TH": 17, "CO": 13, "UA": 8, "VN": 6, "DO": 5, "ID": 4, "KE": 4, "RO": 3}
WORDS = ("for you", "allowance", "rent", "birthday", "gift", "medicine", "love", "food", "visa papers", "hospital")
FRAUD_WORDS = ("customs fee", "hospital", "ticket", "invoice", "release fee", "loan", "rent", "contract")


def courtship(world: World, rng: np.random.Generator, person: Person) -> None:
    """One partner: load and pocket money first, a household later; some have met nobody else's payer, some have."""
    country = weighted(rng, WHERE)
    partner = world.receivers.person(country, women=0.85 if person.sex == "m" else 0.2, churn=0.12)
    begin, end = a_stay(rng, person, 30, 700)
    if yes(rng, 0.3):
        end = min(end, begin + float(rng.exponential(60)) + 5)
    days = [begin]
    gap = float(rng.uniform(9, 40))
    while days[-1] < end and len(days) < 160:
        days.append(days[-1] + gap * float(rng.gamma(2.2, 1 / 2.2)))
        gap = max(gap * float(rng.uniform(0.93, 1.03)), 5.0)
    at = moments(rng, person, np.array(days, dtype=np.int64))
    if yes(rng, 0.55):
        # They talk every evening across the time difference, and the money goes while they talk.
        at = np.asarray(at // DAY * DAY + hours(rng, "night", len(at)), dtype=np.int64)
    level = float(rng.lognormal(np.log(62), 0.5)) * person.purse
    growth = np.minimum(1 + np.arange(len(at)) * float(rng.uniform(0, 0.09)), 4.5)
    manner = Manner("partner", WORDS, weighted(rng, {"send": 0.65, "get": 0.35}), 0.6, pick(rng, ("gift", "family")))
    world.ledger.pay(person, partner, at, level * growth * rng.lognormal(0, 0.45, len(at)), manner)
    if len(at) > 5 and yes(rng, 0.45):
        start = int(rng.uniform(begin + 20, max(end, begin + 25)))
        person.trips.append((start, start + int(rng.integers(9, 24)), country))
        ticket = np.array([(start - int(rng.integers(10, 40))) * DAY + 20 * 3600], dtype=np.int64)
        world.ledger.pay(person, partner, ticket, np.array([float(rng.uniform(280, 800))]), manner)
    if yes(rng, 0.38):
        # The partner's mother, sister or child is helped as well: several receivers of one town, one story.
        for _ in range(1 + int(rng.integers(3))):
            relative = world.receivers.person(country, city=partner.city, surname=partner.surname)
            visits = every(rng, begin + 15, end, float(rng.uniform(18, 80)), 0.9)
            world.ledger.pay(
                person, relative, moments(rng, person, visits), rng.lognormal(np.log(48), 0.5, len(visits)), manner
            )
    if yes(rng, 0.1):
        # An adult who lives from several admirers who do not know of each other.
        rivals = [p for p in (pick(rng, world.people) for _ in range(40)) if p.role == "local" and p.sex == "m"]
        for rival in rivals[: 1 + int(rng.integers(4))]:
            dates = every(rng, *a_stay(rng, rival), float(rng.uniform(10, 35)), 0.8)
            world.ledger.pay(
                rival, partner, moments(rng, rival, dates), rng.lognormal(np.log(70), 0.5, len(dates)), manner
            )


def couples(world: World, rng: np.random.Generator) -> None:
    """A third of the local customers opened the account because of somebody abroad; some migrants too."""
    for person in world.people:
        chance = {"local": 0.33, "migrant": 0.025, "youth": 0.06}[person.role]
        if yes(rng, chance * (1.15 if person.sex == "m" else 0.7)):
            courtship(world, rng, person)


def romance_fraud(world: World, rng: np.random.Generator) -> None:
    """Older payers; the receiver's number changes when a bank grows wary; a number serves two or three victims."""
    older = [person for person in world.people if person.age >= 50 and person.role == "local"]
    mules = [
        world.receivers.person(weighted(rng, {"NG": 40, "GH": 30, "CI": 12, "PH": 8, "KE": 10}), women=0.35)
        for _ in range(scaled(world.senders(), 70, 3))
    ]
    for _ in range(scaled(world.senders(), 85, 4)):
        victim = pick(rng, older or world.people)
        begin = float(rng.uniform(victim.first_day(), max(victim.last_day() - 40, victim.first_day() + 1)))
        days = every(rng, begin, min(begin + float(rng.uniform(25, 300)), DAYS), float(rng.uniform(5, 20)), 0.7)
        if not len(days):
            continue
        level = float(rng.uniform(45, 160)) * np.exp(np.arange(len(days)) * float(rng.uniform(0.03, 0.16)))
        dollars = np.minimum(level, 2_600) * rng.lognormal(0, 0.3, len(days))
        at = moments(rng, victim, days)
        handover = sorted(rng.integers(0, len(days) + 1, int(rng.integers(3))).tolist())
        manner = Manner("romance", FRAUD_WORDS, "send", 0.45, pick(rng, ("family", "gift", "goods")), failing=0.06)
        for part in np.split(np.arange(len(days)), handover):
            if len(part):
                world.ledger.pay(victim, pick(rng, mules), at[part], dollars[part], manner)
