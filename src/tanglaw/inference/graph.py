"""Who pays whom, in both orders, so that a subject's edges lie together from either end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.common.room import IN_MEMORY, Room
from tanglaw.inference.bundles import Offsets
from tanglaw.inference.echoes import Shares, passed_on

MOST_EDGES: Final = np.iinfo(np.int32).max
"""Edges and subjects are numbered with 32 bits."""

_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)

_PART: Final = 1 << 20
"""Edges put in place at a time."""

Rows = npt.NDArray[np.int32]


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
        to_payer: (edges,) by edge number: share of what the receiver heard from others that it passes on to this payer,
            see :mod:`tanglaw.inference.echoes`.
        to_receiver: (edges,) the same of what the payer passes on to this receiver.
    """

    of_payer: Offsets
    receiver: Rows
    edge: Rows
    of_receiver: Offsets
    payer: Rows
    to_payer: Shares
    to_receiver: Shares

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
        of_payer = _starts(np.bincount(payer, minlength=payers))
        of_receiver = _starts(np.bincount(receiver, minlength=receivers))
        to_payer, to_receiver = (room.zeros(edges, np.uint8) for _ in range(2))
        passed_on(of_payer, receiver_by_payer, of_receiver, payer_by_number, numbers=edge, into=to_payer)
        passed_on(of_receiver, payer_by_number, of_payer, receiver_by_payer, numbers=None, into=to_receiver)
        return cls(of_payer, receiver_by_payer, edge, of_receiver, payer_by_number, to_payer, to_receiver)

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
