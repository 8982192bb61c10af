"""Financial sexual extortion of the young: crews, the mules whose wallets they use, victims who pay in haste.

The demand is what a script says; the sum is what a boy has. He pays in pieces within hours, is asked again, and stops
when the money ends, a parent hears of it, or he blocks them. Some are found again by the same crew.
"""

from __future__ import annotations

from dataclasses import dataclass

from .clock import Life
from .paying import World, pay
from .people import Person


@dataclass(slots=True, eq=False)
class Crew:
    """A crew: whom it targets, what its script asks, and the wallets it uses at present."""

    name: str
    country: str
    targets: tuple[str, ...]
    demand: float
    mules: list[Person]
    busy: int = 0

    def mule(self, now: float) -> Person:
        """Return the mule in use: the first whose wallet still takes money."""
        for _ in self.mules:
            mule = self.mules[self.busy % len(self.mules)]
            if any(till.open_to(now, 50.0) for till in mule.tills):
                return mule
            self.busy += 1
        return self.mules[self.busy % len(self.mules)]


def crews(world: World, victims: int) -> list[Crew]:
    """Return the crews: some look abroad, some at home, each with the wallets of students and neighbours it rents."""
    random, registry = world.random, world.registry
    found = []
    for number in range(max(2, victims // 7)):
        country = random.choices(("PH", "ID", "VN", "TH", "KH"), (60, 18, 6, 6, 10))[0]
        domestic = number % 3 == 2
        targets = (country,) if domestic else tuple(random.sample(("US", "US", "CA", "AU", "GB", "NZ", "SG", "DE"), 3))
        mules = [registry.resident(country, random.triangular(17, 40, 22)) for _ in range(random.randrange(2, 6))]
        crew = Crew(f"crew-{number}", country, targets, random.lognormvariate(2.9 if domestic else 4.8, 0.25), mules)
        for mule in mules:
            mule.group = crew.name
            registry.residents[country].append(mule)
        world.clock.start(_change_of_mules(world, crew))
        found.append(crew)
    return found


def _change_of_mules(world: World, crew: Crew) -> Life:
    """A rented wallet serves some weeks; then the crew moves on before questions are asked."""
    while True:
        yield world.now + world.random.uniform(12, 70)
        crew.busy += 1


def ordeal(world: World, victim: Person, crew: Crew, start: float) -> Life:
    """What one victim pays: pieces within hours, another demand, and an abrupt stop."""
    random = world.random
    yield start
    # contact is made in the evening or at night, on the telephone in bed
    yield world.clock.local(victim, world.now, random.choice((19.0, 21.5, 23.5, 1.0)), 1.5)
    limit = crew.demand * random.uniform(2, 7)
    total, owed = 0.0, crew.demand * random.lognormvariate(0, 0.35)
    while total < limit:
        mule = crew.mule(world.now)
        have = victim.purse.has(world.now)
        piece = min(owed, max(have * random.uniform(0.4, 0.95), crew.demand * 0.15))
        if pay(world, victim, mule, piece, "extortion", finely=piece < owed):
            total, owed = total + piece, owed - piece
        elif random.random() < 0.5:
            return
        else:
            # a loan from a friend, a gift card turned to money, a parent's card
            victim.purse.balance += random.uniform(0.3, 0.8) * crew.demand
        if owed < crew.demand * 0.1:
            if random.random() < 0.36:
                return
            owed = crew.demand * random.uniform(0.4, 1.5)
            yield world.now + random.expovariate(2.5) + 0.01
        yield world.now + random.choice((0.004, 0.02, 0.06, 0.25, 0.9)) * random.lognormvariate(0, 0.5)


def _return(world: World, victim: Person, crew: Crew, start: float) -> Life:
    yield start + world.random.uniform(9, 70)
    victim.purse.balance += crew.demand
    yield from ordeal(world, victim, crew, world.now)


def victims_of_extortion(world: World, count: int, all_crews: list[Crew]) -> list[Person]:
    """Return the victims. A crew's nights come in waves: several are caught in one week, then none for a month."""
    random, registry = world.random, world.registry
    victims = []
    waves = {crew.name: [random.uniform(3, 345) for _ in range(random.randrange(2, 5))] for crew in all_crews}
    for number in range(count):
        crew = all_crews[number % len(all_crews)] if number < len(all_crews) else random.choice(all_crews)
        age = random.triangular(14, 25, 16.5)
        if crew.targets == (crew.country,):
            victim = registry.person(crew.country, age, share=0.12)
            registry.wallet(victim)
        else:
            # one in eight pays from a parent's account: the file then shows an adult
            older = age + 28 if random.random() < 0.12 else age
            victim = registry.abroad(older, countries=crew.targets)
            victim.purse.wage *= 0.35
        victim.purse.balance += crew.demand * random.uniform(0.5, 3)
        victim.group = crew.name
        start = min(max(random.choice(waves[crew.name]) + random.gauss(0, 4), 0.5), 360)
        world.clock.start(ordeal(world, victim, crew, start))
        if random.random() < 0.27:
            world.clock.start(_return(world, victim, crew, start))
        victims.append(victim)
    return victims
