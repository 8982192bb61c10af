"""Leads whose accounts were joined, decisions that were carried over, and groups of leads."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0040_runs"),
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
    ]
