"""Dates as they are written: which way a column writes them, and what they are."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.payments.unique import spread

DATE_FORMATS: Final = (
    "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d",
    "%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d%b%Y", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y",
)  # fmt: skip
"""Ways of writing a date that are tried, in this order. Those of a stated `date_format` need not be among them."""

_SPLIT: Final = r"^(.*?)(?:[T ,]+(\d{1,2}:\d{2}.*)|T(\d{6}Z?))?$"


def parse_dates(values: pl.Series, date_format: str | None = None) -> pl.Series:
    """Read a column of dates; a time of day is dropped. Null where nothing could be read."""
    if values.dtype in (pl.Date, pl.Datetime):
        return values.cast(pl.Date)
    text = values.cast(pl.String, strict=False)
    distinct = text.drop_nulls().unique()
    return spread(text, distinct, read_dates(split_time(distinct.str.strip_chars())["date"], date_format))


def decide_date_format(values: pl.Series) -> tuple[str, ...]:
    """The formats that read the most values of a text column: one when it is settled, several when it stays open.

    Formats that read every value alike count as one.
    """
    dates = split_time(values.drop_nulls().str.strip_chars())["date"].unique()
    dates = dates.filter(dates != "")
    read = {form: _strptime(dates, form) for form in DATE_FORMATS}
    most = max(found.len() - found.null_count() for found in read.values())
    if most == 0:
        return DATE_FORMATS[:1]
    best: dict[str, pl.Series] = {}
    for form, found in read.items():
        if found.len() - found.null_count() == most and not any(found.equals(other) for other in best.values()):
            best[form] = found
    return tuple(best)


def split_time(text: pl.Series) -> pl.DataFrame:
    """Columns `date` and `time` (null when no time was written)."""
    groups = text.to_frame("t").select(pl.col("t").str.extract_groups(_SPLIT).struct.rename_fields(["d", "t1", "t2"]))
    return groups.unnest("t").select(date=pl.col("d").str.strip_chars(), time=pl.coalesce("t1", "t2"))


def read_dates(text: pl.Series, date_format: str | None) -> pl.Series:
    """Dates written as ISO 8601, with dashes or without, or in the given format."""
    distinct = text.drop_nulls().unique()
    found = _strptime(distinct, "%Y-%m-%d")
    for form in ("%Y%m%d", date_format):
        if form and found.null_count():
            found = found.fill_null(_strptime(distinct, form))
    return spread(text, distinct, found)


def _strptime(text: pl.Series, form: str) -> pl.Series:
    found = text.str.to_date(form, strict=False)
    if "%Y" in form:  # or 08.03.25 is read as the year 25
        return found.to_frame("d").select(pl.when(pl.col("d").dt.year() >= 1000).then("d")).to_series()
    return found
