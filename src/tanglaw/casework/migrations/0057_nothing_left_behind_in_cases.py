"""Rewrites the tables of cases, so that what was sealed does not also lie open in space that is no longer used."""

from __future__ import annotations

from django.db import migrations

from tanglaw.casework.sealing.leftovers import scouring

_TABLES = (
    "casework_case", "casework_caseevent", "casework_caselook", "casework_casenote", "casework_casesubject",
    "casework_task", "casework_referral", "casework_filing", "casework_filingfile", "casework_filingreason",
    "casework_filingreceipt", "casework_filingstep",
)  # fmt: skip


class Migration(migrations.Migration):
    """Outside a transaction: neither database rewrites a table within one."""

    atomic = False
    dependencies = (("casework", "0056_cases_are_sealed"),)
    operations = (migrations.RunPython(scouring(_TABLES)),)
