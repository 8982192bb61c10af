"""One role's subjects: measured, scored, and who they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.mapped import by_column, in_order, kept
from tanglaw.common.roles import Role
from tanglaw.common.room import IN_MEMORY, Room
from tanglaw.inference.counts import NO_COUNTS, Counts, counted
from tanglaw.inference.evidence import gather
from tanglaw.inference.explanations import Nats, Scored, hold_back, score, told
from tanglaw.inference.graph import Graph, Rows
from tanglaw.inference.model import Model
from tanglaw.inference.network import Converse, Settled, pass_evidence
from tanglaw.inference.rounds import converse
from tanglaw.inference.usual import fitted
from tanglaw.leads.accounts import Accounts
from tanglaw.leads.counterparties import Counterparties
from tanglaw.leads.known import NOTHING_KNOWN, OUTCOMES, Known
from tanglaw.measures import catalogue
from tanglaw.measures.intake import Intake
from tanglaw.measures.measure import Measure
from tanglaw.measures.rows import AT_HOME
from tanglaw.patterns.pattern_set import PatternSet

SCORED_WHOLE: Final = 100_000
"""Up to so many subjects of a role, every one is in ``scores.parquet`` under every pattern; above, the top 5 %."""

_LEAST_SHARE: Final = 0.05

SCORES_SCHEMA: Final = pl.Schema(
    {"role": pl.String, "subject_id": pl.String, "entity_id": pl.String, "pattern": pl.String, "score": pl.Float64,
     "log_odds": pl.Float64, "score_alone": pl.Float64, "log_odds_alone": pl.Float64, "part": pl.String}
)  # fmt: skip
"""``_alone``: the same sum with what counterparties contribute left out, for this explanation and for all others.
``part``: which of a subject's payments speak for it here, those ``abroad`` or those ``at home``."""

_JOINED_AT_ONCE: Final = 1 << 23


@dataclass
class RoleScoring:
    """All subjects of one role with their scores.

    Attributes:
        subjects: one row for each part of a subject's payments, within one country and abroad: ``key``, facts,
            measures and ``subject_id``, sorted by ``subject_id``. That is an account's id, or the entity's where
            accounts are joined. Mapped from disk.
        accounts: which accounts each subject stands for.
        counterparties: how the other side stands, once the network has spoken.
    """

    role: Role
    subjects: pl.DataFrame
    measures: tuple[Measure, ...]
    model: Model
    scored: Scored
    counterparties: Counterparties | None = None
    accounts: Accounts = field(default_factory=Accounts)

    @cached_property
    def patterns(self) -> list[int]:
        """Columns of the explanations that make leads."""
        return [at for at, pattern in enumerate(self.scored.patterns) if pattern.kind == "pattern"]

    @cached_property
    def starts(self) -> npt.NDArray[np.intp]:
        """(entities,) the first row of each: of one whose payments have two parts, the other follows."""
        return starts_of(self.subjects)

    @property
    def height(self) -> int:
        """How many accounts are scored, joined ones each for itself."""
        joined = self.accounts.joined
        return len(self.starts) + joined.height - joined["entity_id"].n_unique()

    def leading(self, explanation: int) -> npt.NDArray[np.bool_]:
        """(rows,) whether this part of a subject's payments speaks for it: the one that fits an explanation best."""
        return leading(self.scored.log_odds(explanation), self.starts)

    def other_payments(self, row: int) -> int:
        """How many payments of the row's subject lie in the other part; none where there is no other."""
        start = max(row - 1, 0)
        near = self.subjects.slice(start, row + 2 - start).select("subject_id", "rows")
        own = near.row(row - start)
        return int(near.filter(subject_id=own[0])["rows"].sum()) - int(own[1])

    def weigh_patterns(self) -> None:
        """Work out everybody's log-odds of each pattern, which are kept: before several threads ask for them."""
        for explanation in self.patterns:
            self.scored.log_odds(explanation)

    def scores(self, work: Path | None = None) -> pl.DataFrame:
        """Give the rows of ``scores.parquet``: every account, those of one entity alike, most probable first.

        Args:
            work: folder from which they are mapped; ``None``: hold them.
        """
        keep = len(self.starts)
        if keep > SCORED_WHOLE:
            keep = max(SCORED_WHOLE, round(keep * _LEAST_SHARE))
        frames = []
        for explanation in self.patterns:
            odds = self.scored.log_odds(explanation)
            order = highest(np.where(self.leading(explanation), odds, -np.inf), keep)
            ids = self.subjects["subject_id"].gather(order)
            alone = self.scored.rows(order).alone().log_odds(explanation)
            spread = self.accounts.spread(
                pl.DataFrame(
                    {
                        "entity_id": ids,
                        "log_odds": odds[order],
                        "log_odds_alone": alone,
                        "part": part_of(self.subjects["key"].gather(order)),
                    }
                )
            ).select(
                role=pl.lit(self.role),
                subject_id="subject_id",
                entity_id="entity_id",
                pattern=pl.lit(self.scored.patterns[explanation].id),
                score=1 / (1 + (-pl.col("log_odds")).exp()),
                log_odds="log_odds",
                score_alone=1 / (1 + (-pl.col("log_odds_alone")).exp()),
                log_odds_alone="log_odds_alone",
                part="part",
            )
            frames.append(kept([spread], work))
        return pl.concat(frames) if frames else SCORES_SCHEMA.to_frame()


def starts_of(subjects: pl.DataFrame) -> npt.NDArray[np.intp]:
    """(entities,) the first row of each subject in a table sorted by ``subject_id``."""
    ids = subjects["subject_id"]
    return np.flatnonzero((ids != ids.shift(1)).fill_null(value=True).to_numpy())


def part_of(keys: pl.Series) -> pl.Series:
    """Say of keys which part of somebody's payments each means: ``abroad`` or ``at home``, within one country."""
    said = pl.when(pl.col("key") >= AT_HOME).then(pl.lit("at home")).otherwise(pl.lit("abroad"))
    return keys.alias("key").to_frame().select(said.alias("part")).to_series()


def leading(odds: Nats, starts: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """(rows,) whether a row has the highest log-odds of its subject's one or two; of equals, the first.

    Args:
        odds: (rows,) log-odds.
        starts: (subjects,) the first row of each.
    """
    lengths = np.diff(np.append(starts, len(odds)))
    found = np.zeros(len(odds), dtype=np.bool_)
    second = starts[lengths > 1] + 1
    found[starts] = True
    better = odds[second] > odds[second - 1]
    found[second[better]] = True
    found[second[better] - 1] = False
    return found


def highest(values: Nats, count: int) -> npt.NDArray[np.intp]:
    """Give the places of the highest values, highest first, equal ones in their order."""
    rows = np.arange(len(values))
    if count < len(values):
        rows = np.flatnonzero(values >= np.partition(values, -count)[-count])
    return rows[np.argsort(-values[rows], kind="stable")[:count]]


def _named(subjects: pl.DataFrame, ids: pl.DataFrame, accounts: Accounts, work: Path) -> pl.DataFrame:
    """Give subjects their ids, and sort by these: the order of rows in tables shall not depend on hashes.

    Args:
        subjects: no two with the same ``first_row``.
        ids: ``subject_id``, in the order of ``first_row``.
        accounts: which of them stand for several.
        work: folder for the table.
    """
    at = subjects.select(pl.col("first_row").arg_sort().cast(pl.UInt32).alias("at")).to_series()
    told = pl.DataFrame({"at": at, "key": subjects["key"].gather(at), "subject_id": ids["subject_id"]})
    named = accounts.name(told).select("at", "subject_id", part=told["key"] >= AT_HOME)
    order = named.sort("subject_id", "part")
    return in_order(subjects, order["at"], work).hstack(by_column([order["subject_id"]], work))


def let_network_speak(payers: RoleScoring, receivers: RoleScoring, graph: Graph, run: Converse = converse) -> Settled:
    """Let payers and receivers inform each other; both are changed in place.

    Args:
        payers: scored on their own evidence.
        receivers: likewise.
        graph: who pays whom, see :func:`joined`.
        run: who runs the rounds.
    """
    settled = pass_evidence(payers.scored, receivers.scored, graph, run)
    # What each step replaces is let go before the next: these are the largest tables of a run.
    payers.scored, receivers.scored = settled.payers, settled.receivers
    payers.scored = hold_back(settled.payers, payers.model)
    settled = replace(settled, payers=payers.scored)
    receivers.scored = hold_back(settled.receivers, receivers.model)
    settled = replace(settled, receivers=receivers.scored)
    payers.counterparties = Counterparties(graph.of_payer, graph.receiver, receivers.scored)
    receivers.counterparties = Counterparties(graph.of_receiver, graph.payer, payers.scored)
    return settled


def joined(payers: RoleScoring, receivers: RoleScoring, pairs: pl.DataFrame, room: Room = IN_MEMORY) -> Graph:
    """Arrange who pays whom by the rows of both tables of subjects.

    Args:
        payers: the subjects that pay.
        receivers: those that are paid.
        pairs: ``o, b``: keys of who pays whom, in any order.
        room: for the graph.
    """
    ends = [_rows(scoring.subjects, pairs[side], room) for scoring, side in ((payers, "o"), (receivers, "b"))]
    return Graph.of(ends[0], ends[1], payers.subjects.height, receivers.subjects.height, room)


def _rows(subjects: pl.DataFrame, keys: pl.Series, room: Room) -> Rows:
    """Find the row of each key; part by part, since a join of very many rows takes much memory."""
    rows = subjects.select("key", at=pl.int_range(pl.len(), dtype=pl.Int32))
    found: Rows = room.zeros(keys.len(), np.int32)
    for start in range(0, keys.len(), _JOINED_AT_ONCE):
        part = keys.slice(start, _JOINED_AT_ONCE).alias("key").to_frame()
        found[start : start + part.height] = part.join(rows, on="key", how="left", maintain_order="left")["at"]
    return found


def score_role(  # noqa: PLR0917 -- what a score rests on, in the order it is made
    role: Role,
    subjects: pl.DataFrame,
    intake: Intake,
    work: Path,
    patterns: PatternSet,
    known: Known = NOTHING_KNOWN,
    learned: Counts | None = None,
) -> RoleScoring:
    """Score every subject of a role under every explanation of that role.

    Args:
        role: whose turn it is.
        subjects: measured subjects of that role.
        intake: tells the subjects' ids and which columns there were.
        work: folder for the table of subjects, which is mapped and not held.
        patterns: all explanations.
        known: subjects that people have confirmed or dismissed.
        learned: counts of updates that were learned earlier. With them `known` speaks of its own subjects only and no
            longer sharpens what is expected, because the updates may rest on the same subjects.
    """
    id_column = "originator_id" if role == "originator" else "beneficiary_id"
    rows = subjects.select(row="first_row").sort("row")["row"]
    ids = intake.payments(rows, [id_column]).select(subject_id=id_column)
    accounts = Accounts.of_role(role, intake)
    named = _named(subjects, ids, accounts, work)
    measures = tuple(m for m in catalogue.of_role(role) if m not in catalogue.without_columns(role, intake.columns))
    known = known.of_entities(role, accounts)
    room = Room(work)
    evidence = gather(named, measures, room)
    found = {
        pattern.id: {outcome: known.rows(role, pattern.id, outcome, named["subject_id"]) for outcome in OUTCOMES}
        for pattern in patterns.of(role)
    }
    unfound = None
    if any(of["confirmed"] for of in found.values()):
        unfound = score(fitted(evidence, patterns.of(role), learned or NO_COUNTS), room)
    meant = _meant(found, unfound, starts_of(named))
    findings = {name: (of["confirmed"], of["dismissed"]) for name, of in meant.items()}
    if learned is None:
        learned = counted(evidence, {name: rows for name, (rows, _) in findings.items()})
    model = fitted(evidence, patterns.of(role), learned, room=room)
    scored = replace(score(model, room), unfound=unfound)
    return RoleScoring(role, named, measures, model, told(scored, findings), accounts=accounts)


def _meant(
    found: Mapping[str, Mapping[str, list[int]]], scored: Scored | None, starts: npt.NDArray[np.intp]
) -> dict[str, dict[str, list[int]]]:
    """Take what was confirmed of a subject as found of the part of its payments that fits the pattern best.

    What people confirm is true of some payments of an account: whoever is confirmed for what was sent abroad must not
    make a lead of the shop at the corner. A dismissal holds for all of them.

    Args:
        found: by pattern id and outcome: rows.
        scored: as if nobody had found out anything; ``None`` where nobody is confirmed.
        starts: the first row of each subject.
    """
    if scored is None:
        return {name: dict(of) for name, of in found.items()}
    meant = {}
    for at, pattern in enumerate(scored.patterns):
        fits = leading(scored.support[:, at] - scored.anybody, starts)
        of = found[pattern.id]
        meant[pattern.id] = {**of, "confirmed": [row for row in of["confirmed"] if fits[row]]}
    return meant
