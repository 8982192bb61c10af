"""People's words in cases, referrals and filings stand sealed, too. The tables were made just before and are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SEALED = (
    ("case", "title"), ("case", "restriction"), ("case", "closing"), ("caseevent", "what"), ("caseevent", "source"),
    ("caselook", "reason"), ("casenote", "text"), ("casesubject", "party"), ("casesubject", "name"),
    ("casesubject", "about"), ("task", "what"), ("task", "result"), ("referral", "recipient"), ("referral", "contact"),
    ("referral", "told"), ("referral", "grounds"), ("referral", "answer"), ("referral", "reference"),
    ("filing", "dossier"), ("filingfile", "data"), ("filingreason", "text"), ("filingreason", "element"),
    ("filingreceipt", "data"), ("filingstep", "detail"),
)  # fmt: skip
_CONSTRAINTS = (
    ("caseevent", models.CheckConstraint(condition=~Q(sealed_source=b""), name="case_event_has_a_source")),
    ("casesubject", models.CheckConstraint(condition=~Q(sealed_party=b"") | ~Q(sealed_name=b""),
                                           name="case_subject_is_somebody")),
    ("casesubject", models.UniqueConstraint(fields=("case", "side", "index"), condition=~Q(index=""),
                                            name="case_subject_once_a_case")),
)  # fmt: skip


def hold_to_empty(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ANN401 -- Django's registry
    """Stop before anything is lost: cases that were written before they could be sealed are not converted."""
    del schema_editor
    if apps.get_model("casework", "Case").objects.exists():
        raise RuntimeError("Found cases that stand open; expected none before this step. Nothing was changed.")


class Migration(migrations.Migration):
    """Takes the open columns away and puts sealed ones in their place."""

    dependencies = (("casework", "0053_nothing_left_behind"),)
    operations = (
        migrations.RunPython(hold_to_empty),
        *(migrations.RemoveConstraint(model, constraint.name) for model, constraint in _CONSTRAINTS),
        *(migrations.RemoveField(model, name) for model, name in _SEALED),
        *(migrations.AddField(model, f"sealed_{name}", models.BinaryField(default=b"")) for model, name in _SEALED),
        migrations.AddField(
            "casesubject", "index",
            models.CharField(max_length=32, blank=True, default="", help_text="blind index of side and party"),
            preserve_default=False,
        ),
        *(migrations.AddConstraint(model, constraint) for model, constraint in _CONSTRAINTS),
        *(
            step(
                "case", "key",
                models.OneToOneField(
                    "casework.recordkey", django.db.models.deletion.PROTECT, related_name="+", null=null
                ),
            )
            for step, null in ((migrations.AddField, True), (migrations.AlterField, False))
        ),
    )  # fmt: skip
