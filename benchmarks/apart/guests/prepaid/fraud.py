"""Romance fraud: a story told for months, sums that grow with each emergency, one or two receivers, older payers."""

from __future__ import annotations

from .payees import Payee
from .people import Person
from .scene import Scene
from .season import at

_KINDS = ("romance_fraud_victim", "romance_fraud_receiver")
_WORDS = ("hospital", "customs fee", "ticket", "help", "loan", "visa", "package")


def romance_fraud(scene: Scene) -> None:
    """About 60 victims in 14,000 payers, worked by crews that share their receiving accounts."""
    chance = scene.chance
    victims = scene.choose(
        scene.scaled(60, 4), lambda one: 0.0 if one.age < 35 or one.life < 80 else 1.0 if one.age >= 50 else 0.35
    )
    crew: list[Payee] = []
    for place, victim in enumerate(victims):
        if place % 4 == 0:
            base = chance.weighted((("NG", 4), ("GH", 3), ("CI", 1.5), (victim.market.country, 2.5)))
            crew = [_receiver(scene, victim, base) for _ in range(chance.between(1, 4))]
        _deceive(scene, victim, crew if chance.yes(0.7) else [_receiver(scene, victim, "NG")])


def _receiver(scene: Scene, victim: Person, base: str) -> Payee:
    chance = scene.chance
    if base == victim.market.country:
        return scene.payees.unlinked_card(base, chance.between(1965, 2004) if chance.yes(0.8) else None)
    return scene.payees.abroad(base)


def _deceive(scene: Scene, victim: Person, crew: list[Payee]) -> None:
    chance = scene.chance
    day = float(chance.between(victim.since, victim.until - 60))
    sum_, gap = chance.around(60.0, 0.6), chance.within(8, 20)
    mine = chance.some(crew, chance.between(1, 2))
    for _ in range(2 + chance.count(9.0)):
        minute = at(chance, int(day), chance.weighted((("day", 4), ("evening", 3), ("late", 1.5))), victim.shift)
        scene.ledger.pay(victim, chance.pick(mine), minute, sum_, _KINDS, text=scene.text(0.14, _WORDS))
        sum_ = min(1_300.0, sum_ * chance.within(0.9, 1.6))
        gap = max(2.0, gap * chance.within(0.75, 1.05))
        day += chance.wait(gap)
