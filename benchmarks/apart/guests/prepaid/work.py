"""Paid work across borders: assistants by the week, designers by the job, tutors by the lesson, cleaners at home."""

from __future__ import annotations

from .payees import Payee
from .people import Person
from .scene import Scene, Shelf
from .season import at

_KINDS = ("freelancer_employer", "freelancer")
_LANDS = (("PH", 5), ("IN", 3), ("KE", 2), ("CO", 2), ("ID", 1), ("NG", 1.2), ("MX", 1.2), ("RO", 1))
_WORDS = ("invoice", "week 3", "lesson", "design", "hours", "fees", "april", "balance", "logo", "editing")


def open_desks(scene: Scene) -> Shelf:
    """Freelancers by country; the good ones have clients in all three markets, who do not know one another."""
    chance, desks = scene.chance, Shelf()
    for country, weight in _LANDS:
        for rank in range(1, 3 + scene.scaled(9 * weight, 2)):
            desks.put(scene.payees.abroad(country), 1 / (rank + 2))
    for rank in range(1, scene.scaled(30, 4)):
        desks.put(scene.payees.abroad(chance.weighted(_LANDS)), 1 / (rank + 1), "tutors")
    return desks


def employ(scene: Scene, desks: Shelf, person: Person) -> None:
    """Small traders with one to three helpers abroad: by the week, or per job with an advance and a balance."""
    chance = scene.chance
    if not 20 <= person.age <= 66 or not chance.yes(0.032):
        return
    hired = [desks.find(chance, chance.weighted(_LANDS)) for _ in range(chance.between(1, 3))]
    fee = chance.around(62.0, 0.7)
    hours = chance.weighted((("day", 3), ("evening", 2), ("late", 2)))
    if chance.yes(0.5):
        for day in range(chance.between(person.since, person.until), person.until, chance.pick((7, 7, 14))):
            _wage(scene, person, chance.pick(hired), at(chance, day, hours), fee)
        return
    for day in scene.days(person, chance.around(30.0, 0.5)):
        worker, job = chance.pick(hired), fee * chance.around(1.0, 0.6)
        _wage(scene, person, worker, at(chance, day, hours), job / 2)
        _wage(scene, person, worker, at(chance, day + chance.between(0, 6), hours), job / 2)


def _wage(scene: Scene, person: Person, worker: Payee, minute: int, sum_: float) -> None:
    scene.ledger.pay(person, worker, minute, sum_, _KINDS, text=scene.text(0.2, _WORDS))


def learn(scene: Scene, desks: Shelf, person: Person) -> None:
    """Lessons over a video call in the evening: a small, equal sum once or twice a week to one tutor, with holidays."""
    chance = scene.chance
    if person.age < 18 or not chance.yes(0.02):
        return
    tutor, fee = desks.find(chance, "tutors"), chance.around(17.0, 0.35)
    start = chance.between(person.since, person.until)
    for day in range(start, min(person.until, start + chance.between(30, 300)), chance.pick((3, 7, 7))):
        if chance.yes(0.82):
            _wage(scene, person, tutor, at(chance, day, "evening"), fee)
