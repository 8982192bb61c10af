"""Puts the world together, lets a year pass, and writes what the unit received."""

from __future__ import annotations

from pathlib import Path

from .extortion import crews, victims_of_extortion
from .families import family_abroad, weather
from .foreigners import Region, come, swindlers, take_up_some
from .giving import causes, hubs
from .hosts import households
from .images import adults_who_pay_minors, buyers_of_material
from .ledger import COLUMNS, account_files, payment_table
from .livestream import payers_of_livestream
from .paying import World, new_world
from .people import Person
from .residents import live, settle_in
from .trades import market
from .truth import truth_table


def _share(senders: int, per_14_000: float) -> int:
    return max(4, round(senders * per_14_000 / 14_000))


def _crime(world: World, senders: int) -> tuple[list[Person], list[Person]]:
    """Start the crimes; return the payers abroad and the payers at home, whose ordinary lives are still to start."""
    buyers = _share(senders, 40)
    payers = payers_of_livestream(world, buyers, households(world, buyers))
    victims = _share(senders, 42)
    payers += victims_of_extortion(world, victims, crews(world, victims))
    payers += buyers_of_material(world, _share(senders, 16))
    payers += adults_who_pay_minors(world, _share(senders, 14))
    at_home = [payer for payer in payers if payer.home.country in world.registry.residents]
    return [payer for payer in payers if payer not in at_home], at_home


def _populate(world: World, senders: int) -> None:
    random = world.random
    settle_in(world, round(senders * 0.43))
    landlords = hubs(world, senders)
    region = Region(market(world, senders), causes(world, senders), landlords, swindlers(world, senders))
    abroad, at_home = _crime(world, senders)
    for payer in abroad:
        take_up_some(world, payer, region, random.choice((0, 0, 1, 1, 2)))
    for payer in at_home:
        world.registry.residents[payer.home.country].append(payer)
    migrants = 0
    while migrants < senders * 0.23:
        migrants += len(family_abroad(world))
    come(world, round(senders * 0.21), region)
    live(world, landlords, region.stalls)
    world.clock.start(weather(world))


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` of a world with about that many payers; return how many payments."""
    world = new_world(seed)
    _populate(world, senders)
    world.clock.run()
    out.mkdir(parents=True, exist_ok=True)
    accounts = world.registry.accounts
    payments = payment_table(world.rows, account_files(accounts, world.random)).select(COLUMNS)
    payments.write_parquet(out / "payments.parquet")
    truth_table(world.rows, accounts).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
