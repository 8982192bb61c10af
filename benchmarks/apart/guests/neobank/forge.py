"""Makes accounts: ids that tell nothing, telephone numbers, e-mail addresses, account numbers."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from unicodedata import normalize

from benchmarks.apart.guests.neobank import names
from benchmarks.apart.guests.neobank.parties import Party
from benchmarks.apart.guests.neobank.places import CORRIDORS, HOMES

_STREETS = ("Mill", "Station", "Garden", "Church", "Harbour", "Park", "School", "Bridge", "Forest", "Market", "Linden")


def plain(name: str) -> str:
    """Lower-case ASCII of a name, for handles and addresses."""
    return "".join(c for c in normalize("NFKD", name.lower()) if c.isascii() and c.isalpha())


class Forge:
    """Draws identifiers that never repeat."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._used: set[str] = set()

    def number(self, prefix: str, digits: int) -> str:
        """`prefix` and random digits, unused so far."""
        while True:
            text = prefix + "".join(self._rng.choices("0123456789", k=digits))
            if text not in self._used:
                self._used.add(text)
                return text

    def phone(self, country: str) -> str:
        """A telephone number in international form."""
        dial = HOMES[country].dial if country in HOMES else CORRIDORS[country].dial
        return self.number(f"{dial} 7" if country in HOMES else f"{dial} 9", 8)

    def iban(self, country: str) -> str:
        """Shaped like an IBAN (check digits 00, so it can belong to nobody)."""
        return self.number(f"{country}00LJNG", 14)

    def handle(self, name: str) -> str:
        """The name in the app that others search for."""
        parts = name.split()
        return self.number("@" + plain(parts[0]) + self._rng.choice(("", ".", "_")) + plain(parts[-1])[:3], 3)

    def address(self) -> str:
        """A street and a number."""
        rng = self._rng
        return f"{rng.randrange(1, 190)} {rng.choice(_STREETS)} {rng.choice(('Street', 'Road', 'Lane', 'Way'))}"

    def device(self) -> str:
        """A device id as the app reports it."""
        return f"{self._rng.getrandbits(48):012x}"

    def receiver(
        self,
        country: str,
        means: str,
        *,
        name: str | None = None,
        city: str | None = None,
        person: str | None = None,
        category: str | None = None,
    ) -> Party:
        """Somebody outside the bank. A `person` given already gets one more account under another id."""
        rng = self._rng
        cities = HOMES[country].cities if country in HOMES else CORRIDORS[country].cities
        called = name or self.person_name(country)
        subject = self.number({"merchant": "M", "outside": "O"}.get(means, "B"), 9)
        phone = self.phone(country) if means in {"wallet", "cash_pickup"} else None
        account = {
            "wallet": phone or "",
            "crypto": f"bc1q{rng.getrandbits(150):038x}",
            "merchant": "",
            "cash_pickup": "",
        }.get(means)
        return Party(
            subject=subject,
            person=person or subject,
            name=called,
            country=country,
            city=city or rng.choice(cities),
            means=means,
            account=self.iban(country) if account is None else account,
            phone=phone,
            currency=HOMES[country].currency if country in HOMES else "EUR",
            category=category,
        )

    def person_name(self, country: str, family: str | None = None) -> str:
        """A full name usual in `country`."""
        rng = self._rng
        return f"{names.given_name(rng, country, man=rng.random() < 0.4)} {family or names.family_name(rng, country)}"

    def means(self, country: str) -> str:
        """How the partner pays out there, as often as people choose it."""
        if country in HOMES:
            return "bank"
        return self._rng.choices(("wallet", "cash_pickup", "bank"), CORRIDORS[country].payout)[0]

    def birth(self, age: int) -> date:
        """A date of birth of somebody who is `age` at the end of the window."""
        return date(2025 - age, 7, 31) - timedelta(days=self._rng.randrange(365))
