"""The people of the region: their streets, circles, orders, rents and games."""

from __future__ import annotations

from collections import defaultdict

from .families import remitting
from .giving import dues
from .neighbours import Street, everyday, gaming, group_order, lending_circle
from .paying import World
from .people import Person
from .places import CITIES
from .trades import Stall, custom, spree


def settle_in(world: World, count: int) -> None:
    """Create residents with a wallet each; one in twelve has a second wallet with another institution."""
    random, registry = world.random, world.registry
    for _ in range(count):
        country = registry.region()
        resident = registry.person(country, random.triangular(14, 68, 27), share=0.35)
        registry.wallet(resident)
        if random.random() < 0.08:
            registry.wallet(resident)
        registry.residents[country].append(resident)


def live(world: World, landlords: dict[str, list[Person]], stalls: dict[str, list[Stall]]) -> None:
    """Start the lives of everybody in the region who has a wallet."""
    for code, everybody in world.registry.residents.items():
        everybody[:] = dict.fromkeys(everybody)
        for resident in everybody:
            if not resident.sends:
                world.registry.wallet(resident)
        _streets(world, everybody)
        _circles(world, everybody)
        _own_affairs(world, everybody, landlords[code], stalls)


def _streets(world: World, everybody: list[Person]) -> None:
    """Friends and shops are mostly of one's own city."""
    random = world.random
    by_city: dict[str, list[Person]] = defaultdict(list)
    for resident in everybody:
        by_city[resident.home.name].append(resident)
    shops = {city: random.sample(folk, min(len(folk), max(2, len(folk) // 15))) for city, folk in by_city.items()}
    resellers = random.sample(everybody, min(len(everybody), max(2, len(everybody) // 60)))
    for resident in everybody:
        near = by_city[resident.home.name]
        friends = [random.choice(near) for _ in range(random.randrange(2, 6))] + [random.choice(everybody)]
        local = [random.choice(shops[resident.home.name]) for _ in range(3)]
        world.clock.start(everyday(world, resident, Street(friends, local)))
        if resident.age < 33 and random.random() < 0.18:
            world.clock.start(gaming(world, resident, resellers))


def _circles(world: World, everybody: list[Person]) -> None:
    """Lending circles of neighbours, and orders that the young make together."""
    random = world.random
    for _ in range(len(everybody) // 90):
        members = random.sample(everybody, min(len(everybody), random.randrange(6, 13)))
        world.clock.start(lending_circle(world, members[1:], members[0]))
    young = [resident for resident in everybody if resident.age < 27]
    for _ in range(len(everybody) // 110):
        buyers = random.sample(young, min(len(young), random.randrange(10, 40)))
        if len(buyers) > 4:
            world.clock.start(group_order(world, buyers[1:], buyers[0]))


def _own_affairs(
    world: World, everybody: list[Person], landlords: list[Person], stalls: dict[str, list[Stall]]
) -> None:
    """Rent and loans, parents in the province, a child at college, things bought online."""
    random, registry = world.random, world.registry
    code = everybody[0].home.country if everybody else ""
    near_games = [stall for stall in stalls["game"] if stall.owner.home.country == code]
    for resident in everybody:
        monthly = resident.purse.wage * len(resident.purse.days) / 12
        if random.random() < 0.16:
            world.clock.start(dues(world, resident, random.choice(landlords), monthly * random.uniform(0.1, 0.5)))
        if resident.age > 21 and random.random() < 0.13:
            city = random.choice(CITIES[resident.home.country])
            student = random.random() < 0.35
            kin_age = random.uniform(14, 24) if student else random.uniform(40, 75)
            kin = registry.resident(resident.home.country, kin_age, city=city, family=resident.family)
            world.ties.append((resident, kin, "study" if student else "family"))
            usd, every = monthly * random.uniform(0.05, 0.3), random.choice((7, 15, 15, 30))
            kind = "study" if student else "family"
            world.clock.start(remitting(world, resident, kin, max(usd, 2), every, kind=kind))
        if resident.age < 26 and near_games and random.random() < 0.06:
            world.clock.start(spree(world, resident, near_games, monthly * 0.5))
        if random.random() < 0.05:
            line = random.choice(("game", "seller", "seller", "tutor"))
            near = [stall for stall in stalls[line] if stall.owner.home.country == resident.home.country]
            if near:
                world.clock.start(custom(world, resident, near))
