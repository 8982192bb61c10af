"""Adults who pay minors of their own country for what these make of themselves, card to card.

The sums are those of pocket money. What differs is who pays: unrelated adults, in the evening, when the child asks for
nothing; and some of them pay more than one child.
"""

from __future__ import annotations

from .payees import card_of
from .people import Person
from .scene import Scene
from .season import at

_KINDS = ("minor_purchase", "minor_recipient")
_WORDS = ("gift", "treat", "lunch", "phone credit", "thanks", "birthday")


def approach(scene: Scene) -> None:
    """About 14 payers and as many minors in 14,000 customers, in small circles of one country."""
    chance = scene.chance
    payers = scene.choose(scene.scaled(14, 6), lambda one: 1.0 if 20 <= one.age <= 64 and one.life > 90 else 0.0)
    minors: dict[str, list[Person]] = {}
    for place, payer in enumerate(payers):
        country = payer.market.country
        if len(minors.setdefault(country, [])) < 2 or chance.yes(0.6):
            minors[country] += _reachable(scene, payer, chance.between(1, 2))
        for minor in chance.some(minors[country], chance.weighted(((1, 5), (2, 3), (4, 1)))):
            _pay(scene, payer, minor, f"circle-{country}" if len(payers) < 8 else f"circle-{country}-{place // 8}")


def _reachable(scene: Scene, payer: Person, count: int) -> list[Person]:
    """Minors of the payer's country who have a card while the payer has one."""

    def fits(one: Person) -> float:
        both = min(one.until, payer.until) - max(one.since, payer.since)
        return 1.0 if one.market is payer.market and 13 <= one.age <= 17 and both > 60 else 0.0

    return scene.choose(count, fits)


def _pay(scene: Scene, payer: Person, minor: Person, group: str) -> None:
    chance = scene.chance
    card = card_of(minor)
    first = max(payer.since, minor.since)
    day = float(chance.between(first, max(first, min(payer.until, minor.until) - 45)))
    sum_ = chance.around(20.0, 0.45)
    for _ in range(1 + chance.count(5.0)):
        hours = chance.weighted((("late", 5), ("evening", 3), ("school", 2)))
        words = scene.text(0.08, _WORDS)
        scene.ledger.pay(
            payer, card, at(chance, int(day), hours), sum_ * chance.around(1.0, 0.4), _KINDS, group=group, text=words
        )
        day += chance.wait(9.0)
