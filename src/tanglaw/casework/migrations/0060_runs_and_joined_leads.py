"""Sources and detections started from the workspace, split accounts, joined leads and groups."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0031_directory"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="carried_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="casework.decision",
            ),
        ),
        migrations.AddField(
            model_name="lead",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                help_text="lead that its accounts are part of now; it is worked on there",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="casework.lead",
            ),
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
                    "since",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"),
                ),
                (
                    "until",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.run"
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="joined", to="casework.lead"
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
                    "run",
                    models.ForeignKey(
                        help_text="first that knew it",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.run",
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
