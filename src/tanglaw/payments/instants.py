"""Dates and times as they are written, to instants in UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.payments.columns import INSTANT
from tanglaw.payments.unique import map_unique, spread

DATE_FORMATS: Final = (
    "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d",
    "%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d%b%Y", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y",
)  # fmt: skip
"""Ways of writing a date that are tried, in this order. Those of a stated `date_format` need not be among them."""

EPOCHS: Final = {"epoch_s": 1_000_000, "epoch_ms": 1_000, "epoch_us": 1}
"""Stated formats that count from 1970-01-01 UTC, with their microseconds."""

_TIME: Final = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?\s*"
    r"(?P<half>[AaPp])?(?(half)\.?[Mm]\.?)\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
)
_COMPACT_TIME: Final = re.compile(
    r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<part>)(?P<half>)(?P<zone>[Zz]?)"
)
_SPLIT: Final = r"^(.*?)(?:[T ,]+(\d{1,2}:\d{2}.*)|T(\d{6}Z?))?$"
_SECOND: Final = 1_000_000
_TIME_OF_DAY: Final = pl.Struct({"micros": pl.Int64, "offset": pl.Int64})


@dataclass(frozen=True, slots=True)
class Instants:
    """Parsed times: `at` is null where nothing could be read; `known` is false where no time of day was written."""

    at: pl.Series
    known: pl.Series


def parse_instants(values: pl.Series, date_format: str | None = None, timezone: str = "UTC") -> Instants:
    """Read a column of times.

    Args:
        values: text, dates, datetimes, or integers with an epoch format.
        date_format: strptime form of the date (or of date and time), or one of EPOCHS; ISO 8601 is always understood.
        timezone: IANA zone of times that carry no offset.
    """
    if values.dtype == pl.Date:
        return Instants(values.cast(INSTANT), pl.repeat(False, values.len(), eager=True))
    if isinstance(values.dtype, pl.Datetime):
        at = values.cast(pl.Datetime("us", values.dtype.time_zone))
        at = at.dt.convert_time_zone("UTC") if values.dtype.time_zone else localize(at, timezone)
        return Instants(at, pl.repeat(True, values.len(), eager=True))
    if date_format in EPOCHS:
        micros = values.cast(pl.Float64, strict=False) if values.dtype == pl.String else values
        micros = (micros * EPOCHS[date_format]).cast(pl.Int64, strict=False)
        return Instants(micros.cast(INSTANT), pl.repeat(True, values.len(), eager=True))
    return _parse_text(values.cast(pl.String, strict=False).str.strip_chars(), date_format, timezone)


def parse_dates(values: pl.Series, date_format: str | None = None) -> pl.Series:
    """Read a column of dates; a time of day is dropped. Null where nothing could be read."""
    if values.dtype.is_temporal():
        return values.cast(pl.Date)
    parts = _split(values.cast(pl.String, strict=False).str.strip_chars())
    return _dates(parts["date"], date_format)


def decide_date_format(values: pl.Series) -> tuple[str, ...]:
    """The formats that read the most values of a text column: one when it is settled, several when it stays open.

    Formats that read every value alike count as one.
    """
    dates = _split(values.drop_nulls().str.strip_chars())["date"].unique()
    dates = dates.filter(dates != "")
    if dates.len() == 0:
        return DATE_FORMATS[:1]
    read = {form: _strptime(dates, form) for form in DATE_FORMATS}
    most = max(found.len() - found.null_count() for found in read.values())
    if most == 0:
        return DATE_FORMATS[:1]
    best: dict[str, pl.Series] = {}
    for form, found in read.items():
        if found.len() - found.null_count() == most and not any(found.equals(other) for other in best.values()):
            best[form] = found
    return tuple(best)


def localize(naive: pl.Series, timezone: str) -> pl.Series:
    """Naive local times to UTC. An hour that the clock skips is read as if it did not; one that it repeats, as the first."""
    if timezone == "UTC":
        return naive.dt.replace_time_zone("UTC")
    zoned = naive.dt.replace_time_zone(timezone, ambiguous="earliest", non_existent="null")
    if zoned.null_count() > naive.null_count():
        before = naive.dt.offset_by("-1h").dt.replace_time_zone(timezone, ambiguous="earliest", non_existent="null")
        zoned = zoned.fill_null(before.dt.offset_by("1h"))
    return zoned.dt.convert_time_zone("UTC")


def _parse_text(text: pl.Series, date_format: str | None, timezone: str) -> Instants:
    if date_format and ("%H" in date_format or "%I" in date_format):
        distinct = text.drop_nulls().unique()
        stated = spread(text, distinct, distinct.str.to_datetime(date_format, time_unit="us", strict=False))
        if stated.dtype != pl.Datetime("us"):  # the format carries an offset of its own
            stated = stated.dt.convert_time_zone("UTC").dt.replace_time_zone(None)
            timezone = "UTC"
        if stated.null_count() == text.null_count():
            return Instants(localize(stated, timezone), pl.repeat(True, text.len(), eager=True))
        date_format = None
        rest = _parse_text(text, None, timezone)
        return Instants(localize(stated, timezone).fill_null(rest.at), stated.is_not_null() | rest.known)
    parts = _split(text)
    days = _dates(parts["date"], date_format).cast(pl.Datetime("us"))
    clock = _times(parts["time"])
    bare = parts["time"].is_null()
    frame = pl.DataFrame(
        {"day": days, "micros": clock.struct["micros"], "offset": clock.struct["offset"], "bare": bare}
    )
    wall = frame.select(pl.col("day") + pl.duration(microseconds=pl.col("micros"))).to_series()
    local = localize(wall, timezone)
    at = frame.select(
        pl.when("bare")
        .then(pl.col("day").dt.replace_time_zone("UTC"))
        .when(pl.col("offset").is_not_null())
        .then((pl.lit(wall) - pl.duration(microseconds=pl.col("offset"))).dt.replace_time_zone("UTC"))
        .otherwise(pl.lit(local))
    ).to_series()
    return Instants(at.alias(text.name), ~bare)


def _split(text: pl.Series) -> pl.DataFrame:
    """Columns `date` and `time` (null when no time was written)."""
    frame = text.to_frame("t")
    # ISO with dashes and a colon at 13 is what nearly every file holds; a regular expression costs ten times as much.
    iso = ((pl.col("t").str.slice(13, 1) == ":") & (pl.col("t").str.slice(4, 1) == "-")).fill_null(value=False)
    fast = frame.select(iso).to_series()
    if fast.all():
        return frame.select(date=pl.col("t").str.slice(0, 10), time=pl.col("t").str.slice(11))
    groups = frame.select(pl.col("t").str.extract_groups(_SPLIT).struct.rename_fields(["d", "t1", "t2"])).unnest("t")
    return groups.select(date=pl.col("d").str.strip_chars(), time=pl.coalesce("t1", "t2"))


def _dates(text: pl.Series, date_format: str | None) -> pl.Series:
    distinct = text.drop_nulls().unique()
    found = _strptime(distinct, "%Y-%m-%d")
    if found.null_count():
        found = found.fill_null(_strptime(distinct, "%Y%m%d"))  # ISO 8601's basic form
    if date_format and date_format != "%Y-%m-%d":
        found = found.fill_null(_strptime(distinct, date_format))
    return spread(text, distinct, found)


def _strptime(text: pl.Series, form: str) -> pl.Series:
    found = text.str.to_date(form, strict=False)
    if "%y" not in form and "%Y" in form:  # chrono reads 08.03.25 as the year 25
        return pl.select(pl.when(found.dt.year() >= 1000).then(found)).to_series()
    return found


def _times(text: pl.Series) -> pl.Series:
    """Time of day and offset, both in microseconds; null micros where it is no time."""
    distinct = text.drop_nulls().unique()
    if distinct.len() > 200_000:  # fractions of a second: take them apart in bulk
        head = distinct.str.slice(0, 8)
        part = distinct.str.extract(r"^\d\d:\d\d:\d\d[.,](\d{1,9})")
        tail = distinct.str.replace(r"^(\d\d:\d\d:\d\d)[.,]\d{1,9}", "$1")
        whole = map_unique(
            pl.select(pl.when(part.is_not_null()).then(tail).otherwise(distinct)).to_series(), _time, _TIME_OF_DAY
        )
        extra = part.str.pad_end(6, "0").str.slice(0, 6).cast(pl.Int64).fill_null(0)
        assert head.len() == extra.len()
        mapped = (
            pl.DataFrame({"w": whole, "e": extra})
            .select(pl.struct(micros=pl.col("w").struct["micros"] + pl.col("e"), offset=pl.col("w").struct["offset"]))
            .to_series()
        )
        return spread(text, distinct, mapped)
    return map_unique(text, _time, _TIME_OF_DAY)


def _time(text: str) -> dict[str, int | None]:
    found = _TIME.fullmatch(text.strip()) or _COMPACT_TIME.fullmatch(text.strip())
    nothing: dict[str, int | None] = {"micros": None, "offset": None}
    if not found:
        return nothing
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return nothing
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    if hour > 23 or minute > 59 or second > 60:
        return nothing
    micros = (hour * 3600 + minute * 60 + second) * _SECOND + int((found["part"] or "0").ljust(6, "0")[:6])
    return {"micros": micros, "offset": _offset(found["zone"])}


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone in {"Z", "z", "UTC", "GMT"}:
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (1 if zone[0] == "+" else -1) * (int(digits[:2]) * 3600 + int(digits[2:]) * 60) * _SECOND
