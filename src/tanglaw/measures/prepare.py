"""Rows made ready for measuring: sorted by subject and time, with what several measures share worked out once.

Everything here is elementwise on the sorted bucket (shifts, running counts), never a window or a join by range, so that
it costs the same for a subject with three payments and one with ten million.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.identities.kinship import kin
from tanglaw.measures.calendar import PHASES, calendar
from tanglaw.measures.reducing import Subjects
from tanglaw.measures.rows import BARE

NIGHT_FROM: Final = 21 * 60
NIGHT_TO: Final = 5 * 60
"""Late evening, night and early morning in the payer's local time (FATF 2025; ECPAT Sweden 2024): 21:00 to 05:00."""

DAY: Final = 86_400
LIKELY_KIN: Final = 0.5

_QUICK: Final = 2 * 3_600
_MIX: Final = 0x9E3779B97F4A7C15
_SURNAMES: Final = ("o_s1", "o_s2", "o_s3", "b_s1", "b_s2", "b_s3")

_Flags = npt.NDArray[np.bool_]
_Numbers = npt.NDArray[np.int64]


def prepare(rows: pl.DataFrame, subject: str, surname_shares: pl.DataFrame, until: int) -> pl.DataFrame:
    """Add the columns that measures read to a bucket.

    Args:
        rows: rows of one bucket in ``ROW_SCHEMA``, sorted by subject, ``t``, ``cents`` and ``row``, as buckets
            are read.
        subject: ``"o"`` (payers) or ``"b"`` (receivers); the other one is the counterparty.
        until: last instant of all the data, UTC seconds.
        surname_shares: how common each surname is in this data, from :func:`tanglaw.identities.kinship.surname_counts`.

    Returns:
        The rows with ``usd`` and ``log_usd``; ``position`` (0 at the subject's first payment), ``remaining`` (0 at its
        last) and ``last_t``; ``pause`` and ``gap`` (seconds, days since the subject's previous payment), ``log_gap``;
        ``pair`` (number of the pair of parties within the bucket, in order of first payments) and ``new`` (the first
        of the pair); ``night``, ``small_hours``, ``quick`` (within two hours of the previous one); ``kin`` (0–1),
        ``unrelated``; ``month``, ``year``, ``in_week``, ``in_month`` and ``new_in_month`` (running counts of payments
        and of first-time counterparties), ``new_day``, ``new_month``; and cosines and sines of the days with payments
        within a month, a fortnight and a week.
    """
    other = "b" if subject == "o" else "o"
    dates = calendar(rows["day"])
    subjects = Subjects.of(rows[subject])
    first = _at(subjects.starts, rows.height)
    day, week, month = rows["day"].to_numpy(), dates["week"].to_numpy(), dates["month"].to_numpy()
    new_month = first | _changes(month)
    pair, new = _pairs(rows[subject].to_numpy(), rows[other].to_numpy())
    t = rows["t"].to_numpy()
    pause = np.zeros_like(t)
    pause[1:] = t[1:] - t[:-1]
    new_day = first | _changes(day)
    made = {
        "new": new,
        "pair": pair,
        "new_day": new_day,
        "new_month": new_month,
        # Payments of one moment, such as all of a bare date, share a place: their order in the file says nothing.
        "position": running(first | _changes(t), first) - 1,
        "remaining": np.repeat(subjects.starts + subjects.lengths - 1, subjects.lengths) - np.arange(rows.height),
        "last_t": np.repeat(t[subjects.starts + subjects.lengths - 1], subjects.lengths),
        "in_week": _since(first | _changes(week)) + 1,
        "in_month": _since(new_month) + 1,
        "new_in_month": running(new, new_month),
        **{
            f"{phase}_{part}": dates[f"{phase}_{part}"].to_numpy() * new_day
            for phase in PHASES
            for part in ("cos", "sin")
        },
    }
    o_s1, o_s2, o_s3, b_s1, b_s2, b_s3 = (rows[name] for name in _SURNAMES)
    related = kin(o_s1, o_s2, o_s3, b_s1, b_s2, b_s3, surname_shares)
    return rows.with_columns(
        dates["month"],
        dates["year"],
        related.alias("kin"),
        *(pl.Series(name, values) for name, values in made.items()),
        pause=pl.when(~pl.Series(first)).then(pl.Series(pause)),
        usd=pl.col("cents").cast(pl.Float64) / 100,
        until=pl.lit(until, pl.Int64),
        unrelated=(related < LIKELY_KIN).fill_null(value=True),
        night=(pl.col("minute") >= NIGHT_FROM) | (pl.col("minute") < NIGHT_TO),
        small_hours=pl.col("minute") < NIGHT_TO,
    ).with_columns(
        gap=pl.col("pause") / DAY,
        log_gap=(pl.col("pause") / DAY + 0.05).log(),
        quick=pl.when("timed").then(pl.col("pause") <= _QUICK),
        log_usd=pl.col("usd").clip(0.01).log(),
    )


def _at(places: _Numbers, rows: int) -> _Flags:
    flags = np.zeros(rows, dtype=np.bool_)
    flags[places] = True
    return flags


def _changes(values: npt.NDArray[np.generic]) -> _Flags:
    """Flag rows whose value differs from the row before."""
    changed = np.zeros(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def _since(start: _Flags) -> _Numbers:
    """Rows since the last row at which `start` held: 0 there."""
    places = np.flatnonzero(start)
    return np.arange(len(start)) - np.repeat(places, np.diff(places, append=len(start)))


def running(flag: _Flags, start: _Flags) -> _Numbers:
    """Give the running count of `flag` since the last row at which `start` held, that row included."""
    count = np.cumsum(flag, dtype=np.int64)
    places = np.flatnonzero(start)
    return count - np.repeat(count[places] - flag[places], np.diff(places, append=len(start)))


def _pairs(subject: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64]) -> tuple[_Numbers, _Flags]:
    """Number the pairs in order of their first rows, and flag those rows.

    Pairs are told apart by a 64-bit mix of the two hashed ids, as safe as the hashes themselves.
    """
    # The part of somebody's payments is told by the same bit of both; of the other it must not undo the subject's.
    mixed = subject ^ ((other & np.uint64(BARE)) * np.uint64(_MIX))
    order = np.argsort(mixed)
    runs = np.flatnonzero(np.append(True, _changes(mixed[order])[1:]))[: len(order)]
    if not len(order):
        return order, order.astype(np.bool_)
    first_row = np.empty(len(order), dtype=np.int64)
    first_row[order] = np.repeat(np.minimum.reduceat(order, runs), np.diff(runs, append=len(order)))
    new = first_row == np.arange(len(order))
    return (np.cumsum(new) - 1)[first_row], new
