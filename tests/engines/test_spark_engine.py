"""Spark calls the same function and gives the same bits."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from engine_rows import lay_out, payments, profile
from polars.testing import assert_frame_equal

from tanglaw.common import spark_session
from tanglaw.common.errors import TanglawError
from tanglaw.common.progress import Progress
from tanglaw.engines import local
from tanglaw.engines.engine import Engine, choose
from tanglaw.engines.spark_table import from_spark, run_table, to_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

FRAME = payments(5_000, keys=300).with_columns(
    level=pl.Series(["low", "high"]).cast(pl.Enum(["low", "high"])).gather(pl.int_range(5_000) % 2)
)


@pytest.fixture(scope="module")
def session() -> SparkSession:
    if missing := [name for name in ("pyspark", "pandas") if importlib.util.find_spec(name) is None]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    return spark_session.session()


@pytest.mark.spark
def test_spark_equals_local_bit_for_bit(session: SparkSession, tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [FRAME], buckets=4)
    engine: Engine = choose("spark")
    progress = Progress(enabled=False)
    result = engine.run(laid, profile(), progress=progress, label="payers")
    assert_frame_equal(result, local.run(laid, profile()), check_exact=True)
    assert progress.rows == {"payers": 5_000}
    assert list(tmp_path.iterdir()) == [tmp_path / "b"]


@pytest.mark.spark
def test_every_row_comes_back_with_its_type(session: SparkSession, tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [FRAME], buckets=4)
    result = choose("spark").run(laid, lambda rows: rows)
    assert_frame_equal(result, FRAME.sort("payer", "row"), check_exact=True)


@pytest.mark.spark
def test_workers_write_parts(session: SparkSession, tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [FRAME], buckets=4)
    there = choose("spark").run_into(laid, profile(), tmp_path / "spark")
    here = local.run_into(laid, profile(), tmp_path / "local")
    assert sorted(path.name for path in there.iterdir()) == sorted(path.name for path in here.iterdir())
    for path in here.iterdir():
        assert_frame_equal(pl.read_parquet(there / path.name), pl.read_parquet(path), check_exact=True)


@pytest.mark.spark
def test_table_that_is_in_spark_already_gives_the_same(session: SparkSession, tmp_path: Path) -> None:
    to_spark(FRAME).write_parquet(tmp_path / "rows.parquet")
    rows = session.read.parquet(str(tmp_path / "rows.parquet"))
    result = run_table(rows, profile(), FRAME.schema, key="payer", order=("row",), partitions=3)
    laid = lay_out(tmp_path / "b", [FRAME], buckets=4)
    assert_frame_equal(result, local.run(laid, profile()), check_exact=True)


@pytest.mark.spark
def test_empty_table(session: SparkSession, tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [FRAME.clear()], buckets=2)
    expected = profile()(FRAME.clear())
    assert_frame_equal(choose("spark").run(laid, profile()), expected)
    to_spark(FRAME.clear()).write_parquet(tmp_path / "rows.parquet")
    rows = session.read.parquet(str(tmp_path / "rows.parquet"))
    assert_frame_equal(run_table(rows, profile(), FRAME.schema, key="payer", partitions=2), expected)


@pytest.mark.spark
def test_failing_measure_leaves_nothing_behind(session: SparkSession, tmp_path: Path) -> None:
    def fail(rows: pl.DataFrame) -> pl.DataFrame:
        raise ValueError("no such column: handle")

    laid = lay_out(tmp_path / "b", [FRAME])
    with pytest.raises(Exception, match="no such column: handle"):
        choose("spark").run(laid, fail)
    assert list(tmp_path.iterdir()) == [tmp_path / "b"]


def test_unsigned_numbers_and_categories_cross_the_edge_unharmed() -> None:
    there = to_spark(FRAME)
    assert {"UInt8", "UInt16", "UInt32", "UInt64", "Enum"}.isdisjoint(str(dtype.base_type()) for dtype in there.dtypes)
    assert_frame_equal(from_spark(there, FRAME.schema), FRAME, check_exact=True)


def test_missing_pyspark_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(TanglawError, match=r"needs pyspark and pandas.*pip install 'tanglaw\[spark\]'.*--engine local"):
        spark_session.require_spark()


def test_missing_java_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setattr(sql.SparkSession, "getActiveSession", lambda: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(TanglawError, match=r"needs Java 17.*apt install openjdk-17-jre-headless"):
        spark_session.session()


def test_other_version_of_polars_on_a_worker_is_refused() -> None:
    spark_session.require_same_polars([pl.__version__])
    with pytest.raises(TanglawError, match=r"workers run Polars 0\.1"):
        spark_session.require_same_polars([pl.__version__, "0.1"])
