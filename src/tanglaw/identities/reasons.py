"""Why two subjects are linked, in plain words, the strongest first."""

from __future__ import annotations

from typing import Final

import polars as pl

_SHARED: Final = {
    "account": "same account",
    "email": "same e-mail address",
    "phone": "same phone number",
    "device": "same device",
    "address": "same address",
}
_NAMES: Final = {
    "same": "names agree but for order and spelling",
    "part": "one name is part of the other",
    "spelling": "names agree but for one word's spelling",
    "initials": "names agree, one with initials",
    "married": "names agree but for a surname changed, as by marriage",
    "one word": "one name is a single word of the other",
    "surname": "same surname",
    "differ": "different names",
}
_YEARS: Final = {"same": "same birth year", "one apart": "birth years one apart", "two apart": "birth years two apart",
                 "far": "birth years far apart"}  # fmt: skip
_CITY: Final = {"same": "same city"}
_GENERATION: Final = {"one side": "one is a Jr. or Sr.", "conflict": "one is a Jr., the other a Sr."}
_RARE: Final = 0.01
_NEAR: Final = {"phone_near": "phone numbers alike", "address_near": "addresses alike"}


def why(columns: list[str]) -> pl.Expr:
    """Give the list of reasons of compared pairs.

    Args:
        columns: columns of the frame: identifiers shared (`details.KINDS`), what `Comparer.compare` adds, and
            ``phone_near``, ``address_near`` (Boolean); those that are missing give no reason.
    """
    said: list[pl.Expr] = [
        pl.when(pl.col(kind).is_not_null()).then(pl.lit(text)) for kind, text in _SHARED.items() if kind in columns
    ]
    said += [pl.when(pl.col(kind)).then(pl.lit(text)) for kind, text in _NEAR.items() if kind in columns]
    for column, table in (("agreement", _NAMES), ("years", _YEARS), ("city", _CITY), ("generation", _GENERATION)):
        said.append(pl.col(column).replace_strict(table, default=None, return_dtype=pl.String))
    if "namesakes" in columns:
        rare = (pl.col("namesakes") < _RARE) & pl.col("agreement").is_in(["same", "part", "spelling", "initials"])
        said.append(pl.when(rare).then(pl.lit("a chance agreement is unlikely here: fewer than one in a hundred such")))
    return pl.concat_list(said).list.drop_nulls()
