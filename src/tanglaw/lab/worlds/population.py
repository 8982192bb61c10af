"""Who lives in the world: how many payers follow each behaviour."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from tanglaw.lab.worlds.arrays import Rng
from tanglaw.lab.worlds.behaviours import (
    domestic,
    extortion,
    family_support,
    freelancers,
    giving,
    hobby,
    hubs,
    livestream,
    material_purchase,
    minors,
    occasions,
    partner_abroad,
    romance_fraud,
    students,
)
from tanglaw.lab.worlds.draft import Draft
from tanglaw.lab.worlds.settings import Settings

Behaviour: TypeAlias = Callable[[Draft, Rng, int], None]

ORDINARY: Final[dict[str, tuple[Behaviour, float]]] = {
    "domestic": (domestic.add, 0.13),
    "family_support": (family_support.add, 0.42),
    "partner_abroad": (partner_abroad.add, 0.05),
    "freelancer_employer": (freelancers.add, 0.015),
    "hobby_purchase": (hobby.add, 0.09),
    "donation": (giving.add, 0.04),
    "student_support": (students.add, 0.03),
    "hub_payment": (hubs.add, 0.07),
    "romance_fraud_victim": (romance_fraud.add, 0.005),
    "occasions": (occasions.add, 0.15),
}
"""Share of payers of each ordinary behaviour (assumed; they are scaled to sum to what patterns leave)."""

PATTERNS: Final[dict[str, tuple[Behaviour, float]]] = {
    "livestream_purchase": (livestream.add, 1.0),
    "material_purchase": (material_purchase.add, 1.0),
    "extortion_victim": (extortion.add, 1.5),
    "minor_purchase": (minors.add, 0.6),
}
"""Payers of each pattern, as a multiple of livestream purchasers (assumed)."""

SPARSE_KEEP: Final = 0.35
"""Share of payments that a sparse world keeps."""


def populate(draft: Draft, settings: Settings, seed: np.random.SeedSequence) -> None:
    """Add every behaviour's people and payments; each has a random stream of its own."""
    purchasers = settings.senders * settings.share_of_purchasers
    counts = {name: math.ceil(purchasers * ratio - 1e-9) for name, (_, ratio) in PATTERNS.items()}
    left = settings.senders - sum(counts.values())
    whole = sum(share for _, share in ORDINARY.values())
    counts |= {name: round(left * share / whole) for name, (_, share) in ORDINARY.items()}
    everything = ORDINARY | PATTERNS  # ordinary life first: patterns happen among its people
    streams = seed.spawn(len(everything) + 1)
    for (name, (add, _)), stream in zip(everything.items(), streams, strict=False):
        add(draft, np.random.default_rng(stream), counts[name])
    if settings.kind == "sparse":
        draft.thin(np.random.default_rng(streams[-1]), SPARSE_KEEP)
