"""Those who are paid: wallets abroad, cards of the same issuer, and sub-merchants of platforms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .chance import Chance
from .ids import Numbers
from .names import named
from .people import Person
from .places import CASH_HABIT
from .season import DAYS

CODES: Final = {
    "games": "5816",
    "creator": "5815",
    "travel": "4722",
    "vouchers": "5947",
    "goods": "5945",
    "talk": "7273",
}


@dataclass(slots=True)
class Payee:
    """One receiving account: what the beneficiary id stands for."""

    id: str
    country: str
    rail: str
    name: tuple[str, str] | None
    """None for a platform's sub-merchant, whose descriptor the issuer knows instead."""
    person: str
    born: int | None = None
    """Known only where the receiver holds a card of the same issuer."""
    code: str | None = None
    label: str | None = None
    since: int = 0
    until: int = DAYS + 2
    """The days on which it can be paid: the nights after the last day still count."""


class Payees:
    """Opens receiving accounts."""

    def __init__(self, chance: Chance, numbers: Numbers) -> None:
        self._chance = chance
        self._numbers = numbers
        self._shops = 0

    def abroad(self, country: str, *, last: str | None = None, person: str | None = None) -> Payee:
        """A mobile wallet, seldom a bank account or a cash desk, in another country."""
        roll = self._chance.u()
        cash = CASH_HABIT.get(country, 0.05)
        rail = "cash_pickup" if roll < cash else "bank" if roll < cash + 0.12 else "wallet"
        mark = f"W{self._numbers.take()}"
        return Payee(mark, country, rail, named(self._chance, country, last), person or mark)

    def spare(self, payee: Payee) -> Payee:
        """One more wallet of the same person, opened when the first is full for the month or was closed."""
        return Payee(f"W{self._numbers.take()}", payee.country, "wallet", payee.name, payee.person)

    def unlinked_card(self, country: str, born: int | None) -> Payee:
        """A card of the issuer on which money only arrives; it is taken out at cash machines."""
        mark = f"A{self._numbers.take()}"
        return Payee(mark, country, "card", named(self._chance, country), mark, born)

    def shop(self, country: str, trade: str) -> Payee:
        """A platform, or one seller or creator on a platform, known by the descriptor on the statement."""
        self._shops += 1
        mark = f"M{self._numbers.take()}"
        label = f"{trade.upper()[:4]}*{named(self._chance, country)[0].upper()}{self._shops % 97}"
        return Payee(mark, country, "card", None, mark, code=CODES[trade], label=label)


def card_of(person: Person) -> Payee:
    """A customer's first card, as a place to send money to."""
    card = person.cards[0]
    born = person.born if card.shows_birth else None
    return Payee(
        card.id, person.market.country, "card", person.name, person.key, born, since=person.since, until=person.until
    )
