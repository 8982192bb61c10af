"""Counts that stand on every page are answered from an index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("casework", "0071_material_of_filings"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="lead", name="lead_by_due"),
        migrations.AddIndex(
            model_name="lead", index=models.Index(*map(models.F, ("state", "due", "part_of")), name="lead_by_due")
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(*map(models.F, ("state", "part_of", "protect", "assigned_to")), name="lead_counted"),
        ),
    ]
