"""The database itself keeps the log append-only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import migrations

from tanglaw.casework.audit import triggers

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ANN401 -- Django's historical registry
    """Make the triggers."""
    del apps
    for statement in triggers.statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Never undone: a log that can be changed is none."""

    dependencies = (("casework", "0002_log"),)
    operations = (migrations.RunPython(make),)
