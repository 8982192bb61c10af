"""How a sum is typed into the bank's remittance product: in kroner, or in what the receiver shall get."""

from __future__ import annotations

from typing import Final

import numpy as np

KRONER_PER_UNIT: Final[dict[str, float]] = {
    "NO": 1.0, "PH": 0.184, "TH": 0.302, "ID": 0.00066, "VN": 0.00042, "CO": 0.0026, "DO": 0.174, "RO": 2.33,
    "KE": 0.081, "GB": 13.7, "US": 10.5, "NZ": 6.3, "DE": 11.6, "IN": 0.125, "CN": 1.46, "NG": 0.0069,
}  # fmt: skip
"""Rough rates of 2024-25; the day's rate wobbles around them."""

SMALLEST: Final = 50.0
"""The product sends nothing below 50 kroner."""


def _nice(value: float, rng: np.random.Generator) -> float:
    """What a person would type instead of an exact number: one leading digit, or one and a half."""
    unit = 10.0 ** np.floor(np.log10(max(value, 1e-9)))
    step = unit * float(rng.choice([0.1, 0.5, 1.0], p=[0.25, 0.45, 0.3]))
    return float(max(step, round(value / step) * step))


def typed(rng: np.random.Generator, kroner: float, country: str, *, abroad_share: float = 0.35) -> float:
    """The kroner that leave, when the screen offers both currencies and remembers neither.

    Whoever is told a price or a bill by the receiver types the receiver's currency; whoever decides alone types kroner.
    """
    if rng.random() < abroad_share and country != "NO":
        rate = KRONER_PER_UNIT[country] * (1 + float(rng.normal(0, 0.018)))
        return round(max(SMALLEST, _nice(kroner / rate, rng) * rate), 2)
    if rng.random() < 0.08:
        return round(max(SMALLEST, kroner), 2)
    return float(round(max(SMALLEST, _nice(kroner, rng)), 2))
