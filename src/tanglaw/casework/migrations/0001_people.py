"""People, who everything else in the workspace refers to."""

import django.contrib.auth.validators
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table of people, as the steps that it stands for left it."""

    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "username",
                    models.CharField(
                        max_length=64, unique=True, validators=[django.contrib.auth.validators.ASCIIUsernameValidator()]
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="full name")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("analyst", "Analyst"),
                            ("reviewer", "Reviewer"),
                            ("supervisor", "Supervisor"),
                            ("auditor", "Auditor"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=16,
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                (
                    "directory",
                    models.CharField(
                        blank=True,
                        help_text="how the institution's directory knows this person: subject or e-mail",
                        max_length=254,
                    ),
                ),
                ("joined", models.DateTimeField(auto_now_add=True)),
                (
                    "one_time_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="until when a password opens that somebody else made; null once it was changed",
                        null=True,
                    ),
                ),
                ("notice", models.CharField(blank=True, help_text="told at the next sign-in, once", max_length=400)),
                (
                    "greyscale",
                    models.BooleanField(
                        default=False, help_text="pages without colour: what is read here is hard enough"
                    ),
                ),
                (
                    "break_after",
                    models.PositiveSmallIntegerField(default=0, help_text="minutes; 0 reminds of no break"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["analyst", "reviewer", "supervisor", "auditor", "administrator"])
                        ),
                        name="user_role_is_one_of_five",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("directory"),
                        condition=models.Q(("directory", ""), _negated=True),
                        name="user_directory_names_one_person",
                    ),
                ],
            },
        ),
    ]
