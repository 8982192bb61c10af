"""Financial sexual extortion of the young: crews, the cards they hire, and victims who pay in bursts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.apart.guests.agents.community import donate, kindness
from benchmarks.apart.guests.agents.families import SUPPORT, support
from benchmarks.apart.guests.agents.ledger import Story
from benchmarks.apart.guests.agents.people import Payer, Receiver
from benchmarks.apart.guests.agents.places import DAYS, DIASPORA, Floats, pick
from benchmarks.apart.guests.agents.trades import collect_things
from benchmarks.apart.guests.agents.world import World


@dataclass(frozen=True, slots=True)
class Crew:
    """Who writes the threats: the cards hired one after another, the usual first demand, the day they began."""

    name: str
    mules: list[Receiver]
    demand: float
    begin: float
    tenure: float

    def mule(self, world: World, when: float) -> Receiver:
        """The card in use that day; one time in five a second one, to stay under the clerk's eye."""
        turn = int(max(0.0, when - self.begin) / self.tenure)
        if world.chance(0.2):
            turn += 1
        return self.mules[turn % len(self.mules)]


def crew(world: World, number: int) -> Crew:
    """A crew. Mules are students, drivers, cousins, paid a share; they have families abroad and other work as well."""
    rng = world.rng
    country = pick(rng, {"PH": 76, "KE": 12, "TH": 4, "CO": 8})
    mules = []
    for _ in range(int(rng.integers(2, 6))):
        mule = world.payee(18, 42, women=0.4, country=country)
        if world.chance(0.4):
            migrant = world.register.payer(
                pick(rng, DIASPORA[country]), country, world.born(25, 60), woman=world.chance(0.5)
            )
            support(world, migrant, mule, SUPPORT, regular=world.chance(0.4))
        if world.chance(0.12):
            # The same crews also run sweethearts; the elder payer's card is the younger one's.
            world.trades["fraud"].append(mule)
        mules.append(mule)
    demand = float(rng.choice([45, 80, 120, 190, 240]))
    return Crew(f"crew-{number}", mules, demand, float(rng.uniform(0, DAYS * 0.7)), float(rng.uniform(14, 60)))


def extort(world: World) -> int:
    """All crews and victims; returns how many victims there are."""
    rng = world.rng
    wanted = max(4, round(42 * world.senders / 14_000))
    crews = [crew(world, number) for number in range(max(1, round(wanted / 5)))]
    for _ in range(wanted):
        ring = crews[int(len(crews) * rng.random() ** 1.3)]
        payer = _account(world)
        # Campaigns run when the crew has a script that works: weeks with several victims, then silence.
        start = min(ring.begin + float(rng.gamma(1.2, 50.0)), DAYS - 6.0)
        _burst(world, ring, payer, np.floor(start) + float(rng.normal(21.3, 3.0)) / 24, demand=ring.demand, left=1250.0)
        if world.chance(0.27):
            again = np.floor(start) + float(rng.uniform(9, 70)) + 0.85
            _burst(world, ring, payer, again, demand=ring.demand * float(rng.uniform(0.3, 1.2)), left=500.0)
    return wanted


def _account(world: World) -> Payer:
    """Whose account pays: the boy's own where a product lets him, a young adult's, or a parent's phone at night."""
    draw = world.rng.random()
    if draw < 0.42:
        return world.foreigner(14, 17, men=0.9, partners=1, young=True)
    if draw < 0.76:
        payer = world.foreigner(18, 25, men=0.88, partners=1, young=world.chance(0.6))
        if world.chance(0.25):
            collect_things(world, payer)
        return payer
    parent = world.foreigner(37, 54, men=0.45)
    for odds, habit in ((0.3, kindness), (0.25, collect_things), (0.15, donate)):
        if world.chance(odds):
            habit(world, parent)
    return parent


def _burst(world: World, ring: Crew, payer: Payer, start: float, *, demand: float, left: float) -> None:
    """The first demand, then what is left, hour upon hour, until the money (`left`) or the fear ends."""
    rng = world.rng
    count = int(min(rng.geometric(0.25), 9))
    when = start + np.concatenate([[0.0], np.cumsum(rng.exponential(rng.choice([0.06, 0.2, 0.7]), count - 1))])
    sums = demand * world.around(1.0, 0.35, 1)[0] * np.concatenate([[1.0], rng.uniform(0.3, 1.35, count - 1)])
    kept = np.cumsum(sums) < left
    kept[0] = True
    first = ring.mule(world, start)
    for moment, usd in zip(when[kept], sums[kept], strict=True):
        card = first if world.chance(0.75) else ring.mule(world, float(moment))
        world.ledger.pay(payer, card, _one(moment), _one(usd), _story(ring))


def _one(value: float) -> Floats:
    return np.array([value], dtype=np.float64)


def _story(ring: Crew) -> Story:
    return Story("extortion_victim", "extortion_collection", "demand", ring.name)
