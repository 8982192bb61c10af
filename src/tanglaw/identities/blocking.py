"""Which pairs the linkage model looks at: those that meet in a small block; a million subjects make 5·10¹¹ pairs."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.identities.details import Details
from tanglaw.identities.person_names import sound

LARGEST: Final = 40
"""Subjects in one block. What more than that have in common says little, and a block makes pairs by its square."""

_SEEDS: Final = {"pair and year": 11, "pair and city": 12, "sound and year": 13, "sound and city": 14, "word": 15,
                 "value": 16, "word and year": 17, "word and city": 18, "address and year": 19}  # fmt: skip
_MOST_WORDS: Final = 5
_MOST_CITIES: Final = 2


def blocks(details: Details, values: pl.DataFrame) -> pl.DataFrame:
    """Give each subject the keys of its blocks.

    Two subjects meet if they have two words of their names and the birth year or the city in common, or the sound of
    the whole name and one of these, or one word and one or both of these where that is rare, or a phone, an address,
    or the house number, a word of the address and the birth year.

    Args:
        details: the subjects.
        values: ``sharing.Sharing.values``.

    Returns:
        ``idx, key`` (Int64), distinct; only keys of 2 to :data:`LARGEST` subjects.
    """
    named = (
        details.subjects.drop_nulls("name")
        .select("idx", "name", year="birth_year", city=pl.col("cities").list.head(_MOST_CITIES))
        .join(details.names.select("name", words=pl.col("words").list.head(_MOST_WORDS)), on="name")
    )
    words = named.select("idx", "year", "city", word="words").explode("word")
    words = words.with_columns(heard=sound(words["word"]))
    pairs = (
        words.select("idx", "year", "city", one="word")
        .join(words.select("idx", other="word"), on="idx")
        .filter(pl.col("one") < pl.col("other"))
    )
    sounds = words.group_by("idx", "year").agg(pl.col("city").first(), heard=pl.col("heard").sort().str.join(" "))
    located = pl.col("city").list.len() > 0
    keys = [
        _keyed(pairs.drop_nulls("year"), ["one", "other", "year"], "pair and year"),
        _keyed(pairs.filter(located).explode("city"), ["one", "other", "city"], "pair and city"),
        _keyed(sounds.drop_nulls("year"), ["heard", "year"], "sound and year"),
        _keyed(sounds.filter(located).explode("city"), ["heard", "city"], "sound and city"),
        _keyed(words.drop_nulls("year").filter(located).explode("city"), ["word", "year", "city"], "word"),
        _keyed(words.drop_nulls("year"), ["word", "year"], "word and year"),
        _keyed(words.filter(located).explode("city"), ["word", "city"], "word and city"),
        _keyed(_homes(details, values), ["number", "place", "year"], "address and year"),
        _keyed(values.filter(pl.col("kind").is_in(["phone", "address"])), ["kind", "value"], "value"),
    ]
    every = pl.concat(keys).unique()
    sizes = every.group_by("key").len()
    small = sizes.filter(pl.col("len").is_between(2, LARGEST)).select("key")
    return every.join(small, on="key", how="semi").sort("idx", "key")


def _homes(details: Details, values: pl.DataFrame) -> pl.DataFrame:
    """Give ``idx, number, place, year``: an address's first number with each of its longer words."""
    address = values.filter(pl.col("kind") == "address").select(
        "idx", text=pl.col("value").str.split(" | ").list.first()
    )
    years = details.subjects.select("idx", year="birth_year").drop_nulls("year")
    return (
        address.join(years, on="idx")
        .select(
            "idx",
            "year",
            number=pl.col("text").str.extract(r"(\d+)"),
            place=pl.col("text").str.extract_all(r"[a-z]{4,}"),
        )
        .explode("place")
        .drop_nulls()
    )


def _keyed(frame: pl.DataFrame, columns: list[str], name: str) -> pl.DataFrame:
    hashed = frame.select(columns).hash_rows(_SEEDS[name])
    return pl.DataFrame({"idx": frame["idx"], "key": hashed.reinterpret(signed=True)})
