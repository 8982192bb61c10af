"""Safeguarding referrals: who is told of somebody who may need protection."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table of referrals."""

    initial = True
    dependencies = [("casework", "0012_work_on_cases")]

    operations = [
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("child_protection", "Child-protection authority"),
                            ("police", "Police"),
                            ("prosecution", "Prosecutor or court"),
                            ("fiu", "Financial intelligence unit"),
                            ("hotline", "Hotline or national centre"),
                            ("service", "Child helpline or victim support"),
                            ("institution", "Safeguarding contact of another institution"),
                        ],
                        max_length=20,
                    ),
                ),
                ("sealed_recipient", models.BinaryField(default=b"")),
                ("sealed_contact", models.BinaryField(default=b"")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("duty", "A legal duty to report"),
                            ("vital", "Vital interests: danger to life or health"),
                            ("public_task", "Child protection in the public interest"),
                            ("request", "A request of the authority"),
                            ("agreement", "An information-sharing agreement"),
                        ],
                        max_length=12,
                    ),
                ),
                ("law", models.CharField(blank=True, help_text="the provision", max_length=300)),
                ("sealed_told", models.BinaryField(default=b"")),
                ("sealed_grounds", models.BinaryField(default=b"")),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("proposed", "Waiting for a second person"),
                            ("approved", "Approved, not told yet"),
                            ("told", "Told"),
                            ("refused", "Not approved"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                ("proposed", models.DateTimeField()),
                ("answered", models.DateTimeField(blank=True, null=True)),
                ("sealed_answer", models.BinaryField(default=b"")),
                ("made", models.DateTimeField(blank=True, help_text="when they were told", null=True)),
                ("means", models.CharField(blank=True, help_text="by telephone, by portal, …", max_length=120)),
                ("sealed_reference", models.BinaryField(default=b"")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="referrals", to="casework.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "ordering": ("-proposed", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "child_protection",
                                    "police",
                                    "prosecution",
                                    "fiu",
                                    "hotline",
                                    "service",
                                    "institution",
                                ],
                            )
                        ),
                        name="referral_recipient_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["duty", "vital", "public_task", "request", "agreement"])),
                        name="referral_basis_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("standing__in", ["proposed", "approved", "told", "refused", "withdrawn"])),
                        name="referral_standing_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second__isnull", True),
                            models.Q(("second", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="referral_second_is_another_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("standing", "told"), _negated=True),
                            models.Q(("made__isnull", False), ("made_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_told_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("standing__in", ("approved", "told")), _negated=True),
                            ("second__isnull", False),
                            _connector="OR",
                        ),
                        name="referral_approved_by_two",
                    ),
                ],
            },
        ),
    ]
