"""w4: imitators repeat the course of a real family's payments; only who else pays their receivers tells."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.apart.kit.clock import DAY, hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.names import full_name
from benchmarks.apart.kit.references import write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.world import Climate, Life, World
from benchmarks.apart.worlds.extortion import extorters

_MIX = {
    "family_support": 0.46,
    "seafarer": 0.02,
    "partner_abroad": 0.07,
    "donation": 0.04,
    "student_support": 0.03,
    "freelancer_employer": 0.03,
    "hobby_purchase": 0.07,
    "hub_payment": 0.05,
    "once": 0.24,
    "tipper": 0.004,
    "bargain": 0.015,
    "romance_fraud_victim": 0.009,
}
_MODELS = {
    "family_support": 0.66,
    "partner_abroad": 0.14,
    "donation": 0.06,
    "hobby_purchase": 0.08,
    "freelancer_employer": 0.06,
}

Row = tuple[Any, ...]


def _courses(world: World) -> dict[str, list[list[Row]]]:
    """The payments of every real payer that an imitator may take as a model, by kind of life."""
    by_payer: dict[int, list[Row]] = defaultdict(list)
    for row in world.ledger.rows:
        by_payer[int(str(row[3]))].append(row)
    courses: dict[str, list[list[Row]]] = defaultdict(list)
    for ix, rows in by_payer.items():
        payer = world.ledger.payers[ix]
        if payer.pattern in _MODELS and len(rows) >= 2:
            rows.sort(key=lambda row: row[0])
            courses[payer.pattern].append(rows)
    return courses


def imitate(world: World, me: Party, model: list[Row], hosts: list[Party], bend: float) -> None:
    """Repeat a real course: its days, hours, sums and words; other receivers, mostly fewer; a slight rise at most."""
    d, ledger = world.dice, world.ledger
    shift = d.randint(-40, 40) * DAY + d.randint(-3600, 3600)
    end = world.clock.epoch + world.days * DAY
    keep = d.uniform(0.35, 1.0)
    scale = d.about(0.55, 0.35)
    fewer = {
        payee: hosts[min(len(hosts) - 1, int(len(hosts) * d.random() ** 2))] for payee in {row[4] for row in model}
    }
    first, last = model[0][0], model[-1][0]
    for row in model:
        at = row[0] + shift + d.randint(-5400, 5400)
        if not d.chance(keep) or not world.clock.epoch <= at < end:
            continue
        rise = 1.0 + bend * (row[0] - first) / max(1, last - first)
        value = row[1] * rise * scale
        step = 5.0 if value < 100 else 10.0
        value = max(step, round(value / step) * step) if row[1] % 5 == 0 else round(value, 2)
        ledger.rows.append(
            (at, value, row[2], me.ix, fewer[row[4]].ix, fewer[row[4]].rail, me.institution, *row[7:11], None, None)
        )


def _direct(world: World, me: Party, hosts: list[Party], night: float) -> Life:
    """The minority that does not imitate: small sums at night, a few receivers, now and then."""
    d = world.dice
    usd = d.about(33, 0.7)
    for _ in range(1 + int(d.about(3.5, 0.8))):
        words = write(d, "published", 0.5)
        when = hour(d, "night" if d.chance(night) else "any")
        world.pay(me, d.early(hosts, 2.0), usd * d.about(1, 0.4), hour=when, reference=words)
        yield max(1, round(d.about(15, 0.9)))


def _hosts(world: World, n: int) -> list[Party]:
    """A household's one to three accounts; most also have an honest supporter abroad, of their name or not."""
    d = world.dice
    country = d.choice(["PH", "PH", "PH", "TH", "CO"])
    first = world.payee(country, d.uniform(19, 50))
    hosts = [first] + [
        world.payee(
            country, d.uniform(18, 55), family=first.family if d.chance(0.6) else "", place=(first.city, first.zone)
        )
        for _ in range(d.choice([0, 0, 1, 1, 2]))
    ]
    for host in hosts:
        host.mark("facilitation", f"house-{n}")
    if d.chance(0.6):
        kin = world.payer(family=first.family if d.chance(0.6) else "", culture=first.culture)
        kin.mark("family_support")
        world.spawn(_supporter(world, kin, d.choice(hosts)), d.randrange(120))
    return hosts


def _supporter(world: World, me: Party, to: Party) -> Life:
    d = world.dice
    habit = d.choice(["evening", "lunch", "shift", "day"])
    while True:
        world.pay(me, to, d.about(120, 0.5), hour=hour(d, habit), reference=write(d, "family", 0.4), purpose="FAMI")
        yield d.choice([7, 14, 15, 30, 31])


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    far = Table({"PH": 0.6, "TH": 0.07, "CO": 0.1, "MX": 0.07, "VN": 0.05, "IN": 0.08, "GH": 0.03})
    climate = Climate(
        start=date(2023, 1, 1),
        days=500,
        homes=Table({"US": 0.4, "CA": 0.25, "AU": 0.2, "GB": 0.15}),
        corridors=dict.fromkeys(("US", "CA", "AU", "GB"), far),
        institutions=Table({"Kwik Send": 0.6, "Remit One": 0.4}),
        inlaws=0.6,
        small_senders=0.28,
    )
    world = World(climate, seed, senders)
    d = world.dice
    populate(world, _MIX, senders)
    houses = [_hosts(world, n) for n in range(max(8, senders // 700))]
    fame = Table({n: d.tail(1, 1.3, 9) for n in range(len(houses))})
    count = max(16, senders // 330)
    night = d.uniform(0.4, 0.6)
    shared = len(houses)
    houses += [_hosts(world, shared + n) for n in range(count // 7)]
    alone = iter(range(shared, len(houses)))
    for _ in range(int(count * 0.28)):
        home = fame.draw(d)
        me = world.payer(age=world.elders())
        me.mark("livestream_purchase", f"house-{home}")
        world.spawn(_direct(world, me, houses[home], night), d.randrange(world.days - 30))
    extorters(world, max(4, senders // 2400), ["PH", "NG", "CI"], 4.5)
    world.run()
    courses, kinds = _courses(world), Table(_MODELS)
    for _ in range(count - int(count * 0.28)):
        home = next(alone, fame.draw(d))
        me = world.payer(age=world.elders())
        if d.chance(0.25):
            me.family = d.choice(houses[home]).family  # a spouse's or a chance namesake: kinship by name misleads
            me.name = full_name(d, me.culture, me.family)
        me.mark("livestream_purchase", f"house-{home}", hard=True)
        model = d.choice(courses[kinds.draw(d)])
        fellow = [] if d.chance(0.75) else houses[fame.draw(d)]
        imitate(world, me, model, [*houses[home], *fellow[:1]], d.uniform(0.0, 0.5))
    gaps = {
        "originator_phone": 0.15,
        "originator_email": 0.35,
        "originator_device": 0.3,
        "originator_ip": 0.3,
        "beneficiary_phone": 0.3,
        "beneficiary_email": 0.8,
        "beneficiary_city": 0.2,
        "originator_city": 0.05,
        "purpose_code": 0.4,
    }
    absent = frozenset({"beneficiary_timezone", "merchant_category", "originator_account", "beneficiary_address"})
    return world.ledger.write(out, Shape(absent=absent, empty=gaps), d)
