"""A lead as one run found it, packed into bytes: reasons and payments together, the same bytes for the same finding."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import polars as pl

from tanglaw.leads.files import LEADS_SCHEMA, lead_of
from tanglaw.leads.lead import Lead as Finding
from tanglaw.payments.columns import INSTANT, MONEY

_COLUMNS: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "lead_id": pl.String,
    "payment_id": pl.String,
    "executed_at": INSTANT,
    "originator_local": pl.Datetime("us"),
    "beneficiary_local": pl.Datetime("us"),
    "amount": MONEY,
    "currency": pl.String,
    "usd": pl.Float64,
    "originator_id": pl.String,
    "originator_name": pl.String,
    "originator_country": pl.String,
    "originator_city": pl.String,
    "beneficiary_id": pl.String,
    "beneficiary_name": pl.String,
    "beneficiary_country": pl.String,
    "beneficiary_city": pl.String,
    "reference": pl.String,
    "rail": pl.String,
    "institution": pl.String,
}
PAYMENTS_SCHEMA: Final = pl.Schema(_COLUMNS)
"""Columns of ``lead_payments.parquet``, as they are given back."""

_SIDES: Final = ("reasons", "against")
_REASON: Final = {field.name: field.dtype for field in LEADS_SCHEMA["reasons"].inner.fields}  # type: ignore[attr-defined]

_INSTANTS: Final = ("first_seen", "last_seen")
_PAYMENT_INSTANTS: Final = ("executed_at", "originator_local", "beneficiary_local")


def pack(row: Mapping[str, Any], payments: Sequence[Mapping[str, Any]]) -> tuple[bytes, str]:
    """Pack a row of ``leads.parquet`` and its rows of ``lead_payments.parquet``.

    The rank is left out: it says something of the other leads, not of this one.

    Returns:
        The packed bytes, and the SHA-256 of the content, hexadecimal.
    """
    lead = {name: value for name, value in row.items() if name != "rank"}
    rows = [{name: value for name, value in one.items() if name != "lead_id"} for one in payments]
    text = json.dumps({"lead": lead, "payments": rows}, sort_keys=True, ensure_ascii=False, default=_plain).encode()
    return zlib.compress(text, 6), hashlib.sha256(text).hexdigest()


def unpack(content: bytes, rank: int) -> tuple[Finding, pl.DataFrame]:
    """Give back the finding, with `rank` in place of the run's, and its payments."""
    finding, rows = unpack_rows(content, rank)
    return finding, pl.DataFrame(rows, schema=PAYMENTS_SCHEMA, orient="row")


def unpack_rows(content: bytes, rank: int) -> tuple[Finding, list[dict[str, Any]]]:
    """Give back the finding as :func:`unpack` does, its payments as rows: to make a frame of a few takes longer."""
    said = json.loads(zlib.decompress(content))
    lead = _as_now(said["lead"], LEADS_SCHEMA)
    lead |= {name: datetime.fromisoformat(said["lead"][name]) for name in _INSTANTS}
    lead |= {side: [_as_now(reason, _REASON) for reason in lead[side]] for side in _SIDES}
    finding = replace(lead_of(lead | {"rank": 0}), rank=rank)
    rows = [
        row
        | {name: datetime.fromisoformat(row[name]) if row[name] else None for name in _PAYMENT_INSTANTS}
        | {"lead_id": finding.lead_id, "amount": Decimal(row["amount"])}
        for row in said["payments"]
    ]
    return finding, rows


def _as_now(said: Mapping[str, Any], fields: Mapping[str, pl.DataType]) -> dict[str, Any]:
    """Bring what an earlier version of the program stored into today's fields: unknown go, missing are empty."""
    return {name: said[name] if name in said else _empty(kind) for name, kind in fields.items()}


def _empty(kind: pl.DataType) -> object:
    if kind.is_numeric():
        return 0.0 if kind.is_float() else 0
    return [] if kind == pl.List else "" if kind == pl.String else False


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value))
