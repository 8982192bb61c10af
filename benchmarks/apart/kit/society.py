"""A society: how many payers live each kind of ordinary life."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from benchmarks.apart.kit import homes, trade
from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.ledger import Party
from benchmarks.apart.kit.world import Life, World

LIVES: Final[dict[str, Callable[[World, Party], Life]]] = {
    "family_support": homes.family_support,
    "seafarer": homes.seafarer,
    "partner_abroad": homes.partner_abroad,
    "donation": homes.sponsor,
    "student_support": homes.student,
    "freelancer_employer": trade.employer,
    "hobby_purchase": trade.hobby,
    "hub_payment": trade.hub,
    "once": trade.once,
    "romance_fraud_victim": trade.romance_victim,
    "tipper": trade.tipper,
    "bargain": trade.bargain,
}
_AGES: Final[dict[str, tuple[float, float]]] = {
    "romance_fraud_victim": (61, 10),
    "partner_abroad": (50, 11),
    "tipper": (45, 12),
    "donation": (54, 13),
    "hobby_purchase": (34, 12),
    "student_support": (49, 6),
    "freelancer_employer": (41, 10),
}


def populate(world: World, mix: Mapping[str, float], payers: int) -> None:
    """Give each of `payers` people one kind of life, and one in twelve a second one beside it."""
    kinds = Table(mix)
    for _ in range(payers):
        kind = kinds.draw(world.dice)
        centre, spread = _AGES.get(kind, (39.0, 13.0))
        if kind == "bargain" or (kind != "romance_fraud_victim" and world.dice.chance(world.climate.young)):
            centre, spread = 20.0, 2.5
        age = world.dice.gauss(centre, spread)
        me = world.payer(age=min(84.0, max(world.climate.youngest, age)))
        world.spawn(LIVES[kind](world, me))
        if world.dice.chance(0.08):
            world.spawn(LIVES[kinds.draw(world.dice)](world, me))
