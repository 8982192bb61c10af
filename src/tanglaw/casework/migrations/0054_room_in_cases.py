"""Room for what is sealed in cases, referrals and filings."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

SEALED = (
    ("case", "title"), ("case", "restriction"), ("case", "closing"), ("caseevent", "what"), ("caseevent", "source"),
    ("caselook", "reason"), ("casenote", "text"), ("casesubject", "party"), ("casesubject", "name"),
    ("casesubject", "about"), ("task", "what"), ("task", "result"), ("referral", "recipient"), ("referral", "contact"),
    ("referral", "told"), ("referral", "grounds"), ("referral", "answer"), ("referral", "reference"),
    ("filing", "dossier"), ("filingfile", "data"), ("filingreason", "text"), ("filingreason", "element"),
    ("filingreceipt", "data"), ("filingstep", "detail"),
)  # fmt: skip


class Migration(migrations.Migration):
    """Adds only."""

    dependencies = (("casework", "0053_nothing_left_behind"),)
    operations = (
        migrations.AddField(
            "case", "key",
            models.OneToOneField("casework.recordkey", django.db.models.deletion.PROTECT, related_name="+", null=True),
        ),
        migrations.AddField(
            "casesubject", "index",
            models.CharField(max_length=32, blank=True, default="", help_text="blind index of side and party"),
            preserve_default=False,
        ),
        *(migrations.AddField(model, f"sealed_{name}", models.BinaryField(default=b"")) for model, name in SEALED),
    )  # fmt: skip
