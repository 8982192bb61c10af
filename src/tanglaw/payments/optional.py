"""The columns that may be absent or empty: what cannot be used becomes null and is counted, the row stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final
from zoneinfo import available_timezones

import polars as pl

from tanglaw.payments.columns import COLUMNS, RAILS
from tanglaw.payments.conventions import Conventions
from tanglaw.payments.dates import parse_dates
from tanglaw.payments.nearest import folded
from tanglaw.payments.stripping import stripped
from tanglaw.payments.unique import map_unique

VERBATIM: Final = frozenset({"reference", "purpose_code", "status"})
"""Kept to the letter, outer spaces included; only blanks become null."""

_YEARS: Final = (1880, 2100)
_RAIL_WORDS: Final = {
    word: rail
    for rail, words in {
        "cash_pickup": "cash cash_payout cash_to_cash pickup barauszahlung bar efectivo especes",
        "wallet": "mobile_wallet mobile_money e_wallet ewallet",
        "bank": "bank_transfer bank_deposit bank_account account sepa swift uberweisung virement transferencia",
        "card": "debit_card credit_card card_payment karte carte tarjeta",
        "crypto": "cryptocurrency crypto_asset virtual_asset",
    }.items()
    for word in words.split()
}


def optional_columns(rows: pl.DataFrame, conventions: Conventions) -> tuple[dict[str, pl.Series], dict[str, int]]:
    """Every optional column present, typed; and what was left empty, with how often."""
    present = [column for column in COLUMNS if not column.required and column.name in rows.columns]
    out: dict[str, pl.Series] = _texts(rows, [column.name for column in present if column.dtype == pl.String])
    blank = {column.name: _blank(rows[column.name]) for column in present if column.dtype != pl.String}
    for name, words in conventions.values.items():
        if name in out:
            out[name] = _reworded(out[name], words)
    for name, known in _KNOWN.items():
        if name in out:
            blank[name] = out[name].is_null()
            out[name] = map_unique(out[name], known, pl.String)
    for name in ("originator_birth_year", "beneficiary_birth_year"):
        if name in rows.columns:
            out[name] = _years(rows[name])
    if "originator_birth_date" in rows.columns:
        date = parse_dates(rows["originator_birth_date"], conventions.date_formats.get("originator_birth_date"))
        date = _within(date, date.dt.year())
        # Nobody who pays was born after 2030: the year was written with two digits.
        late = (date.dt.year() > _YEARS[1] - 70).fill_null(value=False)
        out["originator_birth_date"] = date.zip_with(~late, date.dt.offset_by("-100y"))
        year = out["originator_birth_date"].dt.year().cast(pl.Int16)
        given = out.get("originator_birth_year")
        out["originator_birth_year"] = year if given is None else given.fill_null(year)
    warnings: dict[str, int] = {}
    for name, was_blank in blank.items():
        if lost := int((out[name].is_null() & ~was_blank).sum()):
            warnings[f"{name}: value not understood, left empty"] = lost
    return {name: series.alias(name) for name, series in out.items()}, warnings


def _reworded(values: pl.Series, words: Mapping[str, str]) -> pl.Series:
    return map_unique(values, lambda text: words.get(text.strip(), text), pl.String)


def _texts(rows: pl.DataFrame, names: list[str]) -> dict[str, pl.Series]:
    if not names:
        return {}
    frame = rows.select(pl.col(name).cast(pl.String, strict=False) for name in names)
    bare = {name: stripped(frame[name]) for name in names}
    return {name: _not_blank(frame[name] if name in VERBATIM else bare[name], bare[name]) for name in names}


def _not_blank(text: pl.Series, bare: pl.Series) -> pl.Series:
    """Leave out what is blank; most columns hold no such thing."""
    return text if bare.str.len_bytes().min() != 0 else text.set(bare == "", None)


def _blank(values: pl.Series) -> pl.Series:
    if values.dtype == pl.String:
        return values.is_null() | (values.str.strip_chars() == "").fill_null(value=True)
    return values.is_null()


def _years(values: pl.Series) -> pl.Series:
    if values.dtype == pl.String:
        values = values.str.strip_chars().str.strip_suffix(".0")
    years = values.cast(pl.Int32, strict=False)
    return _within(years, years).cast(pl.Int16)


def _within(values: pl.Series, years: pl.Series) -> pl.Series:
    return (
        pl.DataFrame({"v": values, "y": years}).select(pl.when(pl.col("y").is_between(*_YEARS)).then("v")).to_series()
    )


def rail_of(text: str) -> str | None:
    """The rail that an institution's common word means, or None."""
    word = folded(text).replace(" ", "_")
    return word if word in RAILS else _RAIL_WORDS.get(word)


def _timezone(text: str) -> str | None:
    return text if text in _timezones() else None


@cache
def _timezones() -> frozenset[str]:
    return frozenset(available_timezones())


_KNOWN: Final[dict[str, Callable[[str], str | None]]] = {
    "rail": rail_of,
    "originator_timezone": _timezone,
    "beneficiary_timezone": _timezone,
}
