"""Times of day as they are written, and their offsets from UTC."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from tanglaw.payments.unique import map_unique

TIME_OF_DAY: Final = pl.Struct({"micros": pl.Int64, "offset": pl.Int64})
"""Microseconds since midnight, and of the offset east of UTC (null when none was written)."""

_TIME: Final = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*"
    r"(?P<half>[AaPp])?(?(half)\.?[Mm]\.?)\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
)
_COMPACT: Final = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<half>)(?P<zone>[Zz]?)")
_FRACTION: Final = r"^(\d{1,2}:\d\d:\d\d)[.,](\d{1,9})"
_SECOND: Final = 1_000_000


def parse_times_of_day(text: pl.Series) -> pl.Series:
    """Read a column of times of day, 12 or 24 hours; struct TIME_OF_DAY, whose `micros` are null where it is none.

    Fractions of a second are cut at microseconds.
    """
    whole = map_unique(text.str.replace(_FRACTION, "$1"), _time, TIME_OF_DAY)
    part = text.str.extract(_FRACTION, 2).str.pad_end(6, "0").str.slice(0, 6).cast(pl.Int64).fill_null(0)
    micros = pl.col("whole").struct["micros"] + pl.col("part")
    struct = pl.struct(micros=micros, offset=pl.col("whole").struct["offset"])
    return pl.DataFrame({"whole": whole, "part": part}).select(struct).to_series()


def parse_offset(zone: str) -> tuple[bool, int | None]:
    """Whether a text is an offset (`Z`, `+10:00`, nothing), and its microseconds east of UTC (None for nothing)."""
    found = _TIME.fullmatch("00:00:00" + zone)
    return (False, None) if found is None or found["half"] else (True, _offset(found["zone"]))


def _time(text: str) -> dict[str, int | None]:
    nothing: dict[str, int | None] = {"micros": None, "offset": None}
    found = _TIME.fullmatch(text.strip()) or _COMPACT.fullmatch(text.strip())
    if not found:
        return nothing
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return nothing
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    if hour > 23 or minute > 59 or second > 60:
        return nothing
    return {"micros": (hour * 3600 + minute * 60 + second) * _SECOND, "offset": _offset(found["zone"])}


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone in {"Z", "z", "UTC", "GMT"}:
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (1 if zone[0] == "+" else -1) * (int(digits[:2]) * 3600 + int(digits[2:]) * 60) * _SECOND
