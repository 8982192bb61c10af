"""Which words of a recorded name may be the family's, as numbers that can be compared without keeping the name.

A given name is never evidence, so a word that can only be one is left out; where conventions disagree the likelier
reading comes first. What stays undecided: two-word names written family first without comma or capitals, unless the
surname is among the commonest that always stand first; and names of one word, which give nothing.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

import polars as pl

from tanglaw.common.folding import fold
from tanglaw.common.uniques import over_uniques
from tanglaw.identities import conventions as words
from tanglaw.identities.organisations import is_organisation
from tanglaw.identities.organisations import search as search_organisations

__all__ = ["is_organisation", "read_names", "surnames"]


def _any_of(listed: str) -> str:
    return "(?:" + "|".join(listed.split()) + ")"


_EAST_SPACED: Final = r"^\s*([\p{Han}\p{Hangul}]+)\s+(\S.*)$"
_EAST_LONG: Final = r"^\s*(\p{Han}{2})(\p{Han}{2,})\s*$"
_EAST_SHORT: Final = r"^\s*([\p{Han}\p{Hangul}])([\p{Han}\p{Hangul}]{1,2})\s*$"
_CAPITALS_FIRST: Final = r"^\s*((?:\p{Lu}[\p{Lu}'’.-]{2,}\s+)+)(\p{Lu}[\p{Ll}.].*)$"
_TITLE: Final = rf"(^|,)\s*(?:{_any_of(words.TITLES)}\b\.?\s+)+"
_SUFFIX: Final = rf"(?:[\s,]+{_any_of(words.SUFFIXES)}\b\.?)+\s*(,|$)"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DOUBLED: Final = [letter * 2 for letter in _LETTERS]
_PATRONYMIC: Final = r"(?:ovich|evich|ovna|evna|ivna|ovych|evych)$"


_PLAIN: Final = r"^(?:[A-Z][a-z]+|[a-z]{2,})(?: (?:[A-Z][a-z]+|[a-z]{2,})){1,2}$|^[A-Z]{2,}(?: [A-Z]{2,}){1,2}$"
_SPECIAL: Final = (
    frozenset(f"{words.TITLES} {words.SUFFIXES} {words.PARTICLES} {words.DROPPED} sta sto".split()) | words.FAMILY_FIRST
)
_SURE: Final = words.FAMILY_FIRST - words.ALSO_GIVEN


def surnames(names: pl.Series) -> pl.DataFrame:
    """Find the words of each name that may be its surname.

    Conventions: Western (last word), "SURNAME, Given" and "SURNAME Given", Spanish double surnames (both), Filipino
    middle name (the mother's surname, second), Chinese, Korean and Vietnamese family-first, hyphens, particles ("de
    la Cruz" = "Dela Cruz"), titles and suffixes. Scripts and diacritics are folded; spelling variants of
    transliteration and of grammatical gender in Slavic surnames meet.

    Args:
        names: names as recorded, any script.

    Returns:
        ``s1``, ``s2``, ``s3``: UInt64, the first 8 bytes (big-endian) of BLAKE2b over the folded surname, likeliest
        first; null when absent. The same on every machine and version. All null for null, for names of one word and
        for organisations.
    """
    return (
        over_uniques(names, lambda distinct: read_names(distinct).to_struct("s"))
        .to_frame("s")
        .unnest("s")
        .select(pl.col("s1", "s2", "s3").cast(pl.UInt64))
    )


def read_names(names: pl.Series) -> pl.DataFrame:
    """Find surnames (see :func:`surnames`) and organisations together, for distinct names that are not null.

    Returns:
        ``s1``, ``s2``, ``s3`` (UInt64) and ``organisation`` (see :func:`is_organisation`), as high as `names`.
    """
    plain = _plain(names)
    chosen = plain.select("s1", "s2", "s3")
    hard = ~plain.get_column("plain")
    if hard.any():
        read = _choose(_ordered(names.filter(hard)))
        rows = hard.arg_true()
        chosen = chosen.with_columns(
            chosen.get_column(place).scatter(rows, read.get_column(place)) for place in read.columns
        )
    organisation = search_organisations(names)
    person = ~organisation.fill_null(value=True)
    keyed = chosen.with_columns(pl.when(person).then(pl.col("s1", "s2", "s3")))
    return pl.DataFrame([over_uniques(column, _hashed_key).alias(column.name) for column in keyed]).with_columns(
        pl.all().cast(pl.UInt64), organisation.alias("organisation")
    )


def _plain(names: pl.Series) -> pl.DataFrame:
    """Read the names that need no convention but "surname last": two or three words of letters, none of them special.

    A short cut only: `_choose` gives the same for them.
    """
    words_of = pl.col("name").str.to_lowercase().str.splitn(" ", 3)
    first, middle, last = (words_of.struct[index] for index in range(3))
    frame = names.to_frame("name").with_columns(
        shaped=pl.col("name").str.contains(_PLAIN), first=first, middle=middle, last=pl.coalesce(last, middle)
    )
    frame = frame.with_columns(middle=pl.when(last.is_not_null()).then("middle"))
    special = pl.any_horizontal(pl.col("first", "middle", "last").is_in(list(_SPECIAL)).fill_null(value=False))
    plain = (
        pl.col("shaped")
        & ~special
        & ~pl.any_horizontal(pl.col("middle", "last").str.contains(_PATRONYMIC).fill_null(value=False))
    )
    return frame.select(
        plain.fill_null(value=False).alias("plain"),
        s1="last",
        s2="middle",
        s3=pl.lit(None, pl.String),
    )


def _ordered(names: pl.Series) -> pl.DataFrame:
    """Put the family's part last: ``first`` word, ``rest`` in order, and whether the order was certain."""
    raw = (
        names.str.replace(r"^\s*이", "李")  # a surname whose romanisation would be a lone letter
        .str.replace(_EAST_SPACED, "$1, $2")
        .str.replace(_EAST_LONG, "$1, $2")
        .str.replace(_EAST_SHORT, "$1, $2")
        .str.replace(_CAPITALS_FIRST, "$1, $2")
    )
    east = raw.str.contains(r"^[\p{Han}\p{Hangul}]+,")
    text = fold(raw)
    frame = pl.DataFrame({"text": text, "east": east}).with_columns(
        text=pl.when("east").then(pl.col("text").str.replace_all(" ", "").str.replace(",", ", ")).otherwise("text")
    )
    clean = pl.col("text").str.replace_all(r"['`]", "").str.replace_all(r"[^a-z,-]+", " ")
    frame = frame.with_columns(text=clean.str.replace_all(_TITLE, "$1 ").str.replace_all(_SUFFIX, "$1"))
    parts = pl.col("text").str.extract_groups(r"^([^,]*[a-z][^,]*),(.*[a-z].*)$")
    frame = frame.with_columns(family=parts.struct[0], given=parts.struct[1]).with_columns(
        certain=pl.col("family").is_not_null(),
        text=pl.coalesce(pl.concat_str("given", pl.lit(" "), "family"), "text")
        .str.replace_all(",", " ")
        .str.strip_chars(" -"),
    )
    rest = (
        pl.col("text")
        .str.replace(r"^\S+\s*", " ")
        .str.replace_all(r"\b(al|el|bin|ibn)-", "$1 ")
        .str.replace_all(r"\bsta ", "santa ")
        .str.replace_all(r"\bsto ", "santo ")
        .str.replace_all(rf" {_any_of(words.DROPPED)}\b", " ")
        .str.replace_all(rf"\b({_any_of(words.PARTICLES)})\s+", "$1")
    )
    return frame.select("certain", first=pl.col("text").str.extract(r"^(\S+)"), rest=rest)


def _choose(ordered: pl.DataFrame) -> pl.DataFrame:
    """Choose up to three candidate words, likeliest first."""
    long_enough = pl.element().str.len_chars() > 1
    frame = ordered.with_columns(rest=pl.col("rest").str.extract_all(r"[a-z]+(?:-[a-z]+)*"))
    frame = frame.with_columns(rest=pl.col("rest").list.eval(pl.element().filter(long_enough)))
    count = pl.col("rest").list.len()
    last = pl.col("rest").list.last()
    leader, sure, also_given = pl.col("first"), list(_SURE), list(words.ALSO_GIVEN)
    rest_is_given = ((count == 2) & (pl.col("rest").list.join("").str.len_chars() < 9)) | last.str.contains("-")
    family_first = (
        ~pl.col("certain")
        & (count > 0)
        & (
            (leader.is_in(sure) & ~last.is_in(sure))
            | (leader.is_in(also_given) & ~last.is_in(list(words.FAMILY_FIRST)) & rest_is_given)
        )
    )
    patronymic_last = last.str.contains(_PATRONYMIC) & (count == 2) & ~pl.col("certain")
    frame = frame.with_columns(
        leads=family_first | patronymic_last,
        double=last.str.contains("-"),
        tail=pl.col("rest").list.eval(pl.element().filter(~pl.element().str.contains(_PATRONYMIC) | (pl.len() == 1))),
    ).with_columns(
        tail=pl.col("tail").list.join(" ").str.replace(r"-(\S+)$", " $1").str.replace_all("-", "").str.split(" ")
    )
    nth = pl.col("tail").list.get
    western = {
        "s1": nth(-1, null_on_oob=True),
        "s2": nth(-2, null_on_oob=True),
        "s3": pl.when("double").then(nth(-3, null_on_oob=True)),
    }
    return frame.select(
        pl.when("leads").then("first").otherwise(western["s1"]).alias("s1"),
        pl.when(~pl.col("leads") & ~last.is_in(list(words.GIVEN_BEFORE))).then(western["s2"]).alias("s2"),
        pl.when(~pl.col("leads")).then(western["s3"]).alias("s3"),
    )


def _hashed_key(word: pl.Series) -> pl.Series:
    """Bring spelling variants of one surname together and hash them; null for what is no name."""
    usable = pl.when((pl.col("word") != "") & ~pl.col("word").is_in(list(words.NO_NAME))).then("word")
    return over_uniques(word.to_frame("word").select(spelling_key(usable)).to_series(), _hash)


def spelling_key(word: pl.Expr) -> pl.Expr:
    """Bring spellings of one folded word together: transliteration, Slavic grammatical gender, doubled letters."""
    return (
        word.replace(words.SAME_SURNAME)
        .str.replace(r"(?:skaya|skaia|skaja|ska|skyy|skyi|skiy|skij|skii|sky|ski)$", "ski")
        .str.replace(r"(o|e)va$", "${1}v")
        .str.replace_many(["ue", "oe", "ae", "iy", "ij", "yi", "y", "sch"], ["u", "o", "a", "i", "i", "i", "i", "sh"])
        .str.replace_many(_DOUBLED, list(_LETTERS))
    )


def _hash(keys: pl.Series) -> pl.Series:
    numbers = [int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") for key in keys.to_list()]
    return pl.Series(numbers, dtype=pl.UInt64)
