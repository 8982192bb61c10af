"""Who pays whom, in both orders, so that a subject's edges lie together from either end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.common.room import IN_MEMORY, Room

MOST_EDGES: Final = np.iinfo(np.int32).max
"""Edges and subjects are numbered with 32 bits."""

_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)

_PART: Final = 1 << 20
"""Edges put in place at a time."""

Rows = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Graph:
    """The payment graph: one edge a pair of payer and receiver.

    An edge's number is its place in the order by receiver, then payer. It does not depend on the order in which the
    edges came.

    Attributes:
        of_payer: (payers + 1,) where each payer's edges start in `receiver` and `edge`.
        receiver: (edges,) receivers, by payer.
        edge: (edges,) numbers of the same edges.
        of_receiver: (receivers + 1,) where each receiver's edges start in `payer`.
        payer: (edges,) payers, by edge number.
    """

    of_payer: Offsets
    receiver: Rows
    edge: Rows
    of_receiver: Offsets
    payer: Rows

    @classmethod
    def of(
        cls,
        payer: npt.NDArray[np.integer],
        receiver: npt.NDArray[np.integer],
        payers: int,
        receivers: int,
        room: Room = IN_MEMORY,
    ) -> Graph:
        """Arrange edges in both orders.

        Args:
            payer: row number of each edge's payer, in any order.
            receiver: row number of each edge's receiver.
            payers: how many payers there are.
            receivers: how many receivers.
            room: for the arrays.

        Raises:
            ValueError: an end is no subject, or there are more than 2³¹ - 1 edges.
        """
        if len(payer) != len(receiver) or len(payer) > MOST_EDGES:
            raise ValueError(f"{len(payer)} payers and {len(receiver)} receivers; expected as many, up to {MOST_EDGES}")
        for ends, count in ((payer, payers), (receiver, receivers)):
            if len(ends) and not 0 <= int(ends.min()) <= int(ends.max()) < count:
                raise ValueError(f"ends from {ends.min()} to {ends.max()}; expected rows of {count} subjects")
        # Two numbers of 32 bits in one of 64: sorted at once, without an index beside it.
        edges = len(payer)
        packed = room.zeros(edges, np.uint64)
        receiver_by_payer, payer_by_payer, edge, payer_by_number = (room.zeros(edges, np.int32) for _ in range(4))
        parts = [slice(start, min(start + _PART, edges)) for start in range(0, edges, _PART)]
        for part in parts:
            packed[part] = _packed(payer[part], receiver[part])
        packed.sort()
        for part in parts:
            receiver_by_payer[part] = packed[part] & _LOW
            payer_by_payer[part] = packed[part] >> _HALF
            packed[part] = _packed(receiver_by_payer[part], np.arange(part.start, part.stop))
        packed.sort()
        for part in parts:
            place = (packed[part] & _LOW).astype(np.int64)
            edge[place] = np.arange(part.start, part.stop)
            payer_by_number[part] = payer_by_payer[place]
        return cls(
            _starts(np.bincount(payer, minlength=payers)),
            receiver_by_payer,
            edge,
            _starts(np.bincount(receiver, minlength=receivers)),
            payer_by_number,
        )

    @property
    def payers(self) -> int:
        """How many payers there are."""
        return len(self.of_payer) - 1

    @property
    def receivers(self) -> int:
        """How many receivers there are."""
        return len(self.of_receiver) - 1

    def __len__(self) -> int:
        return len(self.payer)


def _packed(high: npt.NDArray[np.integer], low: npt.NDArray[np.integer]) -> npt.NDArray[np.uint64]:
    packed = high.astype(np.uint64)
    packed <<= _HALF
    packed |= low.astype(np.uint64)
    return packed


def _starts(degrees: npt.NDArray[np.integer]) -> Offsets:
    starts = np.zeros(len(degrees) + 1, dtype=np.int64)
    np.cumsum(degrees, out=starts[1:])
    return starts


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
