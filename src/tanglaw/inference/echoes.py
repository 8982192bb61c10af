"""Who shares nearly all counterparties with me tells me the same once, not once through each of them.

A couple abroad supports the same five cousins. Each cousin tells the one what the other said, so that one voice comes
back five times, and what was doubtful becomes certain. So a subject passes on to a counterparty less of what it heard
from another author, the more counterparties these two share: of *c* shared ones, out of *n* that they have between
them, each passes on

    (1 + (c - 1) (c / n)²) ⁻²

of it. The inner sum is the design effect of *c* voices (Kish 1965) that agree as far as their authors overlap; once for
the way there, once for the way back. Two who share one counterparty hear each other whole, and so, nearly, do members
of a ring, who share some of those they pay; a couple whose five cousins nobody else pays hears a twenty-fifth from
each. Assumed, held against practice worlds (docs/decisions/041).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tanglaw.inference.bundles import BUNDLE, Bundle, Offsets, bundles, each

FEW: Final = 8
"""Counterparties are asked whom else they know if they know so many at most: of many, each weighs little in what they
say. Assumed; it bounds the work."""

WHOLE: Final = 255
"""Steps of a whole share."""

_FINE: Final = 1 << 20
"""Steps in which shares are added up, whole numbers, so that their order changes no bit."""

_HALF: Final = 32
_LOW: Final = 0xFFFFFFFF

Shares = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.int32]


def passed_on(
    starts: Offsets, across: Rows, back_starts: Offsets, back: Rows, *, numbers: Rows | None, into: Shares
) -> None:
    """Find how much of what they heard from others the counterparties of each subject pass on to it.

    Args:
        starts: where each subject's edges start.
        across: (edges,) its counterparties, in that order.
        back_starts: where each counterparty's edges start.
        back: (edges,) whom those know, in that order.
        numbers: (edges,) under which number each of the subject's edges is kept; ``None``: in the order they have.
        into: (edges,) filled with shares, in 255ths.
    """
    degrees, back_degrees = np.diff(starts), np.diff(back_starts)

    def fill(bundle: Bundle) -> None:
        places = bundle.places
        among = back_degrees[across[places]]
        shares = np.full(len(places), WHOLE, dtype=np.uint8)
        asked = np.flatnonzero((among > 1) & (among <= FEW))
        if len(asked):
            known = among[asked]
            edge = np.repeat(np.arange(len(asked)), known)
            inside = np.cumsum(known) - known
            first = back_starts[across[places[asked]]]
            author = back[np.arange(len(edge)) + np.repeat(first - inside, known)].astype(np.int64)
            hearer = np.repeat(np.repeat(np.arange(len(bundle.subjects)), bundle.degrees)[asked], known)
            other = author != bundle.subjects[hearer]
            # Nobody else is known to somebody with one edge only, so that of each asked there is at least one left.
            heard = _heard(bundle.subjects, hearer[other], author[other], degrees)
            total = np.bincount(edge[other], weights=heard, minlength=len(asked))  # whole numbers, exact in 64 bits
            shares[asked] = np.rint(total * (WHOLE / _FINE) / (known - 1)).astype(np.uint8)
        into[places if numbers is None else numbers[places]] = shares

    for _ in each(fill, bundles(starts, np.arange(len(degrees)), BUNDLE)):
        pass


def _heard(
    subjects: npt.NDArray[np.int64],
    hearer: npt.NDArray[np.int64],
    author: npt.NDArray[np.int64],
    degrees: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """Give for every way from an author to a hearer the share that is passed on along it, in whole fine steps."""
    pairs, which, shared = np.unique(hearer << _HALF | author, return_inverse=True, return_counts=True)
    between = degrees[subjects[pairs >> _HALF]] + degrees[pairs & _LOW] - shared
    share = (1 + (shared - 1) * (shared / between) ** 2) ** -2.0
    return np.asarray(np.rint(share * _FINE)[which])
