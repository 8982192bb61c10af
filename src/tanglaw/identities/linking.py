"""From compared pairs to links: what identifiers show, and what the model says and identifiers do not contradict."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.identities.candidates import NEEDED
from tanglaw.identities.comparing import Comparer, contradicts
from tanglaw.identities.name_agreement import AGREEING, PART, SAME
from tanglaw.identities.reasons import why
from tanglaw.identities.weighing import weigh

SURE: Final = 0.95
"""Probability from which the model's word counts."""

MOST_NAMESAKES: Final = 0.01
"""Expected number of strangers who would agree as much, up to which the model is believed.

A common name in a large city with the birth year beside it has tens of bearers; whatever the model says, two records of
it are not taken for one person.
"""

MOST_NAMESAKES_IN_TOWN: Final = {SAME: 0.01, PART: 0.001}
"""The same where a rare name in one town is all there is, by how names agree: enough for one household and no more.

A father and a son may have one name, and birth years are often not on record; a name that is part of another is more
people's than the whole.
"""

_PHONE, _ADDRESS, _SLIP = 1e-4, 1e-3, 1e-2
"""Share of strangers whose phone number is within a digit, whose house number is the same and street nearly so, and of
words within a slip of the pen of a given one; assumed, and rather too many."""

COMPARED_AT_ONCE: Final = 1 << 18
"""Pairs compared at a time, some hundred bytes each."""

_LINK: Final = ("left", "right", "level", "probability", "why", "by")


def identifier_links(pairs: pl.DataFrame, comparer: Comparer) -> pl.DataFrame:
    """Give the links that shared identifiers make.

    Args:
        pairs: ``sharing.Sharing.pairs``.
        comparer: of the same subjects.

    Returns:
        ``left, right`` (idx), ``level``, ``probability``, ``why``, ``by``: one row a linked pair.
    """
    # Some at a time: accounts that share whatever they can make many pairs, of which most are no link.
    parts = [_identified(part, comparer) for part in pairs.iter_slices(COMPARED_AT_ONCE)] or [
        _identified(pairs, comparer)
    ]
    return pl.concat(parts)


def _identified(pairs: pl.DataFrame, comparer: Comparer) -> pl.DataFrame:
    weighed = weigh(comparer.compare(pairs)).drop_nulls("level")
    probability = pl.when(pl.col("level") == "person").then("person").otherwise("household")
    reasons = why([name for name in weighed.columns if name != "namesakes"])
    return weighed.with_columns(probability=probability, why=reasons, by=pl.lit("identifier")).select(_LINK)


def model_links(predicted: pl.DataFrame, known: pl.DataFrame, comparer: Comparer) -> pl.DataFrame:
    """Give the links that the model makes beyond those known.

    A link needs names that agree, nothing that contradicts, and so little chance that a stranger would agree as much
    that :data:`MOST_NAMESAKES` is not exceeded. One person needs besides two of birth year, city, phone and address in
    agreement, and the whole name or the birth year where address or phone agree (kin share those and part of a name).
    The town alone makes one household, see :data:`MOST_NAMESAKES_IN_TOWN`.

    Args:
        predicted: of `model.predict`.
        known: of :func:`identifier_links`; a pair that has a link there is passed over, unless the model takes one
            household for one person.
        comparer: of the same subjects.

    Returns:
        As :func:`identifier_links`, with the model's probability.
    """
    persons = known.filter(pl.col("level") == "person")
    asked = predicted.filter(pl.col("probability") >= SURE).join(persons, on=["left", "right"], how="anti")
    compared = comparer.compare(asked)
    near = pl.col("phone_near").fill_null(value=False), pl.col("address_near").fill_null(value=False)
    agreeing = (pl.col("years") == "same").cast(pl.Int8) + (pl.col("city") == "same").cast(pl.Int8)
    agreeing += near[0].cast(pl.Int8) + near[1].cast(pl.Int8)
    chance = pl.col("namesakes")
    for alike, share in ((near[0], _PHONE), (near[1], _ADDRESS), (pl.col("agreement") == "spelling", _SLIP)):
        chance *= pl.when(alike).then(share).otherwise(1.0)
    # Splink knows one person and strangers; under one address or phone it is kin who have much of a name in common.
    kin_may = near[0] | near[1]
    person = (
        pl.col("agreement").is_in(AGREEING)
        & (pl.col("generation") == "agree")
        & (agreeing >= NEEDED)
        & ~(kin_may & (pl.col("years") != "same") & (pl.col("agreement") != SAME))
        & (chance <= MOST_NAMESAKES)
    )
    most = pl.col("agreement").replace_strict(MOST_NAMESAKES_IN_TOWN, default=None, return_dtype=pl.Float64)
    household = (pl.col("city") == "same") & (pl.col("namesakes") <= most)
    level = pl.when(person).then(pl.lit("person")).when(household).then(pl.lit("household"))
    found = compared.with_columns(level=level).filter(pl.col("level").is_not_null() & ~contradicts())
    linked = found.join(known.select("left", "right", held="level"), on=["left", "right"], how="left")
    new = linked.filter((pl.col("level") == "person") | pl.col("held").is_null())
    return new.with_columns(why=why(compared.columns), by=pl.lit("model")).select(_LINK)
