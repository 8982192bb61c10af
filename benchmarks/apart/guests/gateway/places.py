"""Where customers live and where money goes: cities, clocks, currencies and phone prefixes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from .arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class Land:
    """A country as the platform knows it: its currency, how much of it one A$ buys, its phone prefix, its names."""

    currency: str
    per_aud: float
    dial: str
    culture: str


@dataclass(frozen=True, slots=True)
class City:
    """A city where customers live, with its share of the customers of all four countries."""

    country: str
    name: str
    zone: str
    share: float


CITIES: Final = (
    City("AU", "Sydney", "Australia/Sydney", 0.14),
    City("AU", "Melbourne", "Australia/Melbourne", 0.13),
    City("AU", "Brisbane", "Australia/Brisbane", 0.08),
    City("AU", "Perth", "Australia/Perth", 0.05),
    City("AU", "Adelaide", "Australia/Adelaide", 0.03),
    City("AU", "Townsville", "Australia/Brisbane", 0.02),
    City("NZ", "Auckland", "Pacific/Auckland", 0.10),
    City("NZ", "Wellington", "Pacific/Auckland", 0.04),
    City("NZ", "Christchurch", "Pacific/Auckland", 0.04),
    City("SG", "Singapore", "Asia/Singapore", 0.19),
    City("IE", "Dublin", "Europe/Dublin", 0.11),
    City("IE", "Cork", "Europe/Dublin", 0.04),
    City("IE", "Galway", "Europe/Dublin", 0.03),
)

LANDS: Final = {
    "AU": Land("AUD", 1.0, "+61 49", "anglo"),
    "NZ": Land("NZD", 1.09, "+64 21", "anglo"),
    "SG": Land("SGD", 0.88, "+65 8", "chinese"),
    "IE": Land("EUR", 0.61, "+353 85", "irish"),
    "PH": Land("PHP", 37.5, "+63 917", "filipino"),
    "IN": Land("INR", 55.0, "+91 981", "indian"),
    "ID": Land("IDR", 10400.0, "+62 812", "indonesian"),
    "VN": Land("VND", 16400.0, "+84 90", "vietnamese"),
    "TH": Land("THB", 23.0, "+66 81", "thai"),
    "NP": Land("NPR", 88.0, "+977 981", "indian"),
    "LK": Land("LKR", 198.0, "+94 77", "indian"),
    "MY": Land("MYR", 3.0, "+60 12", "chinese"),
    "CN": Land("CNY", 4.7, "+86 1380", "chinese"),
    "FJ": Land("FJD", 1.48, "+679 ", "pasifika"),
    "WS": Land("WST", 1.8, "+685 ", "pasifika"),
    "TO": Land("TOP", 1.55, "+676 ", "pasifika"),
    "NG": Land("NGN", 1000.0, "+234 803", "african"),
    "GH": Land("GHS", 9.0, "+233 24", "african"),
    "CI": Land("XOF", 395.0, "+225 070", "african"),
    "KE": Land("KES", 85.0, "+254 71", "african"),
    "CO": Land("COP", 2700.0, "+57 310", "latin"),
    "MX": Land("MXN", 12.0, "+52 551", "latin"),
    "DO": Land("DOP", 39.0, "+1 809", "latin"),
    "BR": Land("BRL", 3.6, "+55 1199", "latin"),
    "RO": Land("RON", 3.0, "+40 72", "slavic"),
    "UA": Land("UAH", 27.0, "+380 67", "slavic"),
    "PL": Land("PLN", 2.6, "+48 60", "slavic"),
    "US": Land("USD", 0.66, "+1 415", "anglo"),
    "GB": Land("GBP", 0.52, "+44 770", "anglo"),
}

ORIGINS: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "AU": (("PH", 0.06), ("IN", 0.08), ("VN", 0.03), ("CN", 0.05), ("ID", 0.02), ("NP", 0.02), ("LK", 0.02),
           ("TH", 0.015), ("FJ", 0.01), ("CO", 0.015), ("BR", 0.015), ("GB", 0.06), ("KE", 0.005)),
    "NZ": (("PH", 0.05), ("IN", 0.06), ("CN", 0.05), ("WS", 0.04), ("TO", 0.03), ("FJ", 0.03), ("GB", 0.06)),
    "SG": (("PH", 0.10), ("ID", 0.05), ("IN", 0.10), ("MY", 0.12), ("CN", 0.08), ("TH", 0.01), ("VN", 0.02)),
    "IE": (("PL", 0.06), ("RO", 0.04), ("BR", 0.05), ("PH", 0.03), ("NG", 0.025), ("IN", 0.04), ("UA", 0.03),
           ("GB", 0.05), ("MX", 0.005)),
}  # fmt: skip
"""Where customers of each country came from themselves; the remainder was born there."""


def rate(country: str, days: Ints | Floats) -> Floats:
    """Local units that one A$ buys on each day: a slow swing of three per cent, so that sums of one price differ."""
    land = LANDS[country]
    phase = float(sum(map(ord, land.currency)))
    swing = 0.02 * np.sin(np.asarray(days) / 61.0 + phase) + 0.01 * np.sin(np.asarray(days) / 17.0 + 2 * phase)
    return np.asarray(land.per_aud * (1.0 + (0.0 if land.currency == "AUD" else swing)), dtype=np.float64)


def pick_origin(rng: np.random.Generator, country: str) -> str:
    """The country a customer came from: his own, or one of the usual countries of emigration to it."""
    draw = rng.random()
    for origin, share in ORIGINS[country]:
        draw -= share
        if draw < 0:
            return origin
    return country
