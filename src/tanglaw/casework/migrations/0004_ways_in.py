"""Keys for programs and what they were answered, and the way back in for who lost a second factor."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of keys, answers and resets."""

    initial = True
    dependencies = [("casework", "0003_log_refuses_change")]

    operations = [
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
    ]
