"""Love at a distance: partners abroad, and people who date several strangers before they find one."""

from __future__ import annotations

from .payees import Payee
from .people import Person
from .scene import Scene
from .season import at

_KINDS = ("partner_abroad", "partner_receiver")
_LANDS = (("PH", 5), ("TH", 3), ("CO", 2.5), ("DO", 1.5), ("BR", 1), ("KE", 1.2), ("GH", 1), ("RO", 0.8), ("ID", 0.8))
_WORDS = ("for you", "birthday", "load", "gift", "rent", "medicine", "love", "family support", "school", "ticket")


def partner(scene: Scene, person: Person) -> None:
    """A partner abroad: small gifts, then a share of the rent; a gap when they are together; an end, or marriage."""
    chance = scene.chance
    share = 0.09 if person.lonely else 0.016 if person.age < 30 else 0.026
    if person.age < 19 or not chance.yes(share):
        return
    country = person.root if person.root and chance.yes(0.5) else chance.weighted(_LANDS)
    _court(scene, person, scene.payees.abroad(country), chance.between(person.since, person.until))


def _court(scene: Scene, person: Person, loved: Payee, start: int) -> None:
    chance = scene.chance
    day, sum_ = float(start), chance.around(32.0, 0.5)
    gap, ceiling = chance.within(14, 30), chance.around(260.0, 0.4)
    end = start + chance.wait(380.0)
    visit = start + chance.within(90, 300)
    while day < min(person.until, end):
        if visit <= day < visit + 16:
            day = visit + 16  # together: nothing to send
        words = scene.text(0.13, _WORDS)
        minute = at(chance, int(day), chance.weighted((("evening", 3), ("late", 3), ("day", 2))), person.shift)
        scene.ledger.pay(person, loved, minute, sum_ * chance.around(1.0, 0.4), _KINDS, text=words)
        if chance.yes(0.2):
            soon = minute + chance.between(60, 2_600)
            scene.ledger.pay(person, loved, soon, chance.around(18.0, 0.5), _KINDS)
        sum_ = min(ceiling, sum_ * chance.within(1.0, 1.14))
        gap = max(6.0, gap * chance.within(0.9, 1.02))
        day += chance.wait(gap * 0.5) + gap * 0.5


def seek(scene: Scene, person: Person) -> None:
    """Dating apps: adults who send small sums to several new acquaintances in a few weeks; one of them may stay."""
    chance = scene.chance
    if person.age < 26 or not chance.yes(0.035 if person.lonely else 0.004):
        return
    start = chance.between(person.since, max(person.since, person.until - 60))
    met: list[Payee] = []
    for day in scene.days(person, chance.within(5, 16), start):
        if day > start + 150:
            break
        if not met or chance.yes(0.4):
            met.append(scene.payees.abroad(chance.weighted(_LANDS)))
        minute = at(chance, day, "late" if chance.yes(0.6) else "evening", person.shift)
        words = scene.text(0.1, _WORDS)
        loved = met[-1] if chance.yes(0.6) else chance.pick(met)
        scene.ledger.pay(person, loved, minute, chance.around(28.0, 0.6), _KINDS, text=words)
    if met and chance.yes(0.45):
        _court(scene, person, chance.pick(met), start + 150)
