"""Who pays where: origins and destinations for each reason to pay (assumed weights over published corridors)."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds.arrays import Ints, Rng, pick
from tanglaw.lab.worlds.places import CODE

ORIGINS: Final[dict[str, float]] = {
    "AU": 22, "GB": 20, "US": 22, "CA": 11, "DE": 7, "SE": 4, "NZ": 4, "FR": 4, "NL": 3, "NO": 2, "JP": 2,
}  # fmt: skip
"""Share of payers by country of residence (assumed: a mid-size remitter)."""

_NEARER: Final[dict[str, dict[str, float]]] = {
    "AU": {"PH": 3, "VN": 3, "IN": 3, "ID": 2, "TH": 2}, "NZ": {"PH": 3, "IN": 3}, "JP": {"PH": 4, "VN": 4, "TH": 2},
    "US": {"MX": 8, "DO": 5, "CO": 3, "JM": 3, "BR": 2, "PH": 1}, "CA": {"PH": 4, "IN": 4, "JM": 3, "UA": 2},
    "GB": {"NG": 4, "GH": 3, "RO": 4, "IN": 3, "KE": 2, "JM": 2}, "DE": {"RO": 6, "UA": 5, "TH": 2, "GH": 1.5},
    "FR": {"CI": 20, "RO": 3, "VN": 2}, "NL": {"GH": 2, "ID": 3}, "SE": {"TH": 4, "PH": 1, "RO": 2},
    "NO": {"PH": 3, "TH": 3},
}  # fmt: skip
"""How much likelier than elsewhere a destination is from an origin (assumed from migration)."""

PURPOSES: Final[dict[str, dict[str, float]]] = {
    "family": {
        "PH": 22,
        "IN": 12,
        "MX": 10,
        "RO": 8,
        "NG": 7,
        "CO": 6,
        "VN": 6,
        "GH": 5,
        "KE": 5,
        "UA": 6,
        "DO": 4,
        "TH": 4,
        "ID": 3,
        "BR": 3,
        "JM": 3,
        "CI": 1,
    },
    "partner": {"PH": 30, "TH": 22, "UA": 12, "CO": 9, "DO": 6, "BR": 6, "VN": 5, "KE": 4, "RO": 4, "ID": 4, "GH": 2},
    "work": {"PH": 30, "IN": 26, "UA": 14, "RO": 8, "KE": 6, "NG": 4, "CO": 5, "BR": 4, "VN": 4, "ID": 3},
    "hobby": {"US": 16, "JP": 16, "GB": 10, "DE": 10, "PH": 14, "ID": 9, "VN": 8, "BR": 7, "TH": 5, "UA": 5, "RO": 3},
    "donation": {"PH": 18, "KE": 20, "UA": 22, "GH": 12, "IN": 12, "NG": 6, "DO": 4, "CO": 3, "ID": 3},
    "study": {"GB": 20, "US": 18, "AU": 14, "CA": 12, "DE": 10, "FR": 6, "NL": 6, "PH": 6, "RO": 5, "UA": 3},
    "travel": {"TH": 20, "ID": 14, "VN": 10, "PH": 10, "MX": 12, "FR": 8, "JP": 8, "BR": 4, "KE": 4, "CO": 5, "RO": 3},
    "romance": {"NG": 26, "GH": 22, "PH": 12, "UA": 8, "US": 8, "GB": 8, "CI": 8, "TH": 4, "ID": 4},
    "livestream": {"PH": 58, "TH": 10, "CO": 8, "RO": 7, "DO": 4, "UA": 4, "MX": 3, "KE": 2, "GH": 2, "IN": 2},
    "extortion": {"NG": 42, "CI": 26, "PH": 24, "GH": 8},
}
"""Destinations by reason. Livestream corridors are FINTRAC 2020/2025's and AMLC's; extorters' are FATF 2025's (S)."""


def draw_origin(rng: Rng, size: int) -> Ints:
    """Country of residence of each payer."""
    numbers = np.array([CODE[code] for code in ORIGINS])
    return numbers[pick(rng, size, list(ORIGINS.values()))]


def draw_destination(rng: Rng, origin: Ints, purpose: str) -> Ints:
    """Country each payer pays to, given where the payer lives and why."""
    weights = PURPOSES[purpose]
    numbers = np.array([CODE[code] for code in weights])
    drawn = np.empty(len(origin), dtype=np.int64)
    for code in ORIGINS:
        here = np.flatnonzero(origin == CODE[code])
        own = [weight * _NEARER[code].get(to, 1.0) * (to != code) for to, weight in weights.items()]
        drawn[here] = numbers[pick(rng, len(here), own)]
    return drawn


def origin_numbers() -> Ints:
    """Numbers of the countries that payers live in."""
    return np.array([CODE[code] for code in ORIGINS], dtype=np.int64)
