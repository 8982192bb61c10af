"""The folder of a finished run, read whole before anything is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.casework.intake.content import PAYMENTS_SCHEMA, pack
from tanglaw.casework.intake.controls import pictured_row
from tanglaw.common.errors import Fault, FaultsError
from tanglaw.leads.files import LEADS_SCHEMA
from tanglaw.leads.groups.files import read_groups
from tanglaw.leads.groups.group import Group

_TABLES: Final = ("leads.parquet", "lead_payments.parquet")
_KEPT: Final = ("version", "engine", "counts", "period", "subjects", "notes", "leads", "patterns")
"""What of ``run.json`` goes along; names of input files stay where they are."""

_CONTROLS: Final = "held control characters; each is shown as its picture, such as \N{SYMBOL FOR NULL} for NUL."

_VERBATIM: Final = ("reference",)
"""What a payer wrote is kept as they wrote it; pages show what cannot be shown as a replacement character."""

_HEADLINE: Final = "The run cannot be imported; nothing was changed."


@dataclass(frozen=True, slots=True)
class Found:
    """One lead of the run: its row, the packed content with its digest, and everybody in its payments."""

    row: Mapping[str, Any]
    content: bytes
    digest: str
    parties: Mapping[tuple[str, str], int]
    names: Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A run as it lies on disk."""

    fingerprint: str
    account: Mapping[str, Any]
    since: datetime | None
    until: datetime | None
    leads: tuple[Found, ...]
    groups: tuple[Group, ...] = ()


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of the run's tables, hexadecimal.

    Raises:
        FaultsError: files are missing.
    """
    missing = [name for name in (*_TABLES, "run.json") if not (folder / name).is_file()]
    if missing:
        fault = Fault(str(folder), f"no {', no '.join(missing)}", "a folder that `tanglaw detect` wrote")
        raise FaultsError(_HEADLINE, [fault])
    total = hashlib.sha256()
    for name in _TABLES:
        with (folder / name).open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def read(folder: Path) -> RunFolder:
    """Read a run.

    Raises:
        FaultsError: files are missing, damaged, or not what ``detect`` writes.
    """
    print_ = fingerprint(folder)
    try:
        run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        leads = pl.read_parquet(folder / "leads.parquet")
        payments = pl.read_parquet(folder / "lead_payments.parquet")
        groups = tuple(read_groups(folder))
    except (ValueError, TypeError, KeyError, OSError, pl.exceptions.PolarsError) as error:
        fault = Fault(str(folder), str(error).splitlines()[0][:200], "the tables and run.json of a finished run")
        raise FaultsError(_HEADLINE, [fault]) from error
    faults = [
        Fault(f"{folder / name}", f"no column {', '.join(lost)}", "the columns that `tanglaw detect` writes")
        for name, frame, schema in (
            ("leads.parquet", leads, LEADS_SCHEMA),
            ("lead_payments.parquet", payments, PAYMENTS_SCHEMA),
        )
        if (lost := [column for column in schema if column not in frame.columns])
    ]
    if not isinstance(run, dict):
        faults.append(Fault(f"{folder / 'run.json'}", type(run).__name__, "an object"))
    if faults:
        raise FaultsError(_HEADLINE, faults)
    if leads["lead_id"].is_duplicated().any():
        fault = Fault(str(folder / "leads.parquet"), "a lead_id that occurs twice", "each lead once")
        raise FaultsError(_HEADLINE, [fault])
    by_lead = payments.select(list(PAYMENTS_SCHEMA)).partition_by("lead_id", as_dict=True, maintain_order=True)
    period = run.get("period") or {}
    found, held = [], 0
    for row in leads.select(list(LEADS_SCHEMA)).iter_rows(named=True):
        one, fields = _found(row, by_lead.get((row["lead_id"],), payments.clear()))
        found.append(one)
        held += fields
    account, _ = pictured_row({name: run[name] for name in _KEPT if name in run})
    if held:
        account["notes"] = [*account.get("notes", ()), {"text": f"{held:,} fields {_CONTROLS}"}]
    return RunFolder(
        fingerprint=print_, account=account, since=_instant(period.get("from")), until=_instant(period.get("to")),
        leads=tuple(found), groups=groups,
    )  # fmt: skip


def _found(row: dict[str, Any], payments: pl.DataFrame) -> tuple[Found, int]:
    row, held = pictured_row(row)
    rows = []
    for one in payments.sort("executed_at", "payment_id").iter_rows(named=True):
        made, fields = pictured_row(one, verbatim=_VERBATIM)
        rows.append(made)
        held += fields
    content, digest = pack(row, rows)
    parties: dict[tuple[str, str], int] = {}
    names: dict[tuple[str, str], set[str]] = {}
    for one in rows:
        for role in ("originator", "beneficiary"):
            party = (role, one[f"{role}_id"])
            parties[party] = parties.get(party, 0) + 1
            if one[f"{role}_name"]:
                names.setdefault(party, set()).add(one[f"{role}_name"])
    for subject in row["subject_ids"]:
        parties.setdefault((row["role"], subject), 0)
        names.setdefault((row["role"], subject), set()).update(row["names"], [row["name"]] if row["name"] else ())
    return Found(row, content, digest, parties, {party: frozenset(said) for party, said in names.items()}), held


def _instant(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
