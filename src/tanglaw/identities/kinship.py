"""How likely two parties are kin, from their surnames and how common those are in this data.

By Bayes' rule, for candidate surnames i of the payer and j of the receiver that are equal:

    odds(kin) = prior / (1 − prior) · max over equal i, j of  MATCH[i, j] · bearer / share

``share`` is the share of parties with that surname (what a match by chance has), ``MATCH`` the share of kin whose
names agree in that place, ``bearer`` how much the word is used as a first-choice surname rather than only in second
place, where a middle given name may stand: 2 · count as s1 / count anywhere, at most 1. Where nothing is equal the
odds are prior odds · (1 − Σ MATCH). A match never lowers the odds below that. All figures are assumed; nobody
publishes how often remitters' kin share surnames.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final

import polars as pl

PRIOR: Final = 0.2
"""Share of paying pairs that are kin, assumed."""

MATCH: Final = {("s1", "s1"): 0.4, ("s1", "s2"): 0.06, ("s2", "s1"): 0.06, ("s2", "s2"): 0.04}
"""Share of kin that agree in these places (payer's, receiver's), assumed: a spouse, parent, child or sibling shares
the first; a mother's family stands second. Other places count `ELSEWHERE`."""

ELSEWHERE: Final = 0.01

_PLACES: Final = ("s1", "s2", "s3")
_UNMATCHED: Final = 1 - sum(MATCH.values())
_CERTAIN: Final = 0.99
"""A surname alone never proves kinship."""


def surname_counts(parties: pl.DataFrame | Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Count how many parties bear each surname.

    Args:
        parties: ``id, s1, s2, s3`` of payers and receivers together, one row a party (repeated ids count once), in one
            frame or in several of which no two hold the same party. With a column ``group`` (say, the country) the
            share is the largest within any group of a hundred parties or more: what is rare here and common there is
            taken as common.

    Returns:
        ``surname`` (UInt64), ``count`` (parties that have it in any place), ``share`` (of parties with any surname,
        0–1), ``bearer`` (0–1, see above); sorted by surname.
    """
    told = [_counted(part) for part in ([parties] if isinstance(parties, pl.DataFrame) else parties)]
    sizes = pl.concat(size for size, _ in told).group_by("group").agg(pl.col("size").sum())
    per_group = (
        pl.concat(borne for _, borne in told)
        .group_by("group", "surname")
        .agg(pl.col("count", "first").sum())
        .join(sizes, on="group", nulls_equal=True)
    )
    local = pl.when(pl.col("size") >= 100).then(pl.col("count") / pl.col("size"))
    whole = pl.col("count").sum() / max(int(sizes["size"].sum()), 1)
    return (
        per_group.group_by("surname")
        .agg(
            count=pl.col("count").sum(),
            share=pl.max_horizontal(whole, local.max()),
            bearer=(2 * pl.col("first").sum() / pl.col("count").sum()).clip(upper_bound=1.0),
        )
        .sort("surname")
    )


def _counted(parties: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Count some parties: ``group, size``, and ``group, surname, count, first`` (how often in first place)."""
    once = parties.unique("id", keep="first", maintain_order=True).filter(pl.col("s1").is_not_null())
    if "group" not in once.columns:
        once = once.with_columns(group=pl.lit(""))
    long = pl.concat(
        [
            once.select("id", "group", surname=place, first=pl.lit(place == "s1")).drop_nulls("surname")
            for place in _PLACES
        ]
    )
    per_party = long.group_by("id", "group", "surname").agg(first=pl.col("first").any())
    return (
        once.group_by("group").agg(size=pl.len().cast(pl.Int64)),
        per_party.group_by("group", "surname").agg(
            count=pl.len().cast(pl.Int64), first=pl.col("first").sum().cast(pl.Int64)
        ),
    )


def kin(  # noqa: PLR0917 -- two parties' three names each, in their order
    o_s1: pl.Series,
    o_s2: pl.Series,
    o_s3: pl.Series,
    b_s1: pl.Series,
    b_s2: pl.Series,
    b_s3: pl.Series,
    counts: pl.DataFrame,
    prior: float = PRIOR,
) -> pl.Series:
    """Give the probability that payer and receiver are kin.

    Args:
        o_s1: payer's candidate surnames, hashed (`names.surnames`), likeliest first.
        o_s2: second.
        o_s3: third.
        b_s1: receiver's candidate surnames.
        b_s2: second.
        b_s3: third.
        counts: from `surname_counts`; a surname that is not in it counts as borne by one party.
        prior: probability before names are seen, above 0 and below 1.

    Returns:
        Float32 ``kin``, at most 0.99; null where either party has no surname (no name, one word only, an organisation).
    """
    columns = [o_s1, o_s2, o_s3, b_s1, b_s2, b_s3]
    names = [f"{side}_{place}" for side in "ob" for place in _PLACES]
    pairs = pl.DataFrame([column.alias(name) for column, name in zip(columns, names, strict=True)])
    same = [pl.col(f"o_{mine}") == pl.col(f"b_{theirs}") for mine, theirs in product(_PLACES, _PLACES)]
    matching = pairs.select(pl.any_horizontal(same).fill_null(value=False)).to_series().arg_true()
    ratio = pl.Series("ratio", [_UNMATCHED]).new_from_index(0, pairs.height)
    if matching.len():  # only theirs depends on how common a surname is
        ratio = ratio.scatter(matching, _ratio(pairs[matching], counts))
    odds = ratio * (prior / (1 - prior))
    both = pl.col("o_s1").is_not_null() & pl.col("b_s1").is_not_null()
    probability = pl.when(both).then((odds / (1 + odds)).clip(upper_bound=_CERTAIN))
    return pairs.select(probability.cast(pl.Float32).alias("kin")).to_series()


def _ratio(pairs: pl.DataFrame, counts: pl.DataFrame) -> pl.Series:
    """Say how many times likelier the names are among kin than by chance."""
    one_bearer = (counts.get_column("share") / counts.get_column("count")).min()
    rare = one_bearer if isinstance(one_bearer, float) else 1.0
    borne = counts.select("surname", (pl.col("bearer") / pl.col("share")).alias("rarity"))
    rarity = {place: _looked_up(pairs[f"o_{place}"], borne) for place in _PLACES}
    gains = [
        pl.when(pl.col(f"o_{mine}") == pl.col(f"b_{theirs}")).then(
            MATCH.get((mine, theirs), ELSEWHERE) * rarity[mine].fill_null(1 / rare)
        )
        for mine, theirs in product(_PLACES, _PLACES)
    ]
    return pairs.select(pl.max_horizontal(pl.lit(_UNMATCHED), *gains)).to_series()


def _looked_up(names: pl.Series, borne: pl.DataFrame) -> pl.Series:
    """Look surnames up in the sorted table: null where absent."""
    if not borne.height:
        return pl.Series([None] * names.len(), dtype=pl.Float64)
    at = borne["surname"].search_sorted(names, side="left").clip(upper_bound=borne.height - 1)
    found = borne[at]
    return found["rarity"].zip_with(found["surname"] == names, pl.Series([None] * names.len(), dtype=pl.Float64))
