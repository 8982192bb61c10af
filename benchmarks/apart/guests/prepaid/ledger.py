"""The issuer's book: takes payments as people make them, applies the product's rules, remembers the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from .chance import Chance
from .money import LIMITS, MANNERS, cents
from .names import typed
from .payees import Payee
from .people import Card, Person
from .places import PER_DOLLAR
from .season import MINUTES

CRIMES: Final = (
    "livestream_purchase",
    "facilitation",
    "extortion_victim",
    "extortion_collection",
    "material_purchase",
    "material_vendor",
    "minor_purchase",
    "minor_recipient",
)
"""In the order in which an account with several of them is labelled."""

Row = tuple[int, str, int, str, str, str, int | None, str | None, str | None, str | None, str, str, str, str | None,
            int | None, str, str, str | None, str, str | None]  # fmt: skip
"""second, zone, cents, currency, card, country, born, name, device, city, payee, its country, rail, its name, its birth
year, brand, status, reference, payer's person, merchant category"""


class Ledger:
    """Rows of payments, and for each account what it did, with whom and for which group."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self.rows: list[Row] = []
        self.kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        """How many payments of each kind an account made or took."""
        self.worth: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        """What they were worth, in US cents."""
        self.groups: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.persons: dict[tuple[str, str], str] = {}
        self.meetings: dict[str, set[tuple[str, str]]] = defaultdict(set)
        """Pairs (payer's person, payee's person) of each crime's payments, under the payer's pattern."""
        self.imitators: set[str] = set()
        """Persons whose crime looks like ordinary life from outside."""
        self._manners: dict[tuple[str, str], tuple[str, str | None]] = {}

    def pay(
        self,
        person: Person,
        payee: Payee,
        minute: int,
        dollars: float,
        kinds: tuple[str, str],
        *,
        text: str | None = None,
        group: str | None = None,
        card: Card | None = None,
        manner: str | None = None,
    ) -> bool:
        """One wish to pay, written in parts when it exceeds the card's limit; False when either is no customer then.

        `kinds` are the patterns of payer and payee, `minute` is local time counted from the first day.
        """
        if not person.since * MINUTES <= minute < person.until * MINUTES:
            return False
        if not payee.since * MINUTES <= minute < payee.until * MINUTES:
            return False
        card = card or self._card(person)
        usual, label = self._manner(person, payee)
        country = person.market.country
        left = cents(self._chance, dollars, country, payee.country, manner or usual)
        limit = LIMITS[card.tier] * 100
        parts = 0
        while left > 0 and parts < 5 and minute < person.until * MINUTES:
            self._write(
                person=person,
                card=card,
                payee=payee,
                minute=minute,
                amount=min(left, limit),
                kinds=kinds,
                label=label,
                text=text,
                group=group,
            )
            left -= limit
            parts += 1
            minute += self._chance.between(1, 6)
        return True

    def _card(self, person: Person) -> Card:
        """Most use one card for nearly everything."""
        if len(person.cards) == 1 or self._chance.yes(0.75):
            return person.cards[0]
        return self._chance.pick(person.cards[1:])

    def _manner(self, person: Person, payee: Payee) -> tuple[str, str | None]:
        pair = (person.key, payee.id)
        if pair not in self._manners:
            label = payee.label
            share = 0.34 if payee.rail == "card" else 0.2
            if payee.name and self._chance.yes(share):
                label = typed(self._chance, payee.name)
            self._manners[pair] = (self._chance.weighted(MANNERS), label)
        return self._manners[pair]

    def _write(
        self,
        *,
        person: Person,
        card: Card,
        payee: Payee,
        minute: int,
        amount: int,
        kinds: tuple[str, str],
        label: str | None,
        text: str | None,
        group: str | None,
    ) -> None:
        chance = self._chance
        market = person.market
        known = card.tier != "simple"
        device = None if chance.yes(person.web) else card.phone or person.phone_on(minute // MINUTES)
        status = "settled" if chance.yes(0.985) else "returned"
        second = minute * 60 + chance.between(0, 59)
        row: Row = (second, person.zone, amount, market.currency, card.id, market.country,
                    person.born if card.shows_birth else None, " ".join(person.name) if known else None, device,
                    person.city if known else None, payee.id, payee.country, payee.rail, label, payee.born,
                    market.brand, status, text, person.key, payee.code)  # fmt: skip
        self.rows.append(row)
        payer, receiver = ("originator", card.id), ("beneficiary", payee.id)
        self.kinds[payer][kinds[0]] += 1
        self.kinds[receiver][kinds[1]] += 1
        worth = int(amount / PER_DOLLAR[market.country])
        self.worth[payer][kinds[0]] += worth
        self.worth[receiver][kinds[1]] += worth
        self.persons[payer] = person.key
        self.persons[receiver] = payee.person
        if kinds[0] in CRIMES and kinds[1] in CRIMES:
            self.meetings[kinds[0]].add((person.key, payee.person))
        if group:
            for side, kind in ((payer, kinds[0]), (receiver, kinds[1])):
                if kind in CRIMES:
                    self.groups[side][group] += 1
