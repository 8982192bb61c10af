"""Payers abroad who are not migrants, and what ties them to the region; often several things at once."""

from __future__ import annotations

from dataclasses import dataclass

from .companions import deception, partnership
from .families import remitting
from .giving import Cause, dues, sponsoring
from .paying import World
from .people import Person
from .trades import Stall, custom, spree


@dataclass(slots=True)
class Region:
    """What the region offers to payers abroad."""

    stalls: dict[str, list[Stall]]
    charities: list[Cause]
    landlords: dict[str, list[Person]]
    swindlers: list[Person]


_INTERESTS = {
    "seller": 20, "game": 12, "performer": 8, "freelance": 16, "tutor": 11, "partner": 14, "donor": 12, "in_laws": 9,
    "property": 4, "student": 4,
}  # fmt: skip


def swindlers(world: World, payers: int) -> list[Person]:
    """Return the receivers of romance fraud: lent names, a few for all."""
    random, registry = world.random, world.registry
    return [registry.resident(registry.region(), random.uniform(21, 50)) for _ in range(max(3, payers // 900))]


def take_up(world: World, payer: Person, interest: str, region: Region) -> None:
    """Start one of the payer's affairs."""
    random, clock, registry = world.random, world.clock, world.registry
    if interest in region.stalls:
        clock.start(custom(world, payer, region.stalls[interest]))
    elif interest == "partner":
        clock.start(partnership(world, payer))
    elif interest == "donor":
        clock.start(sponsoring(world, payer, region.charities))
    elif interest == "property":
        hub = random.choice(region.landlords[registry.region()])
        clock.start(dues(world, payer, hub, random.choice((60, 90, 120, 200, 350))))
    else:
        student = interest == "student"
        kin = registry.resident(registry.region(), random.uniform(14, 24) if student else random.uniform(30, 72))
        world.ties.append((payer, kin, "study" if student else "family"))
        usd, every = random.choice((50, 80, 100, 150, 200)), random.choice((15, 30, 30, 45))
        clock.start(remitting(world, payer, kin, usd, every, kind="study" if student else "family"))


def take_up_some(world: World, payer: Person, region: Region, most: int) -> None:
    """Start up to `most` affairs of a payer, each of another sort."""
    names, weights = tuple(_INTERESTS), tuple(_INTERESTS.values())
    for interest in sorted(set(world.random.choices(names, weights, k=most))):
        take_up(world, payer, interest, region)


def come(world: World, count: int, region: Region) -> None:
    """Create the payers abroad; a few of the older ones are being deceived, and have other affairs all the same."""
    random, registry, clock = world.random, world.registry, world.clock
    for _ in range(count):
        if random.random() < 0.012:
            payer = registry.abroad(min(max(random.gauss(62, 9), 35), 84))
            clock.start(deception(world, payer, region.swindlers))
            take_up_some(world, payer, region, random.choice((0, 0, 1)))
            continue
        if random.random() < 0.035:
            # opened an account for one purchase, as the young do
            payer = registry.abroad(random.triangular(14, 30, 18))
            clock.start(spree(world, payer, region.stalls[random.choice(("game", "game", "seller"))], 150))
            continue
        payer = registry.abroad(random.triangular(17, 76, 38))
        take_up_some(world, payer, region, random.choice((1, 1, 1, 2, 2, 3)))
