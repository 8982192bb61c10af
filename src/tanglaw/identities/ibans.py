"""Account numbers in one form: IBANs checked, local numbers kept apart by country."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import polars as pl
from schwifty import registry
from schwifty.exceptions import InvalidCountryCode

_PLACEHOLDER: Final = (
    r"^[0X]*$|^(?:1+|2+|3+|4+|5+|6+|7+|8+|9+)$|^(?:NA|NONE|NULL|UNKNOWN|NOACCOUNT|TEST|CASH|CASHPICKUP)$"
)
_FEWEST_SIGNS: Final = 5
_LONGEST: Final = 34
_BLANK: Final = ord(" ")
_COUNTRY: Final = pl.when(pl.col("signs").str.contains(r"^[A-Z]{2}[0-9]{2}")).then(pl.col("signs").str.slice(0, 2))


def normalise(account: pl.Series, country: pl.Series) -> pl.Series:
    """Give each account as an IBAN, or as ``CC:NUMBER`` where it is a local number.

    Args:
        account: IBANs or local account or wallet numbers as recorded.
        country: ISO 3166 alpha-2 of the party; a local number means nothing without it.

    Returns:
        String ``account``; null for null, placeholders, local numbers without country or shorter than five signs, and
        numbers that have an IBAN's form and length but not its check digits (mistyped, so nobody's). ``normalise`` of
        its own result changes nothing.
    """
    stripped = pl.col("raw").str.to_uppercase()
    prefix = stripped.str.extract(r"^\s*([A-Z]{2}):")
    signs = stripped.str.replace(r"^\s*[A-Z]{2}:", "").str.replace_all(r"[^A-Z0-9]", "").str.replace(r"^IBAN", "")
    frame = pl.DataFrame({"raw": account, "country": country}).select(
        signs=signs, country=pl.coalesce(prefix, pl.col("country").str.to_uppercase())
    )
    lengths = {code: _length(code) for code in frame.select(_COUNTRY).to_series().unique().drop_nulls()}
    length = (
        _COUNTRY.replace_strict(lengths, default=None, return_dtype=pl.UInt32) if lengths else pl.lit(None, pl.UInt32)
    )
    frame = frame.with_columns(is_iban=length == pl.col("signs").str.len_bytes())
    frame = frame.with_columns(
        valid=_checked(frame.get_column("signs"), frame.get_column("is_iban").fill_null(value=False))
    )
    usable = (
        (pl.col("signs").str.len_chars() >= _FEWEST_SIGNS)
        & pl.col("signs").str.contains("[0-9]")
        & ~pl.col("signs").str.contains(_PLACEHOLDER)
    )
    local = pl.when(usable).then(pl.col("country") + ":" + pl.col("signs"))
    answer = pl.when("valid").then("signs").when(~pl.col("is_iban").fill_null(value=False)).then(local)
    return frame.select(answer.alias("account")).to_series()


@cache
def _length(country: str) -> int | None:
    """Give the length of the country's IBANs from schwifty's copy of the SWIFT registry; None where there are none."""
    try:
        return int(registry.get_iban_spec(country).iban_length)
    except InvalidCountryCode:
        return None


def _checked(signs: pl.Series, where: pl.Series) -> pl.Series:
    """ISO 7064 mod 97-10 on the rows marked, column-wise; false elsewhere."""
    chosen = signs.filter(where)
    valid = np.zeros(len(signs), dtype=bool)
    if chosen.len():
        turned = chosen.str.slice(4) + chosen.str.slice(0, 4)
        padded = turned.str.pad_end(_LONGEST, " ").str.join("").item().encode()
        codes = np.frombuffer(padded, dtype=np.uint8).reshape(-1, _LONGEST).astype(np.int32)
        rest = np.zeros(len(codes), dtype=np.int32)
        for column in codes.T:
            value = np.where(column >= 65, column - 55, column - 48)
            step = (rest * np.where(column >= 65, 100, 10) + value) % 97
            rest = np.where(column == _BLANK, rest, step)
        valid[where.to_numpy()] = rest == 1
    return pl.Series(valid)
