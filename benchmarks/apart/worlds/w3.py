"""w3: a wallet app, at home and abroad; chats turn into demands on teenagers, minors are paid, friends split bills."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.ledger import Party, Shape
from benchmarks.apart.kit.references import handle, write
from benchmarks.apart.kit.society import populate
from benchmarks.apart.kit.world import Climate, Life, World

_MIX = {
    "family_support": 0.12,
    "partner_abroad": 0.03,
    "donation": 0.01,
    "student_support": 0.02,
    "freelancer_employer": 0.03,
    "hobby_purchase": 0.16,
    "hub_payment": 0.05,
    "once": 0.2,
    "tipper": 0.01,
    "bargain": 0.015,
    "romance_fraud_victim": 0.006,
}


def circle_of_friends(world: World, members: list[tuple[Party, Party]]) -> Life:
    """Friends of one age split dinners and rents, in both directions, at any hour."""
    d = world.dice
    pace, rounding = d.about(16, 0.8), d.choice(["own", "own", "odd"])
    while True:
        (payer, _), (_, payee) = d.sample(members, 2)
        usd = d.about(19, 1.0)
        for _ in range(d.choice([1, 1, 1, 2, 3])):
            words = write(d, "friends", 0.3)
            world.pay(
                payer,
                payee,
                usd,
                hour=hour(d, d.choice(["any", "late", "evening"])),
                rounding=rounding,
                reference=words,
            )
        yield max(1, round(d.about(pace, 0.7)))


def pocket_money(world: World, parent: Party, child: Party, aunts: list[Party]) -> Life:
    """Parents (and now and then an aunt, a coach's refund, a neighbour for babysitting) pay a minor."""
    d = world.dice
    parent.mark("family_support")
    base, habit = d.choice([5, 10, 15, 20, 25]), d.choice(["evening", "any", "day", "late"])
    while True:
        who = parent if d.chance(0.85) or not aunts else d.choice(aunts)
        words = write(d, d.choice(["friends", "gift", "family"]), 0.4)
        world.pay(who, child, base * d.about(1, 0.5), hour=hour(d, habit), rounding="own", reference=words)
        yield d.choice([7, 7, 7, 3, 14, 20])


def teen_trade(world: World, me: Party, shops: list[Party]) -> Life:
    """A teenager buys game items of other young people: sprees of small sums at night, strangers, then quiet."""
    d = world.dice
    me.mark("hobby_purchase")
    rounding, usual = d.choice(["ladder", "own", "own", "odd"]), d.about(18, 0.7)
    sprees = 1 + int(d.tail(1, 1.2, 25))
    for _ in range(sprees):
        to = d.early(shops, 1.5)
        for _ in range(d.choice([1, 1, 2, 3, 6])):
            words = write(d, d.choice(["hobby", "teen", "friends"]), 0.5)
            world.pay(
                me,
                to,
                usual * d.about(1, 0.7),
                hour=hour(d, d.choice(["late", "late", "school", "night"])),
                rounding=rounding,
                reference=words,
            )
        yield max(1, round(d.about(25, 1.0)))


@dataclass(slots=True)
class Crew:
    """People who extort by script: a chat every so many days, mules at home and abroad that burn out."""

    name: str
    mules: list[Party]

    def mule(self, world: World) -> Party:
        """The mule in use; after half a dozen payments or so another is hired, mostly at home."""
        if not self.mules or world.dice.chance(0.15):
            home = world.dice.chance(0.55)
            party = world.payee("US" if home else world.dice.choice(["NG", "CI", "PH"]), world.dice.uniform(16, 32))
            party.rail = "wallet"
            party.mark("extortion_collection", self.name)
            self.mules.append(party)
            if home and world.dice.chance(0.6):
                world.spawn(_mule_life(world, party), world.today + 1)
        return self.mules[-1] if world.dice.chance(0.8) else world.dice.choice(self.mules)


def _mule_life(world: World, mule: Party) -> Life:
    """A mule at home is a person, too: friends pay it."""
    d = world.dice
    friends = [world.payer(age=d.uniform(17, 30)) for _ in range(d.randint(1, 4))]
    while True:
        words = write(d, "friends", 0.3)
        world.pay(d.choice(friends), mule, d.about(18, 0.8), hour=hour(d, "any"), rounding="odd", reference=words)
        yield max(1, round(d.about(25, 0.8)))


def chat(world: World, me: Party, crew: Crew) -> Life:
    """One scripted chat: demand, plea, part-payment, raised demand; it ends when broken off or when nothing is left."""
    d = world.dice
    me.mark("extortion_victim", crew.name)
    purse, at, demand = (
        min(1500.0, d.about(160, 0.9)),
        hour(d, d.choice(["late", "night", "evening"])),
        d.choice([50.0, 100.0, 150.0, 200.0, 300.0, 500.0]),
    )
    while purse > 4:
        offer = min(purse, demand if d.chance(0.4) else demand * d.choice([0.2, 0.25, 0.5, 0.1]))
        world.pay(me, crew.mule(world), offer, hour=at, rounding="own", reference=write(d, "teen", 0.6))
        purse -= offer
        if d.chance(0.3):
            break
        demand = demand - offer if demand - offer > 10 and d.chance(0.5) else d.choice([20.0, 30.0, 50.0, 100.0, 200.0])
        at += d.expovariate(0.8)
        if at >= 24 or d.chance(0.15):
            at = hour(d, "school")
            yield d.choice([1, 1, 2, 4])


def collecting_minors(world: World, me: Party, minors: list[Party], group: str) -> Life:
    """An adult pays several minors at home: small sums, evenings, one after another."""
    d = world.dice
    me.mark("minor_purchase", group)
    now, left = d.choice(minors), 2 + int(d.about(7, 0.8))
    for _ in range(left):
        if d.chance(0.3):
            now = d.choice(minors)
        words = f"{handle(d)}" if d.chance(0.03) else write(d, d.choice(["friends", "teen", "gift"]), 0.6)
        world.pay(
            me,
            now,
            d.about(26, 0.7),
            hour=hour(d, d.choice(["school", "late", "night", "evening"])),
            rounding="own",
            reference=words,
        )
        yield 0 if d.chance(0.1) else max(1, round(d.about(8, 0.9)))


def stream_payer(world: World, me: Party, hosts: list[Party]) -> Life:
    """The few adults who pay abroad for streams: one contact, then her acquaintances; small sums, bonuses, nights."""
    d = world.dice
    host = d.early(hosts, 1.6)
    me.mark("livestream_purchase", host.group)
    near = [h for h in hosts if h.group == host.group]
    usd, night = d.about(30, 0.7), d.uniform(0.3, 0.7)
    for _ in range(1 + int(d.tail(1.5, 0.85, 140))):
        to = host if d.chance(0.7) else d.choice(near if d.chance(0.6) else hosts)
        words = write(d, d.choice(["published", "friends"]), 0.5)
        world.pay(me, to, usd * d.about(1, 0.5), hour=hour(d, "night" if d.chance(night) else "any"), reference=words)
        usd = min(usd * d.gauss(1.03, 0.05), 330)
        yield 1 if d.chance(0.12) else max(1, round(d.about(12, 0.9)))


def _young_lives(world: World, senders: int) -> None:
    d = world.dice
    shops = [world.payee("US" if d.chance(0.6) else "PH", d.uniform(15, 27)) for _ in range(max(10, senders // 70))]
    for shop in shops:
        shop.mark("seller")
    for _ in range(int(senders * 0.17)):
        me = world.payer("US", max(13.5, min(28.0, d.gauss(18.5, 3))))
        world.spawn(teen_trade(world, me, shops), d.randrange(world.days))
    for _ in range(int(senders * 0.025)):
        age = d.uniform(15, 45)
        members = []
        for _ in range(d.randint(3, 7)):
            payer = world.payer("US", max(14.0, d.gauss(age, 2)))
            payee = world.payee("US", 0, family=payer.family, place=(payer.city, payer.zone))
            payee.name, payee.born, payee.person = payer.name, payer.born, payer.person
            members.append((payer, payee))
        world.spawn(circle_of_friends(world, members), d.randrange(60))
    for _ in range(int(senders * 0.1)):
        parent = world.payer("US", d.uniform(33, 55))
        for _ in range(d.choice([1, 1, 2, 3])):
            child = world.payee(
                "US",
                d.uniform(12, 18.9),
                family=parent.family if d.chance(0.75) else "",
                place=(parent.city, parent.zone),
            )
            child.mark("family_receiver")
            aunts = [world.payer("US", d.uniform(25, 70)) for _ in range(d.choice([0, 0, 0, 1, 2]))]
            world.spawn(pocket_money(world, parent, child, aunts), d.randrange(world.days))


def _crews(world: World, senders: int) -> None:
    d = world.dice
    for n in range(max(6, senders // 1400)):
        crew = Crew(f"crew-{n}", [])
        lone = d.chance(0.4)  # one person with one victim or two
        for _ in range(d.choice([1, 1, 2]) if lone else 2 + d.count(d.about(11, 0.6))):
            me = world.payer("US", max(13.5, min(27.0, d.gauss(17.2, 2.0))))
            day = d.randrange(world.days)
            for again in range(2 if d.chance(0.27) else 1):
                world.spawn(chat(world, me, crew), day + again * d.randint(4, 60))
            if d.chance(0.4):
                world.spawn(teen_trade(world, me, [world.payee("US", 20)]), d.randrange(world.days))


def _minors(world: World, senders: int) -> None:
    d = world.dice
    for n in range(max(4, senders // 1500)):
        minors = [world.payee("US", d.uniform(13.2, 17.9)) for _ in range(d.randint(2, 9))]
        for minor in minors:
            minor.mark("minor_recipient", f"minors-{n}")
            if d.chance(0.5):
                world.spawn(
                    pocket_money(world, world.payer("US", 42, family=minor.family), minor, []), d.randrange(200)
                )
        for _ in range(d.choice([1, 1, 2, 3])):
            world.spawn(
                collecting_minors(world, world.payer("US", max(20, d.gauss(38, 12))), minors, f"minors-{n}"),
                d.randrange(world.days),
            )


def _hosts(world: World, senders: int) -> None:
    d = world.dice
    hosts = []
    for n in range(max(6, senders // 1000)):
        for _ in range(d.choice([1, 1, 2, 3])):
            host = world.payee(d.choice(["PH", "PH", "PH", "CO", "DO", "MX"]), d.uniform(19, 45))
            host.mark("facilitation", f"host-{n}")
            hosts.append(host)
    for n in range(max(12, senders // 500)):
        mine = hosts
        if d.chance(0.25):
            mine = [world.payee(d.choice(["PH", "CO", "MX"]), d.uniform(18, 40))]
            mine[0].mark("facilitation", f"alone-{n}")
        world.spawn(stream_payer(world, world.payer("US", world.elders()), mine), d.randrange(int(world.days * 0.9)))


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Let the world live and write it."""
    abroad = Table(
        {"US": 0.45, "PH": 0.2, "MX": 0.12, "CO": 0.05, "DO": 0.04, "NG": 0.05, "CI": 0.02, "GH": 0.03, "JM": 0.04}
    )
    climate = Climate(
        start=date(2024, 1, 1),
        days=380,
        homes=Table({"US": 1.0}),
        corridors={"US": abroad},
        rails=Table({"wallet": 0.9, "bank": 0.1}),
        institutions=Table({"Pouch": 1.0}),
        night_people=0.28,
        small_senders=0.3,
        blank_reference=0.3,
        youngest=13.5,
    )
    world = World(climate, seed, senders)
    populate(world, _MIX, int(senders * 0.6))
    _young_lives(world, senders)
    _crews(world, senders)
    _minors(world, senders)
    _hosts(world, senders)
    world.run()
    gaps = {
        "originator_phone": 0.02,
        "originator_city": 0.5,
        "beneficiary_city": 0.7,
        "beneficiary_email": 0.4,
        "originator_ip": 0.2,
    }
    absent = frozenset(
        {
            "purpose_code",
            "merchant_category",
            "originator_address",
            "beneficiary_address",
            "beneficiary_timezone",
            "originator_account",
            "beneficiary_account",
        }
    )
    return world.ledger.write(out, Shape(absent=absent, empty=gaps), world.dice)
