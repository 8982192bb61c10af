"""``learn``: from finished runs and outcomes to an update, tried out on held-out subjects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

import tanglaw
from tanglaw.inference.counts import FILE_COUNTS, Shares
from tanglaw.inference.model import assemble
from tanglaw.leads.known import read_known
from tanglaw.leads.learning.finished_run import ROLES, FinishedRun, read_runs
from tanglaw.leads.learning.held_out import Trial, learned_from, try_out
from tanglaw.leads.learning.outcomes import Outcomes, meet
from tanglaw.leads.learning.pooling import pooled
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern import Pattern
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.patterns.update import LEAST, Learned, Source, Update
from tanglaw.patterns.update_writing import as_yaml

FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned, how it did on held-out subjects, and known subjects that no run has met."""

    update: Update
    trial: Trial
    missing: int

    @property
    def text(self) -> str:
        """The update as the file that is written."""
        return as_yaml(self.update, FILE_COUNTS)


def learn(
    folders: Sequence[Path],
    known: Path,
    *,
    pattern_folders: Sequence[Path] = (),
    least: int = LEAST,
    share: bool = False,
    folds: int = FOLDS,
) -> Lesson:
    """Learn from outcomes.

    Args:
        folders: finished runs.
        known: outcomes; CSV or Parquet.
        pattern_folders: folders with further pattern files.
        least: explanations that rest on fewer confirmed subjects are left out.
        share: make an update that may leave the house: nothing rests on fewer than ``LEAST`` people.
        folds: into how many parts known subjects are divided for the trial.

    Raises:
        FaultsError: runs, outcomes or patterns that cannot be used, all faults of each at once.
    """
    patterns = load([LIBRARY, *pattern_folders], catalogue.bands())
    outcomes_file = read_known(known, patterns)
    runs = read_runs(folders)
    outcomes = meet(runs, outcomes_file, folds)
    trial = try_out(runs, outcomes, patterns)
    least = max(least, LEAST) if share else least
    confirmed = outcomes.confirmed()
    kept = {name: count for name, count in confirmed.items() if count >= least}
    update = Update(
        made_by=f"tanglaw {tanglaw.__version__}",
        audience="share" if share else "house",
        sources=_sources(runs, outcomes, outcomes_file.sha256, step=LEAST if share else 1),
        learned=_learned(runs, outcomes, patterns, kept, share=share),
        held_out=_figures(trial),
        left_out=tuple(
            f"{name} rests on {'fewer than ' + str(least) if share else count} confirmed "
            f"{'subject' if count == 1 and not share else 'subjects'}; at least {least} are asked for"
            for name, count in confirmed.items()
            if name not in kept
        ),
    )
    return Lesson(update, trial, outcomes.missing)


def _sources(runs: Sequence[FinishedRun], outcomes: Outcomes, known: str, step: int) -> tuple[Source, ...]:
    """Say what each run gave; what leaves the house is rounded down, so that totals do not give small counts away."""
    found = []
    for at, run in enumerate(runs):
        here = outcomes.findings.filter(pl.col("run") == at)
        confirmed = here.filter("confirmed").height
        dismissed = here.height - confirmed
        found.append(Source(run.sha256, known, confirmed // step * step, dismissed // step * step))
    return tuple(sorted(found, key=lambda source: source.run))


def _learned(
    runs: Sequence[FinishedRun], outcomes: Outcomes, patterns: PatternSet, kept: Mapping[str, int], *, share: bool
) -> tuple[Learned, ...]:
    counts = learned_from(runs, outcomes, patterns)
    largest = max(runs, key=lambda run: (sum(frame.height for frame in run.subjects.values()), run.sha256))
    learned = []
    for role in ROLES:
        of_role = [pattern for pattern in patterns.of(role) if pattern.id in kept]
        if not of_role:
            continue
        model = assemble(largest.evidence[role], of_role)
        bands = {measure.id: measure.bands for measure in largest.evidence[role].measures}
        for pattern, row in zip(of_role, model.shares, strict=True):
            before = {
                measure: shares for measure, shares in zip(bands, row, strict=True)
                if shares is not None and measure in counts[pattern.id] and counts[pattern.id][measure].sum() > 0
            }  # fmt: skip
            learned.append(_of_pattern(pattern, kept[pattern.id], counts[pattern.id], before, bands, share=share))
    return tuple(learned)


def _of_pattern(
    pattern: Pattern,
    subjects: int,
    counts: Mapping[str, Shares],
    before: Mapping[str, Shares],
    bands: Mapping[str, tuple[str, ...]],
    *,
    share: bool,
) -> Learned:
    made = {name: pooled(counts[name], shares) if share else counts[name] for name, shares in before.items()}
    said = {measure: one for measure, one in made.items() if one is not None}
    return Learned(
        pattern.id,
        pattern.role,
        pattern.sha256,
        subjects,
        {measure: _by_band(one, bands[measure]) for measure, one in said.items()},
        {measure: _by_band(before[measure], bands[measure]) for measure in said},
    )


def _by_band(values: Shares, bands: tuple[str, ...]) -> dict[str, float]:
    return dict(zip(bands, np.round(values, 4).tolist(), strict=True))


def _figures(trial: Trial) -> dict[str, str | int | float]:
    figures: dict[str, str | int | float] = {
        "verdict": trial.verdict,
        "subjects": trial.subjects,
        "folds": trial.folds,
        "log_score_change": round(trial.gain, 4),
        "log_score_change_low": round(trial.low, 4),
        "log_score_change_high": round(trial.high, 4),
    }
    if trial.precision_change is not None:
        figures["average_precision_change"] = round(trial.precision_change, 4)
    return figures
