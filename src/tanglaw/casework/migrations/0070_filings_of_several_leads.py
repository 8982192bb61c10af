"""A filing may be about several leads of its case; one that is there is about the one it was begun for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django.db.models.deletion
from django.db import migrations, models

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def of_one_lead(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ANN401 -- Django's registry
    """Write down the one lead of each filing."""
    del schema_editor
    filing = apps.get_model("casework", "Filing")
    about = filing.leads.through
    about.objects.bulk_create(
        [about(filing_id=number, lead_id=lead) for number, lead in filing.objects.values_list("pk", "lead_id")]
    )


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0061_ways_back_in"),
    ]

    operations = [
        migrations.AlterField(
            model_name="filing",
            name="lead",
            field=models.ForeignKey(
                help_text="the first of its leads",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="casework.lead",
            ),
        ),
        migrations.AddField(
            model_name="filing",
            name="leads",
            field=models.ManyToManyField(
                help_text="every lead that it is about", related_name="filings", to="casework.lead"
            ),
        ),
        migrations.RunPython(of_one_lead, migrations.RunPython.noop),
    ]
