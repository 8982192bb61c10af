"""What stood open in cases goes."""

from __future__ import annotations

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

_SEALED = import_module("tanglaw.casework.migrations.0054_room_in_cases").SEALED
_CONSTRAINTS = (
    ("caseevent", models.CheckConstraint(condition=~Q(sealed_source=b""), name="case_event_has_a_source")),
    ("casesubject", models.CheckConstraint(condition=~Q(sealed_party=b"") | ~Q(sealed_name=b""),
                                           name="case_subject_is_somebody")),
    ("casesubject", models.UniqueConstraint(fields=("case", "side", "index"), condition=~Q(index=""),
                                            name="case_subject_once_a_case")),
)  # fmt: skip


class Migration(migrations.Migration):
    """Constraints over the open columns go before them."""

    dependencies = (("casework", "0055_seal_cases"),)
    operations = (
        *(migrations.RemoveConstraint(model, constraint.name) for model, constraint in _CONSTRAINTS),
        *(migrations.RemoveField(model, name) for model, name in _SEALED),
        *(migrations.AddConstraint(model, constraint) for model, constraint in _CONSTRAINTS),
        migrations.AlterField(
            "case", "key",
            models.OneToOneField("casework.recordkey", django.db.models.deletion.PROTECT, related_name="+"),
        ),
    )  # fmt: skip
