"""The world, assembled: customers are issued cards, live their lives, and some of them pay for a crime."""

from __future__ import annotations

from pathlib import Path

from . import (
    commons,
    everyday,
    extortion,
    fraud,
    households,
    kinship,
    livestream,
    material,
    minors,
    partners,
    platforms,
    tables,
    traders,
    work,
)
from .chance import Chance
from .ids import Numbers
from .ledger import Ledger
from .payees import Payees
from .people import issue
from .scene import Scene


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` in `out` for about `senders` paying cards; how many payments."""
    chance = Chance(seed)
    numbers = Numbers(chance)
    people = issue(chance, numbers, senders)
    scene = Scene(chance, people, Payees(chance, numbers), Ledger(chance))
    scene.settle()
    shops = platforms.open_platforms(scene)
    _crime(scene, shops, numbers)
    _ordinary_life(scene, shops)
    return {"payments": tables.write(scene.ledger, out)}


def _crime(scene: Scene, shops: platforms.Platforms, numbers: Numbers) -> None:
    """Before ordinary life, because some take a second card for it, which then serves for other things too."""
    buyers = livestream.payers(scene)
    livestream.buy(scene, shops, numbers, households.found(scene, len(buyers)), buyers)
    extortion.extort(scene, shops)
    minors.approach(scene)
    material.trade(scene, buyers)


def _ordinary_life(scene: Scene, shops: platforms.Platforms) -> None:
    """Everybody's life, whether or not they also pay for a crime."""
    desks, stalls, shared = work.open_desks(scene), traders.open_stalls(scene), commons.open_commons(scene)
    clans = kinship.Clans()
    for person in scene.people:
        everyday.split_bills(scene, person)
        everyday.allowances(scene, person)
        everyday.rent(scene, person)
        everyday.repay(scene, person)
        kinship.support(scene, clans, person)
        kinship.students(scene, person)
        platforms.play(scene, shops, person)
        platforms.vouchers(scene, shops, person)
        platforms.tip(scene, shops, person)
        platforms.fly(scene, shops, person)
        partners.partner(scene, person)
        partners.seek(scene, person)
        work.employ(scene, desks, person)
        work.learn(scene, desks, person)
        commons.give(scene, shared, person)
        commons.pool(scene, shared, person)
        commons.dues(scene, shared, person)
        traders.collect(scene, stalls, person)
        traders.watch(scene, stalls, person)
        traders.wagers(scene, person)
    everyday.babysitters(scene)
    commons.appeals(scene)
    traders.drops(scene)
    fraud.romance_fraud(scene)
