"""Every row of a key lands in one bucket, none is lost, and the order of writing does not show."""

from __future__ import annotations

import itertools
import pickle
from pathlib import Path

import polars as pl
import pytest
from engine_rows import lay_out, payments
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tanglaw.engines import layout
from tanglaw.engines.layout import BucketWriter, bucket_count


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(st.integers(0, 2**64 - 1), st.none() | st.floats(), st.text(max_size=3)), max_size=60),
    cuts=st.lists(st.integers(0, 60), max_size=4),
    buckets=st.integers(1, 9),
)
def test_each_row_lands_once_and_each_key_in_one_bucket(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, float | None, str]], cuts: list[int], buckets: int
) -> None:
    schema = {"payer": pl.UInt64, "usd": pl.Float64, "note": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row").with_row_index("row")
    ends = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    frames = [frame[start:end] for start, end in itertools.pairwise(ends)]
    laid = lay_out(tmp_path_factory.mktemp("laid") / "b", frames, buckets)
    read = [laid.read(bucket) for bucket in range(len(laid))]
    assert len(read) == buckets
    assert tuple(part.height for part in read) == laid.rows
    assert all(part.schema == frame.schema for part in read)
    assert all(key % buckets == bucket for bucket, part in enumerate(read) for key in part["payer"])
    assert_frame_equal(pl.concat(read).sort("row"), frame)


@pytest.mark.parametrize("order", [("row",), ("at", "row"), ()])
def test_order_of_writing_does_not_show(tmp_path: Path, order: tuple[str, ...]) -> None:
    frame = payments(2_000)
    once = lay_out(tmp_path / "a", [frame], order=order)
    shuffled = frame.sample(fraction=1, shuffle=True, seed=1)
    piecemeal = lay_out(tmp_path / "b", shuffled.iter_slices(100), order=order)
    for bucket in range(4):
        assert_frame_equal(once.read(bucket), piecemeal.read(bucket))
        assert once.read(bucket).equals(once.read(bucket).sort(["payer", *order], maintain_order=True))


def test_many_appends_to_a_bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_FLUSH_BYTES", 1_000)
    frame = payments(1_000)
    laid = lay_out(tmp_path / "b", frame.iter_slices(50))
    assert_frame_equal(pl.concat(laid.read(bucket) for bucket in range(4)).sort("row"), frame)


def test_compressed_buckets_hold_the_same_rows_on_less_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_FLUSH_BYTES", 10_000)
    plain, compressed = (
        lay_out(tmp_path / str(way), payments(2_000).iter_slices(400), compressed=way) for way in (False, True)
    )
    for bucket in range(4):
        assert_frame_equal(compressed.read(bucket), plain.read(bucket))
        some = plain.read(bucket)["payer"].head(3)
        assert_frame_equal(compressed.read_keys(bucket, some), plain.read_keys(bucket, some))
    sizes = [sum(path.stat().st_size for path in laid.paths) for laid in (compressed, plain)]
    assert sizes[0] < sizes[1]


def test_every_column_type_that_a_layout_may_have_comes_back(tmp_path: Path) -> None:
    frame = pl.DataFrame({"payer": pl.Series([1, 2, 3], dtype=pl.UInt64)}).with_columns(
        pl.Series("row", [0, 1, 2], dtype=pl.UInt32),
        pl.Series("flag", [True, None, False]),
        pl.Series("level", ["low", None, "high"], dtype=pl.Enum(["low", "high"])),
        pl.Series("money", ["1.10", None, "2"]).cast(pl.Decimal(38, 18)),
        pl.Series("at", [0, None, 1]).cast(pl.Datetime("us", "UTC")),
        pl.Series("day", [0, None, 1], dtype=pl.Int32).cast(pl.Date),
        pl.Series("months", [[1, 2], None, []], dtype=pl.List(pl.UInt8)),
        pl.Series("nothing", [None, None, None], dtype=pl.Float32),
    )
    laid = lay_out(tmp_path / "b", [frame], buckets=2)
    assert_frame_equal(pl.concat([laid.read(0), laid.read(1)]).sort("row"), frame)


def test_empty_buckets_have_columns_and_no_file(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [payments(0)])
    assert [path.exists() for path in laid.paths] == [False] * 4
    assert laid.read(0).schema == payments(0).schema


def test_buckets_are_small_to_send_and_can_be_deleted(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", [payments(1_000)])
    sent = pickle.dumps(laid)
    assert len(sent) < 2_000
    assert pickle.loads(sent).read(0).equals(laid.read(0))
    kept = laid.read(0)
    laid.delete()
    assert not laid.folder.exists()
    assert kept.height == laid.rows[0]


@pytest.mark.parametrize(
    ("frames", "message"),
    [
        ([payments(3).with_columns(pl.col("payer").cast(pl.Float64))], "must be a UInt64 column, not Float64"),
        ([payments(3).with_columns(pl.col("rail").cast(pl.Categorical))], "Enum column only: rail"),
        ([payments(3).drop("payer")], "must be a UInt64 column, not None"),
        ([payments(3).drop("row")], "no column to order by: row"),
        ([payments(3), payments(3).with_columns(pl.col("usd").cast(pl.Float32))], "differ in schema: usd"),
        ([payments(3), payments(3).select(pl.all().reverse()).select(sorted(payments(0).columns))], "order of columns"),
    ],
)
def test_wrong_frames_are_refused(tmp_path: Path, frames: list[pl.DataFrame], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        lay_out(tmp_path / "b", frames)


def test_null_keys_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="payer has nulls"):
        lay_out(tmp_path / "b", [payments(3).with_columns(payer=pl.lit(None, dtype=pl.UInt64))])


def test_nothing_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no frame was written"):
        BucketWriter(tmp_path / "b", "payer", 2).close()


def test_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("the analyst's own")
    with pytest.raises(FileExistsError):
        BucketWriter(tmp_path, "payer", 2)


def test_rows_of_some_keys_are_those_of_the_whole_bucket(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "b", payments(900).iter_slices(100), buckets=3)
    keys = payments(900)["payer"].unique().head(7)
    for bucket in range(3):
        whole = laid.read(bucket)
        assert_frame_equal(laid.read_keys(bucket, keys), whole.filter(pl.col("payer").is_in(keys.implode())))


@given(st.integers(0, 2**50), st.integers(2**26, 2**40))
def test_bucket_count_keeps_a_bucket_within_memory(bytes_in: int, memory: int) -> None:
    count = bucket_count(bytes_in, memory)
    assert 4 <= count <= 1024
    assert count == 1024 or bytes_in / count * 20 <= memory
