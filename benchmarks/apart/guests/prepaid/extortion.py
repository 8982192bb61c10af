"""Financial sexual extortion of children and the young, and the accounts on which it is collected.

A stranger threatens to send something to everyone, at night, and asks for more than a young person's card holds. The
victim sends what there is, borrows, sends again, buys a code when the card may not pay abroad, and then the money, or
the contact, ends. Crews use a card or wallet for a few victims and throw it away.
"""

from __future__ import annotations

from dataclasses import dataclass

from .payees import Payee, card_of
from .people import Person
from .platforms import Platforms
from .scene import Scene
from .season import at

_KINDS = ("extortion_victim", "extortion_collection")
_PER_CREW = 7
_MOST = 1_450.0
_BASES = (("NG", 4), ("CI", 2.2), ("PH", 2), (None, 2.5))


@dataclass(slots=True)
class Crew:
    """One crew: receivers at home for cards that cannot pay abroad, receivers abroad, its script of demands."""

    key: str
    domestic: list[Payee]
    foreign: list[Payee]
    demand: float


def extort(scene: Scene, shops: Platforms) -> None:
    """About 42 victims in 14,000 payers; each crew works one country for a season."""
    victims = _victims(scene)
    by_country: dict[str, list[Person]] = {}
    for victim in victims:
        by_country.setdefault(victim.market.country, []).append(victim)
    for country, found in sorted(by_country.items()):
        for first in range(0, len(found), _PER_CREW):
            _season(scene, shops, f"crew-{country}-{first // _PER_CREW}", country, found[first : first + _PER_CREW])


def _victims(scene: Scene) -> list[Person]:
    """Mostly of 14 to 17; some write from a parent's card, and then the birth year on file misleads."""

    def young(one: Person) -> float:
        if one.life < 12 or one.age > 24:
            return 0.0
        return 0.3 if one.age < 14 else 1.0 if one.age < 18 else 0.28

    count = scene.scaled(42, 7)
    borrowed = round(count * 0.1)
    victims = scene.choose(count - borrowed, young)
    parents = scene.choose(borrowed, lambda one: 1.0 if 37 <= one.age <= 53 and one.life > 30 else 0.0)
    scene.ledger.imitators.update(parent.key for parent in parents)
    return scene.chance.some(victims + parents, count)


def _crew(scene: Scene, key: str, country: str, victims: int, *, middle: float) -> Crew:
    """A receiver serves two to four victims before the bank or the crew closes it."""
    chance = scene.chance
    base = chance.weighted(_BASES)
    number = max(2, round(victims / chance.within(1.8, 3.5)))
    domestic = []
    for place in range(number):
        lent = scene.choose(1, lambda one: _lends(one, country, middle))
        if place and lent and chance.yes(0.55):
            domestic.append(card_of(lent[0]))  # a student who was promised easy money, with a life on the same card
        else:
            domestic.append(
                scene.payees.unlinked_card(country, chance.between(1990, 2006) if chance.yes(0.8) else None)
            )
    foreign = [scene.payees.abroad(base) for _ in range(number)] if base else []
    return Crew(key, domestic, foreign, chance.pick((60.0, 100.0, 120.0, 150.0, 200.0)))


def _lends(one: Person, country: str, middle: float) -> float:
    """Students and the young in debt, customers for the whole season."""
    open_then = one.since < middle - 40 and one.until > middle + 40
    return 1.0 if open_then and one.market.country == country and 17 <= one.age <= 28 else 0.0


def _season(scene: Scene, shops: Platforms, key: str, country: str, victims: list[Person]) -> None:
    chance = scene.chance
    middle = chance.within(60, 660)
    crew = _crew(scene, key, country, len(victims), middle=middle)
    struck: list[tuple[int, Person]] = []
    for victim in victims:
        day = int(middle + 45 * chance.z())
        struck.append((min(max(day, victim.since + 1), victim.until - 6), victim))
    struck.sort(key=lambda pair: (pair[0], pair[1].key))
    for place, (day, victim) in enumerate(struck):
        stage = place / len(struck)
        _burst(scene, shops, crew, victim, day, stage=stage)
        if chance.yes(0.27):
            again = day + chance.between(5, 45)
            if again < victim.until - 3:
                _burst(scene, shops, crew, victim, again, stage=min(0.99, stage + 0.3))


def _receiver(scene: Scene, crew: Crew, victim: Person, day: int, stage: float) -> Payee:
    """The account in use at this stage of the season; by the product's rules youth cards pay abroad in the US only."""
    bound = victim.age < 18 and victim.market.country != "US"
    accounts = crew.domestic if bound or not crew.foreign or scene.chance.yes(0.4) else crew.foreign
    living = [account for account in accounts if account.since <= day < account.until - 4]
    return living[int(stage * len(living))]


def _burst(scene: Scene, shops: Platforms, crew: Crew, victim: Person, day: int, *, stage: float) -> None:
    chance = scene.chance
    receiver = _receiver(scene, crew, victim, day, stage)
    minute = at(chance, day, "late" if chance.yes(0.75) else "school")
    demand = min(240.0, crew.demand * chance.around(1.0, 0.3))
    paid, steps = 0.0, 1 + chance.count(2.1)
    if victim.age > 24:
        steps = min(steps, 2)
    for step in range(steps):
        poor = chance.yes(0.45)  # what is left on the card, to the cent
        sum_ = min(demand * (chance.within(0.2, 0.8) if poor else 1.0), _MOST / 2 - paid)
        if sum_ < 5:
            break
        if step and chance.yes(0.12):
            shop = shops.vouchers.find(chance, victim.market.country)
            scene.ledger.pay(victim, shop, minute, sum_, (_KINDS[0], "seller"), manner="own", group=crew.key)
        else:
            words = scene.text(0.06, ("please", "last one", "gift", "friend"))
            scene.ledger.pay(victim, receiver, minute, sum_, _KINDS, group=crew.key, text=words,
                             manner="exact" if poor else "own")  # fmt: skip
        paid += sum_
        minute += int(chance.wait(75.0)) + 4 if chance.yes(0.7) else chance.between(400, 2_200)
        if chance.yes(0.12):
            receiver = _receiver(scene, crew, victim, day, min(0.99, stage + 0.25))
        demand *= chance.pick((0.5, 0.8, 1.0, 1.0, 1.5))
