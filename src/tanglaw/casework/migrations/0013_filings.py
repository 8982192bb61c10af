import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0012_referrals"),
    ]

    operations = [
        migrations.CreateModel(
            name="Filing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.TextField()),
                ("form", models.CharField(max_length=12)),
                ("profile", models.CharField(max_length=120)),
                ("reference", models.CharField(max_length=120)),
                ("version", models.PositiveIntegerField(default=1)),
                ("state", models.CharField(default="draft", max_length=16)),
                ("begun", models.DateTimeField()),
                ("suspected", models.DateField(help_text="day from which time runs")),
                ("due", models.DateField(blank=True, null=True)),
                ("content_sha256", models.CharField(blank=True, max_length=64)),
                ("receipt", models.CharField(blank=True, max_length=200, null=True)),
                ("dossier", models.TextField(help_text="JSON of tanglaw.filings.dossier")),
                ("revision", models.PositiveIntegerField(default=0)),
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
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="filings", to="casework.case"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="casework.filing",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="filings", to="casework.lead"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [models.Index(models.F("state"), models.F("due"), name="filing_by_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                (
                                    "draft",
                                    "validated",
                                    "approved",
                                    "signed",
                                    "handing over",
                                    "handed over",
                                    "acknowledged",
                                    "rejected",
                                    "corrected",
                                    "withdrawn",
                                ),
                            )
                        ),
                        name="filing_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(
                                models.Q(("approved_by", models.F("prepared_by")), _negated=True),
                                models.Q(("approved_by", models.F("begun_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="filing_approved_by_another_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    (
                                        "approved",
                                        "signed",
                                        "handing over",
                                        "handed over",
                                        "acknowledged",
                                        "rejected",
                                        "corrected",
                                    ),
                                ),
                                _negated=True,
                            ),
                            ("approved_by__isnull", False),
                            _connector="OR",
                        ),
                        name="filing_leaves_by_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "acknowledged"), _negated=True),
                            models.Q(("receipt__isnull", False), models.Q(("receipt", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="filing_acknowledged_by_a_receipt",
                    ),
                    models.UniqueConstraint(fields=("authority", "reference", "version"), name="filing_version_once"),
                ],
            },
        ),
    ]
