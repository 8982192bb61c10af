"""Seals what is written in cases, each under its case's key."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import migrations

from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.box import seal
from tanglaw.casework.sealing.masters import ring

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_Keys = dict[int, tuple[str, bytes]]


def _at(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


_ROWS: tuple[tuple[str, Callable[[Any], str], tuple[str, ...]], ...] = (
    # model, what tells its rows apart, sealed fields: as the models of this day have them
    ("CaseEvent", lambda one: f"{one.author_id}/{_at(one.written)}/{_at(one.at)}", ("what", "source")),
    ("CaseLook", lambda one: f"{one.user_id}/{_at(one.since)}", ("reason",)),
    ("CaseNote", lambda one: f"{one.author_id}/{_at(one.written)}", ("text",)),
    ("CaseSubject", lambda one: f"{one.added_by_id}/{_at(one.added)}", ("party", "name", "about")),
    ("Task", lambda one: f"{one.made_by_id}/{_at(one.made)}", ("what", "result")),
    ("Referral", lambda one: str(one.pk), ("recipient", "contact", "told", "grounds", "answer", "reference")),
    ("Filing", lambda one: f"{one.lead_id}/{_at(one.begun)}", ("dossier",)),
    ("FilingFile", lambda one: f"{one.filing_id}/{one.name}", ("data",)),
    ("FilingReason", lambda one: f"{one.filing_id}/{one.code}/{one.field}", ("text", "element")),
    ("FilingReceipt", lambda one: f"{one.filing_id}/{one.sha256}", ("data",)),
    ("FilingStep", lambda one: f"{one.filing_id}/{_at(one.at)}/{one.what}", ("detail",)),
)


def seal_all(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ANN401 -- Django's historical registry
    """Seal every row."""
    del schema_editor
    keys: _Keys = {}
    masters = ring()
    for case in apps.get_model("casework", "Case").objects.iterator(chunk_size=500):
        number, data = uuid.uuid4(), secrets.token_bytes(32)
        apps.get_model("casework", "RecordKey").objects.create(
            pk=number, master=masters.newest, wrapped=masters.wrap(str(number), data)
        )
        keys[case.pk], case.key_id = (str(number), data), number
        _put(case, keys[case.pk], f"{case.opened_by_id}/{_at(case.opened)}", ("title", "restriction", "closing"))
        case.save()
    for name, row, fields in _ROWS:
        for one in apps.get_model("casework", name).objects.iterator(chunk_size=100):
            case = one.case_id if hasattr(one, "case_id") else one.filing.case_id
            _put(one, keys[case], row(one), fields)
            if name == "CaseSubject" and one.party:
                one.index = blind(one.side, one.party)
            one.save()


def _put(one: Any, key: tuple[str, bytes], row: str, fields: tuple[str, ...]) -> None:  # noqa: ANN401
    number, data = key
    for name in fields:
        value = getattr(one, name)
        plain = value.encode() if isinstance(value, str) else bytes(value)
        column = f"sealed_{name}"
        place = (number, one._meta.db_table, row, column)  # noqa: SLF001
        setattr(one, column, seal(data, place, plain) if plain else b"")


class Migration(migrations.Migration):
    """Not undone: to open everything again would be to undo the care."""

    dependencies = (("casework", "0054_room_in_cases"),)
    operations = (migrations.RunPython(seal_all),)
