"""The log of what people saw and did, and its signed heads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the log, after all steps of others who refer to people: each of those would have Django render our tables again."""

    initial = True
    dependencies = [
        ("casework", "0001_people"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
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
    ]
