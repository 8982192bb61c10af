"""w8: cards and crypto-assets; vendors with rotating addresses and price lists amid subscriptions and games."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.homes import hours
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.references import write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.world import Climate, Life, World
from benchmarks.apart.worlds.extortion import extorters

_MIX = {
    "family_support": 0.2,
    "partner_abroad": 0.06,
    "donation": 0.02,
    "student_support": 0.02,
    "freelancer_employer": 0.05,
    "hobby_purchase": 0.12,
    "hub_payment": 0.04,
    "once": 0.2,
    "tipper": 0.006,
    "bargain": 0.015,
    "romance_fraud_victim": 0.008,
}
_SHOPS = {"5816": 0.3, "5968": 0.25, "5734": 0.15, "7995": 0.1, "4899": 0.12, "5967": 0.08}
_COINS = Table({"USDT": 0.55, "BTC": 0.3, "LTC": 0.15})


def _address(world: World, country: str, kind: str, group: str = "") -> Party:
    party = world.payee(country)
    party.name, party.phone, party.email, party.city, party.address, party.rail = "", "", "", "", "", "crypto"
    party.account = f"bc1q{world.dice.randrange(36**18):x}"
    party.mark(kind, group)
    return party


def subscriber(world: World, me: Party, shops: list[tuple[Party, str, float]]) -> Life:
    """Digital shops by card: subscriptions on their day, games in sprees, small round-ish prices at all hours."""
    d = world.dice
    me.mark("hobby_purchase")
    mine = [d.early(shops, 2.0) for _ in range(d.choice([1, 1, 2, 3, 4]))]
    monthly, habit = d.chance(0.5), d.choice([hours(world), "late", "night"])
    left = 1 + int(d.tail(2, 1.0, 70))
    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        shop, mcc, price = d.choice(mine)
        when = hour(d, "any" if monthly else habit)
        world.pay(
            me, shop, price if monthly else price * d.about(1, 0.5), hour=when, rounding="ladder", rail="card", mcc=mcc
        )
        yield 30 if monthly else d.choice([1, 1, 3, 8, 20, 45])


def holder(world: World, me: Party, venues: list[Party]) -> Life:
    """Lawful use of crypto-assets: venues, friends, privacy services, creators; also small, also late."""
    d = world.dice
    me.mark("ordinary")
    own = [_address(world, "US", "ordinary") for _ in range(d.choice([0, 1, 1, 2]))]
    usd, habit = d.about(60, 1.2), d.choice([hours(world), "late", "night"])
    left = 1 + int(d.tail(1.5, 0.9, 60))
    yield d.randrange(world.days)
    while left > 0:
        left -= 1
        to = d.early(venues, 1.6) if not own or d.chance(0.6) else d.choice(own)
        world.pay(me, to, usd * d.about(1, 0.7), hour=hour(d, habit), currency=_COINS.draw(d))
        yield max(1, round(d.about(14, 1.1)))


def fan(world: World, me: Party, makers: list[tuple[Party, list[float]]]) -> Life:
    """Buy of lawful makers (drawings, music, films, privacy services): price lists, late, strangers, returns."""
    d = world.dice
    me.mark("hobby_purchase")
    maker = d.early(makers, 1.5)
    coin, habit = _COINS.draw(d), d.choice(["late", "evening", "evening", "night", "night", "any"])
    left = 1 + int(d.tail(1.4, 0.95, 80))
    yield d.randrange(world.days)
    while left > 0:
        if d.chance(0.22):
            maker = d.early(makers, 1.5)
        for _ in range(min(left, d.choice([1, 1, 1, 2, 3]))):
            to, prices = maker
            usd, when = d.choice(prices) * d.uniform(0.99, 1.01), hour(d, habit)
            if to.rail == "crypto":
                world.pay(me, to, usd, hour=when, currency=coin)
            else:
                world.pay(
                    me, to, usd, hour=when, rounding="ladder", rail="card", mcc=d.choice(["5967", "5968", "5816"])
                )
            left -= 1
        yield d.randint(30, 100) if d.chance(0.12) else max(1, round(d.about(10, 0.9)))


def _makers(world: World, count: int) -> list[tuple[Party, list[float]]]:
    d = world.dice
    makers = []
    for _ in range(count):
        maker = _address(world, d.choice(["US", "NL", "RO", "GB"]), "seller")
        if d.chance(0.25):
            maker = world.firm(d.choice(["NL", "GB", "US"]), d.choice(["Media", "Cloud", "Files", "Art"]), "seller")
            maker.rail = "card"
        makers.append((maker, d.sample([3.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 45.0, 60.0, 80.0, 120.0], 3)))
    return makers


@dataclass(slots=True, eq=False)
class Vendor:
    """A seller of what must not be sold: a price list, an address that rotates, for some a card front."""

    name: str
    prices: list[float]
    rotates: int
    front: Party | None
    address: Party | None = None
    since: int = 0
    old: list[Party] = field(default_factory=list)

    def till(self, world: World) -> Party:
        """Where to pay today."""
        if self.front is not None and world.dice.chance(0.6):
            return self.front
        if self.address is None or world.today - self.since > self.rotates:
            self.address = _address(world, world.dice.choice(["US", "NL", "RO"]), "material_vendor", self.name)
            self.since = world.today
        return self.address


def buyer(world: World, me: Party, vendors: Table[Vendor], night: float) -> Life:
    """Buy, come back, compare vendors; US$5–50 by the vendor's list, mostly 23:00–05:00, then months of quiet."""
    d = world.dice
    vendor = vendors.draw(d)
    me.mark("material_purchase", vendor.name)
    left = 1 + int(d.tail(1.6, 0.95, 90))
    coin = _COINS.draw(d)
    while left > 0:
        if d.chance(0.2):
            vendor = vendors.draw(d)
        for _ in range(min(left, d.choice([1, 1, 1, 2, 3]))):
            till = vendor.till(world)
            when = hour(d, "night" if d.chance(night) else "any")
            usd = d.choice(vendor.prices) * d.uniform(0.99, 1.01)
            if till.rail == "crypto":
                world.pay(me, till, usd, hour=when, currency=coin)
            else:
                world.pay(
                    me, till, usd, hour=when, rounding="ladder", rail="card", mcc=d.choice(["5967", "5968", "5816"])
                )
            left -= 1
        yield d.randint(40, 120) if d.chance(0.12) else max(1, round(d.about(9, 0.9)))


def streamer(world: World, me: Party, hosts: list[Party], night: float) -> Life:
    """Pay a host abroad through a wallet; tokens first, then straight to her; larger when it is a special wish."""
    d = world.dice
    host = d.early(hosts, 1.4)
    me.mark("livestream_purchase", host.group)
    usd = d.about(36, 0.7)
    for _ in range(1 + int(d.tail(1.6, 0.9, 130))):
        to = host if d.chance(0.75) else d.early(hosts, 1.2)
        size = usd * (3 if d.chance(0.05) else d.about(1, 0.4))
        when = hour(d, "night" if d.chance(night) else "any")
        world.pay(me, to, size, hour=when, reference=write(d, d.choice(["published", "gift"]), 0.6))
        yield 1 if d.chance(0.1) else max(1, round(d.about(15, 0.9)))


def _market(world: World, senders: int) -> None:
    d = world.dice
    shops = []
    for mcc, share in _SHOPS.items():
        for _ in range(max(3, int(senders * share / 250))):
            shop = world.firm(
                d.choice(["US", "GB", "NL", "SG", "KR", "JP"]),
                d.choice(["Games", "Media", "Cloud", "Play", "Apps"]),
                "seller",
            )
            shop.rail = "card"
            shops.append((shop, mcc, d.choice([4.99, 9.99, 14.99, 19.99, 29.99, 49.99])))
    d.shuffle(shops)
    for _ in range(int(senders * 0.24)):
        world.spawn(subscriber(world, world.payer(age=max(18.0, d.gauss(35, 12))), shops))
    makers = _makers(world, max(12, senders // 160))
    for _ in range(int(senders * 0.014)):
        world.spawn(fan(world, world.payer(age=max(18.0, d.gauss(38, 13))), makers))
    venues = [_address(world, d.choice(["US", "SG", "NL"]), "seller") for _ in range(max(8, senders // 90))]
    for _ in range(int(senders * 0.1)):
        world.spawn(holder(world, world.payer(age=max(18.0, d.gauss(34, 11))), venues))


def _hidden(world: World, senders: int) -> None:
    d = world.dice
    vendors = []
    for n in range(max(6, senders // 1200)):
        front = None
        if d.chance(0.35):
            front = world.firm(d.choice(["NL", "RO", "US"]), d.choice(["Media", "Cloud", "Files"]), "material_vendor")
            front.rail = "card"
        vendors.append(
            Vendor(
                f"vendor-{n}",
                d.sample([5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 50.0], 3),
                d.choice([20, 45, 90, 400]),
                front,
            )
        )
    known = Table({vendor: d.tail(1, 1.2, 10) for vendor in vendors})
    night = d.uniform(0.5, 0.7)
    for _ in range(max(14, senders // 350)):
        me = world.payer(age=max(19.0, d.gauss(42, 14)))
        world.spawn(buyer(world, me, known, night), d.randrange(int(world.days * 0.9)))
    hosts = []
    for n in range(max(6, senders // 900)):
        for _ in range(d.choice([1, 1, 2, 3])):
            host = world.payee(d.choice(["PH", "PH", "TH", "CO"]), d.uniform(19, 45))
            host.mark("facilitation", f"host-{n}")
            hosts.append(host)
    night = d.uniform(0.4, 0.6)
    for n in range(max(12, senders // 430)):
        mine = hosts
        if d.chance(0.25):
            mine = [world.payee(d.choice(["PH", "PH", "TH", "CO"]), d.uniform(18, 45))]
            mine[0].mark("facilitation", f"alone-{n}")
        world.spawn(streamer(world, world.payer(age=world.elders()), mine, night), d.randrange(int(world.days * 0.9)))


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    wide = Table(
        {
            "PH": 0.34,
            "MX": 0.15,
            "CO": 0.1,
            "TH": 0.06,
            "IN": 0.1,
            "UA": 0.06,
            "NG": 0.05,
            "VN": 0.06,
            "KE": 0.04,
            "PL": 0.04,
        }
    )
    climate = Climate(
        start=date(2024, 3, 1),
        days=420,
        homes=Table({"US": 0.6, "GB": 0.2, "DE": 0.2}),
        corridors=dict.fromkeys(("US", "GB", "DE"), wide),
        rails=Table({"wallet": 0.6, "bank": 0.4}),
        institutions=Table({"Coinpurse": 1.0}),
        night_people=0.3,
    )
    world = World(climate, seed, senders)
    populate(world, _MIX, int(senders * 0.66))
    _market(world, senders)
    _hidden(world, senders)
    extorters(world, max(4, senders // 2400), ["NG", "CI", "PH"], 4.5)
    world.run()
    gaps = {
        "originator_city": 0.2,
        "beneficiary_city": 0.6,
        "originator_ip": 0.05,
        "originator_birth_date": 0.02,
        "beneficiary_phone": 0.5,
        "beneficiary_email": 0.5,
        "originator_address": 0.3,
        "beneficiary_address": 0.9,
    }
    absent = frozenset({"beneficiary_timezone", "purpose_code", "originator_account"})
    return world.ledger.write(out, Shape(absent=absent, empty=gaps), world.dice)
