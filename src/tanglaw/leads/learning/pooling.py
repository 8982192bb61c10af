"""Pool bands until none speaks of a few people only, for counts that leave the house."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tanglaw.inference.counts import Shares
from tanglaw.patterns.update import LEAST


def pooled(counts: Shares, shares: Shares, least: int = LEAST) -> Shares | None:
    """Pool neighbouring bands and spread each pool's count over its bands as the pattern file would have it.

    Args:
        counts: (bands,) subjects in each band.
        shares: (bands,) shares the pattern file expects.
        least: a pool holds at least so many subjects.

    Returns:
        (bands,) counts with the same sum, or ``None`` where all bands together hold fewer than `least`. What is passed
        on of a pool is its sum alone; within it the update changes nothing.
    """
    if counts.sum() < least:
        return None
    edges, held = [0], 0.0
    for band, count in enumerate(counts):
        held += count
        if held >= least and counts[band + 1 :].sum() >= least:
            edges.append(band + 1)
            held = 0.0
    edges.append(len(counts))
    spread = np.zeros(len(counts))
    for first, last in pairwise(edges):
        part = shares[first:last]
        even = np.full(last - first, 1 / (last - first))
        spread[first:last] = counts[first:last].sum() * (part / part.sum() if part.sum() > 0 else even)
    return spread
