"""What people pay together: charities and sponsored children, appeals, neighbours who collect, agents and schools."""

from __future__ import annotations

from dataclasses import dataclass

from .payees import card_of
from .people import Person
from .scene import Scene, Shelf
from .season import STORMS, at

_CITIES = ("Amsterdam", "Rotterdam", "London", "Birmingham", "Houston", "Miami", "Los Angeles", "New York")


@dataclass(slots=True)
class Commons:
    """Charities, collectors and hubs, by the country of those who trust them."""

    charities: Shelf
    collectors: Shelf
    hubs: Shelf


def open_commons(scene: Scene) -> Commons:
    """Charities run by one family from one wallet; aunts who carry money for a whole street; schools and agents."""
    commons = Commons(Shelf(), Shelf(), Shelf())
    roots = {person.root for person in scene.people if person.root} | {"CI", "TH"}
    for country in sorted(roots):
        for rank in range(1, 5):
            commons.charities.put(scene.payees.abroad(country), 1 / rank)
        for rank in range(1, scene.scaled(8, 3)):
            commons.collectors.put(scene.payees.abroad(country), 1 / rank)
            commons.hubs.put(scene.payees.abroad(country), 1 / rank)
    return commons


def give(scene: Scene, commons: Commons, person: Person) -> None:
    """Sponsors of a child or a shelter each month, and those who give once after a storm."""
    chance = scene.chance
    if person.age < 18:
        return
    kinds = ("donation", "charity")
    lands = sorted(commons.charities.shelf)
    if chance.yes(0.03):
        charity = commons.charities.find(chance, person.root or chance.pick(lands))
        monthly = chance.around(22.0, 0.4)
        for day in scene.paydays(person, 0.85 if person.payday.startswith("month") else 0.3):
            words = scene.text(0.2, ("donation", "sponsor", "school fees", "uniform", "children's meals"))
            scene.ledger.pay(person, charity, at(chance, day, "payday"), monthly, kinds, text=words)
    for land, day in STORMS:
        if land in commons.charities.shelf and chance.yes(0.06 if person.root == land else 0.006):
            minute = at(chance, day + int(chance.wait(4.0)), "evening")
            charity = commons.charities.find(chance, land)
            scene.ledger.pay(
                person, charity, minute, chance.around(30.0, 0.7), kinds, text=scene.text(0.25, ("relief",))
            )


def pool(scene: Scene, commons: Commons, person: Person) -> None:
    """Rotating savings, parcels and errands: equal sums to the neighbour or the aunt at home who collects from all."""
    chance = scene.chance
    if person.age < 18 or not chance.yes(0.15 if person.root else 0.015):
        return
    if person.root and chance.yes(0.6):
        payee = commons.collectors.find(chance, person.root)
    else:
        payee = card_of(scene.by_city[person.city][chance.between(0, min(25, len(scene.by_city[person.city]) - 1))])
    share = chance.pick((25.0, 50.0, 50.0, 100.0))
    for day in scene.paydays(person, chance.within(0.15, 0.7)):
        words = scene.text(0.1, ("contribution", "pot", "box", "turn 4"))
        scene.ledger.pay(
            person, payee, at(chance, day, "payday", person.shift), share, ("hub_payment", "collector"), text=words
        )


def dues(scene: Scene, commons: Commons, person: Person) -> None:
    """A landlord, a school, a lawyer or a clinic at home, paid by many."""
    chance = scene.chance
    if person.root is None or person.age < 22 or not chance.yes(0.12):
        return
    hub = commons.hubs.find(chance, person.root)
    for day in scene.days(person, chance.around(60.0, 0.5)):
        words = scene.text(0.25, ("fees", "invoice", "tuition", "lot 14", "accommodation", "medical bills"))
        sum_ = chance.around(95.0, 0.6)
        scene.ledger.pay(person, hub, at(chance, day, "day", person.shift), sum_, ("hub_payment", "hub"), text=words)


def appeals(scene: Scene) -> None:
    """A sick child, a wedding, a class trip: many givers to one private account within days, then nothing more."""
    chance = scene.chance
    kinds = ("donation", "collector")
    for _ in range(scene.scaled(26, 3)):
        city = chance.pick(_CITIES)
        if not scene.by_city[city]:
            continue
        host = chance.pick(scene.by_city[city])
        trip = host.age < 25
        crowd = [one for one in chance.some(scene.by_city[city], 70) if (one.age < 25 if trip else one.age >= 18)]
        payee = card_of(host) if trip or chance.yes(0.5) else scene.payees.abroad(host.root or "GH")
        start = chance.between(host.since, host.until)
        sum_ = chance.around(28.0, 0.5)
        for one in chance.some(crowd, chance.between(5, 24)):
            minute = at(chance, start + int(chance.wait(3.0)), "any")
            given = sum_ if trip else sum_ * chance.around(1.0, 0.6)
            scene.ledger.pay(
                one, payee, minute, given, kinds, text=scene.text(0.2, ("get well", "trip", "wedding gift"))
            )
