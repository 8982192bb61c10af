"""Evaluate a detector's scores, pattern by pattern."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from tanglaw.common.errors import UsageError
from tanglaw.lab.evaluation.calibration import calibrate
from tanglaw.lab.evaluation.fairness import BUDGET, fairness
from tanglaw.lab.evaluation.inputs import Inputs, read
from tanglaw.lab.evaluation.precision import Flags, Floats, Ints, interval, steps
from tanglaw.lab.evaluation.result import FIRST, Alarm, Budget, Evaluation, PatternResult
from tanglaw.lab.worlds.kinds import APART, PATTERNS, REVIEW, VICTIMS

BUDGETS: Final = (50, 100, 200)
_CORRIDORS_SHOWN: Final = 20


def evaluate(
    folder: Path,
    truth: Path,
    payments: Path | None = None,
    *,
    draws: int = 200,
    budget: float = BUDGET,
    network: bool = True,
) -> Evaluation:
    """Compare ``folder/scores.parquet`` with ``truth``.

    A subject that a pattern's scores do not name has score 0 and ranks last. Only patterns that the scores or the truth
    know are evaluated.

    Args:
        folder: what ``tanglaw detect`` wrote.
        truth: the practice world's truth.
        payments: tells corridors when ``measures.parquet`` does not.
        draws: bootstrap draws for the intervals.
        budget: share of a role's subjects that is looked at, where fairness and harm are measured.
        network: whether what counterparties contribute counts; without it, the scores' ``_alone`` columns are read.

    Raises:
        UsageError: a file is not there or is no Parquet, or the budget is no share.
        FaultsError: columns are missing, scores are no probabilities, or the truth names a subject twice.
    """
    if not 0 < budget <= 1:
        raise UsageError(f"--budget: found {budget:g}; expected a share above 0 and at most 1, such as 0.01.")
    inputs = read(folder, truth, payments, network=network)
    known = set(inputs.scores["pattern"].unique()) | set(inputs.truth["kind"].unique())
    results = [
        _pattern(inputs, role, pattern, draws)
        for role, patterns in PATTERNS.items()
        for pattern in patterns
        if pattern in known
    ]
    fair = fairness([inputs], budget)
    return Evaluation(tuple(results), _victims_in_review(inputs), inputs.strangers, budget, fair)


def _pattern(inputs: Inputs, role: str, pattern: str, draws: int) -> PatternResult:
    own = inputs.scores.filter((pl.col("role") == role) & (pl.col("pattern") == pattern))
    ranking = (
        inputs.truth.filter((pl.col("role") == role) & ~pl.col("kind").is_in(list(APART)))
        .join(own.select("subject_id", "score", "value"), on="subject_id", how="left")
        .with_columns(pl.col("score").fill_null(0.0), pl.col("value").fill_null(float("-inf")))
        .sort("value", "subject_id", descending=[True, False])
    )
    value, score = ranking["value"].to_numpy(), ranking["score"].to_numpy()
    positive: Flags = (ranking["kind"] == pattern).to_numpy()
    hard: Flags = positive & ranking["hard"].to_numpy()
    person = np.unique(ranking["person"].to_numpy(), return_inverse=True)[1].astype(np.int64)
    curve = steps(value, positive)
    low, high = interval(value, positive, person, draws=draws)
    others = ranking.with_row_index("rank").filter(pl.col("kind") != pattern)
    sizes = {str(size): float(size) for size in BUDGETS} | {"1 %": ranking.height / 100}
    first = ranking.head(FIRST).filter(pl.col("score") > 0)["kind"].value_counts(sort=True)
    return PatternResult(
        pattern=pattern,
        role=role,
        subjects=ranking.height,
        positives=int(positive.sum()),
        average_precision=curve.average_precision,
        low=low,
        high=high,
        by_person=_by_person(value, positive, person),
        hard_positives=int(hard.sum()),
        hard_average_precision=_of_some(value, positive, hard),
        plain_average_precision=_of_some(value, positive, positive & ~hard),
        budgets=tuple(Budget(name, size, *curve.at(size)) for name, size in sizes.items()),
        calibration=calibrate(score, positive),
        first=dict(sorted(first.iter_rows(), key=lambda row: (-row[1], row[0]))),
        kinds=_alarms(others, "kind", ranking.height),
        variants=_alarms(others.filter(pl.col("variant") != ""), "variant", ranking.height),
        corridors=_alarms(others, "corridor", ranking.height)[:_CORRIDORS_SHOWN],
        ages=_alarms(others, "age_band", ranking.height),
        victims=sum(count for kind, count in first.iter_rows() if kind in VICTIMS and kind != pattern),
        curve=curve,
    )


def _of_some(value: Floats, positive: Flags, some: Flags) -> float:
    """Average precision when some of the positives are to be found and the other positives are not there."""
    there = some | ~positive
    return steps(value[there], some[there]).average_precision


def _victims_in_review(inputs: Inputs) -> int:
    """Victims among the first 100 payers of the pooled patterns of review."""
    pooled = inputs.scores.filter((pl.col("role") == "originator") & pl.col("pattern").is_in(list(REVIEW)))
    best = (
        pooled.group_by("subject_id").agg(pl.col("value").max()).sort("value", "subject_id", descending=[True, False])
    )
    truth = inputs.truth.filter(pl.col("role") == "originator")
    first = best.join(truth, on="subject_id", maintain_order="left").head(FIRST)
    return int(first["kind"].is_in(list(VICTIMS)).sum())


def _by_person(value: Floats, positive: Flags, person: Ints) -> float:
    best = pl.DataFrame({"person": person, "value": value, "positive": positive})
    best = best.group_by("person").agg(pl.col("value").max(), pl.col("positive").any())
    return steps(best["value"].to_numpy(), best["positive"].to_numpy()).average_precision


def _alarms(others: pl.DataFrame, column: str, whole: int) -> tuple[Alarm, ...]:
    """False alarms by a column's values, those with most in the first 1 % first."""
    counts = (
        others.filter(pl.col(column).is_not_null())
        .group_by(column)
        .agg(
            subjects=pl.len(),
            half=(pl.col("score") >= 0.5).sum(),
            high=((pl.col("rank") < whole / 100) & (pl.col("score") > 0)).sum(),
        )
        .sort("high", "half", "subjects", column, descending=[True, True, True, False])
    )
    return tuple(Alarm(*row) for row in counts.iter_rows())
