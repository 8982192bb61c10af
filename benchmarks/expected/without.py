"""The library as it would stand had one author not been asked: a world must not be judged by what it taught."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from benchmarks.expected.library import TOWARDS
from benchmarks.expected.pool import Key, Pooled
from tanglaw.patterns.pattern import Expectation, Pattern
from tanglaw.patterns.pattern_set import PatternSet

_LEAST: Final = 0.001
"""No share falls below what the library rounds to."""


def without(library: PatternSet, pooled: Mapping[Key, Pooled], others: Mapping[Key, Pooled]) -> PatternSet:
    """Take one author's part out of the shares that were drawn.

    Args:
        library: the patterns, whose assumed shares lie :data:`TOWARDS` of the way to the pool.
        pooled: what all authors together expect.
        others: the same without the one.
    """
    return replace(library, patterns=tuple(_of(pattern, pooled, others) for pattern in library))


def _of(pattern: Pattern, pooled: Mapping[Key, Pooled], others: Mapping[Key, Pooled]) -> Pattern:
    return replace(pattern, expects=tuple(_moved(e, (pattern.id, e.measure), pooled, others) for e in pattern.expects))


def _moved(
    expectation: Expectation, key: Key, pooled: Mapping[Key, Pooled], others: Mapping[Key, Pooled]
) -> Expectation:
    if expectation.mark == "published" or key not in pooled or key not in others:
        return expectation
    shares = np.array([share for _, share in expectation.shares])
    if len(shares) != len(pooled[key].shares):
        return expectation
    now = np.maximum(shares + TOWARDS * (others[key].shares - pooled[key].shares), _LEAST)
    now /= now.sum()
    return replace(
        expectation,
        shares=tuple((band, float(share)) for (band, _), share in zip(expectation.shares, now, strict=True)),
    )
