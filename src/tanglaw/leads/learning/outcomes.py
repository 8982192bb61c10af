"""Who is known, in which run, and what they count: every subject once, however many runs have met them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.leads.known import EXPLANATION, Known
from tanglaw.leads.learning.finished_run import ROLES, FinishedRun

_SCHEMA: Final = pl.Schema({
    "run": pl.Int64, "role": pl.String, "subject_id": pl.String, "row": pl.Int64, "pattern": pl.String,
    "confirmed": pl.Boolean, "fold": pl.Int64,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Outcomes that met a subject of a run.

    Attributes:
        findings: ``run, role, subject_id, row, pattern, confirmed, fold``: one row a subject and explanation; `row` is
            the subject's in its run's evidence. A dismissal that names an explanation is two rows.
        missing: known subjects that are in none of the runs.
        folds: into how many parts subjects were divided.
    """

    findings: pl.DataFrame
    missing: int
    folds: int

    def rows(self, run: int, role: Role, *, but: int | None = None) -> dict[str, list[int]]:
        """Give the confirmed rows of a run by explanation, those of one fold left out."""
        chosen = self.findings.filter((pl.col("run") == run) & (pl.col("role") == role) & pl.col("confirmed"))
        if but is not None:
            chosen = chosen.filter(pl.col("fold") != but)
        found: dict[str, list[int]] = {}
        for pattern, row in chosen.select("pattern", "row").iter_rows():
            found.setdefault(pattern, []).append(row)
        return found

    def confirmed(self) -> Mapping[str, int]:
        """Count the confirmed subjects of each explanation."""
        counts = self.findings.filter("confirmed").group_by("pattern").len().sort("pattern")
        return dict(counts.iter_rows())


def meet(runs: Sequence[FinishedRun], known: Known, folds: int) -> Outcomes:
    """Find known subjects in runs.

    A subject that several runs have met counts in the one with most payments of theirs, so that the order in which
    runs are given changes nothing. Subjects are divided into folds, as evenly as may be over roles, patterns and
    outcomes, by a hash of their id; all that is known of one subject is in one fold.
    """
    order = {run.sha256: at for at, run in enumerate(runs)}
    met = [
        run.subjects[role]
        .select(
            pl.lit(order[run.sha256], pl.Int64).alias("run"),
            pl.lit(run.sha256).alias("sha256"),
            pl.lit(role).alias("role"),
            "subject_id",
            pl.int_range(pl.len(), dtype=pl.Int64).alias("row"),
            "rows",
        )
        .join(known.outcomes.filter(role=role).select("subject_id").unique(), on="subject_id", how="semi")
        for run in runs
        for role in ROLES
    ]
    once = (
        pl.concat(met)
        .sort("role", "subject_id", "rows", "sha256", descending=[False, False, True, False])
        .unique(["role", "subject_id"], keep="first", maintain_order=True)
    )
    outcomes = known.outcomes.with_columns(confirmed=pl.col("outcome") == "confirmed")
    proved = outcomes.filter(pl.col(EXPLANATION).is_not_null()).with_columns(
        pattern=pl.col(EXPLANATION), confirmed=pl.lit(value=True)
    )
    said = pl.concat([outcomes, proved]).select("role", "subject_id", "pattern", "confirmed").unique()
    findings = said.join(once, on=["role", "subject_id"], how="inner").sort("role", "subject_id", "pattern")
    subjects = findings.group_by("role", "subject_id", maintain_order=True).agg(
        pl.col("pattern").first(), pl.col("confirmed").first()
    )
    digests = [hashlib.sha256(f"{role}\x1f{name}".encode()).hexdigest() for role, name in
               subjects.select("role", "subject_id").iter_rows()]  # fmt: skip
    parts = max(1, min(folds, subjects.height))
    divided = (
        subjects.with_columns(pl.Series("digest", digests, pl.String))
        .sort("role", "pattern", "confirmed", "digest")
        .with_columns(fold=pl.int_range(pl.len(), dtype=pl.Int64) % parts)
    )
    findings = findings.join(divided.select("role", "subject_id", "fold"), on=["role", "subject_id"])
    everybody = known.outcomes.select("role", "subject_id").n_unique()
    ordered = findings.select(_SCHEMA.names()).sort("role", "subject_id", "pattern").cast(_SCHEMA)
    return Outcomes(ordered, everybody - subjects.height, parts)
