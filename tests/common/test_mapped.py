"""Tables on disk are the tables that were written, in whatever parts, and leave no file behind."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tanglaw.common.mapped import in_order, on_disk, slices

_SCHEMA = {
    "number": pl.UInt64, "share": pl.Float32, "flag": pl.Boolean, "text": pl.String, "year": pl.Int16,
    "at": pl.Datetime("us", "UTC"), "words": pl.List(pl.String),
}  # fmt: skip
_ROWS = st.lists(
    st.tuples(
        st.integers(0, 2**64 - 1) | st.none(),
        st.floats(width=32) | st.none(),
        st.booleans() | st.none(),
        st.text(max_size=30) | st.none(),
        st.integers(1880, 2100) | st.none(),
        st.datetimes() | st.none(),
        st.lists(st.text(max_size=20), max_size=3) | st.none(),
    ),
    max_size=12,
)


@given(st.lists(_ROWS, min_size=1, max_size=4))
def test_parts_come_back_as_one_table_to_the_bit(parts: list[list[tuple[object, ...]]]) -> None:
    frames = [pl.DataFrame(part, schema=_SCHEMA, orient="row") for part in parts]
    with TemporaryDirectory() as folder:
        found = on_disk(iter(frames), Path(folder))
        assert_frame_equal(found, pl.concat(frames), check_exact=True)
        assert not list(Path(folder).iterdir())


def test_a_table_outlives_its_file(tmp_path: Path) -> None:
    found = on_disk([pl.DataFrame({"id": [f"C-{n}-with-a-long-name" for n in range(1_000)]})], tmp_path)
    assert not list(tmp_path.iterdir())
    assert found["id"][999] == "C-999-with-a-long-name"
    assert found.sort("id", descending=True).row(0) == ("C-999-with-a-long-name",)


@given(st.integers(0, 300_000))
def test_slices_cover_all_rows_once_and_there_is_always_one(rows: int) -> None:
    parts = list(slices(rows))
    assert parts[0].start == 0
    assert parts[-1].stop == rows
    assert all(one.stop == other.start for one, other in pairwise(parts))


@given(_ROWS, st.data())
def test_rows_come_in_the_order_asked_for_on_disk_and_held(rows: list[tuple[object, ...]], data: st.DataObject) -> None:
    frame = pl.DataFrame(rows, schema=_SCHEMA, orient="row")
    places = st.none() | st.integers(0, frame.height - 1) if frame.height else st.none()
    order = pl.Series(data.draw(st.lists(places, max_size=20)), dtype=pl.UInt32)
    expected = frame.select(pl.all().gather(order))
    pieces = pl.concat([frame[:3], frame[3:]], rechunk=False)
    assert_frame_equal(in_order(pieces, order, None), expected, check_exact=True)
    with TemporaryDirectory() as folder:
        assert_frame_equal(in_order(pieces, order, Path(folder)), expected, check_exact=True)
        assert not list(Path(folder).iterdir())
