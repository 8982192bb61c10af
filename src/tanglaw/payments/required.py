"""The columns without which a payment cannot be judged: parsed, and marked where they cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import polars as pl

from tanglaw.payments import codes
from tanglaw.payments.columns import REQUIRED
from tanglaw.payments.conventions import Conventions
from tanglaw.payments.instants import parse_instants
from tanglaw.payments.money import parse_money
from tanglaw.payments.stripping import stripped
from tanglaw.payments.unique import map_unique

LONGEST_FIELD: Final = 10_000
"""Bytes that any one value may have."""

LONGEST_ID: Final = 500
"""Bytes that an id may have."""

EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2101, 1, 1, tzinfo=UTC)

_IDS: Final = ("payment_id", "originator_id", "beneficiary_id")
_COUNTRIES: Final = ("originator_country", "beneficiary_country")


@dataclass(slots=True)
class Required:
    """Parsed columns, and for each a mask of the rows where it cannot be used (only columns with such rows)."""

    columns: dict[str, pl.Series] = field(default_factory=dict)
    bad: dict[str, pl.Series] = field(default_factory=dict)

    def put(self, name: str, parsed: pl.Series, bad: pl.Series | None = None) -> None:
        """Take a parsed column; without a mask, its nulls are what cannot be used."""
        self.columns[name] = parsed.alias(name)
        if name == "time_known":
            return
        mask = parsed.is_null() if bad is None else (parsed.is_null() | bad.fill_null(value=False))
        if mask.any():
            self.bad[name] = mask


def required_columns(rows: pl.DataFrame, conventions: Conventions) -> Required:
    """Parse every required column and `time_known`."""
    absent = [name for name in REQUIRED if name not in rows.columns]  # a message may lack what a table never does
    rows = rows.with_columns(pl.lit(None, pl.String).alias(name) for name in absent)
    found = Required()
    for name in _IDS:
        ids = stripped(rows[name].cast(pl.String, strict=False))
        size = ids.str.len_bytes()
        unfit = (size == 0) | (size > LONGEST_ID)
        if not (ids.str.len_chars() == size).all():  # plain ASCII holds no sign of damage, and is quicker told
            unfit |= ids.str.contains("\ufffd", literal=True)
        found.put(name, ids, unfit)
    when = parse_instants(rows["executed_at"], conventions.date_formats.get("executed_at"), conventions.timezone)
    known = when.known
    if _midnight_only(when.at, known):
        known = pl.repeat(False, known.len(), eager=True)
    found.put("executed_at", when.at, (when.at < EARLIEST) | (when.at >= LATEST))
    found.put("time_known", known)
    money = parse_money(rows["amount"], conventions.mark)
    found.put("amount", money, money <= 0)
    found.put("currency", _coded(rows, "currency", conventions, codes.currency))
    for name in _COUNTRIES:
        found.put(name, _coded(rows, name, conventions, codes.country))
    return found


def _coded(rows: pl.DataFrame, name: str, conventions: Conventions, code: codes.Lookup) -> pl.Series:
    words = conventions.values.get(name, {})
    return map_unique(
        rows[name].cast(pl.String, strict=False), lambda text: code(words.get(text.strip(), text)), pl.String
    )


def _midnight_only(at: pl.Series, known: pl.Series) -> bool:
    """Whether a whole batch stands at midnight: dates that an export wrote as times say nothing of the hour."""
    timed = at.filter(known).drop_nulls()
    fewest = 20  # by chance fewer than one time in 10^90, were they real
    return timed.len() >= fewest and bool((timed.dt.time() == datetime.min.time()).all())
