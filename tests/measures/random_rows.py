"""Random measured rows, with everything that may be unknown sometimes unknown."""

from __future__ import annotations

import numpy as np
import polars as pl

from tanglaw.identities.kinship import surname_counts
from tanglaw.measures.rows import ROW_SCHEMA

UNTIL = 1_740_000_000


def random_rows(seed: int, rows: int, subjects: int) -> pl.DataFrame:
    """Make rows of about `subjects` payers and as many receivers, a tenth of all optional values unknown."""
    random = np.random.default_rng(seed)

    def some(values: np.ndarray, share: float = 0.1) -> pl.Series:
        return pl.Series(values).set(pl.Series(random.random(rows) < share), None)

    def whole(high: int, low: int = 0) -> np.ndarray:
        return random.integers(low, high, rows)

    # Squared, so that some subjects have very many rows and many have one.
    party = (random.random((2, rows)) ** 2 * subjects).astype(np.uint64)
    t = UNTIL - whole(400 * 86_400) // np.where(random.random(rows) < 0.3, 40, 1)
    frame = pl.DataFrame(
        {
            "row": np.arange(rows),
            "o": party[0] * np.uint64(11_400_714_819_323_198_485),
            "b": party[1] * np.uint64(13_787_848_793_156_543_929),
            "t": t,
            "timed": random.random(rows) < 0.9,
            "cents": some(np.round(np.exp(random.normal(8, 2, rows)) / 500) * 500),
            "round": some(whole(4)),
            "round_abroad": some(random.random(rows)),
            "minute": some(whole(1_440)),
            "day": t // 86_400,
            "corridor": 0x41550000 + 0x5048 + whole(3),
            "city": some(whole(6)),
            "rail": some(whole(5)),
            "institution": some(whole(4)),
            "kind": whole(11),
            "reference": some(whole(30)),
            "handle": some(random.random(rows) < 0.1),
            "o_year": some(whole(2006, 1940)),
            "b_year": some(whole(2012, 1940)),
            "o_org": some(random.random(rows) < 0.05),
            "b_org": some(random.random(rows) < 0.05),
            **{f"{side}_s{n}": some(whole(7), 0.3) for side in "ob" for n in (1, 2, 3)},
        }
    )
    return frame.cast(dict(ROW_SCHEMA)).select(ROW_SCHEMA.names())


def shares_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Count the surnames of rows, as the intake does."""
    return surname_counts(
        pl.concat([rows.select(id=side, **{f"s{n}": pl.col(f"{side}_s{n}") for n in (1, 2, 3)}) for side in ("o", "b")])
    )
