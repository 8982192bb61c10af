"""Which pairs of a block are worth the linkage model's time: those that could become a link if it says yes.

Blocks are drawn generously, by a word and a year or a word and a city, and grow with the number of subjects. Beside the
names a link needs two of birth year, city, phone and address in agreement, or the city alone and two words of the name
(:func:`tanglaw.identities.linking.model_links`); a pair which agrees in less is turned down whatever the model says.
Such pairs are left out here, in bounded memory, at a hundredth of what the model would take for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.identities.blocking import blocks
from tanglaw.identities.details import Details

NEEDED: Final = 2
"""Of birth year, city, phone and address, so many must agree for one person."""

_WORDS: Final = 2
"""Words of the name in common, with which the city alone may make a household: the least of any whole name."""

_AT_ONCE: Final = 1 << 17
"""Rows of blocks paired at a time: at most half of :data:`tanglaw.identities.blocking.LARGEST` times as many pairs."""

_HEAD, _TAIL = 9, 3
_WHOLE: Final = _HEAD + _TAIL
"""Of two numbers of at least 12 signs that differ in one, the first nine agree, or the last three do."""

_SEED: Final = 0x6361

_PAIR: Final = pl.Schema({"left": pl.UInt32, "right": pl.UInt32})
_Flags = npt.NDArray[np.bool_]


def candidates(details: Details, values: pl.DataFrame) -> pl.DataFrame:
    """Find the pairs that the model is asked about.

    Args:
        details: the subjects.
        values: ``sharing.Sharing.values``.

    Returns:
        ``left, right`` (idx, left < right), distinct, sorted.
    """
    facts = _facts(details, values)
    found = [_likely(pairs, facts) for pairs in _pairs(blocks(details, values))]
    return pl.concat([_PAIR.to_frame(), *found]).unique().sort("left", "right")


def meeting_places(pairs: pl.DataFrame) -> pl.DataFrame:
    """Give each pair a place of its own at which its two subjects meet: ``idx, key`` (Int64)."""
    numbered = pairs.select("left", "right", key=pl.int_range(pl.len(), dtype=pl.Int64))
    return pl.concat(numbered.select(pl.col(side).alias("idx"), "key") for side in ("left", "right"))


def _pairs(keys: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Give the pairs of all blocks, some blocks at a time; a pair that meets in several blocks may come again."""
    ordered = keys.sort("key", "idx")
    starts = ordered.select((pl.col("key") != pl.col("key").shift()).fill_null(value=True).arg_true()).to_series()
    wanted = np.arange(0, ordered.height + _AT_ONCE, _AT_ONCE)
    cuts = np.append(starts.to_numpy(), ordered.height)
    edges = np.unique(cuts[np.minimum(np.searchsorted(cuts, wanted), len(cuts) - 1)]).tolist()
    for first, last in pairwise(edges):
        part = ordered.slice(first, last - first)
        yield (
            part.join(part, on="key")
            .filter(pl.col("idx") < pl.col("idx_right"))
            .select(left="idx", right="idx_right")
            .unique()
        )


def _facts(details: Details, values: pl.DataFrame) -> pl.DataFrame:
    """Say of each subject, in order of idx, what its pairs are looked at for."""
    first = values.group_by("idx", "kind").agg(pl.col("value").min())
    phone = first.filter(pl.col("kind") == "phone").select("idx", phone="value")
    home = first.filter(pl.col("kind") == "address").select("idx", home=pl.col("value").str.split(" | ").list.first())
    numbers = pl.col("home").str.extract_all(r"\d+").list.join(" ")
    return (
        details.subjects.select("idx", "birth_year", "cities", city=pl.col("cities").list.first())
        .join(phone, on="idx", how="left", maintain_order="left")
        .join(home, on="idx", how="left", maintain_order="left")
        .select(
            "birth_year", "cities", words=_words(details)["words"],
            city=pl.col("city").hash(_SEED), several=pl.col("cities").list.len() > 1,
            has_city=pl.col("city").is_not_null(), has_year=pl.col("birth_year").is_not_null(),
            has_phone=pl.col("phone").is_not_null(), short=pl.col("phone").str.len_chars() < _WHOLE,
            head=pl.col("phone").str.slice(0, _HEAD).hash(_SEED), tail=pl.col("phone").str.slice(-_TAIL).hash(_SEED),
            numbers=numbers.hash(_SEED), has_numbers=(numbers != "").fill_null(value=False),
        )
    )  # fmt: skip


def _words(details: Details) -> pl.DataFrame:
    """Give all words of each subject's names, ``words``, in order of idx; null for the nameless."""
    named = details.forms.join(details.names.select("name", "words"), on="name", maintain_order="left")
    several = named["idx"].is_duplicated()
    gathered = named.filter(several).group_by("idx").agg(pl.col("words").explode().unique())
    every = pl.concat([named.filter(~several).select("idx", "words"), gathered])
    return details.subjects.select("idx").join(every, on="idx", how="left", maintain_order="left")


def _likely(pairs: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """Keep pairs that agree, or may agree, in as much as a link needs."""
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()

    def both(name: str) -> _Flags:
        flags = facts[name].fill_null(value=False).to_numpy()
        return np.asarray(flags[left] & flags[right])

    def either(name: str) -> _Flags:
        flags = facts[name].fill_null(value=False).to_numpy()
        return np.asarray(flags[left] | flags[right])

    def alike(name: str) -> _Flags:
        held = facts[name].fill_null(0).to_numpy()
        return np.asarray(held[left] == held[right])

    agreeing = (both("has_year") & alike("birth_year")).astype(np.int8)
    agreeing += both("has_phone") & (either("short") | alike("head") | alike("tail"))
    agreeing += both("has_numbers") & alike("numbers")
    city = both("has_city") & alike("city")
    # Whoever has lived in several towns may share any of them; asked only where it can decide.
    asked = np.flatnonzero((agreeing < NEEDED) & both("has_city") & ~city & either("several"))
    city[asked] = _common(facts["cities"], left[asked], right[asked]) > 0
    agreeing += city
    asked = np.flatnonzero(city & (agreeing < NEEDED))
    named = np.zeros(pairs.height, dtype=np.bool_)
    named[asked] = _common(facts["words"], left[asked], right[asked]) >= _WORDS
    return pairs.filter(pl.Series((agreeing >= NEEDED) | named))


def _common(lists: pl.Series, left: npt.NDArray[np.uint32], right: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Count what two subjects have in common."""
    both = pl.DataFrame({"one": lists.gather(left), "other": lists.gather(right)})
    shared = pl.col("one").list.set_intersection("other").list.len().fill_null(0)
    return np.asarray(both.select(shared).to_series().to_numpy())
