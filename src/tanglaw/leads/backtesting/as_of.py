"""Payments as they were known at an instant: read once, cut by time, with nothing of what came later.

What is cut with the payments: which of two payments with one id is the repetition, how common surnames are, which
optional columns hold anything, what was on record of the parties, and the last instant of the data. Exchange rates are
of each payment's own day or of days before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import polars as pl

from tanglaw.engines.layout import Buckets
from tanglaw.identities.kinship import surname_counts
from tanglaw.measures import catalogue
from tanglaw.measures.accepted import read_batch
from tanglaw.measures.intake import Intake
from tanglaw.measures.rows import bare

_PARTY: Final = ("id", "s1", "s2", "s3", "group")


class History:
    """Laid-out payments that can be cut at any instant."""

    def __init__(self, intake: Intake) -> None:
        self.intake = intake
        self._first_values = _first_values(intake)
        self._repeats = _repeats(intake)

    def as_of(self, instant: int) -> Intake | None:
        """Give the payments before an instant, UTC seconds, as one would have taken them in then; ``None``: none."""
        payers = replace(self.intake.by_payer, below=("t", instant))
        parties, since, until = _seen(payers)
        if since is None or until is None:
            return None
        return replace(
            self.intake,
            by_payer=payers,
            by_receiver=replace(self.intake.by_receiver, below=("t", instant)),
            dropped=self._dropped(instant),
            surname_shares=surname_counts(parties),
            since=since,
            until=until,
            columns=frozenset(name for name, first in self._first_values.items() if first < instant),
            parties=self.intake.parties.before(instant),
        )

    def _dropped(self, instant: int) -> pl.Series:
        then = self._repeats.filter(pl.col("t") < instant)
        return then.filter(pl.col("row") != pl.col("row").first().over("first"))["row"]


def _first_values(intake: Intake) -> dict[str, int]:
    """Find when each optional column that a measure needs first holds a value, UTC seconds."""
    needed = sorted({name for measure in catalogue.MEASURES for name in measure.needs} & intake.columns)
    found: dict[str, int] = {}
    for path in intake.accepted:
        batch = read_batch(path, ["executed_at", *needed])
        held = [name for name in batch.columns if name != "executed_at"]
        if not held:
            continue
        instants = batch.select(
            pl.col("executed_at").filter(pl.col(name).is_not_null()).min().dt.epoch("s").alias(name) for name in held
        )
        for name, first in instants.row(0, named=True).items():
            if first is not None:
                found[name] = min(first, found.get(name, first))
    return found


def _repeats(intake: Intake) -> pl.DataFrame:
    """Give all payments that share an id with another: ``row``, ``first`` of them in the files, ``t``; by row."""
    firsts = intake.repeats.select(row="first", first="first").unique()
    every = pl.concat([intake.repeats, firsts]).sort("row")
    times = intake.payments(every["row"], ["executed_at"]) if every.height else None
    t = times["executed_at"].dt.epoch("s") if times is not None else pl.Series(dtype=pl.Int64)
    return every.with_columns(t.alias("t"))


def _seen(buckets: Buckets) -> tuple[pl.DataFrame, int | None, int | None]:
    """Gather the parties met so far with their surnames, and the first and the last instant."""
    parties: dict[str, list[pl.DataFrame]] = {"o": [], "b": []}
    instants: list[int] = []
    for bucket in range(len(buckets)):
        rows = buckets.read(bucket)
        if not rows.height:
            continue
        instants += [int(rows["t"].min()), int(rows["t"].max())]  # type: ignore[arg-type]
        ordered = rows.sort("row")
        for side, country in (("o", pl.col("corridor") // 65_536), ("b", pl.col("corridor") % 65_536)):
            parties[side].append(_parties(ordered, side, country))
    if not instants:
        return pl.DataFrame(), None, None
    found = pl.concat(_first_of_each(frames) for frames in parties.values()).select(_PARTY)
    return found.unique("id", keep="first", maintain_order=True), min(instants), max(instants)


def _parties(rows: pl.DataFrame, side: str, country: pl.Expr) -> pl.DataFrame:
    named = rows.select(
        bare(pl.col(side)).alias("id"),
        *(pl.col(f"{side}_s{n}").alias(f"s{n}") for n in (1, 2, 3)),
        "row",
        group=country,
    )
    return named.filter(pl.col("s1").is_not_null()).unique("id", keep="first", maintain_order=True)


def _first_of_each(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(frames).sort("row").unique("id", keep="first", maintain_order=True)


def instant(day: datetime) -> int:
    """Give UTC seconds of a date and time without a zone."""
    return int(day.replace(tzinfo=UTC).timestamp())
