"""What the clock and the calendar showed where a party is."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.uniques import over_unique_rows
from tanglaw.payments.places import CLEAR_MAJORITY, city_key, known_zones, zone_of_city, zones_of

How = pl.Enum(["stated", "city", "country", "most_populous", "unknown"])
"""How the zone was found: stated in the payment, by the city, because the country keeps one clock, or because a clear
majority of the country's city dwellers keeps it."""

_DAY: Final = 86_400
_UNKNOWN: Final = -1


def local_time(
    at: pl.Series, time_known: pl.Series, timezone: pl.Series, city: pl.Series, country: pl.Series
) -> pl.DataFrame:
    """Tell local time and date of each payment for one of its parties.

    The zone stated wins if it is an IANA zone; then a country that keeps one clock; then the most populous city of that name in
    the country; then the clock that at least `CLEAR_MAJORITY` of the country's city dwellers keep.

    Args:
        at: Datetime in UTC.
        time_known: whether ``at`` carries a time of day.
        timezone: IANA zones as stated, may be null.
        city: city names, any script, may be null.
        country: ISO 3166 alpha-2.

    Returns:
        ``local`` (naive Datetime; null if the zone or the time of day is unknown), ``local_date`` (Date; for a bare date that date
        itself; null if the zone is unknown), ``how`` (`How`).
    """
    places = pl.DataFrame({"timezone": timezone, "city": city, "country": country})
    zones = over_unique_rows(places, _zones)
    seconds = at.dt.epoch("s")
    known = time_known.fill_null(value=False)
    offsets = pl.Series(_offsets(zones.get_column("zone"), seconds), nan_to_null=True).cast(pl.Int64)
    naive = at.dt.replace_time_zone(None)
    local = naive + pl.select(pl.duration(seconds=offsets)).to_series()
    frame = pl.DataFrame({"local": local, "naive": naive, "known": known, "how": zones.get_column("how")})
    return frame.select(
        local=pl.when("known").then("local"),
        local_date=pl.when("known").then(pl.col("local").dt.date()).otherwise(pl.col("naive").dt.date()),
        how="how",
    )


def _zones(places: pl.DataFrame) -> pl.DataFrame:
    """Find zone and how it was found for distinct places."""
    stated = places.get_column("timezone").str.strip_chars().str.to_lowercase()
    keys = city_key(places.get_column("city"))
    found = [
        _zone(*place)
        for place in zip(stated.to_list(), keys.to_list(), places.get_column("country").to_list(), strict=True)
    ]
    return pl.DataFrame(found, schema={"zone": pl.String, "how": How}, orient="row")


def _zone(stated: str | None, city: str | None, country: str | None) -> tuple[str | None, str]:
    if stated and (zone := known_zones().get(stated)):
        return zone, "stated"
    shares = zones_of(country) if country else ()
    if len(shares) == 1:
        return shares[0][0], "country"
    if country and city and (zone := zone_of_city(city, country)):
        return zone, "city"
    if shares and shares[0][1] >= CLEAR_MAJORITY:
        return shares[0][0], "most_populous"
    return None, "unknown"


def _offsets(zone: pl.Series, seconds: pl.Series) -> npt.NDArray[np.float64]:
    """Seconds to add to UTC for each row, NaN where zone or time is unknown.

    A zone's offset is looked up a day at a time; only on days when clocks change is it worked out for the row itself.
    """
    names = zone.drop_nulls().unique().sort().to_list()
    codes = zone.replace_strict(
        {name: code for code, name in enumerate(names)}, default=_UNKNOWN, return_dtype=pl.Int64
    )
    code = codes.fill_null(_UNKNOWN).to_numpy()
    at = seconds.fill_null(0).to_numpy()
    day = at // _DAY
    year = at.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + 1970
    offsets = np.full(len(at), np.nan)
    known = (code != _UNKNOWN) & seconds.is_not_null().to_numpy()
    pair = pl.Series(np.where(known, code * 20_000 + year, _UNKNOWN))
    pairs = pair.unique().to_list()
    tables = {key: _year(names[key // 20_000], key % 20_000) for key in pairs if key != _UNKNOWN}
    if not tables:
        return offsets
    order = {key: index for index, key in enumerate(tables)}
    table = np.stack(list(tables.values()))
    row = pair.replace_strict(order, default=0, return_dtype=pl.Int64).to_numpy()
    first = (np.datetime64("1970", "Y") + (year - 1970)).astype("datetime64[D]").astype(np.int64)
    column = day - first
    start, end = table[row, column], table[row, column + 1]
    offsets[known] = start[known]
    for index in np.flatnonzero(known & (start != end)):
        offsets[index] = 0
    changing = known & (start != end)
    for index_code in np.unique(code[changing]):
        rows = np.flatnonzero(changing & (code == index_code))
        offsets[rows] = _exact(names[index_code], at[rows])
    return offsets


def _exact(zone: str, at: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    utc = pl.Series(at).cast(pl.Datetime("ms")) if False else pl.from_epoch(pl.Series(at), time_unit="s")
    there = utc.dt.replace_time_zone("UTC").dt.convert_time_zone(zone).dt.replace_time_zone(None)
    return (there.dt.epoch("s") - pl.Series(at)).to_numpy()


@lru_cache(maxsize=4096)
def _year(zone: str, year: int) -> npt.NDArray[np.int64]:
    """Offset at the start of each UTC day of the year and at the start of the next year, 367 days long at least."""
    first = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    return _exact(zone, first + _DAY * np.arange(368, dtype=np.int64))
