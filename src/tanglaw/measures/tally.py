"""Tallies: the sums, extremes, middles and counts of a subject's rows that most measures are made of.

A tally is written as a column whose name says what to do with which row expression, so that a measure stays one Polars
expression: ``at_least(2, mean(NIGHT), NIGHT)``. :func:`tallied` finds the tallies that expressions name, works each out
once, however many measures share it, and only then evaluates the measures, one row a subject.

Polars pays some hundred nanoseconds a group and aggregation; NumPy's ``reduceat``, over rows that already lie together,
two a row. With a dozen payments a subject and a hundred aggregations that decides how long a run takes. The plain
Polars aggregations are kept in ``tests/measures``, which holds the two equal.
"""

from __future__ import annotations

from base64 import b85decode, b85encode
from collections.abc import Iterable
from functools import cache
from typing import Final

import polars as pl

from tanglaw.measures.reducing import Column, Subjects

_MARK: Final = "tally"


def total(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """Sum over the subject's rows (of those `where` holds); 0 where nothing is known. True counts 1."""
    return _tally("total", of, where)


def known(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """How many of the subject's rows have a value."""
    return _tally("known", of, where)


def mean(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """Mean of the known values; NaN, which becomes null, where there is none."""
    return total(of, where) / known(of, where)


def most(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """Largest known value."""
    return _tally("most", of, where)


def least(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """Smallest known value."""
    return _tally("least", of, where)


def first(of: pl.Expr) -> pl.Expr:
    """Give the value of the subject's first row, null or not."""
    return _tally("first", of, None)


def first_known(of: pl.Expr) -> pl.Expr:
    """Give the first known value."""
    return _tally("first_known", of, None)


def last(of: pl.Expr) -> pl.Expr:
    """Give the value of the subject's last row, null or not."""
    return _tally("last", of, None)


def deviation(of: pl.Expr) -> pl.Expr:
    """Sample standard deviation of the known values; null under two."""
    return _tally("deviation", of, None)


def median(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """Median of the known values, which must be whole numbers."""
    return _tally("median", of, where)


def quartile(of: pl.Expr, number: int) -> pl.Expr:
    """Give the known value nearest the first (1) or third (3) quartile; values must be whole numbers."""
    return _tally(f"quartile{number}", of, None)


def distinct(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """How many different known values there are, which must be whole numbers up to 32 bits."""
    return _tally("distinct", of, where)


def commonest(of: pl.Expr, where: pl.Expr | None = None) -> pl.Expr:
    """How often the commonest known value stands there; values as for :func:`distinct`. Null where nothing is known."""
    return _tally("commonest", of, where)


PAYMENTS: Final = pl.col(f"{_MARK} rows ")
"""Number of the subject's rows: payments, or pairs where a measure reads pairs."""


def is_tallied(expression: pl.Expr) -> bool:
    """Say whether an expression is made of tallies only."""
    names = expression.meta.root_names()
    return bool(names) and all(name.startswith(f"{_MARK} ") for name in names)


def tallied(rows: pl.DataFrame, key: str, expressions: Iterable[pl.Expr]) -> pl.DataFrame:
    """Evaluate expressions made of tallies.

    Args:
        rows: rows of whole subjects, those of one subject together.
        key: the column that tells subjects apart.
        expressions: named expressions.

    Returns:
        `key` and the expressions, one row a subject, in the order of their first rows.
    """
    wanted = list(expressions)
    named = sorted({name for expression in wanted for name in expression.meta.root_names()})
    subjects = Subjects.of(rows[key])
    asked: dict[str, list[str]] = {}
    for name in named:
        _, operation, written = name.split(" ", 2)
        asked.setdefault(written, []).append(operation)
    columns = Column.of(subjects, rows.select(_source(written) for written in asked if written))
    made = {key: rows[key].gather(subjects.starts)}
    for written, operations in asked.items():
        for operation in operations:
            name = f"{_MARK} {operation} {written}"
            made[name] = columns[written].work(operation) if written else pl.Series(subjects.lengths)
    return pl.DataFrame(made).select(key, *wanted)


def spread(rows: pl.DataFrame, key: str, expressions: Iterable[pl.Expr]) -> pl.DataFrame:
    """Evaluate expressions as :func:`tallied` does, and give every row its subject's values."""
    numbers = Subjects.of(rows[key]).numbers
    return tallied(rows, key, expressions)[pl.Series(numbers)]


@cache
def _source(written: str) -> pl.Expr:
    return pl.Expr.deserialize(b85decode(written)).alias(written)


def _tally(operation: str, of: pl.Expr, where: pl.Expr | None) -> pl.Expr:
    row = of if where is None else pl.when(where).then(of)
    return pl.col(f"{_MARK} {operation} {b85encode(row.meta.serialize()).decode()}")
