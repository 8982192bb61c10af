"""The common shape of simpler behaviours: each payer has ties to receivers and pays each at some rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tanglaw.lab.worlds.arrays import Floats, Ints, Rng, around, pick
from tanglaw.lab.worlds.clock import seconds
from tanglaw.lab.worlds.draft import OWN_KIND, Draft, People
from tanglaw.lab.worlds.money import ABROAD, EXACT, NOTES, WHOLE
from tanglaw.lab.worlds.references import REFERENCE
from tanglaw.lab.worlds.rhythm import Events


@dataclass(frozen=True, slots=True)
class Style:
    """How payers of a behaviour pay.

    Attributes:
        level: each tie's median, in US dollars.
        spread: standard deviation of the logarithm within a tie.
        clock: hour profile of each payer.
        words: reference kinds and their weights.
        rounding: weights of usual notes, whole units, the receiver's notes, cents.
        rail: rail, ``usual`` for the receiver's habit.
        motive: number of what the payments make of payer and receiver.
    """

    level: Floats
    spread: float
    clock: Ints
    words: Mapping[str, float]
    rounding: tuple[float, float, float, float] = (0.5, 0.2, 0.15, 0.15)
    rail: str = "usual"
    motive: int = OWN_KIND


def words(rng: Rng, size: int, weights: Mapping[str, float]) -> Ints:
    """Reference kinds drawn by weight."""
    return np.array([REFERENCE[kind] for kind in weights])[pick(rng, size, list(weights.values()))]


def roundings(rng: Rng, size: int, weights: tuple[float, float, float, float]) -> Ints:
    """How each payer rounds: usual notes, whole units, the receiver's notes, cents."""
    return np.array([NOTES, WHOLE, ABROAD, EXACT])[pick(rng, size, weights)]


def pay(  # noqa: PLR0917 -- who, to whom, when, how
    draft: Draft, rng: Rng, payers: People, tie_payer: Ints, receiver: Ints, events: Events, style: Style
) -> None:
    """Turn the events of ties into payments."""
    payer = tie_payer[events.tie]
    n = len(payer)
    rounding = roundings(rng, len(payers.id), style.rounding)
    draft.add_payments(
        payer=payers.id[payer],
        receiver=receiver[events.tie],
        day=events.day,
        second=seconds(rng, style.clock[payer], n),
        usd=around(rng, n, style.level[events.tie], style.spread),
        rounding=rounding[payer],
        reference=words(rng, n, style.words),
        rail=style.rail,
        motive=style.motive,
    )
