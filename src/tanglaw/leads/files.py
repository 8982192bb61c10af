"""``leads.parquet`` and ``leads.csv``: the leads as other programs and spreadsheets read them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.leads.lead import Lead, Reason
from tanglaw.leads.shield import Shield
from tanglaw.leads.spreadsheet import write_spreadsheet

_TEXTS: Final[pl.DataType] = pl.List(pl.String)
_REASONS: Final[pl.DataType] = pl.List(
    pl.Struct(
        {
            "measure": pl.String,
            "family": pl.String,
            "label": pl.String,
            "value": pl.Float64,
            "value_text": pl.String,
            "band": pl.String,
            "expected": pl.Float64,
            "seen": pl.Float64,
            "weight": pl.Float64,
            "text": pl.String,
            "source": pl.String,
            "mark": pl.String,
            "payment_ids": _TEXTS,
        }
    )
)
_INSTANT: Final = pl.Datetime("us", "UTC")

_COLUMNS: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "lead_id": pl.String,
    "rank": pl.Int64,
    "pattern": pl.String,
    "role": pl.String,
    "entity_id": pl.String,
    "subject_ids": _TEXTS,
    "score": pl.Float64,
    "urgency": pl.Float64,
    "protect": pl.Boolean,
    "reasons": _REASONS,
    "payment_ids": _TEXTS,
    "first_seen": _INSTANT,
    "last_seen": _INSTANT,
    "payments": pl.Int64,
    "total_usd": pl.Float64,
    "counterparties": pl.Int64,
    # What follows is beyond the contract: it carries the rest of the explanation.
    "pattern_title": pl.String,
    "log_odds": pl.Float64,
    "prior": pl.Float64,
    "competition": pl.Float64,
    "urgency_reasons": _TEXTS,
    "against": _REASONS,
    "closest_ordinary": pl.String,
    "closest_ordinary_share": pl.Float64,
    "account_holder": pl.String,
    "abstained": _TEXTS,
    "corridor": pl.String,
    "closest_ordinary_title": pl.String,
    "name": pl.String,
    "score_alone": pl.Float64,
    "names": _TEXTS,
    "joined_as": pl.String,
    "joined_because": _TEXTS,
    "part": pl.String,
    "other_payments": pl.Int64,
}
LEADS_SCHEMA: Final = pl.Schema(_COLUMNS)
"""Columns of ``leads.parquet``: the contract's, in its order, then the rest of :class:`~tanglaw.leads.lead.Lead`."""

_TUPLES: Final = ("subject_ids", "urgency_reasons", "abstained", "payment_ids", "names", "joined_because")


def write_leads(folder: Path, leads: Sequence[Lead]) -> None:
    """Write ``leads.parquet`` (everything) and ``leads.csv`` (flat, for a spreadsheet) into an existing folder.

    Rows keep the order of ``leads``. Neither file holds the name of a protected person: it is null, or withheld. The
    recorded names are in ``lead_payments.parquet`` alone.
    """
    shield = Shield.of(leads)
    withheld = {"name": None, "names": ()}
    rows = [dataclasses.asdict(lead) | (withheld if shield.covers_lead(lead) else {}) for lead in leads]
    # Not strict: an int where a float is declared is a number all the same.
    pl.DataFrame(rows, schema=LEADS_SCHEMA, orient="row", strict=False).write_parquet(folder / "leads.parquet")
    write_spreadsheet(folder / "leads.csv", leads)


def read_leads(folder: Path) -> list[Lead]:
    """Read back what :func:`write_leads` wrote: all but the names of protected people, exactly."""
    return [lead_of(row) for row in pl.read_parquet(folder / "leads.parquet").iter_rows(named=True)]


def lead_of(row: dict[str, Any]) -> Lead:
    """Make a lead of a row of ``leads.parquet``."""
    row |= {name: tuple(row[name]) for name in _TUPLES if name in row}
    row |= {name: row[name].astimezone(UTC) for name in ("first_seen", "last_seen")}
    row |= {name: tuple(_reason(reason) for reason in row[name]) for name in ("reasons", "against")}
    return Lead(**row)


def _reason(fields: dict[str, Any]) -> Reason:
    return Reason(**(fields | {"payment_ids": tuple(fields["payment_ids"])}))
