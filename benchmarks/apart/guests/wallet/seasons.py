"""The year that everybody shares: feasts, school terms, storms."""

from __future__ import annotations

from random import Random
from typing import Final

from .places import CITIES

_FEASTS: Final = {
    "PH": ((343, 358, 1.6), (150, 165, 1.35), (118, 128, 1.1)),
    "VN": ((16, 27, 1.8), (235, 246, 1.3)),
    "TH": ((97, 103, 1.5), (128, 137, 1.3), (358, 364, 1.2)),
    "ID": ((76, 89, 1.7), (185, 196, 1.3)),
    "KH": ((96, 104, 1.4), (258, 267, 1.5)),
}
"""First and last day, and how much more is sent: Christmas and school years, Tết, Songkran, Lebaran, Pchum Ben."""


def feast(country: str, day: float) -> float:
    """Return by how much the season raises what families are sent."""
    return max((more for first, last, more in _FEASTS.get(country, ()) if first <= day <= last), default=1.0)


def storms(random: Random) -> list[tuple[float, frozenset[str]]]:
    """Return the typhoons of the year: the day each strikes, and the cities it hits."""
    coast = [city.name for code in ("PH", "VN") for city in CITIES[code]]
    count = random.randrange(3, 6)
    return sorted(
        (random.uniform(165, 340), frozenset(random.sample(coast, random.randrange(1, 4)))) for _ in range(count)
    )
