"""Filings on their way to an authority, and what they need of the run that found a lead."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of filings, of what belongs to each, and of leads' material."""

    initial = True
    dependencies = [("casework", "0013_referrals")]

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
                ("sealed_dossier", models.BinaryField(default=b"")),
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
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "leads",
                    models.ManyToManyField(
                        help_text="every lead that it is about", related_name="filings", to="casework.lead"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [models.Index(models.F("state"), models.F("due"), name="filing_by_due")],
                "constraints": [
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
                            models.Q(("state", "acknowledged"), _negated=True),
                            models.Q(("receipt__isnull", False), models.Q(("receipt", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="filing_acknowledged_by_a_receipt",
                    ),
                    models.UniqueConstraint(fields=("authority", "reference", "version"), name="filing_version_once"),
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
                ],
            },
        ),
        # Added once its table is there: so corrects is the last column of a SQLite table, where it always was.
        migrations.AddField(
            model_name="filing",
            name="lead",
            field=models.ForeignKey(
                help_text="the first of its leads",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="casework.lead",
            ),
        ),
        migrations.CreateModel(
            name="FilingFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("sealed_data", models.BinaryField(default=b"")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="casework.filing"
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "constraints": [models.UniqueConstraint(fields=("filing", "name"), name="filing_file_once")],
            },
        ),
        migrations.CreateModel(
            name="FilingHand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hands", to="casework.filing"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("filing", "user"), name="filing_hand_once")],
            },
        ),
        migrations.CreateModel(
            name="FilingReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.TextField(blank=True)),
                ("sealed_text", models.BinaryField(default=b"")),
                ("sealed_element", models.BinaryField(default=b"")),
                ("field", models.TextField(blank=True, help_text="of the dossier")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reasons", to="casework.filing"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="FilingReceipt",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("sealed_data", models.BinaryField(default=b"")),
                ("read", models.DateTimeField()),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="receipts", to="casework.filing"
                    ),
                ),
            ],
            options={
                "ordering": ("read",),
            },
        ),
        migrations.CreateModel(
            name="FilingStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("who", models.CharField(max_length=64)),
                ("what", models.CharField(max_length=32)),
                ("sealed_detail", models.BinaryField(default=b"")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="casework.filing"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_data", models.BinaryField(default=b"")),
                (
                    "lead",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="material", to="casework.lead"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
