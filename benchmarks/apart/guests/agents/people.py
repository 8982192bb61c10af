"""Payers with their accounts at partners, receivers with their one card."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.agents.names import as_typed, given, surname
from benchmarks.apart.guests.agents.partners import PARTNERS, originator_id, serving
from benchmarks.apart.guests.agents.places import CORRIDORS, SOURCES


@dataclass(slots=True)
class Account:
    """A payer as one partner knows them."""

    index: int
    partner: int
    subject: str
    name: str
    birth_year: int | None
    tells_city: bool


@dataclass(slots=True)
class Payer:
    """A person abroad. `switch` is the day they leave their first partner for the second (a better rate, a block)."""

    person: str
    country: str
    city: str
    zone: str
    roots: str
    family_name: str
    born: int
    rounding: float
    switch: float
    accounts: list[Account] = field(default_factory=list)


@dataclass(slots=True)
class Receiver:
    """A card holder in a pay-out country."""

    index: int
    subject: str
    name: str
    family_name: str
    country: str
    city: str
    born: int
    phones: tuple[str, str]
    phone_changed: float
    rail: str


@dataclass(slots=True)
class Register:
    """Everybody known to the network, in the order they came."""

    rng: np.random.Generator
    payers: list[Payer] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    owners: list[Payer] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)

    def payer(
        self, country: str, roots: str, born: int, *, woman: bool, partners: int = 0, young: bool = False
    ) -> Payer:
        """A new payer.

        `partners` 0 draws how many they use; `young` keeps to products that a minor can use in practice.
        """
        rng = self.rng
        town, zone = SOURCES[country].towns[int(len(SOURCES[country].towns) * rng.random() ** 1.3)]
        last = surname(rng, roots)
        person = Payer(
            f"H{len(self.payers):06d}",
            country,
            town,
            zone,
            roots,
            last,
            born,
            float(rng.choice([5, 10, 10, 20, 25, 50])),
            float(rng.uniform(60, 500)),
        )
        self.payers.append(person)
        self._open(person, f"{given(rng, roots, woman=woman)} {last}", partners, young=young)
        return person

    def _open(self, payer: Payer, name: str, partners: int, *, young: bool) -> None:
        """Accounts at partners that serve the country; a counter clerk may type the name another way."""
        rng = self.rng
        choices = [i for i in serving(payer.country) if not young or PARTNERS[i].young]
        choices = choices or list(serving(payer.country))
        weights = np.array([PARTNERS[i].weight for i in choices])
        wanted = partners or int(rng.choice([1, 2, 3], p=[0.8, 0.16, 0.04]))
        chosen = rng.choice(choices, size=min(wanted, len(choices)), replace=False, p=weights / weights.sum())
        for partner in chosen:
            self.account(payer, int(partner), as_typed(name, int(rng.choice([0, 1, 2, 3], p=[0.72, 0.14, 0.06, 0.08]))))
        if PARTNERS[int(chosen[0])].style == "counter" and rng.random() < 0.05:
            self.account(payer, int(chosen[0]), as_typed(name, 1))

    def account(self, payer: Payer, partner: int, name: str) -> Account:
        """One more account of a payer."""
        company = PARTNERS[partner]
        account = Account(
            len(self.accounts),
            partner,
            originator_id(name, payer.country, company.name),
            name,
            self._stated_year(payer) if self.rng.random() < company.births else None,
            bool(self.rng.random() < company.cities),
        )
        self.accounts.append(account)
        self.owners.append(payer)
        payer.accounts.append(account)
        return account

    def _stated_year(self, payer: Payer) -> int:
        """The year given at sign-up: most minors say they are of age, since the product would refuse them."""
        if payer.born > 2006 and self.rng.random() < 0.65:
            return int(self.rng.integers(1998, 2007))
        return payer.born

    def receiver(
        self,
        country: str,
        born: int,
        *,
        woman: bool,
        city: str | None = None,
        family_name: str | None = None,
        phone: str | None = None,
        name: str | None = None,
    ) -> Receiver:
        """A new card holder; relatives share a family name, and in villages often one phone."""
        rng = self.rng
        place = CORRIDORS[country]
        last = family_name or surname(rng, country)
        first_phone = phone or self.phone(country)
        draw = rng.random()
        rail = "cash_pickup" if draw < place.cash else "wallet" if draw < place.cash + place.wallet else "bank"
        person = Receiver(
            len(self.receivers),
            f"{country}{len(self.receivers) * 7919 % 9_999_991:07d}",
            name or f"{given(rng, country, woman=woman)} {last}",
            last,
            country,
            city or place.cities[int(len(place.cities) * rng.random() ** 1.5)],
            born,
            (first_phone, self.phone(country)),
            float(rng.uniform(0, 546)) if rng.random() < 0.15 else 1e9,
            rail,
        )
        self.receivers.append(person)
        return person

    def phone(self, country: str) -> str:
        """A mobile number of the country."""
        digits = self.rng.integers(0, 10, size=9 if country in {"PH", "CO"} else 8)
        return CORRIDORS[country].dial + "".join(str(d) for d in digits)
