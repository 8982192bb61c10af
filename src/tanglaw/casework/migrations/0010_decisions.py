"""What is decided about leads, by two people where one is not enough."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table of decisions."""

    initial = True
    dependencies = [("casework", "0009_work_on_leads")]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dismiss", "Dismiss"),
                            ("watch", "Watch until a day"),
                            ("case", "Open a case"),
                            ("refer", "Refer for safeguarding"),
                            ("file", "File a report"),
                            ("reopen", "Review again"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("proposed", "Waiting for a second person"),
                            ("in_force", "In force"),
                            ("refused", "Not approved"),
                            ("withdrawn", "Withdrawn"),
                            ("superseded", "Replaced by a later decision"),
                        ],
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveIntegerField(help_text="version of the lead that was decided on")),
                ("sealed_grounds", models.BinaryField(default=b"")),
                (
                    "explanation",
                    models.CharField(
                        blank=True, help_text="ordinary explanation, where one is the ground", max_length=64
                    ),
                ),
                ("watch_until", models.DateField(blank=True, null=True)),
                ("proposed", models.DateTimeField()),
                ("answered", models.DateTimeField(blank=True, null=True)),
                ("sealed_answer", models.BinaryField(default=b"")),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="casework.decision",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="casework.lead"
                    ),
                ),
            ],
            options={
                "ordering": ("-proposed", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["dismiss", "watch", "case", "refer", "file", "reopen"])),
                        name="decision_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("standing__in", ["proposed", "in_force", "refused", "withdrawn", "superseded"])
                        ),
                        name="decision_standing_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second__isnull", True),
                            models.Q(("second", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="decision_second_is_another_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "watch"), _negated=True), ("watch_until__isnull", False), _connector="OR"
                        ),
                        name="decision_watch_has_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("standing", "proposed")),
                        fields=("lead",),
                        name="decision_one_proposal_a_lead",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("standing", "in_force")),
                        fields=("lead",),
                        name="decision_one_in_force_a_lead",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ("refer", "file")), _negated=True),
                            models.Q(("standing__in", ("in_force", "superseded")), _negated=True),
                            ("second__isnull", False),
                            _connector="OR",
                        ),
                        name="decision_filed_or_referred_by_two",
                    ),
                ],
            },
        ),
    ]
