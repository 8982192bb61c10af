"""The four passes that measure every payer and receiver; each reads one bucket and knows nothing of the others.

1. payers' rows → payers measured, and their pairs;
2. receivers' rows → receivers measured;
3. pairs, by receiver → receivers measured further, and messages to their payers;
4. messages, by payer → payers measured further.

An engine decides where the buckets lie and who visits them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.measures import catalogue
from tanglaw.measures.company import messages
from tanglaw.measures.measure import Measure
from tanglaw.measures.pairs import pairs_of, with_payer
from tanglaw.measures.prepare import DAY, prepare, running
from tanglaw.measures.reducing import Subjects
from tanglaw.measures.tally import PAYMENTS, first, is_tallied, known, last, least, mean, most, tallied, total

Parts = dict[str, pl.DataFrame]

_MONTHS: Final = 200_000  # more than there are up to the year 9999


def _measured(rows: pl.DataFrame, key: str, measures: Sequence[Measure], facts: Sequence[pl.Expr] = ()) -> pl.DataFrame:
    """Take measures of rows that lie together by `key`; returns ``key`` and one column a fact and a measure."""
    quick, plain = _expressions(tuple(measures))
    found = tallied(rows, key, [*facts, *quick])
    if plain:
        found = found.hstack(rows.group_by(key, maintain_order=True).agg(plain).drop(key))
    names = [fact.meta.output_name() for fact in facts] + [m.id for m in measures]
    return found.select(pl.col(key).alias("key"), *names)


@cache
def _expressions(measures: tuple[Measure, ...]) -> tuple[list[pl.Expr], list[pl.Expr]]:
    """Give the measures made of tallies, and those that are plain aggregations of rows."""
    made = [m.expr.cast(pl.Float32).fill_nan(None).alias(m.id) for m in measures if m.expr is not None]
    quick = [is_tallied(expression) for expression in made]
    return [e for e, tallies in zip(made, quick, strict=True) if tallies], [
        e for e, tallies in zip(made, quick, strict=True) if not tallies
    ]


@cache
def _facts(subject: str) -> list[pl.Expr]:
    """What a lead says of a subject besides its measures."""
    t, corridor = pl.col("t"), pl.col("corridor")
    return [
        first(pl.col("row")).alias("first_row"),
        PAYMENTS.cast(pl.UInt32).alias("rows"),
        first(t).alias("first_t"),
        last(t).alias("last_t"),
        total(pl.col("cents")).alias("cents"),
        total(pl.col("new")).cast(pl.UInt32).alias("counterparties"),
        pl.when(least(corridor) == most(corridor)).then(first(corridor)).alias("corridor"),
        (total(pl.col(f"{subject}_org")) > 0).alias("organisation"),
        mean(pl.col("usd"), pl.col("remaining") < 3).cast(pl.Float32).fill_nan(None).alias("recent_usd"),
        known(t, pl.col("t") > pl.col("last_t") - 30 * DAY).cast(pl.UInt32).alias("last_month_rows"),
    ]


def _with_main_corridor(own: pl.DataFrame, prepared: pl.DataFrame, subject: str) -> pl.DataFrame:
    """Fill in the corridor of subjects with several: the commonest, of equally common ones the smallest."""
    several = own["corridor"].is_null().to_numpy()
    if not several.any():
        return own
    main = np.zeros(own.height, dtype=np.uint32)
    main[several] = _commonest_corridors(Subjects.of(prepared[subject]), prepared["corridor"].to_numpy(), several)
    return own.with_columns(corridor=pl.coalesce("corridor", pl.Series(main)))


def _commonest_corridors(
    subjects: Subjects, corridor: npt.NDArray[np.uint32], wanted: npt.NDArray[np.bool_]
) -> npt.NDArray[np.uint32]:
    """Give the corridor of most rows of each subject wanted; of equally common ones the smallest."""
    rows = np.repeat(wanted, subjects.lengths)
    packed = (subjects.numbers[rows] << 32) | corridor[rows]
    packed.sort()
    runs = np.flatnonzero(np.append(True, packed[1:] != packed[:-1]))
    length = np.diff(runs, append=len(packed))
    packed = packed[runs]
    # By subject, length and corridor: of each subject the last one stands.
    order = np.lexsort((-packed, length, packed >> 32))
    last = np.append(np.flatnonzero(np.diff(packed[order] >> 32)), len(packed) - 1)
    return np.asarray(packed[order[last]] & 0xFFFFFFFF, dtype=np.uint32)


def payers_and_pairs(rows: pl.DataFrame, surname_shares: pl.DataFrame, until: int) -> Parts:
    """Pass 1. Returns ``payers`` (``key`` and measures) and ``pairs``."""
    prepared = prepare(rows, "o", surname_shares, until)
    own = _measured(prepared, "o", catalogue.OWN["originator"], _facts("o"))
    pairs = with_payer(pairs_of(prepared))
    of_pairs = _measured(pairs, "o", catalogue.OF_PAIRS["originator"])
    return {"payers": _with_main_corridor(own, prepared, "o").hstack(of_pairs.drop("key")), "pairs": pairs}


def receivers(rows: pl.DataFrame, surname_shares: pl.DataFrame, until: int) -> Parts:
    """Pass 2. Returns ``receivers`` (``key`` and measures of the rows)."""
    prepared = prepare(rows, "b", surname_shares, until)
    fresh = prepared.select((pl.col("pair") * _MONTHS + pl.col("month")).is_first_distinct()).to_series()
    month = prepared["new_month"].to_numpy()
    prepared = prepared.with_columns(pl.Series("pairs_in_month", running(fresh.to_numpy(), month)))
    own = _measured(prepared, "b", catalogue.OWN["beneficiary"], _facts("b"))
    return {"receivers": _with_main_corridor(own, prepared, "b")}


def receivers_and_messages(pairs: pl.DataFrame) -> Parts:
    """Pass 3. Returns ``receivers`` (``key`` and measures of the pairs) and ``messages``."""
    return {"receivers": _measured(pairs, "b", catalogue.OF_PAIRS["beneficiary"]), "messages": messages(pairs)}


def company(told: pl.DataFrame) -> Parts:
    """Pass 4. Returns ``payers`` (``key`` and measures of their company)."""
    return {"payers": _measured(told, "o", catalogue.OF_COMPANY)}
