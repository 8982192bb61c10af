"""Ordinary life between households: families, sponsors, students, neighbours who collect for several families."""

from __future__ import annotations

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.ledger import Household, Party
from benchmarks.apart.kit.names import full_name, surname
from benchmarks.apart.kit.places import COUNTRIES, city_of
from benchmarks.apart.kit.references import write
from benchmarks.apart.kit.world import Life, World

_HOURS = Table({"evening": 0.34, "lunch": 0.14, "day": 0.22, "late": 0.12, "any": 0.1, "early": 0.08})
_KIN_COUNT = Table({1: 0.42, 2: 0.24, 3: 0.14, 4: 0.08, 5: 0.05, 6: 0.03, 8: 0.025, 11: 0.015})


def hours(world: World) -> str:
    """Draw the habit of an ordinary payer; night work is common."""
    if world.dice.chance(world.climate.night_people):
        return world.dice.choice(["shift", "night", "late"])
    return _HOURS.draw(world.dice)


def _household(world: World, country: str, family: str) -> Household:
    homes = world.households.setdefault(country, [])
    if homes and world.dice.chance(0.22):
        return homes[int(len(homes) * world.dice.random())]
    home = Household(country, city_of(world.dice, country), family)
    homes.append(home)
    return home


def _relative(world: World, home: Household) -> Party:
    """A member of the household: known to another supporter already, or new to the ledger."""
    d = world.dice
    if home.members and d.chance(0.55):
        return d.choice(home.members)
    if d.chance(0.06):
        return collector(world, home.country)
    family = "" if d.chance(world.climate.inlaws) else home.family
    place = home.place if d.chance(0.8) else None
    member = world.payee(home.country, d.choice([18.5, 24, 31, 38, 47, 55, 63, 70]), family=family, place=place)
    member.mark("family_receiver")
    home.members.append(member)
    return member


def collector(world: World, country: str) -> Party:
    """A neighbour, cousin or shopkeeper who collects for several families."""

    def make() -> Party:
        party = world.payee(country, 45)
        party.mark("collector")
        return party

    return world.pool("collector", country, world.senders // 900, make)


def family_support(world: World, me: Party, country: str = "") -> Life:
    """Support a household: a payday rhythm, school and holiday peaks, emergencies, cousins, and much noise."""
    d = world.dice
    me.mark("family_support")
    country = country or world.destination(me.country)
    if d.chance(world.climate.diaspora):
        me.culture = COUNTRIES[country].culture
        _rename(world, me)
    home = _household(world, country, me.family)
    kin = [_relative(world, home) for _ in range(_KIN_COUNT.draw(d))]
    habit, wage_day = hours(world), d.choice([1, 5, 10, 15, 25, 28, 30])
    cycle = d.choice([7, 14, 14, 30, 30, 30, 30, 60, 0])
    base = d.about(25, 0.6) if d.chance(world.climate.small_senders) else d.about(190, 0.6)
    rounding = d.choice(["own", "own", "theirs", "odd", ""])
    silent = d.chance(world.climate.blank_reference)
    growth = d.gauss(1.002, 0.012)
    yield d.randrange(max(1, cycle or 40)) if d.chance(0.7) else d.randrange(world.days)
    while True:
        month = world.clock.month[world.today]
        plenty = 1.8 if month == 12 else 1.3 if month in {6, 8} else 1.0
        for _ in range(1 + (d.random() < 0.25) + (d.random() < 0.06)):
            to = kin[0] if d.chance(0.6) else d.choice(kin)
            words = (
                "school"
                if month in {6, 8} and d.chance(0.4)
                else d.choice(["family"] * 6 + ["medical", "gift", "school"])
            )
            world.pay(
                me,
                to,
                base * plenty * d.about(1.0, 0.3),
                hour=hour(d, habit),
                rounding=rounding,
                reference=write(d, words, 0.95 if silent else 0.15),
                purpose="FAMI",
            )
        base = min(base * growth, 2500.0)
        if d.chance(0.07):  # an emergency, often to somebody new
            to = _relative(world, home)
            told = write(d, d.choice(["medical", "family"]), 0.4)
            world.pay(me, to, base * d.about(0.6, 0.8), hour=hour(d, "any"), reference=told, purpose="FAMI")
        if d.chance(0.02):
            kin.append(_relative(world, home))
        if d.chance(0.02):
            return
        if cycle == 30:
            yield max(1, world.clock.until_month_day(world.today, wage_day) + d.choice([0, 0, 0, 1, 2, 4]))
        else:
            yield max(1, round(d.gauss(cycle, 1.2))) if cycle else 1 + int(d.expovariate(1 / 28))


def _rename(world: World, me: Party) -> None:
    """Give a payer of a diaspora a name of the family's culture."""
    me.family = surname(world.dice, me.culture)
    me.name = full_name(world.dice, me.culture, me.family)


def seafarer(world: World, me: Party) -> Life:
    """A sailor: paid in lumps, pays kin at any hour from wherever the ship is."""
    d = world.dice
    me.mark("family_support")
    country = world.destination(me.country)
    me.culture = COUNTRIES[country].culture
    _rename(world, me)
    home = _household(world, country, me.family)
    kin = [_relative(world, home) for _ in range(d.randint(2, 7))]
    base = d.about(260, 0.5)
    yield d.randrange(60)
    while True:
        for to in d.sample(kin, d.randint(1, len(kin))):
            words = write(d, "family", 0.6)
            world.pay(me, to, base * d.about(0.6, 0.6), hour=d.uniform(0, 24), reference=words, purpose="FAMI")
        yield max(1, round(d.about(24, 0.6))) if d.chance(0.9) else d.randint(60, 120)


def partner_abroad(world: World, me: Party) -> Life:
    """A partner abroad: one unrelated receiver, late calls, gifts, growing sums, visits; some have several in turn."""
    d = world.dice
    me.mark("partner_abroad")
    country = world.destination(me.country)
    habit = d.choice(["late", "late", "evening", "night", "any"])
    base, left = d.about(95, 0.75), d.choice([1, 1, 1, 1, 2, 2, 3, 5])
    gap = d.about(13, 0.6)
    silent = d.chance(0.5)

    def companion() -> Party:
        party = world.payee(country, max(19, d.gauss(33, 9)))
        party.mark("partner_receiver")
        return party

    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        love = world.pool("companion", country, world.senders // 150, companion) if d.chance(0.3) else companion()
        circle = [love]
        size, end = base * 0.6, world.today + d.about(200, 0.9)
        while world.today < end:
            if d.chance(0.04) and len(circle) < 4:  # her mother, a cousin, a second account
                other = world.payee(
                    country, 45, family=love.family if d.chance(0.5) else "", place=(love.city, love.zone)
                )
                other.mark("partner_receiver")
                circle.append(other)
            to = love if d.chance(0.85) else d.choice(circle)
            words = write(d, "partner", 0.9 if silent else 0.2)
            world.pay(me, to, size * d.about(1.0, 0.45), hour=hour(d, habit), reference=words)
            size *= d.gauss(1.03, 0.08)
            size = min(max(size, 8.0), 900.0)
            yield (d.randint(14, 35) if d.chance(0.04) else max(1, round(d.about(gap, 0.7))))
        yield d.randint(5, 90)


def sponsor(world: World, me: Party) -> Life:
    """Sponsor children's schooling: monthly sums to several unrelated families, or to a charity's coordinator."""
    d = world.dice
    me.mark("donation")
    country = world.destination(me.country)
    habit = hours(world)
    base = d.choice([15, 20, 25, 30, 35, 40, 50, 60, 100])

    def coordinator() -> Party:
        party = world.firm(country, d.choice(["Foundation", "Mission", "School Fund"]), "charity")
        if d.chance(0.5):
            party.name = f"Pastor {party.name.split()[0]}"
        return party

    families: list[Party] = []
    if d.chance(0.45):
        for _ in range(d.choice([1, 2, 3, 4, 6, 9, 14])):
            party = world.payee(country, d.choice([28, 35, 44]))
            party.mark("family_receiver")
            families.append(party)
    else:
        families = [
            world.pool("charity", country, world.senders // 1500, coordinator) for _ in range(d.choice([1, 1, 2, 3]))
        ]
    yield d.randrange(world.days)
    while True:
        for to in families:
            if d.chance(0.85):
                words = write(d, d.choice(["donation", "donation", "school"]), 0.3)
                world.pay(
                    me, to, base * d.about(1, 0.1), hour=hour(d, habit), rounding="own", reference=words, purpose="CHAR"
                )
        if d.chance(0.05):
            return
        yield world.clock.until_month_day(world.today, d.choice([1, 2, 5, 15]))


def student(world: World, me: Party) -> Life:
    """Parents who keep a student abroad, term after term."""
    d = world.dice
    me.mark("student_support")
    country = world.destination(me.country)
    child = world.payee(country, d.uniform(17.5, 25), culture=me.culture, family=me.family if d.chance(0.7) else "")
    child.mark("student")
    habit, base = hours(world), d.about(160, 0.8)
    yield d.randrange(world.days)
    while True:
        world.pay(
            me, child, base * d.about(1, 0.5), hour=hour(d, habit), reference=write(d, "school", 0.5), purpose="EDUC"
        )
        if d.chance(0.03):
            return
        yield max(1, round(d.about(18, 0.7)))
