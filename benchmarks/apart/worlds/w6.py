"""w6: noise; accounts change by the month, people have two ids, batches hide the hour, neighbours collect."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.homes import collector, family_support, hours
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.references import handle, write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.trade import hobby, once
from benchmarks.apart.kit.world import Climate, Life, World
from benchmarks.apart.worlds.extortion import extorters

_MIX = {
    "family_support": 0.3,
    "seafarer": 0.03,
    "partner_abroad": 0.06,
    "donation": 0.05,
    "student_support": 0.03,
    "freelancer_employer": 0.06,
    "hobby_purchase": 0.1,
    "hub_payment": 0.06,
    "once": 0.25,
    "tipper": 0.005,
    "bargain": 0.015,
    "romance_fraud_victim": 0.012,
}
_BATCH = "Harbour Transfer"


def cousins(world: World, me: Party) -> Life:
    """Eight cousins and more: small sums to whoever asks, surnames differ, some through a neighbour."""
    d = world.dice
    me.mark("family_support")
    country = world.destination(me.country)
    kin = []
    for _ in range(d.randint(6, 14)):
        if d.chance(0.1):
            kin.append(collector(world, country))
            continue
        party = world.payee(country, d.uniform(18, 70), family=me.family if d.chance(0.2) else "")
        party.mark("family_receiver")
        kin.append(party)
    habit, usd, pace = hours(world), d.about(42, 0.6), d.about(6, 0.6)
    yield d.randrange(120)
    while True:
        to = d.choice(kin)
        words = write(d, d.choice(["family", "medical", "gift", "school"]), 0.5)
        world.pay(me, to, usd * d.about(1, 0.6), hour=hour(d, habit), reference=words)
        if d.chance(0.08) and to.role == "beneficiary":  # they change their wallet numbers as well
            kin[kin.index(to)] = world.again(to, same_contact=d.chance(0.5))
        yield max(1, round(d.about(pace, 0.9)))


def doubled(world: World, me: Party, kinds: Table[str]) -> None:
    """A customer of two institutions (or registered twice): both ids live parts of one life."""
    d = world.dice
    twin = world.again(me, institution="Kwik Send", same_contact=d.chance(0.6))
    lives = {"family_support": family_support, "hobby": hobby, "once": once}
    kind = kinds.draw(d)
    world.spawn(lives[kind](world, me), 0)
    world.spawn(lives[kind](world, twin), 0)


@dataclass(slots=True, eq=False)
class Nomad:
    """A facilitator who takes a new account every month or so, and tells only those who ask."""

    name: str
    now: Party
    born: int = 0
    life: int = 30
    past: list[Party] = field(default_factory=list)

    def account(self, world: World) -> Party:
        """The account of the month; at times payers still use an old one."""
        d = world.dice
        if world.today - self.born > self.life:
            self.past.append(self.now)
            if d.chance(0.55):
                self.now = world.again(self.now, same_contact=d.chance(0.4))
            else:  # another person of the house lends one
                place = (self.now.city, self.now.zone)
                family = self.now.family if d.chance(0.4) else ""
                self.now = world.payee(self.now.country, d.uniform(18, 60), family=family, place=place)
                self.now.mark("facilitation", self.name)
            self.born, self.life = world.today, max(10, round(d.about(34, 0.4)))
        if self.past and d.chance(0.12):
            return self.past[-1]
        return self.now


def binge(world: World, ids: list[Party], nomads: Table[Nomad], night: float) -> Life:
    """Binges on free nights, weeks of nothing, either customer id; honest payments elsewhere."""
    d = world.dice
    nomad = nomads.draw(d)
    for me in ids:
        me.mark("livestream_purchase", nomad.name)
    usd, left = d.about(32, 0.75), d.choice([1, 1, 2, 2, 3, 4, 5, 7, 10])
    if d.chance(0.04):
        left = 40 + int(d.tail(10, 1.1, 120))
    pause = d.about(33, 0.5) if left < 20 else 5.0
    habit = d.choice(["night", "late", "shift", "evening"])
    while left > 0:
        if d.chance(0.15):
            nomad = nomads.draw(d)
        me = d.choice(ids) if d.chance(0.4) else ids[0]
        at = hour(d, habit if d.chance(night) else "any")
        for _ in range(min(left, d.choice([1, 1, 1, 2, 2, 3]))):
            words = handle(d) if d.chance(0.02) else write(d, d.choice(["published", "family", "friends"]), 0.55)
            world.pay(me, nomad.account(world), usd * d.about(1, 0.45), hour=min(23.9, at), reference=words)
            at += d.expovariate(1.2)
            left -= 1
        usd = min(usd * d.gauss(1.05, 0.08), 330.0)
        yield max(1, round(d.about(pause, 0.8)))


def _batches(world: World) -> None:
    """One institution books by batch: its hours are not the payer's; and a few payments stand there twice."""
    rows, d = world.ledger.rows, world.dice
    for n, row in enumerate(rows):
        if row[6] == _BATCH:
            at = int(str(row[0]))
            rows[n] = (at - at % 86_400 + d.choice([6, 12, 18]) * 3600, *row[1:])
    for row in d.sample(rows, len(rows) // 300):
        rows.append((int(str(row[0])) + d.randint(5, 400), *row[1:]))


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    wide = Table(
        {
            "PH": 0.42,
            "CO": 0.08,
            "MX": 0.12,
            "DO": 0.06,
            "IN": 0.09,
            "GH": 0.05,
            "JM": 0.05,
            "TH": 0.07,
            "KE": 0.03,
            "VN": 0.03,
        }
    )
    climate = Climate(
        start=date(2023, 3, 1),
        days=450,
        homes=Table({"US": 0.45, "GB": 0.2, "CA": 0.15, "AU": 0.1, "IT": 0.1}),
        corridors=dict.fromkeys(("US", "GB", "CA", "AU", "IT"), wide),
        institutions=Table({"Remit One": 0.5, _BATCH: 0.25, "Kwik Send": 0.25}),
        night_people=0.35,
        small_senders=0.3,
        inlaws=0.6,
        failed=0.04,
        promo=0.06,
        shared_ip=0.25,
        fresh_device=0.15,
        young=0.15,
    )
    world = World(climate, seed, senders)
    d = world.dice
    populate(world, _MIX, int(senders * 0.88))
    for _ in range(int(senders * 0.05)):
        world.spawn(cousins(world, world.payer()))
    kinds = Table({"family_support": 0.5, "hobby": 0.25, "once": 0.25})
    for _ in range(int(senders * 0.035)):
        doubled(world, world.payer(), kinds)
    nomads = []
    for n in range(max(6, senders // 2200)):
        first = world.payee(d.choice(["PH", "PH", "PH", "CO", "TH", "DO"]), d.uniform(19, 45))
        first.mark("facilitation", f"nomad-{n}")
        nomads.append(Nomad(f"nomad-{n}", first, life=d.randint(5, 40)))
    known = Table({nomad: d.tail(1, 1.2, 10) for nomad in nomads})
    night = d.uniform(0.35, 0.5)
    for _ in range(max(14, senders // 360)):
        me = world.payer(age=world.elders())
        ids = [me]
        if d.chance(0.3):
            ids.append(world.again(me, institution="Kwik Send", same_contact=d.chance(0.6)))
        mine = known
        if d.chance(0.25):
            own = world.payee(d.choice(["PH", "PH", "CO", "TH"]), d.uniform(18, 45))
            own.mark("facilitation", f"alone-{me.person}")
            mine = Table({Nomad(f"alone-{me.person}", own, life=300): 1.0})
        world.spawn(binge(world, ids, mine, night), d.randrange(int(world.days * 0.85)))
        if d.chance(0.45):
            world.spawn(d.choice([family_support, hobby, once])(world, me), d.randrange(60))
    extorters(world, max(4, senders // 2400), ["PH", "NG", "CI", "DO"], 4.5)
    world.run()
    _batches(world)
    gaps = {
        "originator_name": 0.06,
        "beneficiary_name": 0.15,
        "originator_birth_date": 0.2,
        "originator_city": 0.3,
        "originator_timezone": 0.5,
        "beneficiary_city": 0.5,
        "originator_phone": 0.3,
        "originator_email": 0.5,
        "beneficiary_phone": 0.5,
        "beneficiary_email": 0.85,
        "originator_device": 0.4,
        "originator_ip": 0.4,
        "purpose_code": 0.6,
        "originator_address": 0.4,
        "beneficiary_account": 0.5,
    }
    shape = Shape(
        absent=frozenset({"beneficiary_timezone", "merchant_category", "beneficiary_address"}),
        empty=gaps,
        blank_rows={"reference": 0.3, "beneficiary_city": 0.5},
    )
    return world.ledger.write(out, shape, d)
