"""An index over what statistics count leads by, and by which the pages know what patterns there are."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds it."""

    dependencies = [("casework", "0072_counting_leads")]

    operations = [
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                *map(models.F, ("part_of", "pattern", "corridor", "state", "first_run")), name="lead_counted_alike"
            ),
        ),
    ]
