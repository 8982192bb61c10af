"""Sealed fields of very many records, opened at once: a search, and the names that must not be shown, need them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from tanglaw.casework.models.keyed import KeyedModel
from tanglaw.casework.sealing.box import unseal
from tanglaw.casework.sealing.fields import Sealed
from tanglaw.casework.sealing.masters import ring

_CHUNK: Final = 2_000


def opened(records: QuerySet[Any], *fields: str) -> Iterator[tuple[int, list[Any], list[Any]]]:
    """Open fields of each record, without making an object of the model of each: that takes ten times as long.

    Args:
        records: of a model that names its ``seal_columns``.
        fields: sealed ones, as their readers name them.

    Yields:
        The record's number, what its ``seal_columns`` say, and what the fields hold.

    Raises:
        TanglawError: a master key is missing, or a row was altered.
        TypeError: the records' model names no ``seal_columns``.
    """
    model, masters = records.model, ring()
    if not (issubclass(model, KeyedModel) and model.seal_columns):
        raise TypeError(f"{model.__name__} names no columns that its sealed fields are bound to")
    held: Sequence[Sealed[Any]] = [getattr(model, field) for field in fields]
    table, told = model._meta.db_table, len(model.seal_columns)  # noqa: SLF001 -- Django's documented place for it
    columns = ("pk", "record", "key__master", "key__wrapped", *model.seal_columns, *(one.column for one in held))
    rows = records.annotate(record=Cast("key_id", CharField())).values_list(*columns)
    for number, key, master, wrapped, *rest in rows.iterator(chunk_size=_CHUNK):
        record, row = _dashed(key), model.row_of(*rest[:told])
        data = masters.unwrap(record, master, bytes(wrapped))
        yield (
            number,
            rest[:told],
            [
                one.read(unseal(data, (record, table, row, one.column), bytes(sealed)) if sealed else b"")
                for one, sealed in zip(held, rest[told:], strict=True)
            ],
        )


def _dashed(key: str) -> str:
    """Write an id of a key as Python does: SQLite keeps it without dashes, and to make an object of it takes longer."""
    return key if "-" in key else f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"
