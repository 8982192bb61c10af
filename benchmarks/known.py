"""What known outcomes are worth: `python -m benchmarks.known WORLD... [--counts 1 10 100] [--draws 3] [--each]`.

A world is a folder with `payments.parquet` and `truth.parquet` (`benchmarks.apart.make`). Tanglaw detects without any
outcome; then people "look" at some of its first leads, and the truth answers for them: confirmed, or dismissed as what
the subject is. With these outcomes everybody is scored anew. Average precision is that of all *other* subjects, before
and after, so that nobody is praised for repeating what they were told. Outcomes are drawn several times; means and the
spread over draws are shown.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, Literal

import numpy as np
import polars as pl

from benchmarks.apart.judge import TARGETS, average_precision, ranking
from tanglaw.engines.engine import choose
from tanglaw.inference.counts import NO_COUNTS, counted
from tanglaw.inference.explanations import score, told
from tanglaw.inference.usual import fitted
from tanglaw.leads.backtesting.ranked import ranked
from tanglaw.leads.known import EXPLANATION, Known
from tanglaw.leads.role_scoring import RoleScoring, joined, let_network_speak, score_role
from tanglaw.measures import catalogue
from tanglaw.measures.intake import take_in
from tanglaw.measures.measuring import measure
from tanglaw.measures.rows import Enrichment
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.payments.rates import Rates

COUNTS: Final = (1, 10, 100)
LOOKED_AT: Final = 300
"""Outcomes are drawn from so many first leads; with ``--each`` from as many in all, evenly over the patterns."""

Way = Literal["both", "expectations", "network"]
WAYS: Final[dict[Way, str]] = {
    "both": "expectations sharpened, and the network told",
    "expectations": "expectations sharpened only, as an update does",
    "network": "the network told only",
}


@dataclass(frozen=True, slots=True)
class Row:
    """Average precision of one pattern in one world, before and after so many known outcomes.

    `before` and `after` are means over draws, on the same held-out subjects; `low` and `high` the smallest and the
    largest change of any draw.
    """

    world: str
    pattern: str
    outcomes: int
    confirmed: float
    held_out: float
    before: float
    after: float
    low: float
    high: float


class Stage:
    """A world measured once, to be scored with any outcomes."""

    def __init__(self, world: Path, work: Path) -> None:
        self.patterns: PatternSet = load([LIBRARY], catalogue.bands())
        self.truth = pl.read_parquet(world / "truth.parquet")
        intake = take_in([world / "payments.parquet"], work, Enrichment(Rates.load()), buckets=8)
        measured = measure(intake, choose("local"), work)
        self._pairs, self._until = measured.pairs, intake.until
        self._first = [
            score_role("originator", measured.payers, intake, work, self.patterns),
            score_role("beneficiary", measured.receivers, intake, work, self.patterns),
        ]
        self._fresh = [one.scored for one in self._first]

    def scores(self, known: Known | None = None, way: Way = "both") -> tuple[pl.DataFrame, pl.DataFrame]:
        """Give all scores, and the leads in rank order."""
        scorings = [
            self._told(one, known, way) if known else replace(one, scored=fresh)
            for one, fresh in zip(self._first, self._fresh, strict=True)
        ]
        let_network_speak(scorings[0], scorings[1], joined(scorings[0], scorings[1], self._pairs))
        return pl.concat([one.scores() for one in scorings]), ranked(scorings, self._until)

    def _told(self, scoring: RoleScoring, known: Known, way: Way) -> RoleScoring:
        patterns = self.patterns.of(scoring.role)
        ids = scoring.subjects["subject_id"]
        findings = {
            p.id: (known.rows(scoring.role, p.id, "confirmed", ids), known.rows(scoring.role, p.id, "dismissed", ids))
            for p in patterns
        }
        counts = counted(scoring.model.evidence, {name: rows for name, (rows, _) in findings.items()})
        model = fitted(scoring.model.evidence, patterns, NO_COUNTS if way == "network" else counts, like=scoring.model)
        fresh = score(model)
        if way != "expectations":
            fresh = told(replace(fresh, unfound=score(scoring.model)), findings)
        return replace(scoring, model=model, scored=fresh)


def first_leads(leads: pl.DataFrame, *, each: bool) -> pl.DataFrame:
    """Give the leads that people look at: the first of all, or the first of each pattern."""
    if each:
        share = LOOKED_AT // max(1, leads["pattern"].n_unique())
        leads = leads.sort("rank").group_by("pattern", maintain_order=True).head(share)
    # Accounts are not joined here, so that an entity is a subject.
    return leads.head(LOOKED_AT).select("role", pl.col("entity_id").alias("subject_id"), "pattern")


def outcomes(first: pl.DataFrame, truth: pl.DataFrame, patterns: PatternSet, count: int, seed: int) -> Known:
    """Let the truth answer for people who looked at `count` of the `first` leads."""
    drawn = first.sample(min(count, first.height), seed=seed).join(
        truth.select("role", "subject_id", kind="pattern"), on=["role", "subject_id"], how="left"
    )
    ids = {(pattern.role, pattern.id) for pattern in patterns}
    rows = []
    for role, subject, pattern, kind in drawn.sort(pl.all()).iter_rows():
        right = kind == pattern
        explanation = None if right or (role, kind) not in ids else kind
        rows.append((role, subject, pattern, "confirmed" if right else "dismissed", explanation))
    schema = dict.fromkeys(("role", "subject_id", "pattern", "outcome", EXPLANATION), pl.String)
    return Known(pl.DataFrame(rows, schema=schema, orient="row"), "benchmark")


def ablation(
    world: Path, counts: Sequence[int] = COUNTS, draws: int = 3, way: Way = "both", *, each: bool = False
) -> list[Row]:
    """Measure one world: a row a pattern and count.

    Args:
        world: folder with ``payments.parquet`` and ``truth.parquet``.
        counts: how many outcomes are known.
        draws: how often they are drawn.
        way: what outcomes may do.
        each: people look at the first leads of each pattern, not of all together.
    """
    with tempfile.TemporaryDirectory(prefix="tanglaw-known-") as name:
        stage = Stage(world, Path(name))
        before, leads = stage.scores()
        first = first_leads(leads, each=each)
        rows = []
        for count in counts:
            tried = [_try(stage, before, first, count, seed, way) for seed in range(draws)]
            for pattern in TARGETS:
                some = [one[pattern] for one in tried if pattern in one]
                if some:
                    table = np.array(some)
                    change = table[:, 3] - table[:, 2]
                    means = [round(float(value), 4) for value in table.mean(axis=0)]
                    spread = [round(float(value), 4) for value in (change.min(), change.max())]
                    rows.append(Row(world.name, pattern, count, *means, *spread))
        return rows


def _try(  # noqa: PLR0917 -- one draw of one count
    stage: Stage, before: pl.DataFrame, first: pl.DataFrame, count: int, seed: int, way: Way
) -> dict[str, tuple[int, int, float, float]]:
    known = outcomes(first, stage.truth, stage.patterns, count, seed)
    after, _ = stage.scores(known, way)
    others = stage.truth.join(known.outcomes.select("role", "subject_id"), on=["role", "subject_id"], how="anti")
    confirmed = known.outcomes.filter(outcome="confirmed")["pattern"]
    found = {}
    for pattern in TARGETS:
        held = others.filter(pattern=pattern).height
        if held:
            precisions = []
            for scores in (before, after):
                ordered = ranking(others, scores, pattern)
                precisions.append(average_precision(ordered["hit"].to_numpy(), ordered["log_odds"].to_numpy()))
            found[pattern] = (int((confirmed == pattern).sum()), held, precisions[0], precisions[1])
    return found


def show(rows: Sequence[Row]) -> str:
    """Lay the rows out as a Markdown table."""
    lines = [
        "| world | pattern | known outcomes | confirmed here | held out | AP before | AP after | change (draws) |",
        "|---|---|---:|---:|---:|---:|---:|---|",
    ]
    lines += [
        f"| {row.world} | {row.pattern} | {row.outcomes} | {row.confirmed:.1f} | {row.held_out:.0f} | {row.before:.3f} "
        f"| {row.after:.3f} | {row.after - row.before:+.3f} ({row.low:+.3f} to {row.high:+.3f}) |"
        for row in rows
    ]
    return "\n".join(lines)


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.known", description=__doc__)
    parser.add_argument("worlds", type=Path, nargs="+")
    parser.add_argument("--counts", type=int, nargs="+", default=list(COUNTS))
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--way", choices=list(WAYS), default="both", help="; ".join(map(": ".join, WAYS.items())))
    parser.add_argument("--each", action="store_true", help="look at the first leads of each pattern")
    parser.add_argument("--json", action="store_true")
    said = parser.parse_args()
    rows = []
    for world in said.worlds:
        print(world, file=sys.stderr, flush=True)
        rows += ablation(world, said.counts, said.draws, said.way, each=said.each)
    print(json.dumps([asdict(row) for row in rows], indent=1) if said.json else show(rows))


if __name__ == "__main__":
    main()
