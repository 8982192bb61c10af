"""What belongs together: leads that became one, accounts that a person holds apart, groups of leads."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of joinings, links and groups."""

    initial = True
    dependencies = [("casework", "0007_leads")]

    operations = [
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
    ]
