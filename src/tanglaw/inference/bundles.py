"""Visits subjects with their edges, many at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

BUNDLE: Final = 1 << 14
"""Edges looked at in one go: what is needed of them stays in a processor's cache. At most 65,536."""

_WORKERS: Final = 8

Offsets = npt.NDArray[np.int64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The edges of some subjects, one subject's after another's.

    Attributes:
        subjects: which.
        degrees: (subjects,) how many edges each has.
        places: (edges,) where they lie in the order by this kind of subject.
    """

    subjects: npt.NDArray[np.int64]
    degrees: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]

    def parts(self, most: int) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
        """Cut the places into parts of at most so many edges; gives each part's places, and how many a subject has.

        Only a bundle of one subject, which has very many edges, falls into several parts.
        """
        if len(self.places) <= most:
            yield self.places, self.degrees
            return
        for start in range(0, len(self.places), most):
            part = self.places[start : start + most]
            yield part, np.array([len(part)])


def bundles(starts: Offsets, subjects: npt.NDArray[np.int64], most: int) -> Iterator[Bundle]:
    """Visit subjects with their edges: many at a time, whole subjects only.

    Args:
        starts: where each subject's edges start.
        subjects: which to visit; those without an edge are left out.
        most: edges in a bundle, unless one subject alone has more.
    """
    subjects = subjects[starts[subjects + 1] > starts[subjects]]
    reached = np.cumsum(starts[subjects + 1] - starts[subjects])
    first = 0
    while first < len(subjects):
        before = int(reached[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(reached, before + most, side="right")))
        chosen = subjects[first:last]
        degrees = starts[chosen + 1] - starts[chosen]
        inside = np.cumsum(degrees) - degrees
        places = np.arange(int(degrees.sum())) + np.repeat(starts[chosen] - inside, degrees)
        yield Bundle(chosen, degrees, places)
        first = last


def each(work: Callable[[Bundle], T], of: Iterable[Bundle]) -> Iterable[T]:
    """Work on bundles with as many threads as there are cores; each writes rows of its own, so order is free."""
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _WORKERS)
    waiting = iter(of)
    with ThreadPoolExecutor(workers) as pool:
        # As many at a time as there are workers, and as many waiting: bundles are not all held at once.
        while group := list(islice(waiting, 4 * workers)):
            yield from pool.map(work, group)
