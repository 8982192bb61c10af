"""What stood open goes."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

_OPEN = (
    ("lead", "subject"), ("version", "content"), ("appearance", "party"), ("protectedparty", "party"),
    ("protectedparty", "names"), ("note", "text"), ("decision", "grounds"), ("decision", "answer"), ("look", "reason"),
)  # fmt: skip
_INDEX = "blind index of role and party"


class Migration(migrations.Migration):
    """Indexes and constraints over the open columns go before them."""

    dependencies = (("casework", "0051_seal"),)
    operations = (
        migrations.RemoveConstraint("appearance", "appearance_once_a_lead"),
        migrations.RemoveIndex("appearance", "appearance_by_party"),
        migrations.RemoveConstraint("protectedparty", "protected_party_once"),
        *(migrations.RemoveField(model, name) for model, name in _OPEN),
        *(
            migrations.AlterField(
                model,
                "key",
                models.OneToOneField("casework.recordkey", django.db.models.deletion.PROTECT, related_name="+"),
            )
            for model in ("lead", "protectedparty")
        ),
        migrations.AlterField("lead", "subject_index", models.CharField(max_length=32)),
        migrations.AlterField("appearance", "index", models.CharField(max_length=32, help_text=_INDEX)),
        migrations.AlterField("protectedparty", "index", models.CharField(max_length=32, help_text=_INDEX)),
        migrations.AddIndex("lead", models.Index("subject_index", name="lead_by_subject")),
        migrations.AddIndex("appearance", models.Index("index", name="appearance_by_party")),
        migrations.AddConstraint(
            "appearance", models.UniqueConstraint(fields=("lead", "role", "index"), name="appearance_once_a_lead")
        ),
        migrations.AddConstraint(
            "protectedparty", models.UniqueConstraint(fields=("role", "index"), name="protected_party_once")
        ),
    )
