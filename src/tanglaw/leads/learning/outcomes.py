"""Who is known, in which run, and what they count: everybody once, however many runs and accounts they were met in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.identities.clustering import components
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

    Known accounts that any of the runs has joined are one subject, which counts once, under the id of the first of
    them; what was found of one account holds for it. One account confirmed and another dismissed is a contradiction
    that only people can settle; until then the confirmation stands. A subject that several runs have met counts in the
    one with most payments of theirs, so that the order in which runs are given changes nothing. Subjects are divided
    into folds, as evenly as may be over roles, patterns and outcomes, by a hash of their id; all that is known of one
    subject is in one fold.
    """
    met = _met(runs, known)
    once = (
        met.sort("role", "subject_id", "rows", "sha256", "row", descending=[False, False, True, False, False])
        .unique(["role", "subject_id"], keep="first", maintain_order=True)
        .drop("account")
    )
    party = met.select("role", "subject_id", "account").unique()
    outcomes = (
        known.outcomes.rename({"subject_id": "account"})
        .join(party, on=["role", "account"])
        .with_columns(confirmed=pl.col("outcome") == "confirmed")
        .sort("role", "subject_id", "pattern", "confirmed", EXPLANATION, descending=[False, False, False, True, False])
        .unique(["role", "subject_id", "pattern"], keep="first", maintain_order=True)
    )
    proved = outcomes.filter(pl.col(EXPLANATION).is_not_null()).with_columns(
        pattern=pl.col(EXPLANATION), confirmed=pl.lit(value=True)
    )
    said = (
        pl.concat([outcomes, proved])
        .group_by("role", "subject_id", "pattern")
        .agg(pl.col("confirmed").any())
    )  # fmt: skip
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
    findings = _of_their_part(
        findings.join(divided.select("role", "subject_id", "fold"), on=["role", "subject_id"]), runs
    )
    everybody = known.outcomes.select("role", "subject_id").n_unique()
    here = met.select("role", "account").n_unique()
    ordered = findings.select(_SCHEMA.names()).sort("role", "subject_id", "pattern").cast(_SCHEMA)
    return Outcomes(ordered, everybody - here, parts)


def _of_their_part(findings: pl.DataFrame, runs: Sequence[FinishedRun]) -> pl.DataFrame:
    """Put the part of a subject's payments that spoke for a pattern in the place of the larger part."""
    found = [findings.clear()]
    for (at, role), some in findings.partition_by("run", "role", as_dict=True, maintain_order=True).items():
        run = runs[int(at)]
        rows = run.subjects[role].select("entity_id", "part", pl.int_range(pl.len(), dtype=pl.Int64).alias("row"))
        own = some.select("row", "pattern").join(
            rows.select("row", "entity_id"), on="row", how="left", maintain_order="left"
        )
        spoken = own.join(run.spoken[role], on=["entity_id", "pattern"], how="left", maintain_order="left")
        meant = spoken.drop("row").join(rows, on=["entity_id", "part"], how="left", maintain_order="left")
        found.append(some.with_columns(row=pl.coalesce(meant["row"], some["row"])))
    return pl.concat(found)


def _met(runs: Sequence[FinishedRun], known: Known) -> pl.DataFrame:
    """Give ``role, account, subject_id`` and the places met (``run, sha256, row, rows``), by account and run."""
    found = [
        run.accounts[role]
        .join(known.outcomes.filter(role=role).select("subject_id").unique(), on="subject_id", how="semi")
        .join(run.subjects[role].with_row_index("row"), on="entity_id")
        .select(
            pl.lit(role).alias("role"),
            "entity_id",
            "rows",
            pl.col("row").cast(pl.Int64),
            account="subject_id",
            run=pl.lit(at, pl.Int64),
            sha256=pl.lit(run.sha256),
        )
        for at, run in enumerate(runs)
        for role in ROLES
    ]
    met = pl.concat(found)
    accounts = met.select("role", "account").unique().sort("role", "account").with_row_index("node")
    placed = met.join(accounts, on=["role", "account"]).sort("run", "role", "entity_id", "node")
    first = placed.select(pl.col("node").first().over("run", "role", "entity_id")).to_series()
    of = components(accounts.height, *(nodes.cast(pl.Int64).to_numpy() for nodes in (first, placed["node"])))
    named = accounts.with_columns(subject_id=accounts["account"].gather(of))
    return placed.drop("node", "entity_id").join(named.drop("node"), on=["role", "account"])
