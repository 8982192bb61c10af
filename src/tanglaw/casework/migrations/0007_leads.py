"""Leads: what each run said of them and who appears in them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of leads, their versions and the parties in them."""

    initial = True
    dependencies = [("casework", "0006_record_keys")]

    operations = [
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
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.recordkey"
                    ),
                ),
                (
                    "first_run",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
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
                    models.Index(
                        models.F("part_of"),
                        models.F("pattern"),
                        models.F("corridor"),
                        models.F("state"),
                        models.F("first_run"),
                        name="lead_counted_alike",
                    ),
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
        # Added once its table is there: so part_of is the last column of a SQLite table, where it always was.
        migrations.AddField(
            model_name="lead",
            name="last_run",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
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
    ]
