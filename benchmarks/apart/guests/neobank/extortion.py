"""Financial sexual extortion of children and young adults: rings, the accounts they borrow, and those who pay."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from benchmarks.apart.guests.neobank import sums
from benchmarks.apart.guests.neobank.days import DAY, DAYS, at
from benchmarks.apart.guests.neobank.forge import Forge
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.places import PER_EURO, hours_ahead
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import ABROAD_FROM, World


@dataclass(slots=True)
class Ring:
    """A few people with many false profiles. `mules` serve for some weeks each; `wallet` is where money ends.

    `spare` is an account in another European bank, for children whose app does not send abroad.
    """

    name: str
    wallet: Party
    spare: Party
    mules: list[tuple[int, int, Customer]] = field(default_factory=list)

    def collector(self, rng: Random, day: int, age: int) -> Party:
        """The handle sent to the victim; without a mule on duty the ring names an account of its own."""
        on_duty = [mule.party for first, last, mule in self.mules if first <= day <= last]
        if on_duty and rng.random() < 0.85:
            return rng.choice(on_duty)
        return self.wallet if age >= ABROAD_FROM else self.spare


def write(world: World) -> None:
    """Rings, their campaigns, the victims of each, and what mules do with the money."""
    rng = world.stream("extortion")
    rings = [_ring(world, rng, index) for index in range(world.some(5, 2))]
    # A campaign starts when a new mule's handle is ready; the wallet alone serves the rest.
    campaigns = [(ring, first + rng.randrange(8)) for ring in rings for first, _, _ in ring.mules]
    boys = [c for c in world.adults(14, 17) if c.man and c.joined < 270]
    victims = [
        *rng.sample(boys, min(len(boys), world.some(24, 3))),
        *rng.sample([c for c in world.adults(14, 17) if not c.man and c.joined < 270], world.some(4, 1)),
        *rng.sample([c for c in world.adults(18, 25) if c.joined < 270], world.some(10, 2)),
    ]
    for victim in victims:
        _demands(world, rng, victim, rings, campaigns)
    for _ in range(world.some(10, 1)):
        ring, first = rng.choice(campaigns)
        _elsewhere(world, rng, ring, first + rng.randrange(18))
    _forward(world, rng, rings)


def _ring(world: World, rng: Random, index: int) -> Ring:
    """Mules are recruited in chats with the promise of a commission: young, short of money, account in good order."""
    country = rng.choices(("NG", "CI", "PH"), (5, 4, 2))[0]
    wallet = world.forge.receiver(country, world.forge.means(country))
    spare = world.forge.receiver(rng.choice(("ES", "FR", "GB", "IE")), "bank")
    ring = Ring(f"ring-{index}", wallet, spare)
    for account in (wallet, spare):
        world.ledger.belongs(account, ring.name)
    day = rng.randrange(0, 60)
    for _ in range(rng.choice((1, 2, 3, 4))):
        mule = rng.choice([c for c in world.adults(17, 25) if c.joined <= day])
        last = day + rng.randrange(25, 110)
        ring.mules.append((day, last, mule))
        world.ledger.belongs(mule.party, ring.name)
        day += rng.randrange(20, 90)
    return ring


def _demands(world: World, rng: Random, victim: Customer, rings: list[Ring], campaigns: list[tuple[Ring, int]]) -> None:
    """One evening of threats, until money, courage or a parent ends it; a quarter are found again weeks later.

    A tenth meet somebody who works alone and whom no other victim of this bank pays.
    """
    if rng.random() < 0.12:
        ring, first = (
            Ring("", _loner(rng, world.forge), world.forge.receiver("DE", "bank")),
            rng.randrange(10, DAYS - 20),
        )
    else:
        ring, first = rng.choice([c for c in campaigns if c[1] + 18 > victim.joined] or campaigns)
        world.ledger.belongs(victim.party, ring.name, roles=("originator",))
    day = max(first + rng.randrange(18), victim.joined + 3)
    _burst(world, rng, victim, ring, day, demand=rng.choice((50, 80, 100, 100, 150, 200, 250)))
    if rng.random() < 0.27:
        again = ring if rng.random() < 0.7 else rng.choice(rings)
        _burst(world, rng, victim, again, day + rng.randrange(9, 55), demand=rng.choice((50, 80, 100)))


def _loner(rng: Random, forge: Forge) -> Party:
    country = rng.choice(("NG", "CI", "PH", "GB", "DE"))
    return forge.receiver(country, forge.means(country))


def _burst(world: World, rng: Random, victim: Customer, ring: Ring, day: int, *, demand: float) -> None:
    """Pays what there is, not what is asked: an odd remainder, then what a parent or friend sends in between.

    The bank caps teenagers at 250 euros a day, so that a larger demand is split over midnight or turned down.
    """
    minute = at(rng, day, rng.choices(("night", "evening", "teen"), (5, 4, 2))[0], victim.shift)
    has = rng.lognormvariate(4.3 if victim.age < 18 else 4.7, 0.6)
    receiver, today, total = ring.collector(rng, minute // DAY, victim.age), 0.0, 0.0
    cap = 250.0 if victim.age < 18 else 1500.0
    for _ in range(rng.choice((1, 1, 2, 3, 4, 5, 6, 8))):
        euros = min(demand, has, 1400 - total)
        if euros < 4:
            break
        if today + euros > cap:
            _refused(world, rng, victim, receiver, minute, euros=euros)
            minute, today = (minute // DAY + 1) * DAY + rng.randrange(1, 45), 0.0
        style = "exact" if euros == has else "typed"
        text = reference(rng, "demand")
        world.send(rng, victim, receiver, minute, euros, "extortion", style=style, reference=text, payer=victim.party)
        today, total, has = today + euros, total + euros, has - euros
        demand *= rng.choice((0.6, 1, 1, 1.5))
        minute += rng.choice((6, 15, 35, 80, 190, 700))
        has += _borrow(world, rng, victim, minute) if has < demand else 0.0
        if rng.random() < 0.15:
            receiver = ring.collector(rng, minute // DAY, victim.age)


def _refused(world: World, rng: Random, victim: Customer, receiver: Party, minute: int, *, euros: float) -> None:
    """The attempt that the limit stopped stays in the records."""
    currency = victim.party.currency
    world.ledger.post(
        victim.party, receiver, minute, sums.typed(rng, euros, currency), currency, "extortion", status="declined"
    )


def _borrow(world: World, rng: Random, victim: Customer, minute: int) -> float:
    """Asks a parent for shoes or a friend for a loan, minutes before the next payment; returns what came."""
    helper = victim.parent if victim.parent and rng.random() < 0.5 else None
    if helper is None and victim.friends and rng.random() < 0.6:
        helper = rng.choice(victim.friends)
    if helper is None:
        # Something is sold for cash, or a brother has some.
        return rng.choice((0.0, 25.0, 40.0))
    euros = float(rng.choice((20, 30, 40, 50, 80)))
    text = rng.choice((None, "shoes", "trip", "pay me back", "for tomorrow"))
    kind = "family" if helper is victim.parent else "loan"
    sent = world.send(rng, helper, victim.party, minute - rng.randrange(1, 6), euros, kind, reference=text)
    return euros if sent else 0.0


def _elsewhere(world: World, rng: Random, ring: Ring, day: int) -> None:
    """A victim with an account in another bank: here only a name and the incoming payments to the mule are seen."""
    victim = world.forge.receiver(rng.choice(("GB", "SE", "DE", "NL")), "outside")
    world.ledger.belongs(victim, ring.name)
    receiver = ring.collector(rng, day, 18)
    if receiver.means != "customer":
        receiver = ring.mules[0][2].party
        day = ring.mules[0][0] + 10
    minute = at(rng, day, "night")
    for _ in range(rng.choice((1, 2, 2, 4))):
        minor = sums.typed(rng, rng.choice((30, 50, 100, 150)), victim.currency)
        text = reference(rng, "demand")
        world.ledger.post(victim, receiver, minute, minor, victim.currency, "extortion", reference=text)
        minute += rng.choice((15, 60, 240, 900))


def _forward(world: World, rng: Random, rings: list[Ring]) -> None:
    """Within hours the mule sends nine tenths on, to the ring's wallet or out of a cash machine."""
    by_mule = {mule.party.subject: (ring, mule) for ring in rings for _, _, mule in ring.mules}
    received = [row for row in world.ledger.rows if row.kind == "extortion" and row.status == "completed"]
    for row in received:
        if row.receiver.subject not in by_mule or rng.random() < 0.25:
            continue
        ring, mule = by_mule[row.receiver.subject]
        gap = 60 * (hours_ahead(mule.home) - hours_ahead(row.payer.country))
        minute = row.minute + gap + rng.randrange(15, 500)
        euros = rng.uniform(0.82, 0.93) * row.minor / 100 / PER_EURO[row.currency]
        minor = sums.exact(euros, mule.party.currency)
        world.ledger.post(
            mule.party, ring.wallet, minute, minor, mule.party.currency, "onward",
            reference=reference(rng, "family"), purpose="FAMI",
        )  # fmt: skip
