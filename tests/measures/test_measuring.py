"""The passes together: the same on every engine, whatever the number of buckets; pairs and messages leave nothing behind."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from random_rows import UNTIL, random_rows, shares_of

from tanglaw.engines.engine import choose
from tanglaw.engines.layout import BucketWriter
from tanglaw.measures.intake import Intake
from tanglaw.measures.measuring import Measured, measure
from tanglaw.payments.counts import Counts

ROWS = random_rows(3, 2_000, 150)


def intake(folder: Path, buckets: int, dropped: list[int] | None = None) -> Intake:
    laid = {}
    for side in ("o", "b"):
        writer = BucketWriter(folder / f"by-{side}", side, buckets, ("t", "row"))
        writer.write(ROWS)
        laid[side] = writer.close()
    repeated = pl.Series(dropped or [], dtype=pl.UInt64)
    return Intake(laid["o"], laid["b"], (), (), (), repeated, shares_of(ROWS), 0, UNTIL, Counts(), frozenset())


def taken(folder: Path, buckets: int = 5, engine: str = "local", dropped: list[int] | None = None) -> Measured:
    return measure(intake(folder, buckets, dropped), choose(engine), folder)


def assert_same(found: Measured, expected: Measured) -> None:
    assert_frame_equal(found.payers, expected.payers, check_exact=True)
    assert_frame_equal(found.receivers, expected.receivers, check_exact=True)


def test_number_of_buckets_does_not_show(tmp_path: Path) -> None:
    assert_same(taken(tmp_path / "many", 64), taken(tmp_path / "one", 1))


def test_everybody_is_measured_once_and_nothing_is_left_on_disk(tmp_path: Path) -> None:
    found = taken(tmp_path)
    assert found.payers["key"].to_list() == sorted(ROWS["o"].unique())
    assert found.receivers["key"].to_list() == sorted(ROWS["b"].unique())
    assert {path.name for path in tmp_path.iterdir()} == {"by-o", "by-b"}


def test_dropped_rows_count_for_nothing(tmp_path: Path) -> None:
    kept = taken(tmp_path / "kept").payers
    found = taken(tmp_path / "dropped", dropped=[0, 7]).payers
    assert int(kept["rows"].sum()) - int(found["rows"].sum()) == 2


@pytest.mark.spark
@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
    reason="needs the extra `spark` and Java",
)
def test_spark_gives_the_same_bit_for_bit(tmp_path: Path) -> None:
    assert_same(taken(tmp_path / "spark", engine="spark"), taken(tmp_path / "local"))
