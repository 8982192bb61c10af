"""Several authors' worlds as one opinion: the mean of their shares, and whether it would have foretold each of them.

A linear opinion pool (Stone 1961): every author counts the same. What one author's world happens to show is held back
towards anybody in it, and a share that the other authors would not have foretold is not taken for knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.expected.shown import Shown
from tanglaw.inference.baseline import FLOOR
from tanglaw.inference.model import expected_in
from tanglaw.measures import catalogue
from tanglaw.measures.measure import Measure

_HELD_BACK: Final = 8.0
"""A world's counts borrow as many subjects' worth from anybody in it."""

LEAST_AUTHORS: Final = 4

Shares = npt.NDArray[np.float64]
Key = tuple[str, str]
"""Pattern and measure."""

Told = Mapping[str, list[Mapping[Key, Shown]]]
"""By author: what each of their worlds shows."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """What all authors together expect of one measure of one pattern.

    Attributes:
        shares: (bands,) mean of the authors' shares.
        anybody: (bands,) mean of what they have anybody do.
        authors: how many spoke.
        foretold: nats a subject that the others' mean would have earned in an author's world, mean over authors.
        error: its standard error over authors.
    """

    shares: Shares
    anybody: Shares
    authors: int
    foretold: float
    error: float


def pool(told: Told) -> dict[Key, Pooled]:
    """Pool what authors show, pattern by pattern and measure by measure."""
    keys = sorted({key for worlds in told.values() for world in worlds for key in world})
    measures = {measure.id: measure for measure in catalogue.MEASURES}
    return {
        key: _pooled({a: [w[key] for w in ws if key in w] for a, ws in told.items()}, measures[key[1]]) for key in keys
    }


def _pooled(told: dict[str, list[Shown]], measure: Measure) -> Pooled:
    told = {author: worlds for author, worlds in told.items() if worlds}
    each = {author: np.mean([_held_back(world) for world in worlds], axis=0) for author, worlds in told.items()}
    gains = []
    for author, worlds in told.items():
        others = [shares for name, shares in each.items() if name != author]
        if others:
            gains.append(float(np.mean([_earned(np.mean(others, axis=0), world, measure) for world in worlds])))
    spread = float(np.std(gains, ddof=1) / np.sqrt(len(gains))) if len(gains) > 1 else float("inf")
    return Pooled(
        np.mean(list(each.values()), axis=0),
        np.mean([np.mean([world.anybody for world in worlds], axis=0) for worlds in told.values()], axis=0),
        len(told),
        float(np.mean(gains)) if gains else 0.0,
        spread,
    )


def _held_back(world: Shown) -> Shares:
    return np.asarray((world.counts + _HELD_BACK * world.anybody) / (world.counts.sum() + _HELD_BACK))


def _earned(shares: Shares, world: Shown, measure: Measure) -> float:
    """Nats that these shares earn on average from a world's true subjects, by the law of the model."""
    seen = world.alike / world.alike.sum()
    expected = expected_in(shares, seen[None], world.anybody, measure)[0]
    true = world.counts / world.counts.sum()
    return float((true * np.log((expected + FLOOR) / (seen + FLOOR))).sum())
