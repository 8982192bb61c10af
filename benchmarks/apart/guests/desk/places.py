"""Where money comes from and where it lands: the corridors that a Romanian financial intelligence unit sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HOME: Final = "RO"
HOME_ZONE: Final = "Europe/Bucharest"


@dataclass(frozen=True, slots=True)
class Land:
    """A sending country: its money, its cities with their time zones, and who pays from there.

    `workers` weighs Romanians working there, `strangers` weighs residents with no tie to Romania.
    """

    code: str
    currency: str
    tongue: str
    cities: tuple[tuple[str, str], ...]
    workers: float
    strangers: float


def _in(zone: str, *cities: str) -> tuple[tuple[str, str], ...]:
    return tuple((city, zone) for city in cities)


LANDS: Final = (
    Land("IT", "EUR", "latin", _in("Europe/Rome", "Torino", "Roma", "Padova", "Brescia", "Bologna"), 30, 6),
    Land("ES", "EUR", "latin", _in("Europe/Madrid", "Madrid", "Castellón", "Zaragoza", "Almería"), 18, 4),
    Land("DE", "EUR", "german", _in("Europe/Berlin", "München", "Nürnberg", "Köln", "Leipzig", "Bremen"), 17, 18),
    Land("GB", "GBP", "english", _in("Europe/London", "London", "Luton", "Leeds", "Bristol", "Norwich"), 14, 17),
    Land("FR", "EUR", "latin", _in("Europe/Paris", "Paris", "Lyon", "Bordeaux", "Lille"), 5, 8),
    Land("AT", "EUR", "german", _in("Europe/Vienna", "Wien", "Linz", "Graz"), 4, 4),
    Land("BE", "EUR", "latin", _in("Europe/Brussels", "Bruxelles", "Gent"), 3, 3),
    Land("IE", "EUR", "english", _in("Europe/Dublin", "Dublin", "Cork"), 2, 2),
    Land("NL", "EUR", "nordic", _in("Europe/Amsterdam", "Rotterdam", "Utrecht", "Zwolle"), 2, 6),
    Land("CH", "CHF", "german", _in("Europe/Zurich", "Zürich", "Bern"), 2, 4),
    Land("SE", "SEK", "nordic", _in("Europe/Stockholm", "Stockholm", "Malmö", "Örebro"), 1, 5),
    Land("NO", "NOK", "nordic", _in("Europe/Oslo", "Oslo", "Bergen"), 1, 3),
    Land(
        "US",
        "USD",
        "english",
        _in("America/New_York", "New York", "Atlanta", "Cleveland")
        + _in("America/Chicago", "Chicago", "Dallas", "Omaha")
        + _in("America/Los_Angeles", "Portland", "San Diego"),
        3,
        16,
    ),
    Land(
        "CA",
        "CAD",
        "english",
        _in("America/Toronto", "Toronto", "Ottawa") + _in("America/Vancouver", "Vancouver"),
        1,
        4,
    ),
    Land(
        "AU", "AUD", "english", _in("Australia/Sydney", "Sydney", "Wollongong") + _in("Australia/Perth", "Perth"), 1, 4
    ),
)

HOMELAND: Final = Land(HOME, "RON", "romanian", (), 0, 0)

DOLLARS: Final = {
    "EUR": 1.09, "GBP": 1.28, "USD": 1.0, "CHF": 1.14, "SEK": 0.097,
    "NOK": 0.094, "CAD": 0.71, "AUD": 0.65, "RON": 0.219,
}  # fmt: skip
"""US dollars for one unit; the mechanisms think in dollars, people tender in their own money."""

TOWNS: Final = (
    "București", "Iași", "Cluj-Napoca", "Timișoara", "Constanța", "Craiova", "Galați", "Ploiești", "Brașov", "Brăila",
    "Bacău", "Suceava", "Botoșani", "Vaslui", "Bârlad", "Tecuci", "Focșani", "Buzău", "Târgoviște", "Slatina",
    "Caracal", "Călărași", "Tulcea", "Baia Mare", "Sighetu Marmației", "Bistrița", "Reșița", "Petroșani", "Sibiu",
)  # fmt: skip
FLOODED: Final = frozenset({"Galați", "Tecuci", "Bârlad", "Vaslui"})
"""Towns of the July flood: relatives and strangers alike send more there for a month."""
