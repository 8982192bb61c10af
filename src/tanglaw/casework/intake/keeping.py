"""Keeps what filings need of a run whose folder does not stay, sealed with each lead."""

from __future__ import annotations

from pathlib import Path

from tanglaw.casework.models import Lead, Material, Run
from tanglaw.casework.sealing.fields import sealed
from tanglaw.filings.dossier.run_folder import FILES
from tanglaw.filings.dossier.run_material import materials


def keep_material(folder: Path, run: Run) -> None:
    """Keep it for the leads that this run found last; what an earlier run left is replaced.

    A folder without the files that filings are made of brings its leads in all the same: whoever drafts a filing about
    one of them is told what is missing.
    """
    if not all((folder / name).is_file() for name in FILES):
        return
    theirs = {lead.lead_id: lead for lead in Lead.objects.filter(last_run=run).select_related("key")}
    Material.objects.filter(lead__in=theirs.values()).delete()
    for lead_id, data in materials(folder):
        if lead_id in theirs:
            Material.objects.create(lead=theirs[lead_id], run=run, **sealed(data=data))
