"""What speaks against one household: persons who live in different places and are tied by a third only."""

from __future__ import annotations

import numpy as np
import polars as pl

from tanglaw.identities.details import Details


def persons_of(details: Details, node: np.ndarray, pairs: pl.DataFrame) -> pl.DataFrame:
    """Give ``node`` and ``cities`` (list, of all its records) of each person of some pairs.

    Args:
        details: the subjects.
        node: number of each subject's person.
        pairs: ``left, right`` (persons' numbers).
    """
    asked = np.zeros(int(node.max(initial=-1)) + 1, dtype=np.bool_)
    asked[pairs["left"].to_numpy()] = asked[pairs["right"].to_numpy()] = True
    cities = details.subjects.select("cities", node=pl.Series(node).cast(pl.Int64)).filter(pl.Series(asked[node]))
    return cities.explode("cities").group_by("node").agg(cities=pl.col("cities").drop_nulls().unique().sort())


def apart_in_place(pairs: pl.DataFrame, linked: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """Give the pairs that are not linked themselves and have no city in common though both have one on record.

    Args:
        pairs: ``left, right`` (persons' numbers).
        linked: ``left, right`` of pairs with a link of their own.
        persons: of :func:`persons_of`.
    """
    placed = persons.filter(pl.col("cities").list.len() > 0)
    both = (
        pairs.join(linked.select("left", "right"), on=["left", "right"], how="anti")
        .join(placed, left_on="left", right_on="node")
        .join(placed, left_on="right", right_on="node", suffix="_r")
    )
    return both.filter(pl.col("cities").list.set_intersection("cities_r").list.len() == 0).select("left", "right")
