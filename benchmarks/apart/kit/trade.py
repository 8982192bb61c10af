"""Ordinary life between strangers: work, hobbies, hubs, one-off payments, and the victims of romance fraud."""

from __future__ import annotations

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.homes import hours
from benchmarks.apart.kit.ledger import Party
from benchmarks.apart.kit.references import write
from benchmarks.apart.kit.world import Life, World


def employer(world: World, me: Party) -> Life:
    """Employ freelancers abroad: gigs from ten dollars, weekly pay at the employer's evening or night, invoices."""
    d = world.dice
    me.mark("freelancer_employer")
    country = world.destination(me.country)

    def worker() -> Party:
        party = world.payee(country, d.uniform(20, 42))
        party.mark("freelancer")
        return party

    def hire() -> Party:
        return world.pool("freelancer", country, world.senders // 120, worker) if d.chance(0.7) else worker()

    team = [hire() for _ in range(d.choice([1, 1, 1, 2, 2, 3, 4, 6, 9]))]
    gigs = d.chance(0.4)
    habit = d.choice(["office", "office", "evening", "late", "night", "day"])
    pay = {id(worker): d.about(45, 0.8) if gigs else d.about(170, 0.6) for worker in team}
    cycle = d.choice([7, 7, 14, 14, 30])
    rounding = d.choice(["own", "odd", "theirs", "own"])
    blank = d.choice([0.1, 0.4, 0.9])
    yield d.randrange(world.days)
    while True:
        for to in team:
            if d.chance(0.45 if gigs else 0.9):
                usd = pay[id(to)] * d.about(1.0, 0.4 if gigs else 0.08)
                world.pay(
                    me,
                    to,
                    usd,
                    hour=hour(d, habit),
                    rounding=rounding,
                    reference=write(d, "work", blank),
                    purpose="SALA",
                )
                pay[id(to)] *= d.gauss(1.006, 0.02)
        if d.chance(0.06):
            newcomer = hire()
            team[d.randrange(len(team))] = newcomer
            pay[id(newcomer)] = d.about(60, 0.8)
        if d.chance(0.02):
            return
        yield max(1, round(d.gauss(cycle, 1.5))) if not gigs else 1 + int(d.expovariate(1 / (cycle * 0.8)))


def hobby(world: World, me: Party) -> Life:
    """Buy from sellers abroad: cards, lessons, game items; small sums, late, several strangers, sprees."""
    d = world.dice
    me.mark("hobby_purchase")
    country = world.destination(me.country)

    def seller() -> Party:
        party = world.payee(country, d.uniform(19, 50))
        party.mark("seller")
        return party

    def find() -> Party:
        return world.pool("seller", country, world.senders // 90, seller)

    known = [find()]
    habit = d.choice(["evening", "late", "late", "night", "any", "day"])
    size, wander = d.about(24, 0.8), d.choice([0.05, 0.2, 0.5, 0.8])
    rounding = d.choice(["ladder", "ladder", "own", "odd", "theirs"])
    gap = d.about(22, 0.9)
    left = 1 + int(d.tail(1, 1.0, 120))
    blank = d.choice([0.2, 0.5, 0.95])
    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        if d.chance(wander):
            known.append(find())
        to = d.choice(known[-4:])
        words = write(d, "hobby", blank)
        world.pay(
            me, to, size * d.about(1.0, 0.6), hour=hour(d, habit), rounding=rounding, reference=words, purpose="GDDS"
        )
        yield 1 if d.chance(0.15) else max(1, round(d.about(gap, 0.9)))


def hub(world: World, me: Party) -> Life:
    """Pay somebody whom many pay: a landlord, an agent, a school, a clinic, a hotel."""
    d = world.dice
    me.mark("hub_payment")
    country = world.destination(me.country)

    def make() -> Party:
        return world.firm(country, d.choice(["Residences", "Agency", "School", "Clinic", "Travel", "Rooms"]), "hub")

    to = world.pool("hub", country, world.senders // 300, make)
    if d.chance(0.25):  # a person, not a firm

        def lord() -> Party:
            party = world.payee(country, 50)
            party.mark("hub")
            return party

        to = world.pool("landlord", country, world.senders // 400, lord)
    left, size = d.choice([1, 1, 1, 2, 3, 6, 12, 18]), d.about(140, 1.0)
    habit = hours(world)
    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        words = write(d, "hub", 0.25)
        world.pay(me, to, size * d.about(1, 0.15), hour=hour(d, habit), reference=words, purpose="SUPP")
        yield d.choice([3, 14, 30, 30, 30, 31])


def once(world: World, me: Party) -> Life:
    """Pay a few times and be gone: friends, tips, test payments, refunds, gifts, top-ups, travel."""
    d = world.dice
    me.mark("ordinary")
    country = world.destination(me.country)
    left = d.choice([1, 1, 1, 1, 2, 2, 3, 4])
    people: list[Party] = []
    habit = hours(world)
    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        if not people or d.chance(0.5):
            people.append(world.payee(country))
        promo = d.chance(world.climate.promo * 3)
        usd = d.choice([1, 5, 10, 20]) if promo else d.about(70, 1.0)
        words = write(d, d.choice(["friends", "gift", "family", "hobby"]), 0.5)
        world.pay(me, d.choice(people), usd, hour=hour(d, habit), reference=words)
        yield d.choice([1, 1, 2, 5, 12, 40, 90])


def romance_victim(world: World, me: Party) -> Life:
    """An older payer who is being deceived: growing sums, one story, one to three receivers, an abrupt end."""
    d = world.dice
    me.mark("romance_fraud_victim")
    country = world.destination(me.country)

    def fraud() -> Party:
        party = world.payee(country, d.uniform(20, 40))
        party.mark("romance_fraud_receiver")
        return party

    def receiver() -> Party:
        return world.pool("romance_fraud", country, world.senders // 900, fraud) if d.chance(0.75) else fraud()

    to, habit = receiver(), d.choice(["evening", "late", "day", "any", "night"])
    size, end = d.about(70, 0.8), 0.0
    yield d.randrange(world.days)
    end = world.today + d.about(110, 0.6)
    while world.today < end:
        if d.chance(0.07):
            to = receiver()
        words = write(d, "romance", 0.45)
        world.pay(me, to, size * d.about(1, 0.35), hour=hour(d, habit), reference=words)
        size = min(size * d.gauss(1.13, 0.12), 6000.0)
        yield max(1, round(d.about(7, 0.8)))


def tipper(world: World, me: Party) -> Life:
    """Tip grown-up performers and companions met on the net: small sums, late, several strangers whom many tip.

    Lawful, common, and the closest of all ordinary lives to the payers that the worlds hide.
    """
    d = world.dice
    me.mark("hobby_purchase")
    country = world.destination(me.country)

    def performer() -> Party:
        party = world.payee(country, d.uniform(19, 38))
        party.mark("seller")
        return party

    def find() -> Party:
        return world.pool("performer", country, world.senders // 450, performer)

    known, usd, rise = [find()], d.about(27, 0.7), d.gauss(1.01, 0.04)
    habit, gap, blank = (
        d.choice(["late", "night", "night", "evening", "any"]),
        d.about(13, 0.8),
        d.choice([0.3, 0.6, 0.95]),
    )
    left = 1 + int(d.tail(1.3, 0.9, 120))
    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        if d.chance(0.15):
            known.append(find())
        words = write(d, d.choice(["gift", "friends", "partner"]), blank)
        world.pay(me, d.choice(known[-3:]), usd * d.about(1.0, 0.5), hour=hour(d, habit), reference=words)
        usd = min(max(usd * rise, 4.0), 300.0)
        yield 1 if d.chance(0.15) else max(1, round(d.about(gap, 0.9)))


def bargain(world: World, me: Party) -> Life:
    """A young buyer of tickets, shoes or game accounts from somebody who may never deliver and soon is gone."""
    d = world.dice
    me.mark("ordinary")
    country = world.destination(me.country)
    season = d.randrange(max(1, world.days // 45))

    def dealer() -> Party:
        party = world.payee(country, d.uniform(17, 33))
        party.mark("seller")
        return party

    to = world.pool(f"dealer-{season}", country, world.senders // 3500, dealer)
    usd = min(600.0, d.about(70, 0.8))
    yield min(world.days - 1, season * 45 + int(d.expovariate(1 / 12)))
    for _ in range(d.choice([1, 1, 1, 2, 2, 3, 4])):
        words = write(d, d.choice(["hobby", "friends", "teen"]), 0.5)
        world.pay(me, to, usd, hour=hour(d, d.choice(["late", "school", "night"])), rounding="own", reference=words)
        usd *= d.choice([0.3, 0.5, 1.0, 1.0, 1.5])
        if d.chance(0.6):
            yield d.choice([1, 1, 2, 5])
