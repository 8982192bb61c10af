"""Phone numbers in one international form (E.164), so that two spellings of one number meet.

`phonenumbers` decides what a number is. As it takes tens of microseconds a number, the plain cases are worked out
column-wise from its own tables of dialling prefixes and number patterns, and only what they cannot settle is handed
to the library itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import phonenumbers
import polars as pl

from tanglaw.common.uniques import over_unique_rows

_PLACEHOLDER: Final = r"^0*$|^(?:0{3,}|1{5,}|2{5,}|3{5,}|4{5,}|5{5,}|6{5,}|7{5,}|8{5,}|9{5,})[0-9]?$|^0?1234567890?$"
_ODD: Final = r"[\p{L}#*;,/]|\+.*\+|[^\x00-\x7f]"
_FEWEST_DIGITS: Final = 6
_MOST_DIGITS: Final = 20
_NOTHING: Final = pl.DataFrame(schema={"row": pl.UInt32, "e164": pl.String})


def normalise(phone: pl.Series, country: pl.Series) -> pl.Series:
    """Give each phone number in E.164.

    Args:
        phone: numbers as recorded.
        country: ISO 3166 alpha-2 of the party, for numbers written without country code; may be null.

    Returns:
        String ``phone``, such as ``+639175550100``; null for null, placeholders (blank, zeros, one digit repeated),
        and what cannot be a number of its country's plan. ``normalise`` of its own result changes nothing.
    """
    rows = pl.DataFrame({"phone": phone, "country": country})
    return over_unique_rows(rows, _distinct).to_series().alias("phone")


def _distinct(rows: pl.DataFrame) -> pl.DataFrame:
    digits = pl.col("phone").str.replace_all(r"\D", "")
    frame = rows.with_row_index("row").with_columns(digits=digits)
    long_enough = pl.col("digits").str.len_chars().is_between(_FEWEST_DIGITS, _MOST_DIGITS)
    usable = frame.filter(long_enough & ~pl.col("digits").str.contains(_PLACEHOLDER)).with_columns(
        plus=pl.col("phone").str.contains(r"^[^\d+]*\+"), odd=pl.col("phone").str.contains(_ODD)
    )
    plain = usable.filter(~pl.col("odd")).with_columns(
        plan=pl.when(~pl.col("plus")).then("country").otherwise(_region())
    )
    settled = [_settle(part, str(code)) for (code,), part in plain.partition_by("plan", as_dict=True).items()]
    done = pl.concat([_NOTHING, *settled])
    rest = usable.join(done, on="row", how="anti")
    asked = [_ask(number, code or "") for number, code in rest.select("phone", "country").iter_rows()]
    hard = rest.select("row", e164=pl.Series(asked, dtype=pl.String))
    both = pl.concat([done, hard])
    return frame.select("row").join(both, on="row", how="left", maintain_order="left").select("e164")


def _region() -> pl.Expr:
    """Name the main region of the country code that a number in international form starts with."""
    regions = {str(code): names[0] for code, names in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()}
    starts = [pl.col("digits").str.slice(0, length) for length in (1, 2, 3)]
    return pl.coalesce(start.replace_strict(regions, default=None, return_dtype=pl.String) for start in starts)


def _settle(part: pl.DataFrame, country: str) -> pl.DataFrame:
    """Answer what the country's own plan settles: rows with their number, or with null where the plan has none such."""
    plan = _plan(country)
    if plan is None:
        return _NOTHING
    digits = pl.col("digits")
    abroad = digits.str.strip_prefix(plan.code)
    is_abroad = digits.str.starts_with(plan.code) & abroad.str.contains(plan.pattern)
    home = digits.str.replace(plan.trunk, "") if plan.trunk else digits
    dialled = digits.str.contains(plan.trunk) if plan.trunk else pl.lit(value=False)
    whole = pl.when(home.str.contains(plan.pattern)).then(home).when(digits.str.contains(plan.pattern)).then(digits)
    national = (
        pl.when("plus")
        .then(pl.when(is_abroad).then(abroad))
        .otherwise(pl.when(~dialled | ~pl.lit(plan.rewrites)).then(pl.coalesce(whole, pl.when(is_abroad).then(abroad))))
    )
    # Dialled with a carrier's, an area's or another country's code: the library knows how to read those.
    unclear = pl.col("plus") | dialled | digits.str.contains(plan.exit)
    answered = part.select("row", e164=pl.lit("+" + plan.code) + national, unclear=unclear)
    return answered.filter(pl.col("e164").is_not_null() | ~pl.col("unclear")).select("row", "e164")


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a country's numbers are dialled.

    Country code, what is dialled before a number, whether that rewrites the number, what whole numbers look like, and
    what is dialled to call abroad.
    """

    code: str
    trunk: str
    rewrites: bool
    pattern: str
    exit: str


@cache
def _plan(country: str) -> _Plan | None:
    meta = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    shape = meta.general_desc if meta is not None else None
    if meta is None or shape is None or not shape.national_number_pattern:
        return None
    trunk = meta.national_prefix_for_parsing
    return _Plan(
        code=str(meta.country_code),
        trunk=f"^(?:{trunk})" if trunk else "",
        rewrites=bool(meta.national_prefix_transform_rule),
        pattern=f"^(?:{shape.national_number_pattern})$",
        exit=f"^(?:{meta.international_prefix or '00'})",
    )


@lru_cache(maxsize=100_000)
def _ask(number: str, country: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
