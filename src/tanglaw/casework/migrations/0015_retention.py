"""How long files are kept, what holds one or ends one early, and that one was deleted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of rules, holds, early deletions and deletions."""

    initial = True
    dependencies = [("casework", "0014_filings")]

    operations = [
        migrations.CreateModel(
            name="RetentionRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.CharField(help_text="lead or case", max_length=4)),
                ("outcome", models.CharField(max_length=12)),
                (
                    "days",
                    models.PositiveIntegerField(
                        blank=True, help_text="nothing: kept until a rule says otherwise", null=True
                    ),
                ),
                ("changed", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("file", "outcome"), name="retention_rule_once")],
            },
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_reason", models.BinaryField(default=b"")),
                ("placed", models.DateTimeField()),
                ("lifted", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="casework.case",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="casework.lead",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("placed", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", True), ("lead__isnull", False)),
                            models.Q(("case__isnull", False), ("lead__isnull", True)),
                            _connector="OR",
                        ),
                        name="legal_hold_on_one_file",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lifted__isnull", True)), fields=("lead",), name="legal_hold_once_a_lead"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lifted__isnull", True)), fields=("case",), name="legal_hold_once_a_case"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlyDeletion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_reason", models.BinaryField(default=b"")),
                ("asked", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "lead",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="early_deletion", to="casework.lead"
                    ),
                ),
            ],
            options={
                "ordering": ("asked", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Deletion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.CharField(help_text="lead or case", max_length=4)),
                ("number", models.BigIntegerField()),
                ("lead_id", models.CharField(blank=True, db_index=True, max_length=32)),
                ("last_seen", models.DateTimeField(blank=True, help_text="its last payment", null=True)),
                ("rule", models.CharField(max_length=60)),
                ("deleted", models.DateTimeField()),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rule", "early"), _negated=True),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("asked_by__isnull", False),
                                models.Q(("asked_by", models.F("approved_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="deletion_before_its_time_by_two",
                    )
                ],
            },
        ),
    ]
