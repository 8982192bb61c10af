"""Finished runs to bring in, written from the leads that the report's tests use."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import polars as pl
from tests.leads.sample import sample

from tanglaw.casework.intake.content import PAYMENTS_SCHEMA
from tanglaw.leads.files import write_leads


def write_run(folder: Path, *, later: bool = False, times: int = 1, joined: bool = False) -> Path:
    """Write the tables of a run that `casework` reads."""
    leads, payments = sample()
    payments = payments.select(pl.col(name).cast(kind) for name, kind in PAYMENTS_SCHEMA.items())
    if later:
        leads, payments = _later(leads, payments)
    leads, payments = _many(leads, payments, times)
    if joined:
        leads = [*leads[:-1], _joined(leads[-1])]
    folder.mkdir(parents=True)
    write_leads(folder, leads)
    payments.write_parquet(folder / "lead_payments.parquet")
    run = {
        "period": {"from": "2024-01-01T00:00:00+00:00", "to": "2025-12-31T00:00:00+00:00" if later else "2025-06-30T00:00:00+00:00"},
        "counts": {"accepted": payments.height, "read": payments.height, "rejected": 0, "duplicates": 0},
        "version": {"tanglaw": "0"}, "notes": [],
    }  # fmt: skip
    (folder / "run.json").write_text(json.dumps(run))
    return folder


def _joined(lead):
    """The last lead is about three accounts that are taken for one."""
    others = (f"{lead.entity_id}-x", f"{lead.entity_id}-y")
    return replace(
        lead, subject_ids=(lead.entity_id, *others), joined_as="person", joined_because=("The same phone (0.98).",)
    )


def _later(leads, payments):
    """The first lead was paid for again and is less likely; the last one is gone; one is new."""
    first, *middle, gone = leads
    last = payments.filter(lead_id=first.lead_id).sort("executed_at").tail(1)
    again = last.with_columns(
        payment_id=pl.lit("AGAIN-1"), executed_at=pl.col("executed_at") + timedelta(days=9), reference=pl.lit("gift")
    )
    grown = replace(
        first, payment_ids=(*first.payment_ids, "AGAIN-1"), payments=first.payments + 1, score=round(first.score * 0.6, 6),
        last_seen=first.last_seen + timedelta(days=9),
    )  # fmt: skip
    new = replace(gone, lead_id="L-0000000000ff", entity_id="NEW-1", subject_ids=("NEW-1",))
    renamed = payments.filter(lead_id=gone.lead_id).with_columns(
        lead_id=pl.lit(new.lead_id), **{f"{gone.role}_id": pl.lit("NEW-1")}
    )
    kept = payments.filter(pl.col("lead_id") != gone.lead_id)
    return [grown, *middle, new], pl.concat([kept, again, renamed])


def _many(leads, payments, times):
    every, rows = list(leads), [payments]
    for number in range(1, times):
        names = {lead.lead_id: f"L-{number:06x}{place:06x}" for place, lead in enumerate(leads)}
        every += [
            replace(lead, lead_id=names[lead.lead_id], rank=len(every) + place + 1, entity_id=f"{lead.entity_id}-{number}",
                    subject_ids=(f"{lead.entity_id}-{number}",))
            for place, lead in enumerate(leads)
        ]  # fmt: skip
        rows.append(payments.with_columns(pl.col("lead_id").replace(names)))
    return every, pl.concat(rows)
