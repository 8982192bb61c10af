"""A person's name as a set of words that can be compared: order, titles, short forms and spelling no longer matter.

Unlike :mod:`tanglaw.identities.names`, which looks for the family's word only, every word is kept. Names in memory
only: nothing here is written anywhere.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.common.folding import fold
from tanglaw.identities import conventions
from tanglaw.identities.diminutives import CANONICAL
from tanglaw.identities.names import read_names, spelling_key

_LONGEST: Final = 120
"""Signs of a name that are read; what is longer is no name."""

_MOST_WORDS: Final = 8
_THAI_TITLES: Final = "nai nang nangsao khun"
_TITLES: Final = frozenset(f"{conventions.TITLES} {_THAI_TITLES}".split()) - {"fr", "rev", "col", "gen", "rn"}
_GENERATION: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_OTHER_SUFFIXES: Final = "phd md mba cpa esq dds mp obe"
_LEFT_OUT: Final = _TITLES | frozenset(f"{conventions.DROPPED} {_OTHER_SUFFIXES}".split())
_VIETNAMESE: Final = "nguyen|tran|pham|huynh|hoang|phan|vu|vo|dang|bui|ngo|duong|dinh|trinh|truong|doan|dao|le|ly|ho|do"
_PARTICLES: Final = rf"\b({'|'.join(conventions.PARTICLES.split())}) (?:(la|las|los|den|der|dem) )?(\w{{2,}})"
_SURNAME_FIRST: Final = r"^([^,]*\p{L}[^,]*),(.*\p{L}.*)$"

PARSED_SCHEMA: Final = pl.Schema(
    {
        "words": pl.List(pl.String()),
        "initials": pl.List(pl.String()),
        "generation": pl.String(),
        "s1": pl.UInt64(),
        "s2": pl.UInt64(),
        "s3": pl.UInt64(),
        "organisation": pl.Boolean(),
    }
)


def parse(names: pl.Series) -> pl.DataFrame:
    """Read distinct names that are not null.

    Args:
        names: names as recorded, any script, no nulls.

    Returns:
        :data:`PARSED_SCHEMA`, as high as `names`: ``words`` (distinct, folded, short forms and spellings brought
        together, in order of writing), ``initials`` (single letters), ``generation`` (jr, sr, ii, iii, iv or null),
        the hashed surnames of :func:`names.surnames`, and whether it is an organisation. No words, no initials: nothing
        usable as a name stood there.
    """
    short = names.str.slice(0, _LONGEST)
    known = read_names(short)
    turned = short.str.replace(_SURNAME_FIRST, "$2 $1")
    text = fold(turned).str.replace_all(r"['`]", "").str.replace_all(r"[^a-z]+", " ").str.strip_chars()
    frame = pl.DataFrame({"text": text}).with_columns(
        text=pl.when(pl.col("text").str.contains(rf"\b(?:{_VIETNAMESE})\b"))
        .then("text")  # "van" and "thi" are middle names there, no particles
        .otherwise(pl.col("text").str.replace_all(_PARTICLES, "${1}${2}${3}").str.replace_all(r"\bsta ", "santa "))
    )
    parts = frame.select(words=pl.col("text").str.split(" ").list.head(_MOST_WORDS))
    parts = parts.with_columns(
        generation=pl.col("words")
        .list.slice(1)
        .list.eval(pl.element().filter(pl.element().is_in(list(_GENERATION))))
        .list.first()
        .replace_strict(_GENERATION, default=None, return_dtype=pl.String)
    )
    ignored = list(_LEFT_OUT | frozenset(_GENERATION) | conventions.NO_NAME)
    kept = pl.element().filter(~pl.element().is_in(ignored) & (pl.element() != ""))
    parts = parts.with_columns(words=pl.col("words").list.eval(kept))
    whole = pl.element().filter(pl.element().str.len_chars() > 1)
    single = pl.element().filter(pl.element().str.len_chars() == 1)
    return parts.select(
        words=pl.col("words")
        .list.eval(spelling_key(whole.replace(CANONICAL)))
        .list.unique(maintain_order=True)
        .cast(pl.List(pl.String)),
        initials=pl.col("words").list.eval(single).list.unique(maintain_order=True),
        generation="generation",
    ).with_columns(known.get_columns())


def sound(word: pl.Series) -> pl.Series:
    """Give a rough sound of each folded word, so that romanisations of one name meet.

    Phanom meets Panom, and Srisawat Srisawad. The rules are those by which the common romanisations of Thai, Arabic
    and Slavic names differ; written from general knowledge.
    """
    return (
        word.str.replace_all(r"(?:ph|f|bh)", "p")
        .str.replace_all(r"(?:th|dh)", "t")
        .str.replace_all(r"(?:kh|ck|gh|q|c)", "k")
        .str.replace_all(r"(?:v)", "w")
        .str.replace_all(r"(?:zh|z|x|sh|s)", "s")
        .str.replace_all(r"(?:ou|oo)", "u")
        .str.replace_all(r"(?:ai|ay|ei|ie|ee)", "i")
        .str.replace_all(r"(?:y|j)", "i")
        .str.replace(r"d$", "t")
        .str.replace(r"b$", "p")
        .str.replace(r"g$", "k")
        .str.replace_all(r"([aeiou])h", "$1")
    )
