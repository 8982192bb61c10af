"""Payments as they happen, one by one or in blocks, each with the true reason it was made."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import polars as pl

from benchmarks.apart.guests.bank.almanac import Floats, Ints

SCHEMA = pl.Schema(
    {
        "at": pl.Float64(),
        "kroner": pl.Float64(),
        "payer": pl.Int64(),
        "receiver": pl.Int64(),
        "kind": pl.String(),
        "channel": pl.String(),
        "text": pl.String(),
        "purpose": pl.String(),
        "category": pl.String(),
        "status": pl.String(),
        "group": pl.String(),
    }
)


@dataclass(slots=True)
class Ledger:
    """Rows of the schema above: `at` is local days since the start, `payer` and `receiver` are numbers."""

    rows: list[tuple[float, float, int, int, str, str, str | None, str | None, str | None, str, str | None]] = field(
        default_factory=list
    )
    blocks: list[pl.DataFrame] = field(default_factory=list)

    def add(
        self,
        at: float,
        kroner: float,
        payer: int,
        receiver: int,
        kind: str,
        *,
        channel: str = "app",
        text: str | None = None,
        purpose: str | None = None,
        category: str | None = None,
        status: str = "executed",
        group: str | None = None,
    ) -> None:
        """One payment."""
        self.rows.append((at, kroner, payer, receiver, kind, channel, text, purpose, category, status, group))

    def add_block(
        self,
        at: Floats,
        kroner: Floats,
        payer: Ints,
        receiver: Ints,
        kind: str,
        *,
        channel: str = "app",
        text: list[str | None] | None = None,
        category: list[str] | None = None,
    ) -> None:
        """Many payments of one kind and channel."""
        size = len(at)
        blank: list[str | None] = [None] * size
        self.blocks.append(
            pl.DataFrame(
                {
                    "at": at,
                    "kroner": kroner,
                    "payer": payer.astype(np.int64),
                    "receiver": receiver.astype(np.int64),
                    "kind": [kind] * size,
                    "channel": [channel] * size,
                    "text": text or blank,
                    "purpose": blank,
                    "category": category or blank,
                    "status": ["executed"] * size,
                    "group": blank,
                },
                schema=SCHEMA,
            )
        )

    def table(self, days: int) -> pl.DataFrame:
        """Everything inside the two years, in order of time."""
        single = pl.DataFrame(self.rows, schema=SCHEMA, orient="row")
        return pl.concat([single, *self.blocks]).filter(pl.col("at").is_between(0, days, closed="left")).sort("at")
