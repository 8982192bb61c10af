"""What the clock and the calendar showed where a party is."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.uniques import over_unique_rows
from tanglaw.payments.places import CLEAR_MAJORITY, city_key, stated_zone, zone_codes, zone_of_city, zones_of

How = pl.Enum(["stated", "city", "country", "most_populous", "unknown"])
"""How the zone was found: stated in the payment, by the city, because the country keeps one clock, or because a clear
majority of the country's city dwellers keeps it."""

_Ints = npt.NDArray[np.int64]
_SECOND: Final = 1_000_000
_DAY: Final = 86_400
_TABLE: Final = (datetime(1990, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC))
"""Days whose offsets are looked up in a table; a payment outside them is worked out for itself."""

_FIRST_DAY, _END_DAY = (int(moment.timestamp()) // _DAY for moment in _TABLE)
_LAST_LOCAL: Final = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp()) * _SECOND
_FIRST_LOCAL: Final = int(datetime(1, 1, 2, tzinfo=UTC).timestamp()) * _SECOND


def local_time(
    at: pl.Series, time_known: pl.Series, timezone: pl.Series, city: pl.Series, country: pl.Series
) -> pl.DataFrame:
    """Tell local time and date of each payment for one of its parties.

    The zone stated wins if it is an IANA zone; then a country that keeps one clock; then the most populous city of that
    name in the country; then the clock that at least `CLEAR_MAJORITY` of the country's city dwellers keep.

    Args:
        at: Datetime in UTC, microseconds.
        time_known: whether ``at`` carries a time of day.
        timezone: IANA zones as stated, may be null.
        city: city names, any script, may be null.
        country: ISO 3166 alpha-2.

    Returns:
        ``local`` (naive Datetime; null if the zone or the time of day is unknown), ``local_date`` (Date; for a bare
        date that date itself; null if the zone is unknown), ``how`` (`How`).
    """
    found = zones(timezone, city, country)
    return at_zones(at, time_known, found["zone"]).with_columns(found["how"])


def zones(timezone: pl.Series, city: pl.Series, country: pl.Series) -> pl.DataFrame:
    """Find the zone that each place keeps, as :func:`local_time` does.

    Returns:
        ``zone`` (Int64, see :func:`tanglaw.payments.places.zone_codes`; -1 unknown) and ``how``.
    """
    return over_unique_rows(pl.DataFrame({"timezone": timezone, "city": city, "country": country}), _zones)


def at_zones(at: pl.Series, time_known: pl.Series, zone: pl.Series) -> pl.DataFrame:
    """Tell ``local`` and ``local_date`` (see :func:`local_time`) where the zones are known already."""
    utc = at.dt.cast_time_unit("us").to_physical()
    code = zone.to_numpy()
    known = time_known.fill_null(value=False).to_numpy() & utc.is_not_null().to_numpy()
    instants = utc.fill_null(0).to_numpy()
    zoned = known & (code >= 0)
    local = np.where(zoned, instants + _SECOND * _offsets(code, instants // _SECOND, zoned), instants)
    zoned &= (local >= _FIRST_LOCAL) & (local <= _LAST_LOCAL)
    dated = zoned | ~known
    frame = pl.DataFrame({"local": local, "zoned": zoned, "dated": dated & utc.is_not_null().to_numpy()})
    moment = pl.col("local").cast(pl.Datetime("us"))
    return frame.select(
        local=pl.when("zoned").then(moment),
        local_date=pl.when("dated").then(moment.dt.date()),
    )


def _zones(places: pl.DataFrame) -> pl.DataFrame:
    """Find for distinct places the zone's code (−1 unknown) and how it was found."""
    keys = city_key(places.get_column("city")).to_list()
    stated, countries = places.get_column("timezone").to_list(), places.get_column("country").to_list()
    found = [_zone(*place) for place in zip(stated, keys, countries, strict=True)]
    codes = zone_codes()
    return pl.DataFrame(
        {"zone": [codes[zone] if zone else -1 for zone, _ in found], "how": [how for _, how in found]},
        schema={"zone": pl.Int64, "how": How},
    )


def _zone(stated: str | None, city: str | None, country: str | None) -> tuple[str | None, str]:
    if stated and (zone := stated_zone(stated)):
        return zone, "stated"
    shares = zones_of(country) if country else ()
    if len(shares) == 1:
        return shares[0][0], "country"
    if country and city and (zone := zone_of_city(city, country)):
        return zone, "city"
    if shares and shares[0][1] >= CLEAR_MAJORITY:
        return shares[0][0], "most_populous"
    return None, "unknown"


def _offsets(code: _Ints, seconds: _Ints, zoned: npt.NDArray[np.bool_]) -> _Ints:
    """Seconds to add to UTC for each row marked, 0 elsewhere.

    A zone's offset is looked up by the day; only where clocks change that day it is worked out for the row itself.
    """
    names = sorted(zone_codes())
    used = np.flatnonzero(np.bincount(code[zoned], minlength=len(names)))
    if not len(used):
        return np.zeros_like(seconds)
    row = np.zeros(len(names), dtype=np.int64)
    row[used] = np.arange(len(used))
    table = np.stack([_by_day(names[zone]) for zone in used])
    day = seconds // _DAY - _FIRST_DAY
    inside = zoned & (day >= 0) & (day < _END_DAY - _FIRST_DAY)
    day[~inside] = 0
    place = row[np.where(zoned, code, 0)]
    start, end = table[place, day], table[place, day + 1]
    offsets = np.where(inside, start, 0).astype(np.int64)
    alone = np.flatnonzero(zoned & (~inside | (start != end)))
    for zone in np.unique(code[alone]):
        rows = alone[code[alone] == zone]
        offsets[rows] = _exact(names[zone], seconds[rows])
    return offsets


@lru_cache(maxsize=700)
def _by_day(zone: str) -> npt.NDArray[np.int32]:
    """Offset at the start of each UTC day of the table and of the day after its last."""
    return _exact(zone, _DAY * np.arange(_FIRST_DAY, _END_DAY + 1, dtype=np.int64)).astype(np.int32)


def _exact(zone: str, seconds: _Ints) -> _Ints:
    utc = pl.from_epoch(pl.Series(seconds), time_unit="s").dt.replace_time_zone("UTC")
    there = utc.dt.convert_time_zone(zone).dt.replace_time_zone(None).dt.epoch("s")
    return there.to_numpy().astype(np.int64) - seconds
