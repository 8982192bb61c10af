"""Intervals for few cases, in plain arithmetic.

*Wilson* for shares (Wilson 1927, Journal of the American Statistical Association 22:209): it stays within 0–1, says
something where nobody was seen, and covers close to what it promises for small counts, where the textbook interval
fails and the "exact" one of Clopper and Pearson is much too wide (Brown, Cai & DasGupta 2001, Statistical Science
16:101). *Byar* for counts against an expectation (Breslow & Day 1987, Statistical Methods in Cancer Research II,
p. 69): within two per cent of the exact Poisson limits, also for none seen.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import Final

import numpy as np

Z95: Final = 1.96


def wilson(share: float, count: int, z: float = Z95) -> tuple[float, float]:
    """Wilson's interval of a share seen in ``count`` cases."""
    middle = share + z * z / (2 * count)
    half = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    # Rounding must not leave a trace of possibility, or of doubt, where none or all were seen.
    low = float((middle - half) / whole) if share > 0 else 0.0
    high = float((middle + half) / whole) if share < 1 else 1.0
    return low, high


def byar(seen: int, expected: float, z: float = Z95) -> tuple[float, float]:
    """Byar's interval of seen over expected, for a Poisson count ``seen`` and a known ``expected`` above 0."""
    low = seen * (1 - 1 / (9 * seen) - z / (3 * seen**0.5)) ** 3 if seen else 0.0
    more = seen + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * more**0.5)) ** 3
    return max(low, 0.0) / expected, high / expected


def simultaneous(groups: int, level: float = 0.95) -> float:
    """Normal quantile at which the intervals of all pairs of ``groups`` hold at once (Bonferroni)."""
    pairs = max(groups * (groups - 1) // 2, 1)
    return NormalDist().inv_cdf(1 - (1 - level) / (2 * pairs))
