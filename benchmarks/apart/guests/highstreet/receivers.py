"""Those who are paid, as thinly as a bank knows them: what the payer typed, and an account."""

from __future__ import annotations

from dataclasses import dataclass

from . import names, places
from .chance import Chance
from .people import Numbers, Payer


@dataclass(slots=True)
class Receiver:
    """One account that is paid; `person` joins several accounts of one person."""

    subject: str
    name: str
    country: str
    city: str
    rail: str
    pattern: str
    person: str
    group: str | None = None
    phone: str = ""
    birth_year: int | None = None
    category: str = ""
    company: bool = False


class Book:
    """Every receiver of the extract."""

    def __init__(self, chance: Chance, numbers: Numbers) -> None:
        self._chance = chance
        self._numbers = numbers
        self._customers: dict[str, Receiver] = {}
        self.all: list[Receiver] = []

    def _add(self, receiver: Receiver) -> Receiver:
        self.all.append(receiver)
        return receiver

    def abroad(
        self,
        country: str,
        pattern: str,
        *,
        surname: str | None = None,
        man: bool | None = None,
        rail: str | None = None,
    ) -> Receiver:
        """A private person in another country, paid into a wallet, over a counter or to a bank, as it is done there."""
        place, chance = places.COUNTRIES[country], self._chance
        if rail is None:
            roll = chance.unit()
            rail = "wallet" if roll < place.wallets else "cash_pickup" if roll < place.wallets + place.cash else "bank"
        man = chance.odds(0.4) if man is None else man
        name = f"{names.given(chance, place.tongue, man)} {surname or names.surname(chance, place.tongue)}"
        subject = self._numbers.new("R", 9)
        phone = self._numbers.new("+", 11) if rail != "bank" and chance.odds(0.85) else ""
        return self._add(
            Receiver(subject, name, country, chance.pick(place.towns), rail, pattern, subject, phone=phone)
        )

    def second_account(self, first: Receiver) -> Receiver:
        """The same person again, under a new wallet or account: lost phones, full limits, blocked wallets."""
        other = self.abroad(first.country, first.pattern, rail="wallet" if first.rail == "bank" else first.rail)
        other.name, other.city, other.group, other.person = first.name, first.city, first.group, first.person
        return other

    def at_home(self, pattern: str, *, city: str = "", surname: str | None = None, tongue: str = "swedish") -> Receiver:
        """A private person at another Swedish bank, addressed by phone number."""
        chance = self._chance
        name = f"{names.given(chance, tongue, chance.odds(0.5))} {surname or names.surname(chance, tongue)}"
        subject = self._numbers.new("R", 9)
        phone = self._numbers.new("+4673", 7)
        return self._add(Receiver(subject, name, places.HOME, city, "bank", pattern, subject, phone=phone))

    def customer(self, payer: Payer, pattern: str | None = None) -> Receiver:
        """A customer in the role of receiver; a pattern given here replaces the plain one."""
        subject = payer.accounts[0]
        receiver = self._customers.get(subject)
        if receiver is None:
            receiver = self._add(
                Receiver(
                    subject,
                    payer.name,
                    places.HOME,
                    payer.city,
                    "bank",
                    "ordinary",
                    person_of(payer),
                    phone=payer.phone,
                    birth_year=payer.born.year,
                )
            )
            self._customers[subject] = receiver
        if pattern is not None:
            receiver.pattern = pattern
        return receiver

    def firm(self, name: str, country: str, pattern: str, *, rail: str = "card", category: str = "") -> Receiver:
        """A shop, a site, a charity or an agent."""
        subject = self._numbers.new("F", 8)
        town = self._chance.pick(places.TOWNS if country == places.HOME else places.COUNTRIES[country].towns)
        return self._add(
            Receiver(subject, name, country, town, rail, pattern, subject, category=category, company=True)
        )


def person_of(payer: Payer) -> str:
    """The name that joins all accounts of a payer."""
    return payer.accounts[0] if len(payer.accounts) == 1 else f"P{payer.accounts[0][1:]}"
