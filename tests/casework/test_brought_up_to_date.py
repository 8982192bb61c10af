"""A workspace of before: what has all of its tables changes nothing; what stands half way is told so."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from tanglaw.casework.models import Lead
from tanglaw.casework.site.start import prepare
from tanglaw.common.errors import TanglawError

NEW = ("0001_people", "0002_workspace")


def pretend(steps):
    """Write down these steps as taken, instead of the two that they came to."""
    with connection.cursor() as cursor:
        gone = [(step,) for step in (*NEW, *earlier())]
        cursor.executemany("DELETE FROM django_migrations WHERE app = 'casework' AND name = %s", gone)
        rows = [("casework", step, timezone.now()) for step in steps]
        cursor.executemany("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", rows)


def earlier():
    nodes = MigrationLoader(None).disk_migrations
    return [step for name in NEW for _, step in nodes["casework", name].replaces]


def test_who_took_every_step_is_recognised_and_keeps_everything(imported):
    count = Lead.objects.count()
    assert count
    pretend(earlier())
    prepare({})
    assert Lead.objects.count() == count


def test_who_stands_half_way_is_told_what_to_do(imported):
    count = Lead.objects.count()
    pretend(earlier()[:9])
    with pytest.raises(TanglawError, match="half way to today's tables"):
        prepare({})
    assert Lead.objects.count() == count
