"""w7: supply sets the time; hosts call a roster together at their own evening, one menu, many pay within the hour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.apart.kit.dice import Dice, Table
from benchmarks.apart.kit.homes import family_support
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.places import COUNTRIES, USD
from benchmarks.apart.kit.references import write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.world import Climate, Life, World
from benchmarks.apart.worlds.extortion import extorters

_MIX = {
    "family_support": 0.42,
    "seafarer": 0.03,
    "partner_abroad": 0.09,
    "donation": 0.03,
    "student_support": 0.03,
    "freelancer_employer": 0.05,
    "hobby_purchase": 0.06,
    "hub_payment": 0.05,
    "once": 0.24,
    "tipper": 0.005,
    "bargain": 0.015,
    "romance_fraud_victim": 0.009,
}


def _menu(dice: Dice, country: str, usd: float) -> list[float]:
    """A few round prices in the receiver's money, in dollars."""
    unit = USD[COUNTRIES[country].currency]
    base = max(1.0, round(usd / unit / 500) * 500 if usd / unit > 400 else round(usd / unit / 5) * 5)
    return [base * unit * times for times in dice.choice([(1, 2), (1, 2, 3), (1, 1.5, 2.5), (1, 2, 4)])]


@dataclass(slots=True, eq=False)
class Guest:
    """A payer on somebody's roster: how eager, how much, and for how many more evenings."""

    party: Party
    eager: float
    left: int
    taste: float
    chases: bool


@dataclass(slots=True, eq=False)
class Host:
    """Somebody who sets evenings and prices, and her accounts."""

    name: str
    accounts: list[Party]
    menu: list[float]
    roster: list[Guest] = field(default_factory=list)


def evenings(world: World, host: Host, hosts: list[Host], local: float, crime: str) -> Life:
    """Call the roster together; who comes pays just before, and some again for more; guests pass on to others."""
    d = world.dice
    pace = d.about(7, 0.5)
    while True:
        zone = host.accounts[0].zone
        start = d.gauss(local, 1.2) % 24
        account = host.accounts[0] if d.chance(0.75) else d.choice(host.accounts)
        for guest in list(host.roster):
            if not d.chance(guest.eager):
                continue
            price = d.early(host.menu, 1 / guest.taste)
            for part in range(1 + (d.random() < 0.22)):
                words = write(d, "published" if crime else "hobby", 0.6)
                when = min(23.95, max(0.0, start - d.expovariate(1.7) + part * 0.6))
                world.pay(guest.party, account, price, hour=when, zone=zone, rounding="theirs", reference=words)
            guest.left -= 1
            guest.eager = min(0.8, guest.eager * d.gauss(1.05, 0.08))
            guest.taste = min(2.5, guest.taste * d.gauss(1.03, 0.03))
            if guest.left <= 0 or d.chance(0.03):
                host.roster.remove(guest)
                if guest.left > 0:
                    d.choice(hosts).roster.append(guest)
            elif guest.chases and d.chance(0.25):  # writes to her between the evenings, at his own hours
                words = write(d, "published" if crime else "hobby", 0.5)
                world.pay(guest.party, account, price * d.about(0.7, 0.3), hour=d.uniform(0, 24), reference=words)
        yield max(1, round(d.about(pace, 0.5)))


def _relative(world: World, of: Party) -> Party:
    family = of.family if world.dice.chance(0.5) else ""
    return world.payee(of.country, world.dice.uniform(18, 60), family=family, place=(of.city, of.zone))


def _open_rooms(world: World, count: int, guests: int, crime: str) -> None:
    """Open rooms: hidden hosts, or lawful ones (live sellers, teachers of groups) whose evenings look the same."""
    d = world.dice
    hosts = []
    for n in range(count):
        country = d.choice(["PH", "PH", "PH", "TH", "KH", "CO", "DO", "KE"])
        first = world.payee(country, d.uniform(20, 46))
        lent = d.choice([0, 0, 1, 2]) if crime else d.choice([0, 0, 0, 1])
        accounts = [first, *(_relative(world, first) for _ in range(lent))]
        for account in accounts:
            account.mark("facilitation" if crime else "seller", f"host-{n}" if crime else "")
        hosts.append(Host(f"host-{n}", accounts, _menu(d, country, d.about(21, 0.5) if crime else d.about(17, 0.5))))
        if d.chance(0.4):
            kin = world.payer(family=first.family, culture=first.culture)
            kin.mark("family_support")
            world.spawn(_kin(world, kin, first), d.randrange(90))
    fame = Table({host: d.tail(1, 1.3, 8) for host in hosts})
    for host in hosts:
        world.spawn(evenings(world, host, hosts, d.choice([20.0, 21.5, 23.0, 14.0, 18.0]), crime), d.randrange(60))
    for _ in range(guests):
        age = world.elders() if crime else max(18.0, d.gauss(36, 12))
        me = world.payer(age=age)
        host = fame.draw(d)
        me.mark(crime or "hobby_purchase", host.name if crime else "")
        left = d.choice([1, 1, 2]) if d.chance(0.3) else 1 + int(d.tail(1.8, 0.9, 160))
        guest = Guest(
            me, min(0.9, d.about(0.2, 0.6) * (2.5 if left > 40 else 1)), left, d.uniform(0.4, 1.2), d.chance(0.5)
        )
        world.spawn(_joins(host, guest), int(d.random() * world.days * 0.9))
        if d.chance(0.3):
            world.spawn(family_support(world, me), d.randrange(60))


def _joins(host: Host, guest: Guest) -> Life:
    """Enter a roster on the day one hears of it."""
    host.roster.append(guest)
    yield from ()


def _kin(world: World, me: Party, to: Party) -> Life:
    d = world.dice
    while True:
        world.pay(
            me, to, d.about(150, 0.5), hour=d.gauss(18, 4) % 24, reference=write(d, "family", 0.4), purpose="FAMI"
        )
        yield d.choice([14, 15, 30, 31])


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    near = Table(
        {"PH": 0.5, "TH": 0.1, "KH": 0.05, "VN": 0.08, "ID": 0.07, "CO": 0.07, "DO": 0.06, "KE": 0.04, "IN": 0.03}
    )
    climate = Climate(
        start=date(2024, 5, 1),
        days=400,
        homes=Table({"JP": 0.16, "KR": 0.1, "SG": 0.18, "HK": 0.12, "AE": 0.16, "CA": 0.14, "US": 0.14}),
        corridors=dict.fromkeys(("JP", "KR", "SG", "HK", "AE", "CA", "US"), near),
        rails=Table({"wallet": 0.6, "bank": 0.25, "cash_pickup": 0.15}),
        institutions=Table({"Peso Bridge": 0.7, "Orient Remit": 0.3}),
        night_people=0.25,
        round_theirs=0.6,
    )
    world = World(climate, seed, senders)
    populate(world, _MIX, int(senders * 0.97))
    _open_rooms(world, max(10, senders // 500), int(senders * 0.035), "")
    _open_rooms(world, max(8, senders // 700), max(14, senders // 300), "livestream_purchase")
    extorters(world, max(4, senders // 2400), ["PH", "NG", "CI"], 4.5)
    world.run()
    gaps = {
        "originator_phone": 0.05,
        "originator_city": 0.4,
        "beneficiary_city": 0.35,
        "beneficiary_email": 0.9,
        "originator_ip": 0.3,
        "originator_device": 0.15,
        "originator_birth_date": 0.08,
        "beneficiary_phone": 0.1,
        "purpose_code": 0.3,
    }
    absent = frozenset(
        {"beneficiary_timezone", "merchant_category", "originator_account", "beneficiary_address", "originator_address"}
    )
    return world.ledger.write(out, Shape(absent=absent, empty=gaps), world.dice)
