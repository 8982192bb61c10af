"""A workspace of before: what has all of its tables changes nothing; what stands half way is told so or goes on."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from tanglaw.casework.models import Deletion, EarlyDeletion, Lead, LegalHold, RetentionRule
from tanglaw.casework.site.earlier_steps import EARLIER
from tanglaw.casework.site.start import prepare
from tanglaw.common.errors import TanglawError

TRIGGERS = "0003_log_refuses_change"
TWO = ("0001_people", "0002_workspace")  # they stood for the earlier ones for a while, whose names they wrote down too


def steps():
    """Return the names of today's steps, in their order."""
    return sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "casework")


def taken():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'casework'")
        return sorted(name for (name,) in cursor.fetchall())


def pretend(names):
    """Write down these steps as taken, and no others."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'casework'")
        rows = [("casework", name, timezone.now()) for name in names]
        cursor.executemany("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", rows)


def tables():
    """Return every statement that the tables of a SQLite database are made by."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return cursor.fetchall()


@pytest.mark.parametrize("later", [(), TWO], ids=["every earlier step", "the two that stood for them"])
def test_who_took_every_step_is_recognised_and_keeps_everything(imported, later):
    count = Lead.objects.count()
    assert count
    before = [*EARLIER, *later, TRIGGERS]
    pretend(before)
    for _ in range(2):
        prepare({})
        assert taken() == sorted({*before, *steps()})
        assert Lead.objects.count() == count


@pytest.mark.parametrize("before", [sorted(EARLIER)[:9], [*sorted(EARLIER), *TWO]], ids=["some", "no guarded log"])
def test_who_stands_half_way_is_told_what_to_do(imported, before):
    count = Lead.objects.count()
    pretend(before)
    with pytest.raises(TanglawError, match="half way to today's tables"):
        prepare({})
    assert Lead.objects.count() == count
    assert taken() == sorted(before)


def test_a_first_start_that_was_interrupted_goes_on(quick):
    whole = tables()
    pretend(step for step in steps() if step < "0015_retention")
    with connection.schema_editor() as editor:
        for model in (RetentionRule, LegalHold, EarlyDeletion, Deletion):
            editor.delete_model(model)
    prepare({})
    assert tables() == whole
    assert taken() == steps()


def test_no_step_has_the_name_of_an_earlier_one():
    assert EARLIER.isdisjoint(steps())
