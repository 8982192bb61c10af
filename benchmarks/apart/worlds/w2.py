"""w2: a European platform, bank to bank, cities rare; each payment excites the next, brokers hand out accounts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.homes import collector, hours
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.names import full_name, surname
from benchmarks.apart.kit.places import COUNTRIES
from benchmarks.apart.kit.references import handle, write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.world import Climate, Life, World
from benchmarks.apart.worlds.extortion import extorters

_MIX = {
    "partner_abroad": 0.09,
    "donation": 0.05,
    "student_support": 0.09,
    "freelancer_employer": 0.06,
    "hobby_purchase": 0.16,
    "hub_payment": 0.12,
    "once": 0.41,
    "tipper": 0.006,
    "bargain": 0.015,
    "romance_fraud_victim": 0.015,
}


def standing_orders(world: World, me: Party, homes: list[list[Party]]) -> Life:
    """A family of standing orders: fixed sums on fixed days to some, and transfers by hand when a need comes up."""
    d = world.dice
    me.mark("family_support")
    country = world.destination(me.country)
    me.culture = COUNTRIES[country].culture
    me.family = surname(d, me.culture)
    me.name = full_name(d, me.culture, me.family)
    kin: list[Party] = d.choice(homes) if homes and d.chance(0.2) else []
    if not kin:
        for _ in range(d.choice([1, 1, 2, 2, 3, 4, 6, 9])):
            relative = world.payee(country, d.uniform(19, 75), family=me.family if d.chance(0.5) else "")
            relative.mark("family_receiver")
            kin.append(relative)
        homes.append(kin)
    if d.chance(0.05):
        kin = [*kin, collector(world, country)]
    orders = [(d.randint(1, 28), d.choice(kin), d.about(95, 0.7)) for _ in range(d.choice([0, 0, 1, 1, 2]))]
    habit, needs, silent = hours(world), d.about(0.05, 0.8), d.chance(0.5)
    rounding = d.choice(["own", "own", "theirs", "odd"])
    yield d.randrange(90)
    while True:
        for due, to, usd in orders:
            if world.clock.month_day[world.today] == due:
                world.pay(me, to, usd, hour=d.uniform(1.0, 6.0), rounding="own", reference=write(d, "euro", 0.1))
        if d.chance(needs):
            usd = d.about(70, 1.0)
            words = write(d, d.choice(["family", "euro", "medical", "gift", "school"]), 0.95 if silent else 0.25)
            world.pay(me, d.choice(kin), usd, hour=hour(d, habit), rounding=rounding, reference=words)
        if d.chance(0.001):
            return
        yield 1


@dataclass(slots=True, eq=False)
class Broker:
    """Somebody who sends each new payer to an account of her choice; accounts are lent by relatives and neighbours."""

    name: str
    country: str
    accounts: list[Party]
    reach: float

    def assign(self, world: World) -> Party:
        """Name the account for a contact: mostly the one of the season, at times a fresh one."""
        d = world.dice
        if not self.accounts or (len(self.accounts) < 9 and d.chance(0.12)):
            account = world.payee(self.country, d.uniform(18, 55))
            account.mark("facilitation", self.name)
            self.accounts.append(account)
            if d.chance(0.45):  # the account lender also has a life of her own
                world.spawn(_lender(world, account), d.randint(0, 30) + world.today)
        season = world.today // 75
        return self.accounts[season % len(self.accounts)] if d.chance(0.6) else d.choice(self.accounts)


def _lender(world: World, account: Party) -> Life:
    """Receives wages, gifts or a sister's help on the same account."""
    d = world.dice
    others = []
    for _ in range(d.choice([1, 1, 2, 3])):
        kin = d.chance(0.5)
        other = world.payer(family=account.family if kin else "", culture=account.culture if kin else "")
        other.mark("family_support" if kin else "ordinary")
        others.append(other)
    while True:
        words = write(d, d.choice(["family", "euro", "hobby"]), 0.4)
        world.pay(d.choice(others), account, d.about(80, 0.8), hour=hour(d, "any"), reference=words)
        yield max(3, round(d.about(30, 0.5)))


def excited(world: World, me: Party, brokers: Table[Broker], night: float) -> Life:
    """Each payment raises the odds of another, which decay; sums follow excitement; long silence in between."""
    d = world.dice
    broker = brokers.draw(d)
    me.mark("livestream_purchase", broker.name)
    resting, jump, decay = d.about(0.007, 0.8), min(0.95, d.about(0.5, 0.35)), d.uniform(0.05, 0.25)
    if d.chance(0.03):
        resting, jump, decay = 0.25, 0.6, 0.1
    excitement, account, size = 0.0, broker.assign(world), min(250.0, d.about(30, 0.7))
    last = world.today + d.about(130, 1.1)
    habit, silent = d.choice(["late", "night", "evening"]), d.chance(0.55)
    rounding = d.choice(["own", "own", "theirs"])
    fresh = True
    while world.today < last:
        if fresh or d.chance(1 - math.exp(-(resting + excitement))):
            fresh = False
            if d.chance(0.15):
                broker = broker if d.chance(0.7) else brokers.draw(d)
                account = broker.assign(world)
            usd = size * (0.8 + 0.7 * excitement) * d.about(1.0, 0.4)
            words = write(d, d.choice(["published", "published", "euro", "friends"]), 0.9 if silent else 0.2)
            if d.chance(0.02):
                words = handle(d)
            when = hour(d, habit if d.chance(night) else "any")
            world.pay(me, account, usd, hour=when, rounding=rounding, reference=words)
            excitement += jump * decay * 1.6
        excitement *= 1 - decay
        yield 1


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    east = Table(
        {
            "RO": 0.24,
            "UA": 0.17,
            "PH": 0.13,
            "TH": 0.12,
            "PL": 0.08,
            "MD": 0.04,
            "TR": 0.07,
            "MA": 0.05,
            "CO": 0.04,
            "KE": 0.03,
            "VN": 0.03,
        }
    )
    climate = Climate(
        start=date(2024, 2, 1),
        days=480,
        homes=Table({"SE": 0.3, "DE": 0.35, "FR": 0.2, "NL": 0.1, "NO": 0.05}),
        corridors=dict.fromkeys(("SE", "DE", "FR", "NL", "NO"), east),
        rails=Table({"bank": 0.93, "wallet": 0.07}),
        institutions=Table({"Nordbetal": 0.6, "EuroGiro": 0.4}),
        night_people=0.22,
        diaspora=0.7,
        round_theirs=0.1,
        blank_reference=0.35,
    )
    world = World(climate, seed, senders)
    d = world.dice
    families = int(senders * 0.4)
    homes: dict[str, list[list[Party]]] = {}
    for _ in range(families):
        me = world.payer(age=max(18.0, d.gauss(41, 12)))
        world.spawn(standing_orders(world, me, homes.setdefault(me.country, [])))
    populate(world, _MIX, senders - families)
    brokers = [
        Broker(f"broker-{n}", d.choice(["RO", "UA", "TH", "PH", "PH"]), [], d.tail(1, 1.1, 12))
        for n in range(max(7, senders // 1500))
    ]
    known = Table({broker: broker.reach for broker in brokers})
    night = d.uniform(0.3, 0.5)
    for _ in range(max(12, senders // 380)):
        me = world.payer(age=world.elders())
        mine = known
        if d.chance(0.2):  # found alone, told to nobody
            mine = Table({Broker(f"alone-{me.person}", d.choice(["RO", "UA", "TH", "PH"]), [], 1.0): 1.0})
        world.spawn(excited(world, me, mine, night), d.randrange(int(world.days * 0.9)))
        if d.chance(0.25):
            world.spawn(standing_orders(world, me, homes.setdefault(me.country, [])), 1)
    extorters(world, max(4, senders // 2400), ["CI", "NG", "RO"], 4.5)
    world.run()
    gaps = {
        "originator_birth_date": 0.01,
        "beneficiary_city": 0.93,
        "originator_city": 0.85,
        "beneficiary_phone": 0.9,
        "originator_phone": 0.25,
        "beneficiary_name": 0.02,
        "originator_device": 0.2,
        "originator_ip": 0.2,
        "originator_timezone": 1.0,
    }
    absent = frozenset(
        {
            "beneficiary_timezone",
            "merchant_category",
            "purpose_code",
            "beneficiary_email",
            "beneficiary_address",
            "originator_timezone",
            "originator_address",
        }
    )
    return world.ledger.write(out, Shape(absent=absent, empty=gaps), world.dice)
