"""The issuer's customers: persons, their cards and phones.

A prepaid customer is often young, paid by the week, foreign-born or without another bank. Cards with little
verification carry little money, so some people hold two or three of them: to save, to share with a child, or to
keep one thing apart from another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from .chance import Chance
from .ids import Numbers
from .names import named
from .places import MARKETS, Market
from .season import DAYS, FIRST

_AGES: Final = (
    ((13, 17), 0.1),
    ((18, 24), 0.2),
    ((25, 34), 0.25),
    ((35, 49), 0.25),
    ((50, 64), 0.14),
    ((65, 82), 0.06),
)
_YEAR: Final = FIRST.year + 1
_RULES: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "NL": (("month-25", 5), ("month-23", 2), ("weekly-3", 2), ("month-20", 1)),
    "GB": (("month-28", 5), ("weekly-4", 3), ("month-15", 1), ("month-1", 1)),
    "US": (("fortnight-0", 4), ("fortnight-1", 4), ("weekly-4", 2), ("month-1", 1)),
}


@dataclass(slots=True)
class Card:
    """One card or app account: what the originator id stands for."""

    id: str
    tier: str
    shows_birth: bool
    phone: str | None = None
    """The device when it is kept apart from the person's own phone."""


@dataclass(slots=True)
class Person:
    """A customer with one or more cards."""

    key: str
    market: Market
    city: str
    zone: str
    born: int
    name: tuple[str, str]
    root: str | None
    shift: float
    """Hours by which this person's day is moved (night work, or merely owls and larks)."""
    payday: str
    means: float
    since: int
    until: int
    phones: list[tuple[int, str]]
    lonely: bool
    """Whether evenings are spent on dating sites and with performers."""
    web: float
    """Share of payments ordered on the website, where no device is known."""
    cards: list[Card] = field(default_factory=list)

    @property
    def age(self) -> int:
        """Age in the world's middle year."""
        return _YEAR - self.born

    @property
    def life(self) -> int:
        """Days for which the person is a customer."""
        return self.until - self.since

    def phone_on(self, day: int) -> str:
        """The phone used on that day."""
        return [phone for start, phone in self.phones if start <= day or start == self.phones[0][0]][-1]


def _tier(chance: Chance, age: int) -> str:
    if age < 18:
        return "youth"
    return "simple" if chance.yes(0.3) else "verified"


def _lifetime(chance: Chance) -> tuple[int, int]:
    """Prepaid accounts come and go: half were there already, and many are left after a year."""
    since = 0 if chance.yes(0.45) else chance.between(0, DAYS - 25)
    return since, min(DAYS, since + 20 + int(chance.wait(620.0)))


def _phones(chance: Chance, numbers: Numbers, since: int, until: int) -> list[tuple[int, str]]:
    phones = [(since, f"d{numbers.take()}")]
    if until - since > 200 and chance.yes(0.35):
        phones.append((chance.between(since + 60, until), f"d{numbers.take()}"))
    return phones


def _person(chance: Chance, numbers: Numbers, key: int) -> Person:
    market = chance.weighted(MARKETS)
    city, zone = chance.weighted(market.cities)
    low, high = chance.weighted(_AGES)
    age = chance.between(low, high)
    root = chance.weighted(market.roots) if chance.yes(0.34 if age >= 18 else 0.2) else None
    since, until = _lifetime(chance)
    person = Person(
        key=f"person-{key}",
        market=market,
        city=city,
        zone=zone,
        born=_YEAR - age,
        name=named(chance, root if root and chance.yes(0.85) else market.country),
        root=root,
        shift=chance.within(5, 9) if age >= 18 and chance.yes(0.11) else 0.8 * chance.z(),
        payday=chance.weighted(_RULES[market.country]),
        means=chance.around(1.0, 0.45),
        since=since,
        until=until,
        phones=_phones(chance, numbers, since, until),
        lonely=age >= 24 and chance.yes(0.12),
        web=chance.within(0, 0.15) if chance.yes(0.8) else chance.within(0.4, 1.0),
    )
    person.cards.append(_card(chance, numbers, _tier(chance, age)))
    return person


def _card(chance: Chance, numbers: Numbers, tier: str) -> Card:
    """Cards bought in a shop and never verified have no birth year."""
    return Card(f"A{numbers.take()}", tier, tier != "simple" or chance.yes(0.72))


def second_card(chance: Chance, numbers: Numbers, person: Person, apart: float) -> None:
    """Give the person one more card; with chance `apart` it lives on a phone of its own."""
    phone = f"d{numbers.take()}" if chance.yes(apart) else None
    card = _card(chance, numbers, "simple" if chance.yes(0.7) else "verified")
    card.phone = phone
    person.cards.append(card)


def issue(chance: Chance, numbers: Numbers, senders: int) -> list[Person]:
    """People whose cards about `senders` will be paid from; some couples and families share one phone or tablet.

    One card in ten never pays anybody: it only receives, or lies in a drawer.
    """
    people: list[Person] = []
    cards = 0
    while cards < senders * 1.1:
        person = _person(chance, numbers, len(people))
        if people and chance.yes(0.03):
            kin = people[-1]
            person.market, person.city, person.zone = kin.market, kin.city, kin.zone
            person.name = (person.name[0], kin.name[1])
            person.phones = [(person.since, kin.phones[0][1])]
        if person.age >= 18 and chance.yes(0.045):
            second_card(chance, numbers, person, apart=0.2)
        people.append(person)
        cards += len(person.cards)
    return people
