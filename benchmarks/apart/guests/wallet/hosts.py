"""Households that receive for live-streamed abuse, as the payments show them.

One adult deals with payers on a chat platform and names a price; the money goes to whichever relative's wallet is open.
The same people buy lunch, get a cousin's remittance and join lending circles. Some accounts belong
to victims or minors.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .clock import Life
from .families import remitting
from .notes import handle
from .paying import World
from .people import Person
from .places import CITIES


@dataclass(slots=True, eq=False)
class Household:
    """A household, the members whose accounts it uses, and how it is found and paid."""

    name: str
    members: list[Person]
    price: float
    reach: float
    handle: str
    alone: bool
    """Deals with one payer only: an acquaintance, not somebody found in a chat room."""
    closed_from: float
    turn: int = 0
    known_to: set[int] = field(default_factory=set)

    def receiver(self, now: float) -> Person:
        """Return the member to be paid now; when the wallet in use is limited or full, the next relative's is named."""
        for _ in self.members:
            member = self.members[self.turn % len(self.members)]
            if any(till.open_to(now, 20.0) for till in member.tills):
                return member
            self.turn += 1
        return self.members[self.turn % len(self.members)]


def households(world: World, payers: int) -> list[Household]:
    """Return the households; about one for three to four payers, very unequal in how many find them."""
    random, registry = world.random, world.registry
    found = []
    for number in range(max(3, round(payers * 0.38))):
        country = random.choices(("PH", "TH", "ID", "VN", "KH"), (74, 8, 7, 4, 7))[0]
        city = random.choice(CITIES[country])
        alone = random.random() < 0.25
        members = [registry.resident(country, random.triangular(19, 55, 31), city=city)]
        for _ in range(0 if alone else random.choice((0, 1, 1, 2, 3))):
            name = members[0].family if random.random() < 0.5 else None
            age = random.choice(
                (random.uniform(13, 17.5), random.triangular(18, 60, 30), random.triangular(18, 60, 30))
            )
            members.append(registry.resident(country, age, city=city, family=name))
        ends = random.uniform(60, 400) if random.random() < 0.35 else 999.0
        price, reach = random.lognormvariate(3.5, 0.35), random.paretovariate(1.1)
        host = Household(f"household-{number:02d}", members, price, reach, handle(random), alone, ends)
        for member in members:
            member.group = host.name
            registry.residents[country].append(member)
            if random.random() < 0.4:
                cousin = registry.abroad(random.triangular(24, 55, 36), roots=country)
                usd = random.choice((50, 80, 120, 200))
                world.clock.start(remitting(world, cousin, member, usd, random.choice((15, 30, 30, 60))))
        if not alone:
            world.clock.start(_rotation(world, host))
        found.append(host)
    return found


def _rotation(world: World, host: Household) -> Life:
    """Caution: every few months another relative's account is named, limited or not."""
    while True:
        yield world.now + world.random.uniform(35, 160)
        host.turn += 1
