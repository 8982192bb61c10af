"""w1: remitters from AU, GB, US to the Philippines; payers drift through states, facilitators are households."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.homes import family_support
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.references import handle, write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.trade import hobby, once
from benchmarks.apart.kit.world import Climate, Life, World
from benchmarks.apart.worlds.extortion import extorters

_MIX = {
    "family_support": 0.36,
    "seafarer": 0.01,
    "partner_abroad": 0.06,
    "donation": 0.03,
    "student_support": 0.03,
    "freelancer_employer": 0.035,
    "hobby_purchase": 0.1,
    "hub_payment": 0.065,
    "once": 0.3,
    "tipper": 0.008,
    "bargain": 0.015,
    "romance_fraud_victim": 0.008,
}


@dataclass(slots=True, eq=False)
class House:
    """A household that receives: accounts of several relatives, of which one or two are in use, until it is closed."""

    name: str
    accounts: list[Party]
    closes: int
    fame: float
    used: list[int] = field(default_factory=lambda: [0])

    def account(self, world: World) -> Party:
        """The account that the household asks to be paid on today."""
        if world.dice.chance(0.05) and len(self.accounts) > len(self.used):
            self.used.append(len(self.used))
        return self.accounts[world.dice.choice(self.used)]


def _house(world: World, n: int) -> House:
    d = world.dice
    first = world.payee("PH", d.uniform(20, 48))
    accounts = [first]
    for _ in range(d.choice([0, 0, 1, 1, 2, 3])):
        family = first.family if d.chance(0.6) else ""
        accounts.append(world.payee("PH", d.uniform(17, 60), family=family, place=(first.city, first.zone)))
    group = f"house-{n}"
    for account in accounts:
        account.mark("facilitation", group)
    if d.chance(0.3):  # the household's own relative abroad supports it like any other
        relative = world.payer(culture="filipino", family=first.family)
        relative.mark("family_support")
        world.spawn(_honest_support(world, relative, first), d.randrange(60))
    closes = world.days + 1 if d.chance(0.6) else d.randrange(world.days)
    return House(group, accounts, closes, d.tail(1.0, 0.9, 25.0))


def _honest_support(world: World, me: Party, to: Party) -> Life:
    d = world.dice
    while True:
        world.pay(me, to, d.about(170, 0.4), hour=hour(d, "evening"), reference=write(d, "family", 0.4), purpose="FAMI")
        yield d.choice([14, 15, 30, 31])


def purchaser(world: World, me: Party, houses: Table[House], night: float) -> Life:
    """Drift through contact, habit, escalation, pause and end; the sums grow and the gaps shorten while it lasts."""
    d = world.dice
    house = houses.draw(d)
    me.mark("livestream_purchase", house.name)
    known, paid = [house], 0
    base = min(330.0, max(7.0, d.about(31, 0.75)))
    fate = d.random()
    left = (
        d.choice([1, 1, 2])
        if fate < 0.25
        else 80 + int(d.tail(20, 1.2, 220))
        if fate > 0.97
        else 2 + int(d.about(4.5, 0.75))
    )
    gap = min(60.0, max(0.7, (world.days - world.today) * 0.6 / left)) if left > 60 else d.about(17, 0.6)
    state, rounding, silent = "contact", d.choice(["own", "theirs"]), d.chance(0.6)
    habit = d.choice(["night", "late", "early"])
    loyal = d.chance(0.45)
    while left > 0:
        if world.today >= known[-1].closes or (not loyal and d.chance(0.1)):
            known.append(houses.draw(d))
        to = known[-1] if d.chance(0.8) else d.choice(known)
        evening = hour(d, habit if d.chance(night) else "any")
        size = base * {"contact": 0.6, "habit": 1.0, "escalation": 1.7}[state] * d.about(1.0, 0.35)
        for part in range(1 + (d.random() < 0.2)):
            words = f"for {handle(d)}" if d.chance(0.02) else write(d, "published", 0.95 if silent else 0.35)
            usd = size * (1.0 if part == 0 else 0.5)
            world.pay(
                me, to.account(world), usd, hour=min(23.9, evening + part * 0.4), rounding=rounding, reference=words
            )
            left, paid = left - 1, paid + 1
        if state == "contact" and paid >= 2:
            state = "habit"
        elif state == "habit" and d.chance(0.08):
            state = "escalation"
        pace = {"contact": 1.3, "habit": 1.0, "escalation": 0.6}[state]
        pause = d.chance(0.06)
        yield d.randint(30, 120) if pause else max(1, round(d.about(gap * pace, 0.8)))
        if pause:
            state = "contact"


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    asia = Table({"PH": 0.7, "TH": 0.06, "VN": 0.05, "IN": 0.09, "CO": 0.03, "MX": 0.03, "GH": 0.02, "ID": 0.02})
    climate = Climate(
        start=date(2023, 7, 1),
        days=550,
        homes=Table({"AU": 0.42, "GB": 0.25, "US": 0.25, "NZ": 0.05, "CA": 0.03}),
        corridors={"AU": asia, "GB": asia, "US": asia, "NZ": asia, "CA": asia},
        rails=Table({"cash_pickup": 0.4, "wallet": 0.32, "bank": 0.28}),
        institutions=Table({"Remit One": 0.5, "Harbour Transfer": 0.3, "Kwik Send": 0.2}),
    )
    world = World(climate, seed, senders)
    d = world.dice
    populate(world, _MIX, senders)
    count = max(12, senders // 330)
    houses = [_house(world, n) for n in range(max(7, count // 3))]
    table = Table({n: h.fame for n, h in enumerate(houses)})
    night = d.uniform(0.55, 0.75)
    for _ in range(count):
        me = world.payer(age=world.elders())
        pick = Table({houses[n]: 1.0 for n in {table.draw(d) for _ in range(d.choice([1, 2, 3]))}})
        if d.chance(0.3):  # a contact of one's own: a relative's account, or the child's
            houses.append(_house(world, len(houses)))
            pick = Table({houses[-1]: 1.0})
        world.spawn(purchaser(world, me, pick, night), int(d.random() ** 0.8 * world.days * 0.9))
        if d.chance(0.35):
            world.spawn(d.choice([family_support, hobby, once])(world, me), d.randrange(90))
    extorters(world, max(4, senders // 2400), ["PH", "NG", "CI"], 4.5)
    world.run()
    gaps = {
        "originator_phone": 0.1,
        "originator_email": 0.3,
        "originator_device": 0.35,
        "originator_ip": 0.4,
        "beneficiary_phone": 0.35,
        "beneficiary_email": 0.8,
        "beneficiary_city": 0.15,
        "beneficiary_name": 0.01,
        "originator_city": 0.05,
        "purpose_code": 0.5,
        "beneficiary_address": 0.7,
    }
    absent = frozenset({"beneficiary_timezone", "merchant_category", "originator_account"})
    return world.ledger.write(out, Shape(absent=absent, empty=gaps), world.dice)
