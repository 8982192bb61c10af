"""Why a subject is a lead, or why not: read back from the folder of a finished run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl
from rapidfuzz import process

from tanglaw.common.errors import UsageError
from tanglaw.common.roles import Role
from tanglaw.leads.files import read_leads
from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import plain
from tanglaw.measures import catalogue

_FILES: Final = ("leads.parquet", "scores.parquet", "measures.parquet", "lead_payments.parquet")
_CLOSEST: Final = 5
_ALIKE: Final = 60
ROLES: Final[tuple[Role, ...]] = ("originator", "beneficiary")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure of a subject; without a value it abstained."""

    measure: str
    label: str
    value: float | None
    says: str
    band: str


@dataclass(frozen=True, slots=True)
class Score:
    """A subject's score under one pattern; ``None`` where only the likeliest subjects' scores were kept.

    Attributes:
        score_alone: the same with what counterparties contribute left out.
    """

    pattern: str
    score: float | None
    log_odds: float | None
    score_alone: float | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a run knows of a subject in one role.

    Attributes:
        leads: in rank order, only those asked for.
        scores: under every pattern of the role, most probable first, only those asked for.
        accounts: all accounts that are counted as one with this subject, itself included.
        part: of which part of its payments corridor, payments and measures are: those ``abroad`` or ``at home``.
        other_payments: how many it has in the other part.
    """

    role: Role
    subject: str
    corridor: str
    payments: int
    leads: tuple[Lead, ...]
    scores: tuple[Score, ...]
    measured: tuple[Measured, ...]
    accounts: tuple[str, ...] = ()
    part: str = ""
    other_payments: int = 0


def known(folder: Path, subject: str, *, pattern: str | None = None, role: str | None = None) -> tuple[Known, ...]:
    """Look a subject up in every role it has.

    Args:
        folder: where ``detect`` wrote.
        subject: an account's id, as in the payments, or an entity's; or a lead's, which stands for its subject, role
            and pattern.
        pattern: only this pattern.
        role: only this role.

    Raises:
        UsageError: no finished run there, or no such subject, pattern or role in it.
    """
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"{folder}: found no {', '.join(missing)}; expected a folder that `tanglaw detect` wrote.")
    if role is not None and role not in ROLES:
        raise UsageError(f"--role: found {role}; expected originator (the payer) or beneficiary (the receiver).")
    every = read_leads(folder)
    lead = next((one for one in every if one.lead_id == subject), None)
    if lead is not None:
        _agrees(lead, pattern, role)
        subject, pattern, role = lead.subject_ids[0], lead.pattern, lead.role
    measures = pl.scan_parquet(folder / "measures.parquet")
    if role is not None:
        measures = measures.filter(role=role)
    if "entity_id" not in measures.collect_schema():  # a run of a version that joined no accounts
        measures = measures.with_columns(entity_id=pl.col("subject_id"))
    entities = measures.filter((pl.col("subject_id") == subject) | (pl.col("entity_id") == subject))
    rows = measures.join(entities.select("role", "entity_id").unique(), on=["role", "entity_id"], how="semi").collect()
    if rows.is_empty():
        raise UsageError(_unknown(subject, role, measures.select(pl.col("subject_id").unique()).collect().to_series()))
    scores = pl.scan_parquet(folder / "scores.parquet")
    patterns = scores.select("role", "pattern").unique().sort("role", "pattern").collect()
    if pattern is not None:
        patterns = _only(patterns, pattern)
        rows = rows.filter(pl.col("role").is_in(patterns["role"].implode()))
        if rows.is_empty():
            raise UsageError(f"--pattern: {pattern} is not a pattern of {plain(subject)}'s role.")
    own = scores.filter(pl.col("subject_id").is_in(rows["subject_id"].implode())).collect()
    leads = [lead for lead in every if pattern in {None, lead.pattern}]
    return tuple(
        _known(one, subject, rows.filter(role=one), leads, patterns.filter(role=one)["pattern"].to_list(), own)
        for one in ROLES
        if one in rows["role"]
    )


def _agrees(lead: Lead, pattern: str | None, role: str | None) -> None:
    """See that a lead asked for is of the pattern and role asked for."""
    for option, asked, own in (("--pattern", pattern, lead.pattern), ("--role", role, lead.role)):
        if asked not in {None, own}:
            raise UsageError(f"{option}: found {asked}; lead {lead.lead_id} is {own}. Leave {option} out.")


def shield(folder: Path) -> Shield:
    """Gather whom a run protects, with every name it recorded of them."""
    columns = [f"{role}_{what}" for role in ROLES for what in ("id", "name")]
    return Shield.of(read_leads(folder), pl.read_parquet(folder / "lead_payments.parquet", columns=columns))


def _only(patterns: pl.DataFrame, pattern: str) -> pl.DataFrame:
    chosen = patterns.filter(pattern=pattern)
    if chosen.is_empty():
        raise UsageError(f"--pattern: found {pattern}; expected one of {', '.join(patterns['pattern'])}.")
    return chosen


def _unknown(subject: str, role: str | None, ids: pl.Series) -> str:
    closest = process.extract(subject, ids.sort().to_list(), limit=_CLOSEST, score_cutoff=_ALIKE)
    near = ", ".join(plain(found) for found, _, _ in closest)
    of = f" as {role}" if role else ""
    return f"{plain(subject)} is not in this run{of}. " + (f"Closest ids: {near}." if near else "No id is like it.")


def _known(  # noqa: PLR0917 -- what was looked up of one subject
    role: Role, subject: str, rows: pl.DataFrame, leads: Sequence[Lead], patterns: list[str], scores_kept: pl.DataFrame
) -> Known:
    accounts = tuple(rows["subject_id"].unique().sort())
    own = scores_kept.filter(role=role, subject_id=accounts[0]).sort("log_odds", descending=True)
    likeliest = rows.filter(pl.col("part") == own["part"][0]) if own.height and "part" in rows.columns else rows
    row = (likeliest if likeliest.height else rows).head(1)
    facts = row.row(0, named=True)
    columns = own.select("pattern", "score", "log_odds", "score_alone")
    found = {name: values for name, *values in columns.iter_rows()}
    scores = [Score(name, *found.get(name, (None, None, None))) for name in patterns]
    part = facts.get("part", "")
    # Accounts that are counted as one share what was measured of each part.
    others = rows.filter(pl.col("part") != part)["payments_counted"].head(1).sum() if part else 0
    return Known(
        role=role,
        subject=subject,
        corridor=facts["corridor"],
        payments=facts["payments_counted"],
        leads=tuple(lead for lead in leads if lead.role == role and set(accounts) & set(lead.subject_ids)),
        scores=tuple(sorted(scores, key=lambda s: (-(s.score if s.score is not None else -1.0), s.pattern))),
        measured=_measured(role, row),
        accounts=accounts,
        part=part,
        other_payments=int(others),
    )


def _measured(role: Role, row: pl.DataFrame) -> tuple[Measured, ...]:
    measures = [measure for measure in catalogue.of_role(role) if measure.id in row.columns]
    values = row.row(0, named=True)
    bands = row.select(measure.band(pl.col(measure.id)).alias(measure.id) for measure in measures).row(0, named=True)
    said = []
    for measure in measures:
        value, band = values[measure.id], bands[measure.id]
        if band is None:
            said.append(Measured(measure.id, measure.label, None, "", ""))
        else:
            finding = measure.finding(value)
            said.append(Measured(measure.id, measure.label, float(value), finding, measure.band_shown(band)))
    return tuple(said)
