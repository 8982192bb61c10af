"""Ordinary life at home: friends who split bills, parents and children, second-hand sales, rent, babysitters, loans.

Card-to-card transfers are what the app is for. Much of it is small, in the evening, and to people with whom the payer
shares no name.
"""

from __future__ import annotations

from .payees import card_of
from .people import Person
from .scene import Scene
from .season import at

_ORDINARY = ("ordinary", "ordinary")
_WORDS = (
    "pizza",
    "drinks",
    "petrol",
    "thanks!",
    "rent",
    "tickets",
    "lunch",
    "gift",
    "birthday",
    "groceries",
    "owed you",
)


def _circle(scene: Scene, person: Person, size: int) -> list[Person]:
    """Friends: mostly of the same city and about the same age."""
    friends = []
    for _ in range(size):
        best = person
        for _ in range(5):
            other = scene.chance.pick(scene.by_city[person.city])
            if other is not person and (best is person or abs(other.born - person.born) < abs(best.born - person.born)):
                best = other
        if best is not person:
            friends.append(best)
    return friends


def split_bills(scene: Scene, person: Person) -> None:
    """Shared meals, petrol and tickets; the young do it most."""
    chance = scene.chance
    if not chance.yes(0.66):
        return
    friends = [card_of(friend) for friend in _circle(scene, person, chance.between(1, 6))]
    if not friends:
        return
    gap = chance.around(46.0 if person.age < 30 else 85.0, 0.5)
    for day in scene.days(person, gap):
        spent = chance.around(14.0, 0.75) * min(person.means, 1.6)
        hours = "school" if person.age < 18 else "evening"
        words = scene.text(0.14, _WORDS)
        scene.ledger.pay(
            person, chance.pick(friends), at(chance, day, hours, person.shift), spent, _ORDINARY, text=words
        )


def allowances(scene: Scene, person: Person) -> None:
    """Parents, grandparents and uncles load a child's card: weekly, for a birthday, or when the child asks at night."""
    chance = scene.chance
    if person.age > 17 or not chance.yes(0.8):
        return
    givers = [
        other
        for other in chance.some(scene.by_city[person.city], 40)
        if 28 <= other.age - person.age <= 62 and other.life > 40
    ][: chance.between(1, 3)]
    for place, giver in enumerate(givers):
        if chance.yes(0.6):
            giver.name = (giver.name[0], person.name[1])
        usual = chance.around(9.0, 0.4)
        for day in scene.days(giver, 12.0 if place == 0 else 60.0):
            extra = chance.yes(0.12)
            hours = "late" if extra and chance.yes(0.4) else "payday"
            sum_ = usual * (chance.within(1.5, 6.0) if extra else 1.0)
            words = scene.text(0.1, ("pocket money", "birthday", "lunch", "school trip", "well done"))
            scene.ledger.pay(giver, card_of(person), at(chance, day, hours), sum_, _ORDINARY, text=words)


def rent(scene: Scene, person: Person) -> None:
    """Subtenants and flatmates pay the one who holds the lease; the limits of the card cut the rent in pieces."""
    chance = scene.chance
    if person.age < 19 or not chance.yes(0.05):
        return
    holder = card_of(chance.pick(scene.by_city[person.city]))
    monthly = chance.around(380.0, 0.3)
    for day in scene.paydays(person, 0.9 if person.payday.startswith("month") else 0.3):
        scene.ledger.pay(
            person,
            holder,
            at(chance, day, "payday"),
            monthly,
            ("hub_payment", "hub"),
            text=scene.text(0.3, ("rent", "room")),
        )


def repay(scene: Scene, person: Person) -> None:
    """A loan from a friend, paid back in equal parts each payday until it is done."""
    chance = scene.chance
    if person.age < 18 or not chance.yes(0.07):
        return
    lender = card_of(chance.pick(scene.by_city[person.city]))
    part, parts = chance.around(45.0, 0.5), chance.between(3, 12)
    for count, day in enumerate(scene.paydays(person, 0.92)):
        if count >= parts:
            break
        scene.ledger.pay(
            person, lender, at(chance, day, "payday"), part, _ORDINARY, text=scene.text(0.2, ("loan", "owed"))
        )


def babysitters(scene: Scene) -> None:
    """Teenagers who mind children or walk dogs: several adults without a shared name pay a minor in the evening."""
    chance = scene.chance
    sitters = scene.choose(scene.scaled(85, 5), lambda one: 1.0 if 14 <= one.age <= 18 and one.life > 90 else 0.0)
    for sitter in sitters:
        near = [one for one in chance.some(scene.by_city[sitter.city], 60) if 27 <= one.age <= 50]
        for parent in near[: chance.between(1, 6)]:
            for day in scene.days(parent, chance.around(38.0, 0.5)):
                words = scene.text(0.12, ("babysitting", "thanks for tonight", "dog", "kids"))
                fee = chance.around(26.0, 0.4)
                kinds = ("freelancer_employer", "freelancer")
                scene.ledger.pay(parent, card_of(sitter), at(chance, day, "late", -0.8), fee, kinds, text=words)
