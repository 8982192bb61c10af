"""How one source writes numbers and dates: stated in a mapping, or decided by its own values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from tanglaw.common.errors import Fault
from tanglaw.payments.dates import decide_date_format
from tanglaw.payments.instants import EPOCHS
from tanglaw.payments.money import DecimalMark, decide_mark

_ISO = "%Y-%m-%d"
_NAIVE = "{}: times have no offset and are read as UTC; if they are local, state timezone in a mapping"
_WITH_OFFSET = r"(?:[Zz]|UTC|GMT|:\d\d(?:[.,]\d+)?\s*[+-]\d\d(?::?\d\d)?)\s*$"
_DATES = ("executed_at", "originator_birth_date")


@dataclass(frozen=True, slots=True)
class Conventions:
    """What `check` needs to read a source's text.

    Attributes:
        mark: decimal mark of amounts.
        date_formats: strptime form for `executed_at` and `originator_birth_date`; ISO 8601 is always understood.
        timezone: IANA zone of times without an offset.
        naive: times stand without an offset, and no time zone was stated: they may be local times.
        values: for a column, the institution's own word → the word of the payment table.
    """

    mark: DecimalMark = "."
    date_formats: Mapping[str, str] = field(default_factory=dict)
    timezone: str = "UTC"
    naive: bool = False
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def notes(self, source: str) -> list[str]:
        """What is unusual about them, in words."""
        said = [_NAIVE.format(source)] if self.naive else []
        said += [f"{source}: {name} read as {form}" for name, form in self.date_formats.items() if form != _ISO]
        return [*said, f"{source}: amounts read with a decimal comma"] if self.mark == "," else said


def decide(
    source: str,
    rows: pl.DataFrame,
    *,
    mark: DecimalMark | None = None,
    date_formats: Mapping[str, str] | None = None,
    timezone: str = "UTC",
    values: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[Conventions, list[Fault]]:
    """Settle what is not stated by looking at `rows`, a source's first ones; what they leave open is a fault."""
    faults: list[Fault] = []
    formats = dict(date_formats or {})
    for name in _DATES:
        if name not in formats and _is_text(rows, name):
            found = decide_date_format(rows[name])
            formats[name] = found[0]
            if len(found) > 1 and name == "executed_at":  # of a birth date mostly the year is needed
                faults.append(_open(source, rows, name, " or ".join(found), f'date_format = "{found[0]}"'))
    if mark is None:
        mark = decide_mark(rows["amount"]) if _is_text(rows, "amount") else "."
        if mark is None:
            mark = "."
            faults.append(_open(source, rows, "amount", "decimal point or decimal comma", 'decimal = ","'))
    naive = timezone == "UTC" and formats.get("executed_at") not in EPOCHS and _naive(rows["executed_at"])
    return Conventions(mark, formats, timezone, naive, values or {}), faults


def _naive(times: pl.Series) -> bool:
    """Whether some times of day have no offset."""
    if times.dtype == pl.String:
        return bool((times.str.contains(":", literal=True) & ~times.str.contains(_WITH_OFFSET)).any())
    return isinstance(times.dtype, pl.Datetime) and times.dtype.time_zone is None


def _is_text(rows: pl.DataFrame, name: str) -> bool:
    return name in rows.columns and rows.schema[name] == pl.String


def _open(source: str, rows: pl.DataFrame, name: str, readings: str, statement: str) -> Fault:
    shown = ", ".join(repr(one) for one in rows[name].drop_nulls().unique(maintain_order=True).head(3).to_list())
    return Fault(
        where=f"{source}, {name}",
        found=f"{shown}, and no value that settles how to read it",
        expected=readings,
        mend=f"State it under [file] in a mapping, for example {statement}, and pass it with --mapping.",
    )


def is_date_format(text: str) -> bool:
    """Whether a stated `date_format` is one that can be used."""
    if text in EPOCHS:
        return True
    if "%" not in text:
        return False
    try:
        pl.Series(["2025-03-08"]).str.to_datetime(text, strict=False)
    except pl.exceptions.PolarsError:
        return False
    return True
