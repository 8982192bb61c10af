"""Parties told apart on disk are the parties told apart in memory, each as it was first met."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tanglaw.identities.kinship import surname_counts
from tanglaw.measures.bearers import Bearers

_SURNAME = st.none() | st.integers(1, 6)
_ROW = st.fixed_dictionaries(
    {"o": st.integers(0, 9), "b": st.integers(5, 14), "corridor": st.sampled_from([65_537, 65_538, 131_073])}
    | {f"{side}_s{number}": _SURNAME for side in "ob" for number in (1, 2, 3)}
)
_SCHEMA = {"o": pl.UInt64, "b": pl.UInt64, "corridor": pl.UInt32} | {
    f"{side}_s{number}": pl.UInt64 for side in "ob" for number in (1, 2, 3)
}


def bearers(folder: Path, batches: list[pl.DataFrame], held: int) -> list[pl.DataFrame]:
    met = Bearers(folder, held)
    for batch in batches:
        met.add(batch)
    return list(met.frames())


@given(batches=st.lists(st.lists(_ROW, max_size=8), min_size=1, max_size=5))
def test_on_disk_as_in_memory(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[dict[str, int | None]]]
) -> None:
    folder = tmp_path_factory.mktemp("bearers")
    # One row a party and batch, so that which of two rows of a batch is the first cannot matter.
    frames = [pl.DataFrame(rows, schema=_SCHEMA).unique("o").unique("b") for rows in batches]
    (whole,) = bearers(folder / "memory", frames, held=1_000)
    parts = bearers(folder / "disk", frames, held=0)
    assert_frame_equal(pl.concat(parts).sort("id"), whole.sort("id"))
    assert not (folder / "memory").exists()
    assert_frame_equal(surname_counts(parts), surname_counts(whole))
    assert whole["id"].is_unique().all()
    assert not whole["s1"].has_nulls()
