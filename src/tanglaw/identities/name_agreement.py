"""How far two names agree: one verdict a pair of names, from the same words to nothing in common.

A name that leaves words over on both sides is another name, however much it shares: two sisters share every surname.
The exceptions are one misspelt, cut, glued or differently romanised word, an initial that stands for the word, and a
married name that keeps the maiden name as middle name.
"""

from __future__ import annotations

from typing import Final

import polars as pl
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import cpdist

from tanglaw.identities.conventions import FAMILY_FIRST
from tanglaw.identities.person_names import sound

SAME: Final = "same"
PART: Final = "part"
INITIALS: Final = "initials"
SPELLING: Final = "spelling"
MARRIED: Final = "married"
ONE_WORD: Final = "one word"
SURNAME: Final = "surname"
DIFFER: Final = "differ"
UNKNOWN: Final = "unknown"
RANKED: Final = (SAME, PART, SPELLING, INITIALS, MARRIED, ONE_WORD, SURNAME, DIFFER, UNKNOWN)
"""Best first: where subjects have several names, their best pair counts."""

AGREEING: Final = (SAME, PART, SPELLING, INITIALS)
"""The two may be one person's."""

_SHORTEST_MISSPELT: Final = 5
_LONG: Final = 7
_WHOLE: Final = 11
_CUT: Final = 6
_VOWEL_ENDS: Final = r"[aeiou]$"


def agreement(names: pl.DataFrame, pairs: pl.DataFrame, frequent: pl.Series) -> pl.DataFrame:
    """Compare names.

    Args:
        names: ``name`` (UInt32, unique) and :data:`person_names.PARSED_SCHEMA`.
        pairs: ``left``, ``right`` (names' numbers), distinct.
        frequent: words that many subjects bear (String): two of them are two names, never one misspelt.

    Returns:
        ``left, right``, ``agreement`` (of :data:`RANKED`) and ``common`` (words that both have; list of String).
    """
    both = pairs.join(names, left_on="left", right_on="name", how="left", maintain_order="left").join(
        names, left_on="right", right_on="name", how="left", maintain_order="left", suffix="_r"
    )
    frame = both.select(
        "left",
        "right",
        pl.col("words").list.set_intersection("words_r").list.sort().alias("common"),
        first=pl.col("words").list.first(),
        first_r=pl.col("words_r").list.first(),
        words=pl.col("words").list.len().cast(pl.Int32),
        words_r=pl.col("words_r").list.len().cast(pl.Int32),
        last=pl.col("words").list.last(),
        last_r=pl.col("words_r").list.last(),
        rest=pl.col("words").list.set_difference("words_r").list.sort(),
        rest_r=pl.col("words_r").list.set_difference("words").list.sort(),
        unmet=pl.col("initials").list.set_difference("initials_r"),
        unmet_r=pl.col("initials_r").list.set_difference("initials"),
        kin=_shared_surname(),
    )
    starts = pl.element().str.slice(0, 1)
    stands = pl.col("unmet").list.set_intersection(pl.col("rest_r").list.eval(starts)).list.len().cast(pl.Int32)
    stands_r = pl.col("unmet_r").list.set_intersection(pl.col("rest").list.eval(starts)).list.len().cast(pl.Int32)
    frame = frame.with_columns(
        shared=pl.col("common").list.len().cast(pl.Int32),
        by_initial=stands + stands_r,
        initials_over=pl.col("unmet").list.len().cast(pl.Int32) - stands,
        initials_over_r=pl.col("unmet_r").list.len().cast(pl.Int32) - stands_r,
        over=pl.col("rest").list.len().cast(pl.Int32) - stands_r,
        over_r=pl.col("rest_r").list.len().cast(pl.Int32) - stands,
    )
    frame = frame.with_columns(
        respelt=_respelt(frame, frequent),
        left_over=pl.col("over") + pl.col("initials_over"),
        right_over=pl.col("over_r") + pl.col("initials_over_r"),
    )
    return frame.select("left", "right", _verdict().alias("agreement"), "common")


def _verdict() -> pl.Expr:
    shared, by_initial = pl.col("shared"), pl.col("by_initial")
    nothing = (pl.col("words").fill_null(0) == 0) | (pl.col("words_r").fill_null(0) == 0)
    one_sided = (pl.col("left_over") == 0) | (pl.col("right_over") == 0)
    all_met = (pl.col("left_over") == 0) & (pl.col("right_over") == 0)
    married = (
        (shared >= 2)
        & (pl.col("first") == pl.col("first_r"))
        & (pl.col("common").list.contains(pl.col("last")) != pl.col("common").list.contains(pl.col("last_r")))
        & (pl.col("left_over") == 1)
        & (pl.col("right_over") == 1)
        & ~pl.col("first").is_in([name.replace("y", "i") for name in FAMILY_FIRST])
    )
    return (
        pl.when(nothing)
        .then(pl.lit(UNKNOWN))
        .when((shared >= 2) & all_met & (by_initial == 0))
        .then(pl.lit(SAME))
        .when((shared >= 1) & one_sided & (by_initial > 0))
        .then(pl.lit(INITIALS))
        .when((shared >= 2) & one_sided)
        .then(pl.lit(PART))
        .when("respelt")
        .then(pl.lit(SPELLING))
        .when((shared == 1) & one_sided)
        .then(pl.lit(ONE_WORD))
        .when(married)
        .then(pl.lit(MARRIED))
        .when("kin")
        .then(pl.lit(SURNAME))
        .otherwise(pl.lit(DIFFER))
    )


def _shared_surname() -> pl.Expr:
    places = ("s1", "s2", "s3")
    same = [pl.col(mine) == pl.col(f"{theirs}_r") for mine in places for theirs in places]
    return pl.any_horizontal(same).fill_null(value=False)


def _respelt(frame: pl.DataFrame, frequent: pl.Series) -> pl.Series:
    """Say of each pair whether what is left over on both sides is one word in two spellings."""
    asked = (
        (pl.col("over") > 0)
        & (pl.col("over_r") > 0)
        & (pl.col("over") <= 2)
        & (pl.col("over_r") <= 2)
        & (pl.col("initials_over") + pl.col("initials_over_r") + pl.col("by_initial") == 0)
    )
    rows = frame.select(asked.fill_null(value=False).alias("asked")).to_series().arg_true()
    words = frame.select(
        pl.col("rest", "rest_r").gather(rows).list.join(""),
        turned=pl.col("rest").gather(rows).list.reverse().list.join(""),
        turned_r=pl.col("rest_r").gather(rows).list.reverse().list.join(""),
        whole=pl.col("shared").gather(rows) == 0,
    )
    distinct = words.unique(maintain_order=True)
    alike = distinct.with_columns(alike=_alike(distinct, frequent))
    answers = words.join(alike, on=words.columns, how="left", maintain_order="left").get_column("alike")
    return pl.zeros(frame.height, pl.Boolean, eager=True).scatter(rows, answers)


def _alike(words: pl.DataFrame, frequent: pl.Series) -> pl.Series:
    """Compare two words, or, where ``whole``, two names that have no word in common."""
    mine, theirs = words["rest"], words["rest_r"]
    if not words.height:
        return pl.Series(dtype=pl.Boolean)
    distance = cpdist(mine.to_list(), theirs.to_list(), scorer=DamerauLevenshtein.distance, score_cutoff=3)
    frame = pl.DataFrame({"a": mine, "b": theirs, "d": distance, "sa": sound(mine), "sb": sound(theirs)}).with_columns(
        words.select("turned", "turned_r", "whole")
    )
    a, b = pl.col("a"), pl.col("b")
    shorter = pl.min_horizontal(a.str.len_chars(), b.str.len_chars())
    # Maria and Mario, Juan and Juana, Daniel and Daniela: a brother and a sister, not a slip of the pen.
    stem = pl.when(a.str.len_chars() != b.str.len_chars())
    gendered = (
        (a.str.replace(_VOWEL_ENDS, "") == b.str.replace(_VOWEL_ENDS, ""))
        | stem.then(a.str.replace(_VOWEL_ENDS, "") == b)
        | stem.then(a == b.str.replace(_VOWEL_ENDS, ""))
    ).fill_null(value=False)
    two_names = a.is_in(frequent.implode()) & b.is_in(frequent.implode())
    slip = (pl.col("d") <= 1) & (shorter >= _SHORTEST_MISSPELT) | (pl.col("d") <= 2) & (shorter >= _LONG)
    cut = (shorter >= _CUT) & (a.str.starts_with(b) | b.str.starts_with(a))
    romanised = (pl.col("sa") == pl.col("sb")) & (shorter >= _SHORTEST_MISSPELT)
    slipped = pl.when("whole").then((pl.col("d") <= 2) & (shorter >= _WHOLE)).otherwise(~two_names & (cut | slip))
    glued = (a == b) | (pl.col("turned") == b) | (a == pl.col("turned_r"))
    return frame.select((glued | (~gendered & (romanised | slipped))).alias("alike")).to_series()
