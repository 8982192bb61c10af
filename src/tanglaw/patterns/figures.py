"""Figures of patterns as a person reads them."""

from __future__ import annotations

from typing import Final

ROLE_WORDS: Final = {"originator": "payer", "beneficiary": "receiver"}
KIND_WORDS: Final = {"pattern": "payment pattern", "ordinary": "ordinary explanation"}
HARMED: Final = (
    "The subject is the one harmed: before anybody is put under review, this explanation has the benefit of the doubt."
)
REPEATED: Final = (
    "It shows in payments that come again: what a single payment looks like can speak against it, never for it."
)


def percent(share: float) -> str:
    """Say a share (0–1) in per cent, with as many digits as it takes to see it: ``35 %``, ``0.03 %``."""
    return f"{share * 100:.3g} %"


def with_frequency(share: float) -> str:
    """Say a share above 0 in per cent and, where it is small, as a frequency: ``0.03 %, 1 in 3,300``."""
    if share >= 0.1:
        return percent(share)
    digits = -3 if share < 1e-4 else -2 if share < 1e-3 else 0
    return f"{percent(share)}, 1 in {round(1 / share, digits):,.0f}"


def with_unit(label: str, unit: str) -> str:
    """Say a measure's label with what it counts, unless the label says so already."""
    return label if not unit or unit in label else f"{label}, {unit}"
