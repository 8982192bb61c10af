"""Private sellers and performers paid straight to their wallet, and the trades of the young."""

from __future__ import annotations

from dataclasses import dataclass

from .payees import card_of
from .people import Person
from .scene import Scene, Shelf
from .season import at

_KINDS = ("hobby_purchase", "seller")
_LANDS = (("PH", 3), ("TH", 2), ("ID", 2), ("CO", 2), ("KE", 1), ("RO", 1.5), ("MX", 1.5), ("IN", 1))
_WORDS = (
    "order",
    "cards",
    "postage",
    "item 12",
    "commission",
    "plants",
    "parts",
    "deposit",
    "thanks",
    "from lars_1971",
    "jojo.cards",
    "@mossandfern",
)


@dataclass(slots=True)
class Stalls:
    """Sellers abroad and performers abroad."""

    sellers: Shelf
    performers: Shelf


def open_stalls(scene: Scene) -> Stalls:
    """Sellers of cards, plants, dolls and game accounts; adult performers who save the platform's share."""
    chance, stalls = scene.chance, Stalls(Shelf(), Shelf())
    for rank in range(1, scene.scaled(130, 12)):
        stalls.sellers.put(scene.payees.abroad(chance.weighted(_LANDS)), 1 / (rank + 3), "any")
    for rank in range(1, scene.scaled(45, 6)):
        country = chance.weighted((("CO", 4), ("RO", 3), ("PH", 3), ("TH", 1), ("DO", 1)))
        stalls.performers.put(scene.payees.abroad(country), 1 / (rank + 3), "any")
    return stalls


def collect(scene: Scene, stalls: Stalls, person: Person) -> None:
    """Collectors bid in live sales that run in the seller's morning, the buyer's night: several small sums."""
    chance = scene.chance
    if person.age < 18 or not chance.yes(0.05):
        return
    known = [stalls.sellers.find(chance, "any") for _ in range(chance.between(1, 5))]
    for day in scene.days(person, chance.around(40.0, 0.7)):
        seller = chance.pick(known)
        minute = at(chance, day, chance.weighted((("late", 3), ("evening", 4), ("day", 2))), person.shift)
        for _ in range(1 + chance.count(0.6)):
            words = scene.text(0.16, _WORDS)
            scene.ledger.pay(person, seller, minute, chance.around(26.0, 0.7), _KINDS, text=words)
            minute += chance.between(4, 90)


def watch(scene: Scene, stalls: Stalls, person: Person) -> None:
    """Regulars of adult performers on a call: late, alone, by the hour, several performers, more each time."""
    chance = scene.chance
    if person.age < 20 or not chance.yes(0.05 if person.lonely else 0.006):
        return
    seen = [stalls.performers.find(chance, "any") for _ in range(1 + chance.count(1.4))]
    start = chance.between(person.since, person.until)
    sum_, gap = chance.around(31.0, 0.5), chance.around(16.0, 0.5)
    for count, day in enumerate(scene.days(person, gap, start)):
        if count > 6 and chance.yes(0.08):
            break
        minute = at(chance, day, "late", 0.4 * person.shift)
        scene.ledger.pay(
            person, chance.pick(seen), minute, sum_ * chance.around(1.0, 0.35), _KINDS, text=scene.text(0.06, _WORDS)
        )
        if chance.yes(0.25):
            more = minute + chance.between(10, 70)
            scene.ledger.pay(person, chance.pick(seen), more, sum_ * 0.6, _KINDS)
        sum_ *= chance.within(0.99, 1.06)


def drops(scene: Scene) -> None:
    """Resellers of trainers, tickets and skins: dozens of teenagers pay one young stranger in the same evenings."""
    chance = scene.chance
    dealers = scene.choose(scene.scaled(24, 3), lambda one: 1.0 if 16 <= one.age <= 26 and one.life > 120 else 0.0)
    young: dict[str, list[Person]] = {}
    for one in scene.people:
        if one.age <= 24:
            young.setdefault(one.market.country, []).append(one)
    for dealer in dealers:
        peers = young[dealer.market.country]
        for day in scene.days(dealer, chance.around(55.0, 0.4)):
            price = chance.around(42.0, 0.5)
            for buyer in chance.some(peers, min(len(peers), 2 + chance.count(4.0))):
                minute = at(chance, day + chance.between(0, 2), "late" if chance.yes(0.4) else "school")
                scene.ledger.pay(
                    buyer, card_of(dealer), minute, price, _KINDS, text=scene.text(0.1, ("shoes", "ticket", "skin"))
                )


def wagers(scene: Scene, person: Person) -> None:
    """The young who bet game items with a private dealer: a night of losses, an emptied card, then never again."""
    chance = scene.chance
    if not 15 <= person.age <= 25 or not chance.yes(0.055):
        return
    dealers = [one for one in chance.some(scene.by_city[person.city], 25) if 17 <= one.age <= 27]
    if not dealers:
        return
    dealer = card_of(dealers[0])
    for _ in range(chance.between(1, 3)):
        minute = at(chance, chance.between(person.since, person.until), "late")
        stake = chance.around(14.0, 0.6)
        for _ in range(chance.between(2, 8)):
            scene.ledger.pay(
                person, dealer, minute, min(stake, 220.0), _KINDS, manner=chance.pick(("own", "own", "exact"))
            )
            stake *= chance.within(0.8, 1.8)
            minute += int(chance.wait(35.0)) + 3
