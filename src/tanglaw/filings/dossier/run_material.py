"""What a filing needs of a run, lead by lead, as bytes: for whoever cannot keep the run's folder."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.filings.dossier.run_folder import RunFolder, read_run
from tanglaw.leads.files import lead_of
from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield
from tanglaw.measures import catalogue

_KEPT: Final = ("version", "engine", "inputs", "period", "patterns")
"""What of ``run.json`` a dossier tells."""


_OWN: Final = ("reasons", "against", "urgency_reasons", "abstained", "payment_ids", "names", "joined_because")
"""What of another lead a dossier never tells."""


def materials(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Pack every lead of a run: the lead, its payments with all identifiers, who else, and what its score rests on.

    Of the other leads of the run those go along that meet it, without their reasons; of the names of protected people,
    those that it needs.

    Raises:
        UsageError: see :func:`tanglaw.filings.dossier.run_folder.read_run`.
    """
    table = pl.read_parquet(folder / "leads.parquet")
    rows: dict[str, set[int]] = {}
    for number, (entity, accounts) in enumerate(table.select("entity_id", "subject_ids").iter_rows()):
        for identifier in (entity, *accounts):
            rows.setdefault(identifier, set()).add(number)
    for run in read_run(folder, table["lead_id"].to_list()):
        ids = _everybody(run)
        met = sorted({number for identifier in ids for number in rows.get(identifier, ())})
        yield run.lead.lead_id, _pack(run, table[met], ids)


def run_of(material: bytes) -> RunFolder:
    """Give back the run, as far as its one lead goes."""
    with zipfile.ZipFile(io.BytesIO(material)) as held:
        said = json.loads(held.read("said.json"))
        tables = {name: pl.read_ipc(io.BytesIO(held.read(name))) for name in held.namelist() if name != "said.json"}
    leads: tuple[Lead, ...] = tuple(lead_of(row) for row in tables["leads"].iter_rows(named=True))
    return RunFolder(
        lead=next(lead for lead in leads if lead.lead_id == said["lead"]),
        payments=tables["payments"],
        neighbours=tables["neighbours"],
        leads=leads,
        shield=Shield.over({(role, identifier): frozenset(names) for role, identifier, names in said["protected"]}),
        measured=said["measured"],
        model=said["model"],
        run=said["run"],
    )


def _everybody(run: RunFolder) -> set[str]:
    columns = ("originator_id", "originator_entity", "beneficiary_id", "beneficiary_entity")
    found = {identifier for name in columns for identifier in run.payments[name].unique()}
    found |= set(run.neighbours["neighbour_id"].unique())
    return found | {run.lead.entity_id, *run.lead.subject_ids}


def _pack(run: RunFolder, leads: pl.DataFrame, ids: set[str]) -> bytes:
    own = pl.col("lead_id") == run.lead.lead_id
    bare = [pl.when(own).then(pl.col(name)).otherwise(pl.col(name).list.head(0)) for name in _OWN]
    # Accounts that a lead's people were joined from bring names of their own.
    ids = ids | {account for accounts in leads["subject_ids"] for account in accounts}
    said: dict[str, Any] = {
        "lead": run.lead.lead_id,
        "protected": [[*party, sorted(names)] for party, names in sorted(run.shield.names.items()) if party[1] in ids],
        "measured": {
            one.id: value for one in catalogue.of_role(run.lead.role) if (value := run.measured.get(one.id)) is not None
        },
        "model": {
            "weights": run.model.get("weights", {}),
            "expected": {
                name: expected for name, expected in run.model.get("expected", {}).items()
                if name in {run.lead.pattern, run.lead.closest_ordinary}
            },
        },
        "run": {name: run.run[name] for name in _KEPT if name in run.run},
    }  # fmt: skip
    tables = {"leads": leads.with_columns(bare), "payments": run.payments, "neighbours": run.neighbours}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("said.json", json.dumps(said, ensure_ascii=False))
        for name, frame in tables.items():
            written = io.BytesIO()
            frame.write_ipc(written)
            held.writestr(name, written.getvalue())
    return out.getvalue()
