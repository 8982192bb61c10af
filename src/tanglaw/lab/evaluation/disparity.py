"""How far groups of people differ in false alarms, once what they truly do and what chance does are taken out.

With few false alarms the highest of many groups over the lowest is large by chance alone, and groups differ because
different people live in them: who buys game items looks more like a pattern than who supports parents. And false alarms
come in clumps: of neighbours who pay each other all stand high, or none, which is one mistake and not eight. So five
things are said beside the plain ratio:

- *expected*: false alarms that each group would have if its people drew them as people of their own true kind do
  everywhere (indirect standardisation; Breslow & Day 1987, Statistical Methods in Cancer Research II, ch. 2);
- an *interval* of the ratio that holds for every pair of groups at once, so also for the two that were picked because
  they are the extremes;
- *clumps*: how far groups swing from world to world, over what chance lets people swing one by one (quasi-likelihood's
  dispersion: McCullagh & Nelder 1989, Generalized Linear Models, ch. 4.5 and 9.2). Whatever disfavours a group in every
  world alike is no swing. With one world it cannot be told, and is taken as 1;
- *by chance*: what that ratio is when false alarms are dealt out blindly among people of one kind, and swing so far;
- the *pulled-in* ratio: every group is pulled towards all as far as its small numbers call for (empirical Bayes:
  Marshall 1991, Applied Statistics 40:283; spread between groups by the moments of DerSimonian & Laird 1986, Controlled
  Clinical Trials 7:177). This is the best single guess of how far groups differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.lab.evaluation.intervals import simultaneous

LEAST_EXPECTED: Final = 5.0
"""A group stands for itself from so many expected false alarms on; smaller ones stand together. Chosen by what is
expected and not by what is seen, so that the choice favours nobody."""

DOUBT: Final = 0.05
"""Groups are called unlike where chance makes them as uneven in less than this share of worlds."""

_DRAWS: Final = 1_000
_HALF: Final = 0.5

Counts = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Disparity:
    """The groups with most and least false alarms for what is expected of them.

    Attributes:
        groups: how many were compared, the small ones together counted as one.
        highest, lowest: their names.
        ratio: (seen + ½) / (expected + ½) of the highest over that of the lowest.
        clumps: variance from world to world over that of people who are false alarms one by one; at least 1.
        low, high: 95 % for all pairs at once.
        chance, chance_high: median and 95th percentile of the ratio by chance.
        p: share of chance worlds whose groups are so uneven (χ² of seen against expected).
        pulled_in: the ratio after each group is pulled towards all.
    """

    groups: int
    highest: str
    lowest: str
    ratio: float
    clumps: float
    low: float
    high: float
    chance: float
    chance_high: float
    p: float
    pulled_in: float

    def more_than(self, ratio: float) -> bool:
        """Say whether groups are shown to differ by more than this: by the best guess, and hardly by chance."""
        return self.pulled_in > ratio and self.p < DOUBT


def compare(
    people: pl.DataFrame, column: str, strata: Sequence[str], *, worlds: str | None = None, seed: int = 0
) -> Disparity | None:
    """Compare groups of people who are not what a queue looks for.

    Args:
        people: one row a person with ``alarm`` (Boolean), the group and the strata.
        column: the group; rows without one are left out.
        strata: columns within which anybody is taken to be as likely a false alarm as anybody else.
        worlds: the stratum that tells worlds apart, where there are several: between them clumps are measured.
        seed: of the chance worlds.

    Returns:
        ``None`` where fewer than two groups are large enough, or nobody was a false alarm.
    """
    known = people.filter(pl.col(column).is_not_null())
    if not known["alarm"].any():
        return None
    known = known.with_columns(expected=pl.col("alarm").mean().over(strata), own=pl.col(column).cast(pl.String))
    sums = known.group_by("own").agg(pl.col("expected").sum())
    large = sums.filter(pl.col("expected") >= LEAST_EXPECTED)["own"].sort()
    rest = f"{sums.height - len(large):,} smaller together"
    known = known.with_columns(pl.when(pl.col("own").is_in(large.implode())).then("own").otherwise(pl.lit(rest)))
    groups = known.group_by("own").agg(pl.col("alarm").sum(), pl.col("expected").sum()).sort("own")
    groups = groups.filter(pl.col("expected") >= LEAST_EXPECTED)
    names = groups["own"].to_list()
    if len(names) < 2:
        return None
    seen, expected = groups["alarm"].to_numpy().astype(np.float64), groups["expected"].to_numpy()
    rates = (seen + _HALF) / (expected + _HALF)
    top, bottom = int(rates.argmax()), int(rates.argmin())
    ratio = float(rates[top] / rates[bottom])
    dealt, variance = _dealt(known, names, strata, seed)
    clumps = 1.0 if worlds is None else _clumps(known, names, worlds, float(variance.sum()))
    half = simultaneous(len(names)) * float(np.sqrt(clumps / (seen[top] + _HALF) + clumps / (seen[bottom] + _HALF)))
    dealt = np.maximum(expected + (dealt - expected) * np.sqrt(clumps), 0.0)
    blind = _extremes(dealt, expected)
    uneven = ((dealt - expected) ** 2 / expected).sum(axis=1) >= ((seen - expected) ** 2 / expected).sum() - 1e-9
    return Disparity(
        groups=len(names),
        highest=names[top],
        lowest=names[bottom],
        ratio=ratio,
        clumps=clumps,
        low=ratio * float(np.exp(-half)),
        high=ratio * float(np.exp(half)),
        chance=float(np.median(blind)),
        chance_high=float(np.percentile(blind, 95)),
        p=float((1 + uneven.sum()) / (1 + len(uneven))),
        pulled_in=pulled_in(seen / clumps, expected / clumps),
    )


def pulled_in(seen: Counts, expected: Counts) -> float:
    """Highest over lowest rate after each group is pulled towards all; 1 where chance explains what is seen."""
    rates = seen / expected * expected.sum() / max(seen.sum(), 1.0)
    chi2 = float((expected * (rates - 1) ** 2).sum())
    beyond = chi2 - (len(seen) - 1)
    spread = beyond / float(expected.sum() - (expected**2).sum() / expected.sum())
    if spread <= 0:
        return 1.0
    drawn = (rates * expected + 1 / spread) / (expected + 1 / spread)
    return float(drawn.max() / drawn.min())


def _clumps(known: pl.DataFrame, names: Sequence[str], worlds: str, variance: float) -> float:
    """How far groups swing between worlds about their own rate over all worlds, over the variance of blind dealing."""
    count = known[worlds].n_unique()
    if count < 2:
        return 1.0
    cells = (
        known.filter(pl.col("own").is_in(list(names)))
        .group_by(worlds, "own")
        .agg(pl.col("alarm").sum(), pl.col("expected").sum())
        .with_columns(rate=pl.col("alarm").sum().over("own") / pl.col("expected").sum().over("own"))
    )
    swing = float(((cells["alarm"] - cells["rate"] * cells["expected"]) ** 2).sum())
    # Of each group one of its worlds' deviations follows from the others: their rate is fitted.
    return max(1.0, swing / variance * count / (count - 1)) if variance > 0 else 1.0


def _dealt(known: pl.DataFrame, names: Sequence[str], strata: Sequence[str], seed: int) -> tuple[Counts, Counts]:
    """(draws, groups) false alarms when each stratum's are dealt out blindly among its people, and their variance."""
    rng = np.random.default_rng(seed)
    dealt, variance = np.zeros((_DRAWS, len(names))), np.zeros(len(names))
    counted = known.group_by(*strata, "own").agg(pl.len(), pl.col("alarm").sum()).sort(*strata, "own")
    for part in counted.partition_by(strata, maintain_order=True):
        alarms = int(part["alarm"].sum())
        if alarms:
            sizes = part["len"].to_numpy().astype(np.int64)
            drawn = rng.multivariate_hypergeometric(sizes, alarms, size=_DRAWS)
            whole = int(sizes.sum())
            left = alarms * (whole - alarms) / max(whole - 1, 1)
            for at, own in enumerate(part["own"]):
                if own in names:
                    dealt[:, names.index(own)] += drawn[:, at]
                    variance[names.index(own)] += left * sizes[at] / whole * (1 - sizes[at] / whole)
    return dealt, variance


def _extremes(seen: Counts, expected: Counts) -> Counts:
    rates = (seen + _HALF) / (expected + _HALF)
    return np.asarray(rates.max(axis=1) / rates.min(axis=1))
