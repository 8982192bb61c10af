"""Who lives in the world: how many payers follow each behaviour."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from tanglaw.lab.worlds.arrays import Rng
from tanglaw.lab.worlds.behaviours import family_support, livestream, partner_abroad
from tanglaw.lab.worlds.draft import Draft
from tanglaw.lab.worlds.settings import Settings

Behaviour: TypeAlias = Callable[[Draft, Rng, int], None]

ORDINARY: Final[dict[str, tuple[Behaviour, float]]] = {
    "family_support": (family_support.add, 0.5),
    "partner_abroad": (partner_abroad.add, 0.05),
}
"""Share of payers of each ordinary behaviour (assumed; they are scaled to sum to what patterns leave)."""

PATTERNS: Final[dict[str, tuple[Behaviour, float]]] = {
    "livestream_purchase": (livestream.add, 1.0),
}
"""Payers of each pattern, as a multiple of livestream purchasers (assumed)."""


def populate(draft: Draft, settings: Settings, seed: np.random.SeedSequence) -> None:
    """Add every behaviour's people and payments; each has a random stream of its own."""
    streams = iter(seed.spawn(len(ORDINARY) + len(PATTERNS)))
    purchasers = settings.senders * settings.share_of_purchasers
    left = settings.senders
    for add, ratio in PATTERNS.values():
        count = math.ceil(purchasers * ratio - 1e-9)
        add(draft, np.random.default_rng(next(streams)), count)
        left -= count
    whole = sum(share for _, share in ORDINARY.values())
    for add, share in ORDINARY.values():
        add(draft, np.random.default_rng(next(streams)), round(left * share / whole))
