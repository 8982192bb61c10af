"""Room for sealed fields, their keys and their indexes, beside what they will replace."""

from __future__ import annotations

import uuid

import django.db.models.deletion
from django.db import migrations, models

_SEALED = (
    ("lead", "subject"), ("version", "content"), ("appearance", "party"), ("protectedparty", "party"),
    ("protectedparty", "names"), ("note", "text"), ("decision", "grounds"), ("decision", "answer"), ("look", "reason"),
)  # fmt: skip
_INDEXED = (("lead", "subject_index"), ("appearance", "index"), ("protectedparty", "index"))


class Migration(migrations.Migration):
    """Adds only."""

    dependencies = (("casework", "0015_leads_that_had_a_case"),)
    operations = (
        migrations.CreateModel(
            name="RecordKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("master", models.CharField(help_text="id of the master key that wraps it", max_length=16)),
                ("wrapped", models.BinaryField()),
                ("made", models.DateTimeField(auto_now_add=True)),
            ],
            options={"indexes": [models.Index("master", name="record_key_by_master")]},
        ),
        *(
            migrations.AddField(
                model,
                "key",
                models.OneToOneField(
                    "casework.recordkey", django.db.models.deletion.PROTECT, related_name="+", null=True
                ),
            )
            for model in ("lead", "protectedparty")
        ),
        *(migrations.AddField(model, f"sealed_{name}", models.BinaryField(default=b"")) for model, name in _SEALED),
        *(migrations.AddField(model, name, models.CharField(max_length=32, default="")) for model, name in _INDEXED),
    )
