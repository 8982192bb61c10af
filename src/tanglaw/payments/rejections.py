"""Says of each rejected row what was found and what was expected: one row, however many faults."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any, Final

import polars as pl

from tanglaw.payments.batch import RawBatch, shorten
from tanglaw.payments.columns import REJECTED_SCHEMA

EXPECTED: Final[dict[str, str]] = {
    "payment_id": "an id of 1 to 500 readable characters",
    "originator_id": "an id of 1 to 500 readable characters",
    "beneficiary_id": "an id of 1 to 500 readable characters",
    "executed_at": "a time from 1990 to 2100, written like 2025-03-08T22:41:07+10:00 or as the mapping states",
    "amount": "a number above zero and below 10^20 with at most 18 decimals, such as 51.00",
    "currency": "an ISO 4217 code such as AUD, or a listed crypto-asset",
    "originator_country": "an ISO 3166 country code such as AU",
    "beneficiary_country": "an ISO 3166 country code such as PH",
}
OTHERWISE: Final = "at most 10,000 bytes"
_SHOWN: Final = 60


def reject(raw: RawBatch, any_bad: pl.Series, bad: dict[str, pl.Series]) -> pl.DataFrame:
    """Rows of REJECTED_SCHEMA for the rows of `any_bad`, naming every field whose mask in `bad` holds."""
    index = any_bad.arg_true()
    rows = raw.rows[index]
    nothing = pl.repeat(None, index.len(), dtype=pl.String, eager=True)
    given = {name: rows[name] if name in rows.columns else nothing for name in bad}
    said = pl.DataFrame({name: _say(name, given[name], mask.gather(index)) for name, mask in bad.items()})
    many = pl.sum_horizontal(pl.col(name).is_not_null() for name in bad) > 1
    problem = pl.concat_str(
        [pl.when(many).then(pl.format("{}: {}", pl.lit(name), name)).otherwise(pl.col(name)) for name in bad],
        separator=" | ", ignore_nulls=True,
    )  # fmt: skip
    named = pl.concat_str(
        [pl.when(pl.col(name).is_not_null()).then(pl.lit(name)) for name in bad], separator=", ", ignore_nulls=True
    )
    texts = raw.raw_of(index) if raw.raw_of else rows_as_text(rows)
    return said.select(source=pl.lit(raw.source), line=rows["line"], field=named, problem=problem, raw=texts).cast(
        REJECTED_SCHEMA
    )


def rows_as_text(rows: pl.DataFrame) -> pl.Series:
    """Rows of a source that has no lines of text, as JSON objects without their empty columns."""
    columns = [name for name in rows.columns if name != "line"]
    texts = [
        shorten(json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False, default=str))
        for row in rows.select(columns).iter_rows(named=True)
    ]
    return pl.Series("raw", texts, dtype=pl.String)


def refused(source: str, line: int, problem: str, raw: str, field: str = "") -> dict[str, Any]:
    """One row of REJECTED_SCHEMA for a record that could not be taken apart."""
    return {"source": source, "line": line, "field": field, "problem": problem, "raw": shorten(raw)}


def _say(name: str, values: pl.Series, mask: pl.Series) -> pl.Series:
    tell = _AMOUNT if name == "amount" else _found
    expected = EXPECTED.get(name, OTHERWISE)
    said = [
        f"found {tell(value)}; expected {expected}" if wrong else None
        for value, wrong in zip(values.to_list(), mask.to_list(), strict=True)
    ]
    return pl.Series(name, said, dtype=pl.String)


def _found(value: object) -> str:
    if value is None or (isinstance(value, str) and not value.strip()):
        return "nothing"
    return repr(shorten(str(value), _SHOWN))


def _amount(value: object) -> str:
    found = _found(value)
    try:
        number = float(str(value))
    except ValueError:
        return found
    if math.isnan(number):
        return f"{found}, which is not a number"
    if number < 0:
        return f"{found}, which is negative"
    return f"{found}, which is zero" if number == 0 else found


_AMOUNT: Final[Callable[[object], str]] = _amount
