"""Phone numbers in one international form (E.164), so that two spellings of one number meet.

`phonenumbers` decides what a number is. As it takes tens of microseconds a number, the plain cases are worked out column-wise from its own tables
of dialling prefixes and number patterns, and only what they cannot settle is handed to the library itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import phonenumbers
import polars as pl

from tanglaw.common.uniques import over_unique_rows

_PLACEHOLDER: Final = r"^0*$|^(?:0{3,}|1{5,}|2{5,}|3{5,}|4{5,}|5{5,}|6{5,}|7{5,}|8{5,}|9{5,})[0-9]?$|^0?1234567890?$"
_FEWEST_DIGITS: Final = 6


def normalise(phone: pl.Series, country: pl.Series) -> pl.Series:
    """Give each phone number in E.164.

    Args:
        phone: numbers as recorded.
        country: ISO 3166 alpha-2 of the party, for numbers written without country code; may be null.

    Returns:
        String ``phone``, such as ``+639175550100``; null for null, placeholders (blank, zeros, one digit repeated), and what cannot be a
        number of its country's plan. ``normalise`` of its own result changes nothing.
    """
    rows = pl.DataFrame({"phone": phone, "country": country})
    return over_unique_rows(rows, _distinct).to_series().alias("phone")


def _distinct(rows: pl.DataFrame) -> pl.DataFrame:
    digits = pl.col("phone").str.replace_all(r"\D", "")
    frame = rows.with_row_index("row").with_columns(
        digits=digits,
        plus=pl.col("phone").str.contains(r"^[^\d+]*\+"),
        odd=pl.col("phone").str.contains(r"[\p{L}#*;,/]|\+.*\+|[^\x00-\x7f]"),
    )
    usable = frame.filter(
        (pl.col("digits").str.len_chars() >= _FEWEST_DIGITS) & ~pl.col("digits").str.contains(_PLACEHOLDER)
    )
    plain = usable.filter(~pl.col("odd"))
    settled = [_settle(part, str(code)) for (code,), part in plain.partition_by("country", as_dict=True).items()]
    done = pl.concat([part for part in settled if part is not None] or [_none()])
    rest = usable.join(done.select("row"), on="row", how="anti")
    asked = [_ask(number, code or "") for number, code in rest.select("phone", "country").iter_rows()]
    hard = rest.select("row", e164=pl.Series(asked, dtype=pl.String))
    both = pl.concat([done, hard])
    return frame.select("row").join(both, on="row", how="left", maintain_order="left").select("e164")


def _none() -> pl.DataFrame:
    return pl.DataFrame(schema={"row": pl.UInt32, "e164": pl.String})


def _settle(part: pl.DataFrame, country: str) -> pl.DataFrame | None:
    """Answer what the country's own plan settles: rows with their number."""
    plan = _plan(country)
    if plan is None:
        return None
    digits = pl.col("digits")
    abroad = digits.str.strip_prefix(plan.code)
    home = digits.str.replace(plan.trunk, "") if plan.trunk else digits
    if plan.rewrites:  # dialled with a carrier or area code: the library knows how to read those
        home = pl.when(~digits.str.contains(plan.trunk)).then(digits)
    international = pl.col("plus") & digits.str.starts_with(plan.code) & abroad.str.contains(plan.pattern)
    national = pl.when(international).then(abroad).when(~pl.col("plus") & home.str.contains(plan.pattern)).then(home)
    return part.select("row", e164=pl.lit("+" + plan.code) + national).drop_nulls("e164")


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a country's numbers are dialled: country code, what is dialled before a number, and what whole numbers look like."""

    code: str
    trunk: str
    rewrites: bool
    pattern: str


@cache
def _plan(country: str) -> _Plan | None:
    meta = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    if meta is None or not meta.general_desc.national_number_pattern:
        return None
    trunk = meta.national_prefix_for_parsing
    return _Plan(
        code=str(meta.country_code),
        trunk=f"^(?:{trunk})" if trunk else "",
        rewrites=bool(meta.national_prefix_transform_rule),
        pattern=f"^(?:{meta.general_desc.national_number_pattern})$",
    )


@lru_cache(maxsize=100_000)
def _ask(number: str, country: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
