"""Leads, cases, decisions, filings, their keys and the log: what 25 earlier steps came to, in one.

A new workspace is made at once instead of remaking its tables again and again; one that has taken all of the earlier
steps is recognised by their names and changes nothing.
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_BEFORE = (
    "0002_work_on_leads",
    "0004_comfort",
    "0010_cases",
    "0011_work_on_cases",
    "0012_referrals",
    "0013_filings",
    "0014_what_became_of_filings",
    "0015_leads_that_had_a_case",
    "0030_keys_for_programs",
    "0031_directory",
    "0050_room_for_what_is_sealed",
    "0051_seal",
    "0052_only_what_is_sealed",
    "0053_nothing_left_behind",
    "0054_room_in_cases",
    "0055_seal_cases",
    "0056_cases_are_sealed",
    "0057_nothing_left_behind_in_cases",
    "0058_retention",
    "0060_runs_and_joined_leads",
    "0061_ways_back_in",
    "0070_filings_of_several_leads",
    "0071_material_of_filings",
    "0072_counting_leads",
    "0073_counting_alike",
)


class Migration(migrations.Migration):
    """Makes them, after all others who refer to people: each of their steps would have Django render all of these again."""

    initial = True
    replaces = [("casework", name) for name in _BEFORE]
    dependencies = [
        ("casework", "0001_people"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "number",
                    models.PositiveBigIntegerField(help_text="number of the entry", primary_key=True, serialize=False),
                ),
                ("hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("key", models.CharField(help_text="public key, hexadecimal", max_length=64)),
                ("signature", models.CharField(help_text="Ed25519, hexadecimal", max_length=128)),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="ApiKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="what it is for, in its owner's words", max_length=60)),
                (
                    "prefix",
                    models.CharField(help_text="its first characters, to be recognised by", max_length=12, unique=True),
                ),
                ("hash", models.CharField(help_text="HMAC-SHA-256 of the whole key, hexadecimal", max_length=64)),
                ("scopes", models.JSONField(help_text="what it may be used for")),
                ("made", models.DateTimeField()),
                ("expires", models.DateTimeField()),
                ("last_used", models.DateTimeField(blank=True, null=True)),
                ("revoked", models.DateTimeField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="keys", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "revoked_by",
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
                "ordering": ("-made", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires__gt", models.F("made"))), name="api_key_expires_after_it_is_made"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("idempotency_key", models.CharField(max_length=128)),
                (
                    "request",
                    models.CharField(help_text="SHA-256 of method, address and body, hexadecimal", max_length=64),
                ),
                ("status", models.PositiveSmallIntegerField()),
                (
                    "body",
                    models.TextField(blank=True, help_text="JSON: numbers, states and ids, no text that anybody wrote"),
                ),
                ("at", models.DateTimeField()),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="casework.apikey"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(models.F("at"), name="api_answer_by_age")],
                "constraints": [
                    models.UniqueConstraint(fields=("key", "idempotency_key"), name="api_answer_once_a_key")
                ],
            },
        ),
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
            name="CaseEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("day_only", models.BooleanField(default=True, help_text="the time of day is not known")),
                ("sealed_what", models.BinaryField(default=b"")),
                ("sealed_source", models.BinaryField(default=b"")),
                ("written", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="casework.case"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sealed_source", b""), _negated=True), name="case_event_has_a_source"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_reason", models.BinaryField(default=b"")),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="looks", to="casework.case"
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
                "indexes": [
                    models.Index(models.F("case"), models.F("user"), models.F("until"), name="case_look_by_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_text", models.BinaryField(default=b"")),
                ("written", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="casework.case"
                    ),
                ),
            ],
            options={
                "ordering": ("written", "pk"),
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
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(help_text="user name, or what acted instead of a person", max_length=64)),
                ("action", models.CharField(max_length=32)),
                ("kind", models.CharField(blank=True, help_text="kind of the object", max_length=16)),
                ("object", models.CharField(blank=True, help_text="id of the object", max_length=64)),
                ("detail", models.TextField(blank=True, help_text="canonical JSON")),
                ("address", models.CharField(blank=True, max_length=45)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("-number",),
                "indexes": [
                    models.Index(models.F("actor"), models.F("number"), name="entry_by_actor"),
                    models.Index(models.F("kind"), models.F("object"), models.F("number"), name="entry_by_object"),
                    models.Index(models.F("action"), models.F("number"), name="entry_by_action"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FactorReset",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="factor_reset",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("asked", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("user", models.F("asked_by")), _negated=True),
                        name="factor_reset_asked_by_another_person",
                    )
                ],
            },
        ),
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
            name="Lead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lead_id", models.CharField(max_length=32, unique=True)),
                ("pattern", models.CharField(max_length=64)),
                ("pattern_title", models.TextField()),
                ("role", models.CharField(max_length=16)),
                ("sealed_subject", models.BinaryField(default=b"")),
                ("subject_index", models.CharField(max_length=32)),
                ("protect", models.BooleanField(help_text="the holder may be a victim or a minor")),
                ("version", models.PositiveIntegerField(default=1)),
                ("attention", models.FloatField(help_text="probability, raised by urgency: the order of the queue")),
                ("score", models.FloatField()),
                ("urgency", models.FloatField()),
                ("holder", models.TextField(help_text="who the account holder may be")),
                ("corridor", models.CharField(max_length=64)),
                ("first_seen", models.DateTimeField()),
                ("last_seen", models.DateTimeField()),
                ("payments", models.PositiveIntegerField()),
                ("counterparties", models.PositiveIntegerField()),
                ("total_usd", models.FloatField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "To review"),
                            ("watching", "Watching"),
                            ("proposed", "Waiting for a second person"),
                            ("dismissed", "Dismissed"),
                            ("case", "Case opened"),
                            ("referred", "Referred for safeguarding"),
                            ("filed", "Filed"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("due", models.DateTimeField(help_text="when it should have been decided")),
                ("watch_until", models.DateField(blank=True, null=True)),
                ("news", models.BooleanField(default=False, help_text="its evidence changed since it was decided")),
                ("opened", models.DateTimeField(help_text="when it came into the workspace, or back")),
                ("revision", models.PositiveIntegerField(default=0, help_text="raised by everything people do to it")),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="lead that its accounts are part of now; it is worked on there",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="casework.lead",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("protect"), descending=True),
                        models.OrderBy(models.F("attention"), descending=True),
                        models.F("id"),
                        name="lead_queue",
                    ),
                    models.Index(
                        models.F("state"), models.OrderBy(models.F("attention"), descending=True), name="lead_by_state"
                    ),
                    models.Index(models.F("assigned_to"), models.F("state"), name="lead_by_person"),
                    models.Index(models.F("state"), models.F("due"), models.F("part_of"), name="lead_by_due"),
                    models.Index(
                        models.F("state"),
                        models.F("part_of"),
                        models.F("protect"),
                        models.F("assigned_to"),
                        name="lead_counted",
                    ),
                    models.Index(models.F("subject_index"), name="lead_by_subject"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "watching", "proposed", "dismissed", "case", "referred", "filed"])
                        ),
                        name="lead_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "watching"), _negated=True),
                            ("watch_until__isnull", False),
                            _connector="OR",
                        ),
                        name="lead_watched_until_a_day",
                    ),
                ],
            },
        ),
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
        migrations.AddField(
            model_name="filing",
            name="leads",
            field=models.ManyToManyField(
                help_text="every lead that it is about", related_name="filings", to="casework.lead"
            ),
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
            name="Appearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=16)),
                ("index", models.CharField(help_text="blind index of role and party", max_length=32)),
                ("sealed_party", models.BinaryField(default=b"")),
                ("own", models.BooleanField(help_text="the lead is about this party")),
                ("payments", models.PositiveIntegerField()),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="appearances", to="casework.lead"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(models.F("index"), name="appearance_by_party")],
                "constraints": [
                    models.UniqueConstraint(fields=("lead", "role", "index"), name="appearance_once_a_lead")
                ],
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
            name="Look",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_reason", models.BinaryField(default=b"")),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="looks", to="casework.lead"
                    ),
                ),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "indexes": [models.Index(models.F("lead"), models.F("user"), models.F("until"), name="look_by_person")],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_text", models.BinaryField(default=b"")),
                ("written", models.DateTimeField()),
                ("author", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="casework.lead"
                    ),
                ),
            ],
            options={
                "ordering": ("written", "pk"),
            },
        ),
        migrations.CreateModel(
            name="RecordKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("master", models.CharField(help_text="id of the master key that wraps it", max_length=16)),
                ("wrapped", models.BinaryField()),
                ("made", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "indexes": [models.Index(models.F("master"), name="record_key_by_master")],
            },
        ),
        migrations.CreateModel(
            name="ProtectedParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=16)),
                ("index", models.CharField(help_text="blind index of role and party", max_length=32)),
                ("sealed_party", models.BinaryField(default=b"")),
                ("sealed_names", models.BinaryField(default=b"")),
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.recordkey"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("role", "index"), name="protected_party_once")],
            },
        ),
        migrations.AddField(
            model_name="lead",
            name="key",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.recordkey"
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="key",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.recordkey"
            ),
        ),
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
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("folder", models.TextField()),
                ("period_from", models.DateTimeField(null=True)),
                ("period_to", models.DateTimeField(null=True)),
                ("account", models.JSONField(help_text="counts, versions and notes of run.json")),
                ("found", models.PositiveIntegerField(verbose_name="leads in it")),
                ("new", models.PositiveIntegerField(verbose_name="leads not seen before")),
                ("changed", models.PositiveIntegerField(verbose_name="leads whose evidence changed")),
                ("imported", models.DateTimeField()),
                (
                    "imported_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
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
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=16)),
                ("left_index", models.CharField(help_text="blind index of the account on the left", max_length=32)),
                ("sealed_left", models.BinaryField(default=b"")),
                ("right_index", models.CharField(help_text="blind index of the account on the right", max_length=32)),
                ("sealed_right", models.BinaryField(default=b"")),
                ("level", models.CharField(help_text="person or household", max_length=12)),
                ("sealed_grounds", models.BinaryField(default=b"")),
                ("decided", models.DateTimeField()),
                ("undone", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        help_text="where it was decided",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="casework.lead",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        help_text="first that knew it",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.run",
                    ),
                ),
            ],
            options={
                "ordering": ("decided", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone__isnull", True)),
                        fields=("left_index", "right_index", "level"),
                        name="link_in_force_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("left_index", models.F("right_index")), _negated=True),
                        name="link_of_two_accounts",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="lead",
            name="first_run",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
        ),
        migrations.AddField(
            model_name="lead",
            name="last_run",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
        ),
        migrations.CreateModel(
            name="Joining",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("state", models.CharField(help_text="where the part stood", max_length=12)),
                (
                    "came_up",
                    models.BooleanField(
                        help_text="what was decided about the parts differs: the whole came up for decision"
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="joinings", to="casework.lead"
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="joined", to="casework.lead"
                    ),
                ),
                (
                    "since",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
                ),
                (
                    "until",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)), fields=("part",), name="joining_into_one_at_a_time"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "group_id",
                    models.CharField(help_text="stays from run to run while its oldest member does", max_length=32),
                ),
                ("title", models.TextField()),
                ("score", models.FloatField()),
                ("urgency", models.FloatField()),
                ("content", models.JSONField(help_text="figures and ties")),
                ("leads", models.ManyToManyField(related_name="groups", to="casework.lead")),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="groups", to="casework.run"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("run", "group_id"), name="group_once_a_run")],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(max_length=500)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="views", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="saved_view_name_once_a_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.SlugField(max_length=40, unique=True)),
                ("inputs", models.JSONField(help_text="absolute paths of files and folders with payments")),
                (
                    "options",
                    models.JSONField(default=dict, help_text="of detect: mapping, rates, patterns, engine, identities"),
                ),
                ("made", models.DateTimeField()),
                ("retired", models.BooleanField(default=False, help_text="not run any more; kept for the runs it had")),
                (
                    "every",
                    models.CharField(
                        blank=True,
                        choices=[("", "Never"), ("day", "Every day"), ("week", "Every week")],
                        default="",
                        max_length=4,
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(default=0, help_text="0 is Monday; of a weekly schedule")),
                ("at", models.TimeField(blank=True, help_text="UTC", null=True)),
                ("next_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("every", ""), models.Q(("at__isnull", False), ("next_at__isnull", False)), _connector="OR"
                        ),
                        name="source_schedule_has_a_time",
                    ),
                    models.CheckConstraint(condition=models.Q(("weekday__lte", 6)), name="source_weekday_is_one"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Detection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "course",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("asked", models.DateTimeField()),
                ("task", models.UUIDField(help_text="job that carries it out", null=True)),
                ("attempt", models.PositiveSmallIntegerField(default=0, help_text="times that a worker took it up")),
                ("worker", models.CharField(blank=True, help_text="host:process", max_length=120)),
                ("beat", models.DateTimeField(help_text="when its worker last said that it lives", null=True)),
                ("started", models.DateTimeField(null=True)),
                ("finished", models.DateTimeField(null=True)),
                ("stage", models.CharField(blank=True, max_length=60)),
                ("rows", models.PositiveBigIntegerField(default=0, help_text="rows of the stage that are done")),
                ("rate", models.FloatField(default=0.0, help_text="rows a second")),
                ("log", models.TextField(blank=True, help_text="what detection said, the last of it")),
                ("reason", models.TextField(blank=True, help_text="why it failed")),
                ("cancelling", models.BooleanField(default=False)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="detections",
                        to="casework.run",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="detections", to="casework.source"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("course__in", ["waiting", "running", "done", "failed", "cancelled"])),
                        name="detection_course_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("course", "done"), _negated=True), ("run__isnull", False), _connector="OR"
                        ),
                        name="detection_done_has_a_run",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("course__in", ("waiting", "running"))),
                        fields=("source",),
                        name="detection_one_a_source_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sealed_what", models.BinaryField(default=b"")),
                ("due", models.DateField()),
                ("made", models.DateTimeField()),
                ("done", models.DateTimeField(blank=True, null=True)),
                ("sealed_result", models.BinaryField(default=b"")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="casework.case"
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("due", "pk"),
                "indexes": [models.Index(models.F("to"), models.F("done"), models.F("due"), name="task_by_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done__isnull", True), ("done_by__isnull", True)),
                            models.Q(("done__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_done_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("digest", models.CharField(help_text="SHA-256 of the content before it was packed", max_length=64)),
                ("sealed_content", models.BinaryField(default=b"")),
                ("changes", models.JSONField(help_text="sentences: what differs from the version before")),
                ("score", models.FloatField()),
                ("urgency", models.FloatField()),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="casework.lead"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="casework.run"
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [models.UniqueConstraint(fields=("lead", "number"), name="version_number_once_a_lead")],
            },
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                models.F("part_of"),
                models.F("pattern"),
                models.F("corridor"),
                models.F("state"),
                models.F("first_run"),
                name="lead_counted_alike",
            ),
        ),
    ]
