"""Payers of live-streamed sexual abuse of children.

They meet a household in a chat or on a dating site, agree on a sum, and pay just before or during a call, mostly late
at night at home. Some try and stop, some roam from one household to the next, some stay with one household for years
and pay its school fees too, and a few pay small sums all the time and make up half of all payments.
"""

from __future__ import annotations

from .households import CIRCLES, Household
from .ids import Numbers
from .people import Card, Person, second_card
from .platforms import Platforms, fly
from .scene import Scene
from .season import at

_KINDS = ("livestream_purchase", "facilitation")
_WORDS = (
    "school fees",
    "gift",
    "birthday",
    "medical",
    "family support",
    "uniform",
    "treat",
    "expenses",
    "load",
    "for food",
)
_HANDLES = ("for bluelagoon77", "id rain_drop4", "from mr_mike", "09175550144", "grace.2231", "kuya dave")


def payers(scene: Scene) -> list[Person]:
    """Who pays: adults of all trades, mostly of 37 to 70."""

    def fits(one: Person) -> float:
        if one.life < 130 or one.age < 24:
            return 0.0
        return 0.08 if one.age < 32 else 0.25 if one.age < 45 else 1.0 if one.age <= 70 else 0.4

    return scene.choose(scene.scaled(40, 5), fits)


def buy(scene: Scene, shops: Platforms, numbers: Numbers, households: list[Household], people: list[Person]) -> None:
    """Let each of them pay in their own way."""
    chance = scene.chance
    ways = (("tries", 0.2), ("roams", 0.3), ("stays", 0.24), ("drifts", 0.16), ("heavy", 0.1))
    for person in people:
        met = _within_reach(scene, households)
        person.lonely = person.lonely or chance.yes(0.5)  # many come from adult chats and dating sites
        card = None
        if chance.yes(0.3):
            second_card(chance, numbers, person, apart=0.5)
            card = person.cards[-1]
        elif len(person.cards) > 1:
            card = chance.pick(person.cards)
        way = chance.weighted(ways)
        if way == "tries":
            _try(scene, met, person, card)
        elif way == "roams":
            _roam(scene, met, person, card)
        elif way == "stays":
            _stay(scene, met, person, card)
        else:
            _return(scene, met, person, card, heavy=way == "heavy")
        if way in {"stays", "drifts", "heavy"} and chance.yes(0.25):
            fly(scene, shops, person, chance.between(person.since + person.life // 2, person.until))


def _within_reach(scene: Scene, households: list[Household]) -> list[Household]:
    """The households of one chat, and one or two met elsewhere."""
    circle = scene.chance.between(0, CIRCLES - 1)
    alone = [household for household in households if household.circle < 0]
    together = [household for household in households if household.circle == circle]
    return together + scene.chance.some(alone, scene.chance.between(0, 2))


def _meet(scene: Scene, households: list[Household]) -> Household:
    return scene.chance.weighted([(household, household.fame) for household in households])


def _call(
    scene: Scene,
    person: Person,
    household: Household,
    day: int,
    factor: float,
    *,
    card: Card | None,
    hours: str = "late",
) -> None:
    """One agreed call: paid at once, or a part before and the rest when the call goes on; seldom with a word."""
    chance = scene.chance
    if card is not None and not chance.yes(0.85):
        card = None
    payee = household.wallet_on(scene, day)
    sum_ = household.ask * factor * chance.around(1.0, 0.35)
    minute = at(chance, day, hours, 0.5 * person.shift)
    text = scene.text(0.11, _WORDS) or scene.text(0.02, _HANDLES)
    manner = chance.weighted((("own", 4), ("theirs", 4.5), ("exact", 0.8)))

    def send(when: int, dollars: float, words: str | None) -> None:
        scene.ledger.pay(
            person, payee, when, dollars, _KINDS, text=words, group=household.key, card=card, manner=manner
        )

    if chance.yes(0.22):
        send(minute, sum_ * 0.5, text)
        send(minute + chance.between(6, 75), sum_ * chance.within(0.4, 0.9), None)
    else:
        send(minute, sum_, text)


def _start(scene: Scene, person: Person, room: int) -> int:
    return scene.chance.between(person.since, max(person.since, person.until - room))


def _try(scene: Scene, households: list[Household], person: Person, card: Card | None) -> None:
    """One to three payments, then fear, regret, or another provider's app."""
    household, day = _meet(scene, households), _start(scene, person, 40)
    for _ in range(scene.chance.between(1, 3)):
        _call(scene, person, household, min(day, person.until - 2), 1.0, card=card)
        day += scene.chance.between(0, 16)


def _roam(scene: Scene, households: list[Household], person: Person, card: Card | None) -> None:
    """Weeks of searching with several households, a first small sum to see who is real, then months of nothing."""
    chance = scene.chance
    day = _start(scene, person, 100)
    for _ in range(chance.between(1, 4)):
        for household in {
            one.key: one for one in (_meet(scene, households) for _ in range(chance.between(2, 5)))
        }.values():
            if chance.yes(0.35):
                _call(scene, person, household, day, 0.3, card=card)
                day += chance.between(0, 2)
            for _ in range(chance.between(1, 3)):
                _call(scene, person, household, day, chance.within(0.7, 1.4), card=card)
                day += 1 + int(chance.wait(5.0))
        day += chance.between(25, 140)
        if day > person.until - 10:
            break


def _stay(scene: Scene, households: list[Household], person: Person, card: Card | None) -> None:
    """One household, seen as a friendship: sums that grow, gaps that shorten, help by day with school or a birthday."""
    chance = scene.chance
    household, day = _meet(scene, households), float(_start(scene, person, 240))
    factor, gap = chance.within(0.7, 1.3), chance.within(16, 34)
    kind_face = chance.within(0.05, 0.6)
    if kind_face > 0.3:
        scene.ledger.imitators.add(person.key)
    while day < person.until:
        if chance.yes(kind_face):
            _call(scene, person, household, int(day), factor * 1.4, card=card, hours="evening")
        else:
            _call(scene, person, household, int(day), factor, card=card)
        factor = min(4.5, factor * chance.within(0.985, 1.065))
        gap = max(5.0, gap * chance.within(0.9, 1.01))
        day += gap * 0.4 + chance.wait(gap * 0.6)
        if chance.yes(0.02):
            day += chance.between(40, 120)


def _return(scene: Scene, households: list[Household], person: Person, card: Card | None, *, heavy: bool) -> None:
    """Again and again over the same two to six households, small sums; the heavy ones several times a week."""
    chance = scene.chance
    known = [_meet(scene, households) for _ in range(chance.between(2, 7 if heavy else 4))]
    day = float(_start(scene, person, 300 if heavy else 160))
    factor, gap = chance.within(0.55, 0.9), chance.within(5, 11) if heavy else chance.within(18, 32)
    while day < person.until:
        _call(
            scene, person, chance.pick(known), int(day), factor, card=card, hours="any" if chance.yes(0.12) else "late"
        )
        if chance.yes(0.06):
            known.append(_meet(scene, households))  # introduced by one household to the next
        factor = min(2.5, factor * chance.within(0.99, 1.03))
        gap = max(1.6 if heavy else 5.0, gap * chance.within(0.9, 1.01))
        day += chance.wait(gap)
        if chance.yes(0.015):
            day += chance.between(30, 100)
