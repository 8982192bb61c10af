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
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*"
    r"(?P<half>[AaPp])?(?(half)\.?[Mm]\.?)\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
)
_COMPACT_TIME: Final = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<half>)(?P<zone>[Zz]?)")
_FRACTION: Final = r"^(\d{1,2}:\d\d:\d\d)[.,](\d{1,9})"
_SPLIT: Final = r"^(.*?)(?:[T ,]+(\d{1,2}:\d{2}.*)|T(\d{6}Z?))?$"
_SECOND: Final = 1_000_000
_MOST_ZONES: Final = 500
"""Distinct ends of times up to which they are offsets; more, and they are fractions of seconds."""
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
    text = values.cast(pl.String, strict=False)
    distinct = text.drop_nulls().unique()
    return spread(text, distinct, _dates(_split(distinct.str.strip_chars())["date"], date_format))


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
    """Naive local times to UTC: an hour that the clock skips is read as if it did not, one that it repeats as the first."""
    if timezone == "UTC":
        return naive.dt.replace_time_zone("UTC")
    zoned = naive.dt.replace_time_zone(timezone, ambiguous="earliest", non_existent="null")
    if zoned.null_count() > naive.null_count():
        before = naive.dt.offset_by("-1h").dt.replace_time_zone(timezone, ambiguous="earliest", non_existent="null")
        zoned = zoned.fill_null(before.dt.offset_by("1h"))
    return zoned.dt.convert_time_zone("UTC")


def _parse_text(text: pl.Series, date_format: str | None, timezone: str) -> Instants:
    stamps = _stamps(text, timezone)
    rest = (stamps.at.is_null() & text.is_not_null()).arg_true()
    if rest.len() == 0:
        return stamps
    if date_format and any(clock in date_format for clock in ("%H", "%I", "%T", "%R")):
        other = _stated(text.gather(rest), date_format, timezone)
    else:
        other = _in_parts(text.gather(rest), date_format, timezone)
    return Instants(stamps.at.scatter(rest, other.at), stamps.known.scatter(rest, other.known))


def _stamps(text: pl.Series, timezone: str) -> Instants:
    """Whole ISO 8601 times without fractions, which is how nearly all are written, ten times as fast; others are null."""
    wall = text.str.slice(0, 19).str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us", strict=False)
    if wall.null_count() == wall.len() and wall.len():
        wall = text.str.slice(0, 19).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="us", strict=False)
    zones = text.str.slice(19)
    distinct = zones.drop_nulls().unique()
    if distinct.len() > _MOST_ZONES:
        wall = pl.repeat(None, wall.len(), dtype=wall.dtype, eager=True)
    read = [
        _TIME.fullmatch("00:00:00" + zone) if len(zone) <= 6 and zone[:1] not in ".," else None for zone in distinct
    ]
    clear = pl.Series([one is not None for one in read], dtype=pl.Boolean)
    offsets = pl.Series([_offset(one["zone"]) if one else None for one in read], dtype=pl.Int64)
    frame = pl.DataFrame(
        {"wall": wall, "clear": spread(zones, distinct, clear), "offset": spread(zones, distinct, offsets)}
    )
    wall = frame.select(pl.when("clear").then("wall")).to_series()
    at = (frame["offset"].cast(pl.Duration("us")) * -1 + wall).dt.replace_time_zone("UTC")
    if at.null_count() > wall.null_count():
        at = at.fill_null(localize(wall, timezone))
    return Instants(at.alias(text.name), at.is_not_null())


def _stated(text: pl.Series, form: str, timezone: str) -> Instants:
    """Times written as a stated form of date and time; those that are not are tried as ISO 8601."""
    distinct = text.drop_nulls().unique()
    read = distinct.str.to_datetime(form, time_unit="us", strict=False)
    if isinstance(read.dtype, pl.Datetime) and read.dtype.time_zone:  # the form has an offset of its own
        at = spread(text, distinct, read.dt.convert_time_zone("UTC"))
    else:
        at = localize(spread(text, distinct, read), timezone)
    other = _in_parts(text, None, timezone)
    return Instants(at.fill_null(other.at), at.is_not_null() | other.known)


def _in_parts(text: pl.Series, date_format: str | None, timezone: str) -> Instants:
    """Date and time of day apart: any known way of writing either."""
    parts = _split(text)
    days = _dates(parts["date"], date_format).cast(pl.Datetime("us"))
    clock = _times(parts["time"])
    bare = parts["time"].is_null()
    frame = pl.DataFrame(
        {"day": days, "micros": clock.struct["micros"], "offset": clock.struct["offset"], "bare": bare}
    )
    wall = frame.select(pl.col("day") + pl.duration(microseconds=pl.col("micros"))).to_series()
    at = frame.select(
        pl.when("bare")
        .then(pl.col("day").dt.replace_time_zone("UTC"))
        .when(pl.col("offset").is_not_null())
        .then((pl.lit(wall) - pl.duration(microseconds=pl.col("offset"))).dt.replace_time_zone("UTC"))
        .otherwise(pl.lit(localize(wall, timezone)))
    ).to_series()
    return Instants(at.alias(text.name), ~bare)


def _split(text: pl.Series) -> pl.DataFrame:
    """Columns `date` and `time` (null when no time was written)."""
    frame = text.to_frame("t")
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
    whole = map_unique(text.str.replace(_FRACTION, "$1"), _time, _TIME_OF_DAY)
    part = text.str.extract(_FRACTION, 2).str.pad_end(6, "0").str.slice(0, 6).cast(pl.Int64).fill_null(0)
    frame = pl.DataFrame({"whole": whole, "part": part})
    micros = pl.col("whole").struct["micros"] + pl.col("part")
    return frame.select(pl.struct(micros=micros, offset=pl.col("whole").struct["offset"])).to_series()


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
    micros = (hour * 3600 + minute * 60 + second) * _SECOND
    return {"micros": micros, "offset": _offset(found["zone"])}


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone in {"Z", "z", "UTC", "GMT"}:
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (1 if zone[0] == "+" else -1) * (int(digits[:2]) * 3600 + int(digits[2:]) * 60) * _SECOND
