"""From laid-out payments to scored payers and receivers: the part that a run and a backtest share."""

from __future__ import annotations

import importlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.common.roles import Role
from tanglaw.common.room import Room
from tanglaw.engines.engine import Engine
from tanglaw.inference.counts import Counts
from tanglaw.inference.network import Converse, Settled
from tanglaw.inference.rounds import converse
from tanglaw.leads.known import NOTHING_KNOWN, Known
from tanglaw.leads.role_scoring import RoleScoring, joined, let_network_speak, score_role
from tanglaw.measures.intake import Intake
from tanglaw.measures.measuring import measure
from tanglaw.patterns.pattern_set import PatternSet


def weigh(  # noqa: PLR0917 -- everything that a score rests on
    intake: Intake,
    engine: Engine,
    work: Path,
    patterns: PatternSet,
    known: Known = NOTHING_KNOWN,
    learned: Counts | None = None,
    progress: Progress | None = None,
) -> tuple[list[RoleScoring], Settled]:
    """Measure everybody, score them under every explanation, and let the network speak.

    Args:
        intake: payments laid out in buckets.
        engine: who visits them.
        work: folder for what lies between the passes.
        patterns: all explanations.
        known: subjects that people have confirmed or dismissed.
        learned: counts of updates, see :func:`tanglaw.leads.role_scoring.score_role`.
        progress: where to report.

    Returns:
        Payers and receivers, and how the network settled.
    """
    progress = progress or Progress(enabled=False)
    measured = measure(intake, engine, work, progress)
    pairs = measured.pairs
    sides: list[tuple[Role, pl.DataFrame]] = [("originator", measured.payers), ("beneficiary", measured.receivers)]
    del measured  # each table is let go as soon as its role is scored, which makes one of its own
    with progress.stage("weighing explanations"), ThreadPoolExecutor(2) as pool:
        weighed = [
            pool.submit(score_role, *sides.pop(0), intake, work, patterns, known, learned) for _ in range(len(sides))
        ]
        scorings = [role.result() for role in weighed]
    with progress.stage("letting the network speak"):
        graph = joined(scorings[0], scorings[1], pairs, Room(work))
        del pairs, weighed  # the pairs are in the graph, the subjects in the scorings
        settled = let_network_speak(scorings[0], scorings[1], graph, _rounds(engine, work))
    return scorings, settled


def _rounds(engine: Engine, work: Path) -> Converse:
    """Find who runs the rounds of the network; both give the same bits."""
    if engine.name == "local":
        return partial(converse, room=Room(work))
    return partial(importlib.import_module("tanglaw.inference.spark_rounds").converse, work=work)
