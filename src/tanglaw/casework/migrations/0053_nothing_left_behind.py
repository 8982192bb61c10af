"""Rewrites the tables, so that what was sealed does not also lie open in space that is no longer used."""

from __future__ import annotations

from django.db import migrations

from tanglaw.casework.sealing.leftovers import scouring

_TABLES = (
    "casework_lead", "casework_version", "casework_appearance", "casework_protectedparty", "casework_note",
    "casework_decision", "casework_look",
)  # fmt: skip


class Migration(migrations.Migration):
    """Outside a transaction: neither database rewrites a table within one."""

    atomic = False
    dependencies = (("casework", "0052_only_what_is_sealed"),)
    operations = (migrations.RunPython(scouring(_TABLES)),)
