"""Types and validates raw rows: every row ends up accepted, or rejected with all that is wrong with it."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Final

import polars as pl

from tanglaw.payments.batch import Batch, RawBatch
from tanglaw.payments.columns import CHECKED_SCHEMA, COLUMNS, REQUIRED
from tanglaw.payments.conventions import Conventions
from tanglaw.payments.optional import optional_columns
from tanglaw.payments.rejections import reject
from tanglaw.payments.required import LONGEST_FIELD, required_columns

_TEXT: Final = tuple(column.name for column in COLUMNS if column.dtype == pl.String)


def check(raw: RawBatch, conventions: Conventions | None = None) -> Batch:
    """Type and validate a batch.

    A required value that cannot be used rejects its row; an optional one is left empty and counted in `warnings`.
    """
    conventions = conventions or Conventions()
    rows = raw.rows
    if rows.height == 0:
        return Batch(pl.DataFrame(schema=CHECKED_SCHEMA), raw.rejected, dict(raw.warnings))
    required = required_columns(rows, conventions)
    optional, warnings = optional_columns(rows, conventions)
    oversized = _oversized(rows)
    bad = required.bad | oversized
    checked = pl.DataFrame({**required.columns, **optional, "line": rows["line"]}).with_columns(
        source=pl.lit(raw.source),
        **{name: pl.lit(None, dtype) for name, dtype in CHECKED_SCHEMA.items() if _absent(name, optional)},
    )
    rejected = raw.rejected
    if bad:
        any_bad = reduce(or_, bad.values())
        checked = checked.filter(~any_bad)
        rejected = pl.concat([rejected, reject(raw, any_bad, bad)]).sort("line", maintain_order=True)
    counted = dict(raw.warnings)
    for what, number in warnings.items():
        counted[what] = counted.get(what, 0) + number
    absent = frozenset(name for name in CHECKED_SCHEMA if _absent(name, optional))
    return Batch(checked.select(CHECKED_SCHEMA.names()), rejected, counted, absent)


def _absent(name: str, optional: dict[str, pl.Series]) -> bool:
    return name not in optional and name not in REQUIRED and name not in {"time_known", "source", "line"}


def _oversized(rows: pl.DataFrame) -> dict[str, pl.Series]:
    """Optional text that no institution writes: kept out of the table, which holds a year's rows in memory."""
    names = [name for name in _TEXT if name in rows.columns and name not in REQUIRED and rows.schema[name] == pl.String]
    if not names:
        return {}
    masks = rows.select((pl.col(names).str.len_bytes() > LONGEST_FIELD).fill_null(value=False))
    return {name: masks[name] for name in names if masks[name].any()}
