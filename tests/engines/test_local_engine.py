"""The local engine gives one table, the same whatever order the rows came in."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from engine_rows import lay_out, payments, profile
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tanglaw.common.errors import UsageError
from tanglaw.common.progress import Progress
from tanglaw.engines import local
from tanglaw.engines.engine import Engine, choose

FRAME = payments(800)
WHOLE = profile()(FRAME.sort("payer", "row")).sort("payer")


def test_buckets_give_what_the_whole_table_gives(tmp_path: Path) -> None:
    result = local.run(lay_out(tmp_path / "b", [FRAME]), profile())
    assert_frame_equal(result, WHOLE, check_exact=True)


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 1_000), size=st.integers(20, 800), buckets=st.integers(1, 12))
def test_order_and_size_of_batches_and_count_of_buckets_do_not_show(
    tmp_path_factory: pytest.TempPathFactory, seed: int, size: int, buckets: int
) -> None:
    shuffled = FRAME.sample(fraction=1, shuffle=True, seed=seed)
    laid = lay_out(tmp_path_factory.mktemp("laid") / "b", shuffled.iter_slices(size), buckets)
    assert_frame_equal(local.run(laid, profile()), WHOLE, check_exact=True)


def test_rows_of_one_key_keep_the_order_the_measure_gave_them(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [FRAME], order=("at", "row"))
    pairs = local.run(laid, lambda rows: rows.select("payer", "at", "receiver"))
    assert_frame_equal(pairs, FRAME.sort("payer", "at", "row").select("payer", "at", "receiver"))


def test_no_rows_give_an_empty_table_with_its_columns(tmp_path: Path) -> None:
    assert_frame_equal(local.run(lay_out(tmp_path / "b", [payments(0)]), profile()), WHOLE.clear())


def test_parts_on_disk_hold_the_same(tmp_path: Path) -> None:
    into = local.run_into(lay_out(tmp_path / "b", [FRAME]), profile(), tmp_path / "parts")
    assert len(list(into.iterdir())) == 4
    assert_frame_equal(pl.scan_parquet(into).collect().sort("payer"), WHOLE, check_exact=True)


def test_progress_counts_the_rows(tmp_path: Path) -> None:
    progress = Progress(enabled=False)
    local.run(lay_out(tmp_path / "b", [FRAME]), profile(), progress=progress, label="payers")
    assert progress.rows == {"payers": 800}


def test_engine_is_chosen_by_name() -> None:
    engine: Engine = local
    assert choose("local") is engine
    assert choose("local").name == "local"


def test_unknown_engine_is_bad_usage() -> None:
    with pytest.raises(UsageError, match="no engine 'duck'; there are local and spark"):
        choose("duck")
