"""Platforms topped up from the card: games, vouchers, creators who are tipped, travel."""

from __future__ import annotations

from dataclasses import dataclass

from .payees import Payee
from .people import Person
from .scene import Scene, Shelf
from .season import at, weekend

_GAME = ("hobby_purchase", "seller")
_HANDLES = ("from dan_k", "@owlnight", "top fan", "tip jar", "mike.77", "for the song")
_COUNTRIES = ("NL", "GB", "US")


@dataclass(slots=True)
class Platforms:
    """The platforms' sub-merchants."""

    games: Shelf
    vouchers: Shelf
    creators: Shelf
    travel: Shelf


def open_platforms(scene: Scene) -> Platforms:
    """A few great shops everybody uses; creators by the hundred, most with a handful of payers."""
    chance, shops = scene.chance, Platforms(Shelf(), Shelf(), Shelf(), Shelf())
    for rank in range(1, 13):
        shops.games.put(scene.payees.shop(chance.pick(_COUNTRIES), "games"), 1 / rank, "any")
    for country in _COUNTRIES:
        for rank in range(1, 4):
            shops.vouchers.put(scene.payees.shop(country, "vouchers"), 1 / rank)
            shops.travel.put(scene.payees.shop(country, "travel"), 1 / rank)
    for rank in range(1, scene.scaled(240, 25)):
        country = chance.weighted((("US", 4), ("GB", 3), ("NL", 2), ("CO", 1.5), ("RO", 1.5), ("PH", 1)))
        shops.creators.put(scene.payees.shop(country, "creator"), 1 / (rank + 4), "any")
    return shops


def play(scene: Scene, shops: Platforms, person: Person) -> None:
    """Game credit: a steady habit for most; for some, nights of chasing a draw with one top-up after another."""
    chance = scene.chance
    young = person.age < 30
    if not chance.yes(0.5 if young else 0.2):
        return
    chaser = chance.yes(0.12)
    favourites = [shops.games.find(chance, "any") for _ in range(chance.between(1, 3))]
    for day in scene.days(person, chance.around(52.0, 0.7)):
        shop = chance.pick(favourites)
        minute = at(chance, day, "late" if chaser or chance.yes(0.3) else "school" if person.age < 18 else "evening")
        rounds = 1 + (chance.count(2.4) if chaser and (weekend(day) or chance.yes(0.3)) else 0)
        sum_ = chance.around(9.0, 0.6)
        for _ in range(min(rounds, 9)):
            scene.ledger.pay(person, shop, minute, sum_, _GAME, manner="own")
            minute += int(chance.wait(14.0)) + 2
            sum_ *= chance.pick((1.0, 1.0, 1.5, 2.0))


def vouchers(scene: Scene, shops: Platforms, person: Person) -> None:
    """Codes bought as presents or to shop where the card is refused."""
    chance = scene.chance
    if not chance.yes(0.22):
        return
    shop: Payee = shops.vouchers.find(chance, person.market.country)
    for day in scene.days(person, 120.0):
        scene.ledger.pay(
            person, shop, at(chance, day, "evening", person.shift), chance.around(27.0, 0.6), _GAME, manner="own"
        )


def tip(scene: Scene, shops: Platforms, person: Person) -> None:
    """Adults who tip adult performers and musicians: at night, several of them, more as the acquaintance grows."""
    chance = scene.chance
    if person.age < 18 or not chance.yes(0.22 if person.lonely else 0.055):
        return
    followed = [shops.creators.find(chance, "any") for _ in range(1 + chance.count(2.0))]
    usual, growth = chance.around(16.0, 0.6), chance.within(1.0, 1.06)
    for count, day in enumerate(scene.days(person, chance.around(24.0, 0.7))):
        minute = at(chance, day, "late", 0.4 * person.shift)
        for _ in range(1 + (chance.count(0.8) if weekend(day) else 0)):
            sum_ = usual * growth ** min(count, 20) * chance.around(1.0, 0.35)
            words = scene.text(0.05, _HANDLES)
            scene.ledger.pay(person, chance.pick(followed), minute, sum_, _GAME, text=words, manner="own")
            minute += chance.between(3, 40)


def fly(scene: Scene, shops: Platforms, person: Person, start: int | None = None) -> None:
    """A flight or a hotel, mostly before summer."""
    chance = scene.chance
    if start is None and not chance.yes(0.07):
        return
    shop = shops.travel.find(chance, person.market.country)
    day = chance.between(person.since, person.until) if start is None else start
    scene.ledger.pay(person, shop, at(chance, day, "evening"), chance.around(480.0, 0.6), ("ordinary", "ordinary"))
