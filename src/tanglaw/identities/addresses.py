"""Addresses and cities in one form, so that two ways of writing one place meet."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.common.folding import fold
from tanglaw.common.uniques import over_uniques

_SAME: Final = {
    "st": "street", "str": "street", "strasse": "street", "rd": "road", "ave": "avenue", "av": "avenue",
    "blvd": "boulevard", "ln": "lane", "dr": "drive", "ct": "court", "pl": "place", "sq": "square", "hwy": "highway",
    "cres": "crescent", "tce": "terrace", "brgy": "barangay", "bgy": "barangay", "bgry": "barangay", "blk": "block",
    "bldg": "building", "apt": "flat", "apartment": "flat", "unit": "flat", "rm": "room", "fl": "floor",
    "subd": "subdivision", "vill": "village", "prk": "purok", "cll": "calle", "cra": "carrera", "kra": "carrera",
    "nr": "", "no": "", "num": "", "number": "", "the": "", "bl": "block", "ap": "flat", "sc": "scara", "et": "etaj",
}  # fmt: skip
_NOWHERE: Final = (
    r"^(?:na|none|null|nil|unknown|not known|same|same as above|test|xxx+|address|no address|tba|tbc|pick ?up)$"
)
_CITY_WORDS: Final = r"\b(?:city|municipality|municipiul|mun|town|greater|metro|of|ciudad|de)\b"
_LONGEST: Final = 200


def normalise(address: pl.Series, country: pl.Series | None = None) -> pl.Series:
    """Give each address in lower-case ASCII words, usual abbreviations written out.

    Args:
        address: addresses as recorded.
        country: not needed; taken so that all normalisers are called alike.

    Returns:
        String ``address``; null for null, placeholders, and addresses without a number or without two words: those
        name a street or a village, not a home. ``normalise`` of its own result changes nothing.
    """
    del country
    return over_uniques(address, _places).alias("address")


def _places(address: pl.Series) -> pl.Series:
    words = _words(address)
    text = words.list.eval(pl.element().replace(_SAME).filter(pl.element().replace(_SAME) != "")).list.join(" ")
    home = text.str.contains(r"\d") & text.str.contains(r"[a-z]{3,}") & ~text.str.contains(_NOWHERE)
    return pl.DataFrame({"text": text, "home": home}).select(pl.when("home").then("text")).to_series()


def normalise_city(city: pl.Series) -> pl.Series:
    """Give each city in lower-case ASCII without words such as "City"; null for null and placeholders."""
    return over_uniques(city, _cities).alias("city")


def _cities(city: pl.Series) -> pl.Series:
    text = _words(city).list.join(" ")
    bare = text.str.replace_all(_CITY_WORDS, " ").str.replace_all(r"\s+", " ").str.strip_chars()
    frame = pl.DataFrame({"text": text, "bare": bare})
    known = pl.col("text").str.contains("[a-z]{2}") & ~pl.col("text").str.contains(_NOWHERE)
    return frame.select(pl.when(known).then(pl.when(pl.col("bare") != "").then("bare").otherwise("text"))).to_series()


def _words(text: pl.Series) -> pl.Series:
    return fold(text.str.slice(0, _LONGEST)).str.replace_all(r"['`]", "").str.extract_all(r"[a-z]+|\d+")
