"""``groups.parquet`` and ``groups.csv``: the groups as programs and spreadsheets read them. No names in either."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.leads.groups import phrases
from tanglaw.leads.groups.group import Group, Member, Shared, Tie, View
from tanglaw.leads.spreadsheet import fit, written
from tanglaw.leads.text import mask_contact

_TEXTS: Final = pl.List(pl.String)
_INSTANT: Final = pl.Datetime("us", "UTC")
_MEMBER: Final = pl.Struct(
    {"lead_id": pl.String, "rank": pl.Int64, "role": pl.String, "pattern": pl.String, "entity_id": pl.String,
     "subject_ids": _TEXTS, "score": pl.Float64, "urgency": pl.Float64, "protect": pl.Boolean, "inside": pl.Int64,
     "counterparties": pl.Int64, "payments": pl.Int64, "institutions": _TEXTS}
)  # fmt: skip
_TIE: Final = pl.Struct(
    {"kind": pl.String, "left": pl.String, "right": pl.String, "payments": pl.Int64, "usd": pl.Float64,
     "probability": pl.Float64, "why": _TEXTS}
)  # fmt: skip
_SHARED: Final = pl.Struct(
    {"role": pl.String, "entity_id": pl.String, "members": pl.Int64, "payments": pl.Int64, "counterparties": pl.Int64,
     "hub": pl.Boolean, "lead_ids": _TEXTS, "protect": pl.Boolean}
)  # fmt: skip
_VIEW: Final = pl.Struct(
    {"name": pl.String, "payers": pl.Int64, "receivers": pl.Int64, "payments": pl.Int64, "usd": pl.Float64}
)

GROUPS_SCHEMA: Final = pl.Schema(
    {"group_id": pl.String(), "rank": pl.Int64(), "kind": pl.String(), "title": pl.String(), "score": pl.Float64(),
     "score_if_independent": pl.Float64(), "urgency": pl.Float64(), "protect": pl.Boolean(),
     "members": pl.List(_MEMBER), "ties": pl.List(_TIE), "beyond": pl.Int64(), "shared": pl.List(_SHARED),
     "joined_because": _TEXTS, "whole": pl.Boolean(), "payment_ids": _TEXTS, "payments": pl.Int64(),
     "total_usd": pl.Float64(), "first_seen": _INSTANT, "last_seen": _INSTANT, "payers": pl.Int64(),
     "receivers": pl.Int64(), "unsaid": pl.Int64(), "views": pl.List(_VIEW), "corridors": pl.List(_VIEW)}
)  # fmt: skip
"""Columns of ``groups.parquet``: the fields of :class:`~tanglaw.leads.groups.group.Group`, in its order."""

COLUMNS: Final = (
    "group_id", "rank", "kind", "title", "score", "score_if_independent", "urgency", "protect", "payers", "receivers",
    "subjects_of_review", "possible_victims", "lead_ids", "ties", "shared", "institutions", "corridors", "first_seen",
    "last_seen", "payments", "total_usd", "payment_ids",
)  # fmt: skip
"""Columns of ``groups.csv``. ``payers`` and ``receivers`` count members. Times are UTC, lists are joined."""


def write_groups(folder: Path, groups: Sequence[Group]) -> None:
    """Write ``groups.parquet`` (everything) and ``groups.csv`` (flat) into an existing folder, in the order given."""
    rows = [dataclasses.asdict(group) for group in groups]
    pl.DataFrame(rows, schema=GROUPS_SCHEMA, orient="row", strict=False).write_parquet(folder / "groups.parquet")
    with (folder / "groups.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for group in groups:
            writer.writerow(map(written, _row(group)))


def read_groups(folder: Path) -> list[Group]:
    """Read back what :func:`write_groups` wrote, exactly; nothing from the folder of a version that sought none."""
    path = folder / "groups.parquet"
    return [_group(row) for row in pl.read_parquet(path).iter_rows(named=True)] if path.exists() else []


def _row(group: Group) -> tuple[Any, ...]:
    names = {member.lead_id: f"lead {member.rank}" for member in group.members}

    def accounts(*, protect: bool) -> str:
        return fit([account for member in group.members if member.protect is protect for account in member.subject_ids])

    return (
        group.group_id,
        group.rank,
        group.kind,
        group.title,
        round(group.score, 6),
        round(group.score_if_independent, 6),
        round(group.urgency, 3),
        "true" if group.protect else "false",
        len(group.of_role("originator")),
        len(group.of_role("beneficiary")),
        accounts(protect=False),
        accounts(protect=True),
        fit([member.lead_id for member in group.members]),
        fit([phrases.tie(tie, names) for tie in group.ties]),
        fit([phrases.shared(one, mask_contact(one.entity_id)) for one in group.shared]),
        phrases.institutions(group),
        fit([view.name for view in group.corridors]),
        group.first_seen,
        group.last_seen,
        group.payments,
        round(group.total_usd, 2),
        fit(list(group.payment_ids)),
    )


def _group(row: dict[str, Any]) -> Group:
    row |= {name: row[name].astimezone(UTC) for name in ("first_seen", "last_seen")}
    row |= {name: tuple(row[name]) for name in ("payment_ids", "joined_because")}
    row["members"] = tuple(Member(**_tuples(one, "subject_ids", "institutions")) for one in row["members"])
    row["ties"] = tuple(Tie(**_tuples(one, "why")) for one in row["ties"])
    row["shared"] = tuple(Shared(**_tuples(one, "lead_ids")) for one in row["shared"])
    row |= {name: tuple(View(**one) for one in row[name]) for name in ("views", "corridors")}
    return Group(**row)


def _tuples(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return fields | {name: tuple(fields[name]) for name in names}
