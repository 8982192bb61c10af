"""Cases: their leads, the people whom they are about and those who work on them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of cases and of who and what belongs to one."""

    initial = True
    dependencies = [("casework", "0010_decisions")]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_title", models.BinaryField(default=b"")),
                (
                    "state",
                    models.CharField(choices=[("open", "Open"), ("closed", "Closed")], default="open", max_length=8),
                ),
                ("opened", models.DateTimeField()),
                ("restricted", models.BooleanField(default=False)),
                ("sealed_restriction", models.BinaryField(default=b"")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("explained", "Explained: nothing further to do"),
                            ("not_enough", "Not enough to go on"),
                            ("referred", "Referred for safeguarding"),
                            ("filed", "Reported to an authority"),
                            ("both", "Reported and referred"),
                            ("passed_on", "Passed on to another case or institution"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sealed_closing", models.BinaryField(default=b"")),
                ("closed", models.DateTimeField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField(default=0, help_text="raised by everything people do to it")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "restricted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.recordkey"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [models.Index(models.F("state"), models.F("keeper"), name="case_by_keeper")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "closed"])), name="case_state_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["", "explained", "not_enough", "referred", "filed", "both", "passed_on"])
                        ),
                        name="case_outcome_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed__isnull", True), ("outcome", ""), ("state", "open")),
                            models.Q(
                                ("closed__isnull", False),
                                ("closed_by__isnull", False),
                                ("state", "closed"),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="case_closed_with_an_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("restricted", False), ("restricted_by__isnull", False), _connector="OR"),
                        name="case_restricted_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseLead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("added", models.DateTimeField()),
                ("current", models.BooleanField(default=True)),
                ("taken_out", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="holdings", to="casework.case"
                    ),
                ),
                (
                    "taken_out_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="holdings", to="casework.lead"
                    ),
                ),
            ],
            options={
                "ordering": ("added", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("case", "lead"), name="case_lead_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)), fields=("lead",), name="case_lead_in_one_open_case"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("current", False), ("taken_out__isnull", True), _connector="OR"),
                        name="case_lead_taken_out_is_not_current",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseSubject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("review", "Subject of review"),
                            ("victim", "Possible victim"),
                            ("facilitator", "Facilitator in question"),
                            ("witness", "Witness"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True, help_text="originator or beneficiary, where in the payments", max_length=16
                    ),
                ),
                ("index", models.CharField(blank=True, help_text="blind index of side and party", max_length=32)),
                ("sealed_party", models.BinaryField(default=b"")),
                ("sealed_name", models.BinaryField(default=b"")),
                ("sealed_about", models.BinaryField(default=b"")),
                ("added", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="subjects", to="casework.case"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["review", "victim", "facilitator", "witness", "other"])),
                        name="case_subject_role_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed_party", b""), _negated=True),
                            models.Q(("sealed_name", b""), _negated=True),
                            _connector="OR",
                        ),
                        name="case_subject_is_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("index", ""), _negated=True),
                        fields=("case", "side", "index"),
                        name="case_subject_once_a_case",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CasePerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("added", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="people", to="casework.case"
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
                "ordering": ("added", "pk"),
                "constraints": [models.UniqueConstraint(fields=("case", "user"), name="case_person_once")],
            },
        ),
    ]
