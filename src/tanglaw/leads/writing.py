"""Makes leads out of scored subjects: reasons, payments behind them, urgency, ranks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.inference.explanations import Scored, account, log_sum
from tanglaw.leads.joined import because
from tanglaw.leads.lead import Lead, Reason
from tanglaw.leads.minors import account_holder, protects
from tanglaw.leads.ranking import Candidate, attention, choose_leads
from tanglaw.leads.reasons import counterparties_reason, finding_reason, reason
from tanglaw.leads.role_scoring import RoleScoring, part_of
from tanglaw.leads.urgency import urgency
from tanglaw.measures import catalogue
from tanglaw.measures.intake import Intake
from tanglaw.measures.joins import LEVEL
from tanglaw.measures.kept import rows_of
from tanglaw.measures.measure import Measure
from tanglaw.measures.prepare import prepare
from tanglaw.measures.rows import decode_corridor

_PAYMENTS_PER_LEAD: Final = 2_000
_IDS_PER_REASON: Final = 50
_LEAST_WEIGHT: Final = 1e-12


def make_leads(scorings: Sequence[RoleScoring], intake: Intake) -> tuple[list[Lead], pl.DataFrame, list[str]]:
    """Make all leads of a run.

    Returns:
        The leads in rank order, ``lead_id, row`` of the payments behind each, and notes on who was left out and why.
    """
    chosen = {scoring.role: _chosen(scoring) for scoring in scorings}
    lead_rows = {scoring.role: _flags(scoring, chosen[scoring.role][0]) for scoring in scorings}
    leads: list[Lead] = []
    behind: list[pl.DataFrame] = []
    left_out: list[str] = []
    for scoring in scorings:
        found, notes = chosen[scoring.role]
        left_out += notes
        if not found:
            continue
        prepared = _prepared(scoring, intake, sorted({candidate.row for candidate in found}))
        others = next((flags for role, flags in lead_rows.items() if role != scoring.role), None)
        for candidate in found:
            lead, rows = _lead(scoring, intake, candidate, prepared, others)
            leads.append(lead)
            behind.append(rows.select(pl.lit(lead.lead_id).alias("lead_id"), "row"))
    leads.sort(key=lambda lead: (-attention(lead.score, lead.urgency), lead.lead_id))
    leads = [replace(lead, rank=rank) for rank, lead in enumerate(leads, 1)]
    schema = {"lead_id": pl.String, "row": pl.UInt64}
    return leads, pl.concat(behind) if behind else pl.DataFrame(schema=schema), left_out


def _chosen(scoring: RoleScoring) -> tuple[list[Candidate], list[str]]:
    """Choose a role's leads, and note who was left out."""
    chosen: list[Candidate] = []
    left_out: list[str] = []
    for explanation in scoring.patterns:
        choice = choose_leads(scoring.scored, explanation, scoring.leading(explanation))
        chosen += choice.candidates
        title = scoring.scored.patterns[explanation].title
        if choice.more:
            left_out.append(f"{_subjects(choice.more)} more under “{title}”: in scores.parquet only")
        if choice.spared:
            left_out.append(
                f"{_subjects(choice.spared)} left out of the leads of “{title}”: being harmed explains the payments "
                "better, or nearly as well"
            )
    return chosen, left_out


def _subjects(count: int) -> str:
    return "one subject" if count == 1 else f"{count:,} subjects"


def _flags(scoring: RoleScoring, chosen: Sequence[Candidate]) -> npt.NDArray[np.bool_]:
    flags = np.zeros(scoring.subjects.height, dtype=np.bool_)
    flags[[candidate.row for candidate in chosen]] = True
    return flags


def _prepared(scoring: RoleScoring, intake: Intake, rows: list[int]) -> dict[int, pl.DataFrame]:
    """Read payments of some subjects back from their buckets, by key.

    Each subject's have ``row, payment_id``, the subject's name, and for each measure that some of them alone stand
    behind, whether they do.
    """
    side = "o" if scoring.role == "originator" else "b"
    name = f"{scoring.role}_name"
    keys = scoring.subjects["key"].gather(rows)
    frame = pl.concat(rows_of(intake, side, keys))
    prepared = prepare(frame, side, intake.surname_shares, intake.until)
    words = intake.payments(prepared["row"].sort(), ["payment_id", name])
    concerned = {_concerns(m): m.concerns for m in catalogue.of_role(scoring.role) if m.concerns is not None}
    said = prepared.select("row", side, **concerned).join(words, on="row", how="left", maintain_order="left")
    tables = said.partition_by(side, as_dict=True, maintain_order=True)
    return {int(key): table for (key,), table in tables.items()}


def _lead(
    scoring: RoleScoring,
    intake: Intake,
    candidate: Candidate,
    prepared: dict[int, pl.DataFrame],
    other_leads: npt.NDArray[np.bool_] | None,
) -> tuple[Lead, pl.DataFrame]:
    model, scored = scoring.model, scoring.scored
    pattern = scored.patterns[candidate.explanation]
    facts = scoring.subjects.row(candidate.row, named=True)
    rows = prepared[int(facts["key"])]
    corridor = decode_corridor(facts["corridor"])
    accounts = scoring.accounts.of(facts["subject_id"])
    names = tuple(rows[f"{scoring.role}_name"].drop_nulls().unique(maintain_order=True))
    reasons = [
        reason(
            replace(share, weight=share.weight * float(scored.trust[candidate.explanation])),
            facts[share.measure.id],
            pattern,
            model.evidence.peers(candidate.row),
            _behind(rows),
        )
        for share in account(model, candidate.row, candidate.explanation)
        if abs(share.weight) > _LEAST_WEIGHT
    ]
    own = scored.rows([candidate.row])
    found = float(own.known[0, candidate.explanation])
    if found:
        reasons.append(finding_reason(found))
    heard = float(own.network[0, candidate.explanation])
    if abs(heard) > _LEAST_WEIGHT:
        standing = None
        if scoring.counterparties is not None and other_leads is not None:
            standing = scoring.counterparties.of(candidate.row, other_leads)
        passed = tuple(rows["payment_id"].head(_IDS_PER_REASON))
        reasons.append(counterparties_reason(scoring.role, heard, standing, passed))
    competition = float(scored.support[candidate.row, candidate.explanation]) - candidate.log_odds
    prior = float(np.log(pattern.prior.share)) - float(scored.offsets[candidate.explanation])
    odds = prior + sum(r.weight for r in reasons) - competition
    hurry = urgency(pattern, facts, intake.until)
    ordinary, ordinary_title, ordinary_share = _closest(scored, candidate.row)
    lead = Lead(
        lead_id=lead_id(pattern.id, facts["subject_id"]),
        rank=0,
        pattern=pattern.id,
        pattern_title=pattern.title,
        role=scoring.role,
        entity_id=facts["subject_id"],
        subject_ids=accounts,
        name=names[0] if names else None,
        score=1 / (1 + float(np.exp(-odds))),
        log_odds=odds,
        prior=prior,
        competition=competition,
        urgency=hurry.level,
        urgency_reasons=hurry.reasons,
        protect=protects(pattern, facts),
        account_holder=account_holder(pattern, facts),
        reasons=_ordered([r for r in reasons if r.weight > 0]),
        against=_ordered([r for r in reasons if r.weight < 0]),
        closest_ordinary=ordinary,
        closest_ordinary_title=ordinary_title,
        closest_ordinary_share=ordinary_share,
        abstained=_abstained(scoring, candidate, facts),
        payment_ids=tuple(rows["payment_id"].head(_PAYMENTS_PER_LEAD)),
        first_seen=datetime.fromtimestamp(facts["first_t"], UTC),
        last_seen=datetime.fromtimestamp(facts["last_t"], UTC),
        payments=facts["rows"],
        total_usd=facts["cents"] / 100,
        counterparties=facts["counterparties"],
        corridor=corridor,
        score_alone=1 / (1 + float(np.exp(-own.alone().log_odds(candidate.explanation)[0]))),
        names=names,
        joined_as=LEVEL[scoring.role] if len(accounts) > 1 else "",
        joined_because=because(scoring.role, accounts, intake.joined),
        part=part_of(scoring.subjects["key"].slice(candidate.row, 1)).item(),
        other_payments=scoring.other_payments(candidate.row),
    )
    return lead, rows.head(_PAYMENTS_PER_LEAD)


def lead_id(pattern: str, subject: str) -> str:
    """Give a lead an id that stays the same from run to run: a hash of pattern and subject."""
    return "L-" + hashlib.blake2b(f"{pattern}\x1f{subject}".encode(), digest_size=6).hexdigest()


def _concerns(measure: Measure) -> str:
    return f"concerns {measure.id}"


def _behind(rows: pl.DataFrame) -> Callable[[Measure], tuple[str, ...]]:
    every = rows["payment_id"]

    def ids(measure: Measure) -> tuple[str, ...]:
        chosen = every if measure.concerns is None else every.filter(rows[_concerns(measure)])
        return tuple(chosen.head(_IDS_PER_REASON).to_list())

    return ids


def _ordered(reasons: list[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.measure)))


def _closest(scored: Scored, row: int) -> tuple[str | None, str, float]:
    """Find the ordinary explanation that came closest, and its share of the posterior."""
    ordinary = [at for at, p in enumerate(scored.patterns) if p.kind == "ordinary"]
    if not ordinary:
        return None, "", 0.0
    best = max(ordinary, key=lambda at: scored.support[row, at])
    every = np.append(scored.support[row], scored.anybody[row])
    found = scored.patterns[best]
    return found.id, found.title, float(np.exp(scored.support[row, best] - log_sum(every)))


def _abstained(scoring: RoleScoring, candidate: Candidate, facts: dict[str, object]) -> tuple[str, ...]:
    expected = {e.measure for e in scoring.scored.patterns[candidate.explanation].expects}
    measured = {measure.id for measure in scoring.measures}
    said = []
    for measure in catalogue.of_role(scoring.role):
        if measure.id not in expected:
            continue
        if measure.id not in measured:
            said.append(f"{measure.label}: needs {' or '.join(measure.needs)}")
        elif facts[measure.id] is None:
            said.append(f"{measure.label}: too few payments, or values missing")
    return tuple(said)
