"""Extortion in passing: rings that extort young people, for worlds whose subject is another pattern."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.kit.clock import hour
from benchmarks.apart.kit.ledger import Party
from benchmarks.apart.kit.references import write
from benchmarks.apart.kit.world import Life, World


@dataclass(slots=True)
class Ring:
    """Extorters with a few receiving accounts; an account is left when it has been used enough."""

    name: str
    country: str
    accounts: list[Party]

    def account(self, world: World) -> Party:
        """The account in use; a new mule is found now and then."""
        if not self.accounts or world.dice.chance(0.05):
            party = world.payee(self.country, world.dice.uniform(18, 34))
            party.mark("extortion_collection", self.name)
            self.accounts.append(party)
            if world.dice.chance(0.5):
                world.spawn(_own_life(world, party), world.today + 1)
        return self.accounts[-1]


def _own_life(world: World, mule: Party) -> Life:
    """A mule is a person, too: friends and relatives abroad pay it."""
    d = world.dice
    others = [world.payer(family=mule.family if d.chance(0.4) else "") for _ in range(d.choice([1, 1, 2, 3]))]
    for other in others:
        other.mark("family_support")
    while True:
        world.pay(d.choice(others), mule, d.about(70, 0.9), hour=hour(d, "any"), reference=write(d, "family", 0.5))
        yield max(2, round(d.about(24, 0.7)))


def victim(world: World, me: Party, ring: Ring, rings: list[Ring]) -> Life:
    """A burst over hours or days: a first demand, more demands, an abrupt stop; a quarter are extorted again."""
    d = world.dice
    me.mark("extortion_victim", ring.name)
    again = d.chance(0.27)
    while True:
        total, paid, at = min(1500.0, d.about(330, 0.8)), 0.0, hour(d, d.choice(["late", "evening", "night"]))
        size = min(250.0, d.about(85, 0.7))
        for _ in range(d.choice([1, 1, 2, 2, 3, 4, 5, 7])):
            world.pay(me, ring.account(world), size, hour=at, rounding="own", reference=write(d, "teen", 0.7))
            paid, at = paid + size, at + d.expovariate(0.5)
            size = min(d.about(size * 0.9, 0.5), max(5.0, total - paid))
            if paid >= total:
                break
            if at >= 24:
                at %= 24
                yield d.choice([1, 1, 1, 2])
        if not again:
            return
        again = False
        ring = ring if d.chance(0.6) else d.choice(rings)
        yield d.randint(5, 70)


def extorters(world: World, rings: int, countries: list[str], victims: float) -> None:
    """Let some rings extort about `victims` young people each; others of their receivers' payers do not exist."""
    d = world.dice
    all_rings = [Ring(f"ring-{n}", d.choice(countries), []) for n in range(rings)]
    for ring in all_rings:
        for _ in range(1 + d.count(d.about(victims, 0.6))):
            age = d.uniform(22, 55) if d.chance(0.15) else d.gauss(18.5, 2.5)
            me = world.payer(age=max(world.climate.youngest, age))
            world.spawn(victim(world, me, ring, all_rings), d.randrange(world.days))
