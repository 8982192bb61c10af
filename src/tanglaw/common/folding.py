"""Bring text of any script to plain lower-case ASCII, so that spellings of one word meet.

The romanisation is anyascii's: context-free and without a dictionary. Han characters get their Mandarin reading, so a
Japanese name written in Han does not meet its own romanised form; neither do scripts that leave vowels out (Arabic,
Hebrew). What does not meet stays apart: a lost link, never a false one.
"""

from __future__ import annotations

from typing import Final

import polars as pl
from anyascii import anyascii

from tanglaw.common.uniques import over_uniques

_ONE_SIGN_A_SYLLABLE: Final = r"([\p{Han}\p{Hangul}])"
_ASCII_ONLY: Final = r"^[\x00-\x7f]*$"


def fold(text: pl.Series) -> pl.Series:
    """Fold each text to lower-case ASCII; word boundaries of the original are kept.

    Han and Hangul signs become one word each, so that the family name that stands first can be told from the rest.

    Args:
        text: strings, any script.

    Returns:
        Strings of the same length as a series, null where ``text`` is null. ``fold(fold(x)) == fold(x)``.
    """
    folded = text.str.to_lowercase()
    foreign = ~text.str.contains(_ASCII_ONLY).fill_null(value=True)
    if foreign.any():
        folded.scatter(foreign.arg_true(), over_uniques(text.filter(foreign), _romanise))
    return folded


def _romanise(text: pl.Series) -> pl.Series:
    spaced = text.str.replace_all(_ONE_SIGN_A_SYLLABLE, " $1 ").to_list()
    return pl.Series([anyascii(value) for value in spaced], dtype=pl.String).str.to_lowercase()
