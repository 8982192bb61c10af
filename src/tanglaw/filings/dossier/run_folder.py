"""What a filing needs of a run's folder, and which leads are meant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.common.errors import UsageError
from tanglaw.leads.files import read_leads
from tanglaw.leads.lead import Lead
from tanglaw.leads.neighbours import NEIGHBOURS_SCHEMA
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import plain

FILES: Final = ("leads.parquet", "lead_payments.parquet", "measures.parquet", "model.json", "run.json")
"""Files of a run that a dossier is made of."""
_NEEDED: Final = "originator_phone"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A finished run, as far as one lead goes.

    Attributes:
        payments: the lead's payments, in order of time.
        neighbours: who else deals with its counterparties.
        leads: every lead of the run, so that a party that is one itself is known.
        measured: row of the subject's measures, by measure id.
    """

    lead: Lead
    payments: pl.DataFrame
    neighbours: pl.DataFrame
    leads: tuple[Lead, ...]
    shield: Shield
    measured: dict[str, Any]
    model: dict[str, Any]
    run: dict[str, Any]


def read_run(folder: Path, wanted: Sequence[str]) -> list[RunFolder]:
    """Read what concerns some leads, in the order in which they are named; one that is named twice is read once.

    Args:
        folder: where ``detect`` wrote.
        wanted: of each lead, its id, its rank, or the id of a subject that has one lead.

    Raises:
        UsageError: no finished run, one that is too old, or no such leads: all that are not there at once.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"{folder}: found no {', '.join(missing)}; expected a folder that `tanglaw detect` wrote.")
    leads = read_leads(folder)
    chosen = _every(leads, wanted, folder)
    every = pl.scan_parquet(folder / "lead_payments.parquet")
    if _NEEDED not in every.collect_schema():
        raise UsageError(
            f"{folder}: lead_payments.parquet was written by an earlier version and holds no identifiers; run "
            "`tanglaw detect` again."
        )
    names = ["originator_id", "originator_name", "beneficiary_id", "beneficiary_name"]
    path = folder / "lead_neighbours.parquet"
    neighbours = pl.read_parquet(path) if path.is_file() else NEIGHBOURS_SCHEMA.to_frame()
    shield = Shield.of(leads, every.select(names).unique().collect())
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    ids = [lead.lead_id for lead in chosen]
    payments = _by_lead(every.filter(pl.col("lead_id").is_in(ids)).collect().sort("executed_at", "payment_id"))
    beyond = _by_lead(neighbours.filter(pl.col("lead_id").is_in(ids)))
    measures = pl.scan_parquet(folder / "measures.parquet")
    of_theirs = measures.filter(pl.col("entity_id").is_in([lead.entity_id for lead in chosen])).collect()
    measured = {(row["role"], row["entity_id"], row.get("part", "")): row for row in of_theirs.iter_rows(named=True)}
    return [
        RunFolder(
            lead=lead,
            payments=payments.get(lead.lead_id, every.collect_schema().to_frame()),
            neighbours=beyond.get(lead.lead_id, neighbours.clear()),
            leads=tuple(leads),
            shield=shield,
            measured=measured.get((lead.role, lead.entity_id, lead.part), {}),
            model=model.get(lead.role, {}),
            run=run,
        )
        for lead in chosen
    ]


def _by_lead(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    return {
        str(lead): rows for (lead,), rows in frame.partition_by("lead_id", as_dict=True, maintain_order=True).items()
    }


def _every(leads: list[Lead], wanted: Sequence[str], folder: Path) -> list[Lead]:
    chosen: dict[str, Lead] = {}
    wrong = []
    for one in wanted:
        try:
            lead = _chosen(leads, one, folder)
        except UsageError as error:
            wrong.append(str(error))
        else:
            chosen[lead.lead_id] = lead
    if wrong:
        raise UsageError(" ".join(wrong))
    return list(chosen.values())


def _chosen(leads: list[Lead], wanted: str, folder: Path) -> Lead:
    exact = [lead for lead in leads if lead.lead_id == wanted]
    ranked = [lead for lead in leads if wanted.isdecimal() and lead.rank == int(wanted)]
    of_subject = [lead for lead in leads if wanted in lead.subject_ids]
    for found in (exact, of_subject, ranked):
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(f"{lead.lead_id} ({lead.pattern})" for lead in found)
            raise UsageError(f"{plain(wanted)} has several leads: {several}. Name one of them.")
    first = ", ".join(lead.lead_id for lead in leads[:5]) or "none at all"
    raise UsageError(
        f"{folder} has no lead {plain(wanted)}; expected a lead's id, rank or subject. The first: {first}."
    )
