"""Names: per tradition a short list of everyday names and many invented ones, drawn by a Zipf law.

How common a surname is decides how much a shared surname says about kinship, so each tradition has its own law: a
handful of surnames covers most people in Viet Nam, thousands are needed in the Philippines. All people are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

import numpy as np

from tanglaw.lab.worlds.arrays import Floats, Ints, Rng
from tanglaw.lab.worlds.name_lists import TRADITIONS, Tradition


@dataclass(frozen=True, slots=True)
class NamePool:
    """All surnames and given names; a tradition's own are the slice from ``first`` to the next ``first``."""

    traditions: tuple[str, ...]
    surnames: tuple[str, ...]
    given: tuple[str, ...]
    surname_first: Ints
    given_first: Ints
    surname_edges: tuple[Floats, ...]
    given_edges: tuple[Floats, ...]

    def number(self, tradition: str) -> int:
        """Number of a tradition."""
        return self.traditions.index(tradition)

    def draw_surnames(self, rng: Rng, tradition: Ints) -> Ints:
        """A surname of each tradition, common ones more often."""
        return _draw(rng, tradition, self.surname_first, self.surname_edges)

    def draw_given(self, rng: Rng, tradition: Ints) -> Ints:
        """A given name of each tradition."""
        return _draw(rng, tradition, self.given_first, self.given_edges)


def _draw(rng: Rng, tradition: Ints, first: Ints, edges: tuple[Floats, ...]) -> Ints:
    drawn = np.empty(len(tradition), dtype=np.int64)
    for number in np.unique(tradition):
        here = tradition == number
        own = edges[number]
        at = np.searchsorted(own, rng.random(int(here.sum())) * own[-1], side="right")
        drawn[here] = first[number] + np.minimum(at, len(own) - 1)
    return drawn


def _zipf(size: int, exponent: float) -> Floats:
    return np.cumsum(np.arange(1, size + 1, dtype=np.float64) ** -exponent)


def _invented(tradition: Tradition) -> list[str]:
    """Surnames built from the tradition's word parts, in a fixed mixed order."""
    built = ["".join(parts) for parts in product(*tradition.parts)] if tradition.parts else []
    order = np.random.default_rng(0).permutation(len(built))
    return [built[number].capitalize() for number in order]


_POOL_SIZE: Final = 1500


@cache
def name_pool() -> NamePool:
    """The names of every tradition."""
    surnames: list[str] = []
    given: list[str] = []
    surname_first, given_first = [0], [0]
    surname_edges, given_edges = [], []
    for tradition in TRADITIONS:
        own = list(dict.fromkeys([*tradition.surnames.split(), *_invented(tradition)]))
        own = [name.replace("_", " ") for name in own[: min(_POOL_SIZE, tradition.size)]]
        first = [name.replace("_", " ") for name in tradition.given.split()]
        surnames += own
        given += first
        surname_first.append(len(surnames))
        given_first.append(len(given))
        surname_edges.append(_zipf(len(own), tradition.exponent))
        given_edges.append(_zipf(len(first), 0.5))
    return NamePool(
        tuple(tradition.name for tradition in TRADITIONS),
        tuple(surnames),
        tuple(given),
        np.array(surname_first),
        np.array(given_first),
        tuple(surname_edges),
        tuple(given_edges),
    )
