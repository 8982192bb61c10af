"""A file of exchange rates that the user brings: checked as a whole, all faults told at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.errors import Fault, FaultsError, UsageError

COLUMNS: Final = ("date", "currency", "usd_per_unit")
_MOST_FAULTS: Final = 50


def read_rates_file(path: Path) -> pl.DataFrame:
    """Read a CSV with the columns ``date,currency,usd_per_unit``.

    Dates are ISO 8601, currencies ISO 4217, ``usd_per_unit`` says how many US dollars one unit buys, with a decimal
    point, above zero. A rate holds until the next one for its currency, at most 31 days; after the file's last day it
    holds on.

    Returns:
        Columns ``day`` (Date), ``currency`` (String), ``usd_per_unit`` (Float64), at least one row.

    Raises:
        UsageError: the file is not there or is not text.
        FaultsError: columns or rows are wrong; every fault with file and line.
    """
    try:
        table = pl.read_csv(path.read_bytes(), infer_schema=False, truncate_ragged_lines=True)
    except (OSError, pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise UsageError(f"Cannot read the rates file {path}: {error}") from error
    table = table.rename({name: name.strip().lower() for name in table.columns})
    absent = [name for name in COLUMNS if name not in table.columns]
    if absent:
        found = f"the columns {', '.join(table.columns)}"
        fault = Fault(f"{path}:1", found, f"also {', '.join(absent)}", f"The first line must read {','.join(COLUMNS)}.")
        raise FaultsError("The rates file cannot be used:", [fault])
    raw = table.select(pl.col(COLUMNS).str.strip_chars()).with_columns(line=pl.int_range(2, pl.len() + 2))
    typed = raw.with_columns(
        day=pl.col("date").str.to_date("%Y-%m-%d", strict=False),
        code=pl.when(pl.col("currency").str.contains(r"^[A-Z]{3}$")).then("currency"),
        rate=pl.col("usd_per_unit").cast(pl.Float64, strict=False),
    ).with_columns(rate=pl.when(pl.col("rate").is_finite() & (pl.col("rate") > 0)).then("rate"))
    faults = _row_faults(path, typed)
    if not faults and typed.is_empty():
        faults = [Fault(f"{path}:1", "no rates below the header", "at least one")]
    if faults:
        raise FaultsError("The rates file cannot be used:", faults)
    return typed.select("day", currency="code", usd_per_unit="rate")


def _row_faults(path: Path, typed: pl.DataFrame) -> list[Fault]:
    faults = []
    checks = (
        ("date", "day", "a day such as 2025-03-08"),
        ("currency", "code", "three capital letters (ISO 4217)"),
        ("usd_per_unit", "rate", "a number above zero with a decimal point"),
    )
    for column, parsed, expected in checks:
        wrong = typed.filter(pl.col(parsed).is_null()).select("line", column)
        faults += [(line, Fault(f"{path}:{line}", f"{column} {text!r}", expected)) for line, text in wrong.iter_rows()]
    doubled = typed.filter(pl.struct("day", "code").is_duplicated() & pl.col("day").is_not_null())
    doubled = doubled.filter(pl.struct("day", "code").is_first_distinct().not_())
    faults += [
        (line, Fault(f"{path}:{line}", f"a second rate for {code} on {day}", "one rate a day and currency"))
        for line, day, code in doubled.select("line", "day", "code").iter_rows()
    ]
    listed = [fault for _, fault in sorted(faults, key=lambda pair: pair[0])]
    if len(listed) > _MOST_FAULTS:
        more = Fault(str(path), f"{len(listed) - _MOST_FAULTS:,} more faults", "none")
        return [*listed[:_MOST_FAULTS], more]
    return listed
