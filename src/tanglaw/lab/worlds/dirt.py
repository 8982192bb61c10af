"""Broken rows, as files from real institutions hold them."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from tanglaw.lab.worlds.arrays import Rng, pick

_BREAKS: Final[dict[str, dict[str, str | None]]] = {
    "no amount": {"amount": None},
    "negative amount": {"amount": "-51.00"},
    "amount is no number": {"amount": "NaN"},
    "amount in words": {"amount": "fifty"},
    "no date": {"executed_at": ""},
    "year 0": {"executed_at": "0000-01-01T00:00:00Z"},
    "year 9999": {"executed_at": "9999-12-31T23:59:59Z"},
    "day that does not exist": {"executed_at": "2024-02-31T10:00:00Z"},
    "unknown currency": {"currency": "ZZZ"},
    "country in words": {"beneficiary_country": "Philippines"},
    "no payer": {"originator_id": None},
    "no receiver": {"beneficiary_id": "  "},
}
BREAKS: Final = tuple(_BREAKS)
"""What can be wrong with a row."""


def soil(table: pl.DataFrame, share: float, rng: Rng) -> pl.DataFrame:
    """Break a share of the rows, repeat some exactly and some with another amount; every column becomes text."""
    text = table.with_columns(
        pl.col("executed_at").dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
        pl.all().exclude("executed_at").cast(pl.String),
    )
    chosen = rng.random(text.height) < share
    fate = np.where(chosen, pick(rng, text.height, np.ones(len(_BREAKS) + 2)), -1)
    repeated = text.filter(pl.Series(fate == len(_BREAKS)))
    differing = text.filter(pl.Series(fate == len(_BREAKS) + 1)).with_columns(amount=pl.lit("999.99"))
    mark = pl.Series("fate", fate)
    for number, change in enumerate(_BREAKS.values()):
        hit = mark == number
        text = text.with_columns(
            pl.when(hit).then(pl.lit(value, dtype=pl.String)).otherwise(name).alias(name)
            for name, value in change.items()
        )
    return pl.concat([text, repeated, differing])
