"""The key of each record, and the people whose names are kept apart under one."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the tables of keys and protected parties."""

    initial = True
    dependencies = [("casework", "0005_runs")]

    operations = [
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
    ]
