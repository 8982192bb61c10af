"""Seals what is there: every record gets a key, every field that identifies somebody goes under it."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING, Any

from django.db import migrations

from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.box import seal
from tanglaw.casework.sealing.masters import ring

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_BATCH = 500


def seal_all(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ANN401 -- Django's historical registry
    """Seal every row of every table, as the models of this day do (their places are part of the form)."""
    del schema_editor
    keys: dict[int, tuple[str, bytes]] = {}
    for lead in apps.get_model("casework", "Lead").objects.iterator(chunk_size=_BATCH):
        lead.key_id, data = _new_key(apps.get_model("casework", "RecordKey"))
        keys[lead.pk] = str(lead.key_id), data
        lead.subject_index = blind(lead.role, lead.subject)
        _put(lead, keys[lead.pk], "subject", lead.lead_id, lead.subject.encode())
        lead.save(update_fields=["key", "subject_index", "sealed_subject"])
    for party in apps.get_model("casework", "ProtectedParty").objects.iterator(chunk_size=_BATCH):
        party.key_id, data = _new_key(apps.get_model("casework", "RecordKey"))
        party.index = blind(party.role, party.party)
        row = f"{party.role}/{party.index}"
        _put(party, (str(party.key_id), data), "party", row, party.party.encode())
        _put(party, (str(party.key_id), data), "names", row, json.dumps(party.names, ensure_ascii=False).encode())
        party.save(update_fields=["key", "index", "sealed_party", "sealed_names"])
    for version in apps.get_model("casework", "Version").objects.iterator(chunk_size=50):
        _put(version, keys[version.lead_id], "content", str(version.number), bytes(version.content))
        version.save(update_fields=["sealed_content"])
    _seal_rows(
        apps.get_model("casework", "Appearance"), keys, lambda one: f"{one.role}/{one.index}", "party", index="index"
    )
    _seal_rows(
        apps.get_model("casework", "Note"),
        keys,
        lambda one: f"{one.author_id}/{one.written.astimezone(UTC).isoformat()}",
        "text",
    )
    _seal_rows(
        apps.get_model("casework", "Look"),
        keys,
        lambda one: f"{one.user_id}/{one.since.astimezone(UTC).isoformat()}",
        "reason",
    )
    _seal_rows(apps.get_model("casework", "Decision"), keys, lambda one: str(one.pk), "grounds", "answer")


def _seal_rows(
    model: Any,  # noqa: ANN401
    keys: dict[int, tuple[str, bytes]],
    row: Callable[[Any], str],
    *names: str,
    index: str = "",
) -> None:
    batch: list[Any] = []
    columns = [*(f"sealed_{name}" for name in names), *([index] if index else [])]
    for one in model.objects.iterator(chunk_size=_BATCH):
        if index:
            one.index = blind(one.role, one.party)
        for name in names:
            _put(one, keys[one.lead_id], name, row(one), getattr(one, name).encode())
        batch.append(one)
        if len(batch) == _BATCH:
            model.objects.bulk_update(batch, columns)
            batch = []
    model.objects.bulk_update(batch, columns)


def _new_key(model: Any) -> tuple[Any, bytes]:  # noqa: ANN401
    masters, number, data = ring(), uuid.uuid4(), secrets.token_bytes(32)
    model.objects.create(pk=number, master=masters.newest, wrapped=masters.wrap(str(number), data))
    return number, data


def _put(one: Any, key: tuple[str, bytes], name: str, row: str, plain: bytes) -> None:  # noqa: ANN401
    number, data = key
    column = f"sealed_{name}"
    sealed = seal(data, (number, one._meta.db_table, row, column), plain) if plain else b""  # noqa: SLF001
    setattr(one, column, sealed)


class Migration(migrations.Migration):
    """Not undone: to open everything again would be to undo the care."""

    dependencies = (("casework", "0050_room_for_what_is_sealed"),)
    operations = (migrations.RunPython(seal_all),)
