"""Before and after on held-out subjects: each known subject is judged with what was learned from the others.

The network is left out: what is asked is whether expectations got truer, on what each subject's own payments show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.inference.counts import Counts, added, counted
from tanglaw.inference.explanations import Scored, hold_back, score
from tanglaw.inference.model import Model
from tanglaw.inference.usual import fitted
from tanglaw.leads.learning.finished_run import ROLES, FinishedRun
from tanglaw.leads.learning.outcomes import Outcomes
from tanglaw.patterns.pattern_set import PatternSet

Verdict = Literal["better", "no clear difference", "worse", "too few to tell"]

TOO_FEW: Final = 10
"""Under so many held-out subjects no verdict is given; assumed."""

_LOSS: Final = 0.02
"""A fall of average precision by more than this is worse, whatever the log score says; assumed."""

_DRAWS: Final = 2_000

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OfPattern:
    """Before and after for the held-out subjects of one explanation.

    Attributes:
        confirmed, dismissed: held-out subjects with that outcome.
        log_score: mean log of the probability given to what people found, before and after; nats, at most 0.
        average_precision: of held-out confirmed subjects among everybody who is not known to be one, before and
            after; ``None`` for ordinary explanations and where nobody was confirmed. People nobody has looked at count
            as errors, so it is a lower bound.
        median_rank: of held-out confirmed subjects among the same, from 1.
    """

    pattern: str
    confirmed: int
    dismissed: int
    log_score: tuple[float, float]
    average_precision: tuple[float, float] | None
    median_rank: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Trial:
    """How the update did on held-out subjects.

    Attributes:
        subjects: how many known subjects were held out, each once.
        gain: mean of the log score's change a subject, nats; `low` and `high` bound it (95 %, bootstrap over subjects).
        precision_change: mean change of average precision, weighted by confirmed subjects; ``None`` without any.
    """

    subjects: int
    folds: int
    gain: float
    low: float
    high: float
    precision_change: float | None
    by_pattern: tuple[OfPattern, ...]

    @property
    def verdict(self) -> Verdict:
        """Say it in a word; see :data:`TOO_FEW`."""
        if self.subjects < TOO_FEW:
            return "too few to tell"
        change = self.precision_change or 0.0
        if self.high < 0 or change < -_LOSS:
            return "worse"
        return "better" if self.low > 0 and change >= -_LOSS / 2 else "no clear difference"


def try_out(runs: Sequence[FinishedRun], outcomes: Outcomes, patterns: PatternSet) -> Trial:
    """Learn from all folds but one, judge that one, and so on for each."""
    judged: list[pl.DataFrame] = []
    precisions: list[tuple[str, int, float, float]] = []
    for at, run in enumerate(runs):
        for role in ROLES:
            here = outcomes.findings.filter((pl.col("run") == at) & (pl.col("role") == role))
            if here.is_empty() or outcomes.folds < 2:
                continue
            base = fitted(run.evidence[role], patterns.of(role))
            before = hold_back(score(base), base)
            for fold in here["fold"].unique().sort():
                counts = learned_from(runs, outcomes, patterns, but=fold)
                model = fitted(run.evidence[role], patterns.of(role), counts, like=base)
                after = hold_back(score(model), model)
                rest = here.filter(pl.col("fold") != fold)
                found, precision = _judge(model, before, after, here.filter(pl.col("fold") == fold), rest)
                judged.append(found)
                precisions += precision
    # Sums in one order, in whatever order the runs were given.
    ordered = pl.concat(judged).sort("role", "subject_id", "pattern") if judged else None
    return _trial(ordered, sorted(precisions), outcomes.folds)


def learned_from(
    runs: Sequence[FinishedRun], outcomes: Outcomes, patterns: PatternSet, *, but: int | None = None
) -> Counts:
    """Count the bands of all confirmed subjects, those of one fold left out.

    Only in measures of which the pattern files speak: an update holds no others, and nothing else must be tried out.
    """
    told = added(
        counted(run.evidence[role], outcomes.rows(at, role, but=but)) for at, run in enumerate(runs) for role in ROLES
    )
    spoken = {pattern.id: {expectation.measure for expectation in pattern.expects} for pattern in patterns}
    return {
        name: {measure: counts for measure, counts in of.items() if measure in spoken.get(name, ())}
        for name, of in told.items()
    }


def _judge(
    model: Model, before: Scored, after: Scored, held: pl.DataFrame, rest: pl.DataFrame
) -> tuple[pl.DataFrame, list[tuple[str, int, float, float]]]:
    """Judge the findings of one fold: log scores and ranks; and average precision by pattern."""
    columns = {pattern.id: column for column, pattern in enumerate(model.patterns)}
    frames, precisions = [], []
    for (name,), findings in held.partition_by("pattern", as_dict=True, maintain_order=True).items():
        pattern = model.patterns[columns[str(name)]]
        odds = [scored.log_odds(columns[pattern.id]) for scored in (before, after)]
        rows, confirmed = findings["row"].to_numpy(), findings["confirmed"].to_numpy()
        scores = [-np.logaddexp(0.0, np.where(confirmed, -one[rows], one[rows])) for one in odds]
        others = np.ones(len(odds[0]), dtype=np.bool_)
        others[rest.filter((pl.col("pattern") == name) & pl.col("confirmed"))["row"].to_numpy()] = False
        ranks = [_ranks(one, others, rows[confirmed]) for one in odds]
        if pattern.kind == "pattern" and confirmed.any():
            precisions.append((pattern.id, int(confirmed.sum()), _precision(ranks[0]), _precision(ranks[1])))
        places = np.full((2, len(rows)), np.nan)
        places[:, confirmed] = ranks
        frames.append(
            findings.select("role", "subject_id", "pattern", "confirmed").with_columns(
                before=pl.Series(scores[0]), after=pl.Series(scores[1]),
                rank_before=pl.Series(places[0], nan_to_null=True), rank_after=pl.Series(places[1], nan_to_null=True),
                ranked=pl.lit(pattern.kind == "pattern"),
            )
        )  # fmt: skip
    return pl.concat(frames), precisions


def _ranks(odds: Floats, others: npt.NDArray[np.bool_], rows: npt.NDArray[np.int64]) -> Floats:
    """Give the places of `rows` among `others`, from 1; of equals, the last place."""
    ordered = np.sort(odds[others])
    return (len(ordered) - np.searchsorted(ordered, odds[rows], side="left")).astype(np.float64)


def _precision(ranks: Floats) -> float:
    ordered = np.sort(ranks)
    return float(np.mean(np.arange(1, len(ordered) + 1) / np.maximum(ordered, np.arange(1, len(ordered) + 1))))


def _trial(judged: pl.DataFrame | None, precisions: list[tuple[str, int, float, float]], folds: int) -> Trial:
    if judged is None:
        return Trial(0, folds, 0.0, 0.0, 0.0, None, ())
    by_subject = (
        judged.group_by("role", "subject_id").agg(gain=(pl.col("after") - pl.col("before")).mean())
        .sort("role", "subject_id")
    )  # fmt: skip
    gains = by_subject["gain"].to_numpy()
    draws = np.random.default_rng(0).integers(0, len(gains), (_DRAWS, len(gains)))
    low, high = np.quantile(gains[draws].mean(axis=1), [0.025, 0.975])
    of_patterns = [
        _of_pattern(str(name), part, [row for row in precisions if row[0] == name])
        for (name,), part in judged.partition_by("pattern", as_dict=True, maintain_order=True).items()
    ]
    weight = sum(row[1] for row in precisions)
    change = sum(row[1] * (row[3] - row[2]) for row in precisions) / weight if weight else None
    ordered = tuple(sorted(of_patterns, key=lambda one: one.pattern))
    return Trial(len(gains), folds, float(gains.mean()), float(low), float(high), change, ordered)


def _of_pattern(name: str, part: pl.DataFrame, precisions: list[tuple[str, int, float, float]]) -> OfPattern:
    confirmed = part.filter("confirmed")
    weight = sum(row[1] for row in precisions)
    precision = (
        (sum(row[1] * row[2] for row in precisions) / weight, sum(row[1] * row[3] for row in precisions) / weight)
        if weight
        else None
    )
    ranked = confirmed.height and part["ranked"][0]
    return OfPattern(
        name, confirmed.height, part.height - confirmed.height,
        (_mean(part["before"]), _mean(part["after"])), precision,
        (_median(confirmed["rank_before"]), _median(confirmed["rank_after"])) if ranked else None,
    )  # fmt: skip


def _mean(values: pl.Series) -> float:
    return float(values.to_numpy().mean())


def _median(values: pl.Series) -> float:
    return float(np.median(values.to_numpy()))
