"""Keeps what filings need of a run whose folder does not stay, sealed with each lead."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.db import transaction

from tanglaw.casework.models import Lead, Material, Run
from tanglaw.casework.sealing.fields import sealed
from tanglaw.filings.dossier.run_folder import FILES
from tanglaw.filings.dossier.run_material import materials

_BATCH: Final = 100
"""Leads written down at once; on SQLite nobody else writes meanwhile, so they are packed and sealed before."""


def keep_material(folder: Path, run: Run) -> None:
    """Keep it for the leads that this run found last; what an earlier run left is replaced.

    Each batch is whole. Where it was interrupted, it goes on when the run is brought in again; until then whoever
    drafts a filing about a lead that is left is told what is missing. So it is with a folder without the files that
    filings are made of: it brings its leads in all the same.
    """
    if not all((folder / name).is_file() for name in FILES):
        return
    theirs = Lead.objects.filter(last_run=run).exclude(material__run=run).select_related("key")
    left = {lead.lead_id: lead for lead in theirs}
    batch: list[Material] = []
    for lead_id, data in materials(folder) if left else ():
        if lead_id in left:
            batch.append(Material(lead=left[lead_id], run=run, **sealed(data=data)))
        if len(batch) == _BATCH:
            _write(batch, run)
            batch = []
    _write(batch, run)


def _write(batch: list[Material], run: Run) -> None:
    with transaction.atomic():
        # Meanwhile a lead may have been deleted, or found again by another run.
        there = Lead.objects.select_for_update().filter(pk__in=[one.lead_id for one in batch], last_run=run)
        still = set(there.values_list("pk", flat=True))
        Material.objects.filter(lead__in=still).delete()
        Material.objects.bulk_create([one for one in batch if one.lead_id in still])
