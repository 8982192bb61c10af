"""Average precision, and precision and recall at a budget; ties are handled by definition and not by chance.

*Average precision* is Σ (Rₖ - Rₖ₋₁) · Pₖ over the distinct values of the ranking from the highest down, where Pₖ and Rₖ
are precision and recall when everybody at or above the k-th value is taken. Subjects that share a value come in
together, so their order in a file cannot matter; subjects without a score share the last place. This is the definition
that scikit-learn uses; a ranking by chance scores about the share of positives.

*At a budget* of n, a group of ties that straddles the cut counts in proportion: what one would find on average when
picking from it blindly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Steps:
    """A ranking's distinct values from the highest down, with how many are taken and found by then."""

    value: Floats
    taken: Floats
    found: Floats

    @property
    def precision(self) -> Floats:
        """Share of those taken that are positives."""
        return np.divide(self.found, self.taken, out=np.zeros_like(self.found), where=self.taken > 0)

    @property
    def recall(self) -> Floats:
        """Share of the positives that are taken; zero when there are none."""
        return self.found / self.found[-1] if len(self.found) and self.found[-1] else np.zeros_like(self.found)

    @property
    def average_precision(self) -> float:
        """Average precision; not a number when there are no positives."""
        if not len(self.found) or not self.found[-1]:
            return float("nan")
        return float(np.sum(np.diff(self.recall, prepend=0.0) * self.precision))

    def at(self, budget: float) -> tuple[float, float]:
        """Precision and recall when ``budget`` subjects are taken from the top."""
        if not len(self.taken) or budget <= 0:
            return float("nan"), float("nan")
        budget = min(budget, float(self.taken[-1]))
        found = float(np.interp(budget, np.append(0.0, self.taken), np.append(0.0, self.found)))
        return found / budget, found / float(self.found[-1]) if self.found[-1] else float("nan")


def steps(value: Floats, positive: Flags) -> Steps:
    """Lay a ranking out by its distinct values; higher ranks first, minus infinity is allowed."""
    return Blocks(value, positive).steps(None)


@dataclass(slots=True)
class Blocks:
    """A ranking sorted once, for many weightings of its subjects."""

    order: Ints
    starts: Ints
    distinct: Floats
    positive: Floats

    def __init__(self, value: Floats, positive: Flags) -> None:
        self.order = np.argsort(-value, kind="stable")
        ranked = value[self.order]
        self.starts = (
            np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1])) if len(ranked) else np.empty(0, np.int64)
        )
        self.distinct = ranked[self.starts]
        self.positive = positive[self.order].astype(np.float64)

    def steps(self, weight: Floats | None) -> Steps:
        """The steps when each subject counts ``weight`` times (once when none is given)."""
        own = np.ones(len(self.order)) if weight is None else weight[self.order]
        if not len(self.starts):
            return Steps(self.distinct, np.empty(0), np.empty(0))
        taken = np.cumsum(np.add.reduceat(own, self.starts))
        found = np.cumsum(np.add.reduceat(own * self.positive, self.starts))
        return Steps(self.distinct, taken, found)


def interval(value: Floats, positive: Flags, cluster: Ints, *, draws: int = 200, seed: int = 0) -> tuple[float, float]:
    """95 % interval of average precision by bootstrap over persons (all subjects of a person are drawn together).

    Args:
        value: the ranking's values.
        positive: which subjects are positives.
        cluster: number of the person behind each subject, from 0.
        draws: bootstrap worlds; each person counts a Poisson(1) number of times.
        seed: makes it repeatable.
    """
    if not positive.any():
        return float("nan"), float("nan")
    rng = np.random.default_rng(seed)
    blocks = Blocks(value, positive)
    people = int(cluster.max()) + 1
    drawn = [blocks.steps(rng.poisson(1.0, people)[cluster].astype(np.float64)).average_precision for _ in range(draws)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return float(low), float(high)
