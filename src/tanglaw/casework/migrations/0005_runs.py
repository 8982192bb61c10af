"""What is searched and when, each detection of it, and the runs that came in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of sources, runs and detections."""

    initial = True
    dependencies = [("casework", "0004_ways_in")]

    operations = [
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
    ]
