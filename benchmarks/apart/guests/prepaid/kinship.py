"""Migrants and their families: several relatives each, cousins who pay one grandmother, school, storms, funerals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .payees import Payee, card_of
from .people import Person
from .scene import Scene
from .season import STORMS, at, feasts, terms

_KINDS = ("family_support", "family_receiver")
_WORDS = (
    "family support",
    "school fees",
    "medicine",
    "for mama",
    "birthday",
    "food",
    "rice",
    "rent",
    "hospital",
    "gift",
    "uniform",
    "electricity",
    "load",
)


@dataclass(slots=True)
class Clans:
    """Families known to the world, by country, so that siblings abroad support the same people."""

    known: dict[str, list[list[Payee]]] = field(default_factory=lambda: defaultdict(list))

    def join(self, scene: Scene, person: Person, country: str) -> list[Payee]:
        """The person's relatives at home: a third of migrants have a sibling or cousin with the same card."""
        chance, families = scene.chance, self.known[country]
        if families and chance.yes(0.33):
            family = chance.pick(families[-12:])
            return chance.some(family, chance.between(1, len(family)))
        last = person.name[1] if chance.yes(0.6) else None
        family = [
            scene.payees.abroad(country, last=last if chance.yes(0.7) else None) for _ in range(1 + chance.count(1.5))
        ]
        families.append(family)
        return family


def support(scene: Scene, clans: Clans, person: Person) -> None:
    """Send home: the regular sum to one or two, now and then something for the others, more at feasts and in need."""
    chance = scene.chance
    if person.root is None or person.age < 18 or not chance.yes(0.82):
        return
    country = person.root
    kin = clans.join(scene, person, country)
    usual = chance.around(115.0, 0.55) * person.means
    hours = chance.weighted((("payday", 5), ("evening", 3), ("late", 1.4)))
    steady = chance.within(0.25, 0.9) * (0.35 if person.payday.startswith("weekly") else 1.0)

    def send(payee: Payee, day: int, sum_: float) -> None:
        words = scene.text(0.11, _WORDS)
        scene.ledger.pay(person, payee, at(chance, day, hours, person.shift), sum_, _KINDS, text=words)

    for day in scene.paydays(person, steady):
        send(kin[0] if chance.yes(0.75) else chance.pick(kin), day, usual * chance.around(1.0, 0.18))
    for payee in kin:
        for day in scene.days(person, chance.around(105.0, 0.6)):
            send(payee, day, chance.around(32.0, 0.6))  # small asks: phone load, a birthday, bus fare
    _occasions(scene, person, country, kin, usual, hours=hours)


def _occasions(scene: Scene, person: Person, country: str, kin: list[Payee], usual: float, *, hours: str) -> None:
    chance = scene.chance
    dated = [(day, 1.4, 5) for day in feasts(country)] + [(day, 1.2, 12) for day in terms(country)]
    dated += [(day, 1.6, 6) for land, day in STORMS if land == country]
    if chance.yes(0.25):
        dated.append((chance.between(person.since, person.until), 3.0, 4))  # an illness, a funeral: a burst at any hour
        dated += [(dated[-1][0] + 1, 1.5, 3)] * chance.between(0, 3)
    for day, factor, width in dated:
        if chance.yes(0.5):
            payee, sum_ = chance.pick(kin), usual * factor * chance.around(0.7, 0.4)
            minute = at(chance, day + chance.between(0, width), hours, person.shift)
            scene.ledger.pay(person, payee, minute, sum_, _KINDS, text=scene.text(0.15, _WORDS))


def students(scene: Scene, person: Person) -> None:
    """Parents of students: a term's fee in pieces, a monthly sum, and calls for help at the end of the month."""
    chance = scene.chance
    if person.age < 38 or not chance.yes(0.05):
        return
    if chance.yes(0.5):
        grown = [one for one in chance.some(scene.by_city[person.city], 30) if 18 <= one.age <= 24]
        if not grown:
            return
        payee = card_of(grown[0])
    else:
        payee = scene.payees.abroad(person.root or chance.pick(("RO", "GH", "IN", "MX", "TH")), last=person.name[1])
    kinds = ("student_support", "student")
    monthly = chance.around(130.0, 0.4)
    for day in scene.paydays(person, 0.7 if person.payday.startswith("month") else 0.35):
        scene.ledger.pay(
            person, payee, at(chance, day, "payday"), monthly, kinds, text=scene.text(0.12, ("study", "room"))
        )
        if chance.yes(0.35):
            late = day + chance.between(14, 24)
            scene.ledger.pay(person, payee, at(chance, late, "late"), chance.around(35.0, 0.4), kinds)
    for day in terms(payee.country):
        minute = at(chance, day + chance.between(-6, 6), "day")
        scene.ledger.pay(
            person, payee, minute, chance.around(420.0, 0.5), kinds, text=scene.text(0.4, ("fees", "tuition"))
        )
