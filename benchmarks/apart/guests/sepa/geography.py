# ruff: noqa: E501 -- a table reads better unbroken
"""Where money goes: currencies, cities and the products that reach a country.

SEPA reaches euro and some non-euro countries by IBAN. Elsewhere a customer chooses between the correspondent chain (slow, an
account number, fees from 12 euro) and a payout partner in the app (minutes, day and night, a name and a wallet or a counter).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Country:
    """One country as the bank's products see it.

    `partner` and `wallet` are shares, `orders` whether its money can be ordered.
    """

    currency: str
    per_euro: float
    cities: tuple[str, ...]
    partner: float = 0.0
    wallet: float = 0.0
    agent: str = ""
    orders: bool = False

    @property
    def sepa(self) -> bool:
        """Whether an IBAN suffices."""
        return not self.agent


_ASIA: Final = "BE71096123456769"
_EAST: Final = "LT121000011101001000"
_SOUTH: Final = "PT50000201231234567890154"
_WEST: Final = "FR1420041010050500013M02606"

COUNTRIES: Final[dict[str, Country]] = {
    "DE": Country("EUR", 1.0, ("Kassel", "Bielefeld", "Augsburg", "Chemnitz", "Rostock", "Mainz", "Fulda", "Passau")),
    "AT": Country("EUR", 1.0, ("Linz", "Graz", "Villach", "Wels", "Salzburg", "St. Pölten")),
    "RO": Country("RON", 4.97, ("Cluj-Napoca", "Sibiu", "Bacău", "Iași", "Craiova")),
    "PL": Country("PLN", 4.29, ("Opole", "Katowice", "Łódź")),
    "ES": Country("EUR", 1.0, ("Valencia", "Málaga")),
    "LT": Country("EUR", 1.0, ("Vilnius",)),
    "PH": Country("PHP", 62.6, ("Cebu City", "Iligan", "Angeles", "Quezon City", "Tacloban", "Davao", "Bacolod"), 0.74, 0.6,
                  _ASIA, orders=True),
    "TH": Country("THB", 37.2, ("Udon Thani", "Pattaya", "Chiang Mai", "Khon Kaen", "Bangkok"), 0.5, 0.7, _ASIA, orders=True),
    "UA": Country("UAH", 45.1, ("Lviv", "Odesa", "Kharkiv", "Dnipro", "Ternopil"), 0.66, 0.75, _EAST),
    "BR": Country("BRL", 6.15, ("Fortaleza", "Recife", "Curitiba", "Salvador", "Blumenau"), 0.55, 0.85, _SOUTH),
    "TR": Country("TRY", 38.0, ("Kayseri", "Adana", "Konya"), 0.4, 0.3, _EAST),
    "NG": Country("NGN", 1690.0, ("Lagos", "Benin City", "Ibadan"), 0.85, 0.35, _WEST),
    "CI": Country("XOF", 655.957, ("Abidjan", "Bouaké"), 0.92, 0.8, _WEST),
    "GH": Country("GHS", 16.0, ("Kumasi", "Accra"), 0.85, 0.75, _WEST),
}  # fmt: skip

HOME: Final = ("DE", "AT")
ABROAD: Final = tuple(code for code in COUNTRIES if code not in HOME)
