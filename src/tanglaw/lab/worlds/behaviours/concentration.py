"""How many payments each purchaser makes: few make most of them."""

from __future__ import annotations

from typing import Final

import numpy as np

from tanglaw.lab.worlds.arrays import Ints, Rng, around, evenly, ints
from tanglaw.lab.worlds.parameters import Parameters

FIGURES: Final = Parameters("concentration of livestream purchases")
PROLIFIC: Final = FIGURES.published(
    "prolific payers", 0.03, "share of payers", "T&I 589: 3 % made half of the payments"
)
PROLIFIC_MADE: Final = FIGURES.published("payments that prolific payers make", 0.5, "share", "T&I 589")
FEW: Final = FIGURES.published("payers with few payments", 0.25, "share of payers", "T&I 589: 25 % made 3 %")
FEW_MADE: Final = FIGURES.published("payments that those make", 0.03, "share", "T&I 589")
MEAN_COUNT: Final = FIGURES.published("payments a payer", 10.6, "mean", "T&I 589: 2,714 payments of 256 people")
MANY: Final = 40
"""More payments than this is prolific."""


def payments_each(rng: Rng, count: int) -> Ints:
    """Payments of each payer, as concentrated as published, in small worlds too.

    A quarter make one or two; the middle a log-normal number; the top 3 % together as many as all others. Below thirty
    payers one prolific payer makes only the share that 3 % of so few would.
    """
    rank = evenly(rng, count)
    mean_few = MEAN_COUNT * FEW_MADE / FEW
    mean_middle = MEAN_COUNT * (1 - PROLIFIC_MADE - FEW_MADE) / (1 - FEW - PROLIFIC)
    few = 1 + (evenly(rng, count) < mean_few - 1)
    middle = np.clip(np.round(around(rng, count, mean_middle * 0.86, 0.55)), 3, MANY)
    counts = np.where(rank < FEW, few, middle)
    prolific = np.flatnonzero(rank >= 1 - PROLIFIC)
    if len(prolific):
        weight = around(rng, len(prolific), 1.0, 0.4)
        rest = counts.sum() - counts[prolific].sum()
        half = rest if count >= 30 else rest * PROLIFIC_MADE * len(prolific) / (PROLIFIC * count)
        counts[prolific] = np.maximum(np.round(half * weight / weight.sum()), MANY + 1)
    return ints(counts)
