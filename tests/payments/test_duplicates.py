"""A payment read twice is counted once; two payments under one id are never merged."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from rows import row, text, write
from test_reading_text import everything

from tanglaw.payments.columns import REJECTED_SCHEMA
from tanglaw.payments.counts import Counts
from tanglaw.payments.duplicates import RESOLVED, Duplicates, alike, differing


@pytest.fixture
def accepted(tmp_path: Path) -> pl.DataFrame:
    rows = [row(payment_id=f"P-{i % 7}", amount=f"{50 + (i // 7 == 2) + (i // 7 == 3) * (i % 2)}") for i in range(28)]
    return everything(write(tmp_path / "p.csv", text(*rows)))[0]


@pytest.mark.parametrize("in_memory", [1, 10, 1_000])
@pytest.mark.parametrize("size", [1, 5, 28])
def test_rows_to_drop(accepted: pl.DataFrame, tmp_path: Path, in_memory: int, size: int) -> None:
    folder = tmp_path / "hashes"
    folder.mkdir()
    with Duplicates(folder, in_memory) as duplicates:
        for start in range(0, accepted.height, size):
            duplicates.add(accepted.slice(start, size), start)
        found = duplicates.resolve()
    assert found.schema == RESOLVED
    assert found["row"].to_list() == list(range(7, 28))
    assert found["first"].to_list() == [i % 7 for i in range(7, 28)]
    same = alike(accepted[found["first"]], accepted[found["row"]])
    assert same.to_list() == [True] * 7 + [False] * 7 + [(i % 2) == 0 for i in range(21, 28)]
    assert list(folder.iterdir()) == []


def test_nothing_read(tmp_path: Path) -> None:
    with Duplicates(tmp_path) as duplicates:
        assert duplicates.resolve().schema == RESOLVED


def test_the_later_payment_says_what_differs(accepted: pl.DataFrame) -> None:
    rejected = differing(accepted[[0, 1]], accepted[[14, 15]])
    assert rejected.schema == REJECTED_SCHEMA
    assert rejected["field"].to_list() == ["payment_id, amount"] * 2
    assert "line 2) with other values" in rejected["problem"][0]
    assert rejected["line"].to_list() == [16, 17]


def test_counts_add_up() -> None:
    counts = Counts(accepted=28)
    counts.repeated(exact=11, differing=10)
    assert (counts.read, counts.accepted, counts.duplicates, counts.rejected) == (28, 7, 11, 10)
