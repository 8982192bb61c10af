"""The quick measures give what the plain ones give."""

from __future__ import annotations

import polars as pl
import pytest
from plain import facts, measures, prepared
from polars.testing import assert_frame_equal
from random_rows import UNTIL, random_rows, shares_of

from tanglaw.measures import catalogue
from tanglaw.measures.rows import ROW_SCHEMA
from tanglaw.measures.subjects import company, payers_and_pairs, receivers, receivers_and_messages

SIDES = [("o", "originator"), ("b", "beneficiary")]


def quick(rows: pl.DataFrame, subject: str) -> pl.DataFrame:
    ordered = rows.sort(subject, "t", "row")
    shares = shares_of(rows)
    if subject == "o":
        return payers_and_pairs(ordered, shares, UNTIL)["payers"]
    return receivers(ordered, shares, UNTIL)["receivers"]


@pytest.mark.parametrize(("subject", "role"), SIDES)
@pytest.mark.parametrize(("rows", "subjects"), [(3_000, 120), (2_000, 1), (400, 390), (1, 1)])
@pytest.mark.parametrize("seed", range(3))
def test_equal_to_the_plain_expressions(subject: str, role: str, rows: int, subjects: int, seed: int) -> None:
    frame = random_rows(seed, rows, subjects)
    plain = prepared(frame, subject, shares_of(frame), UNTIL)
    expected = {name: e.cast(pl.Float32).fill_nan(None) for name, e in measures(role).items()}
    oracle = plain.group_by(subject).agg(**facts(subject), **expected).rename({subject: "key"}).sort("key")
    found = quick(frame, subject).sort("key")
    assert_frame_equal(found.select(oracle.columns), oracle, rel_tol=1e-5, abs_tol=1e-5, check_dtypes=False)


@pytest.mark.parametrize(("subject", "role"), SIDES)
def test_no_plain_expression_is_left_of_a_measure_long_gone(subject: str, role: str) -> None:
    assert set(measures(role)) <= {m.id for m in catalogue.OWN[role]}  # type: ignore[index]


@pytest.mark.parametrize("subject", ["o", "b"])
def test_columns_are_known_without_any_row(subject: str) -> None:
    empty, some = ROW_SCHEMA.to_frame(), random_rows(1, 50, 5)
    assert quick(empty, subject).schema == quick(some, subject).schema


def test_all_passes_take_empty_buckets() -> None:
    first = payers_and_pairs(ROW_SCHEMA.to_frame(), shares_of(random_rows(1, 9, 3)), UNTIL)
    third = receivers_and_messages(first["pairs"])
    fourth = company(third["messages"])
    assert [frame.height for part in (first, third, fourth) for frame in part.values()] == [0] * 5


def test_surnames_that_nobody_else_bears() -> None:
    """Names may be missing altogether: then nobody is known to be kin, and nothing fails."""
    nameless = random_rows(1, 200, 9).with_columns(
        pl.lit(None, pl.UInt64).alias(f"{side}_s{n}") for side in "ob" for n in (1, 2, 3)
    )
    assert quick(nameless, "o")["kin_share"].is_null().all()
