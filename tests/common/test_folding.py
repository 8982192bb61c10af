"""Text of any script in plain letters, and slow work done once."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.common.folding import fold
from tanglaw.common.uniques import over_unique_rows, over_uniques


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Müßig", "lukasz mussig"),
        ("Щербаков", "shcherbakov"),
        ("ABC 1", "abc 1"),
        ("e\u0301", "e"),
        ("’", "'"),
        ("", ""),
    ],
)
def test_scripts_become_plain_letters(text: str, folded: str) -> None:
    assert fold(pl.Series([text])).to_list() == [folded]


def test_each_han_sign_is_a_word() -> None:
    assert fold(pl.Series(["王伟"]))[0].split() == ["wang", "wei"]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=30)), max_size=20))
def test_folding_twice_changes_nothing(texts: list[str | None]) -> None:
    once = fold(pl.Series(texts, dtype=pl.String))
    assert fold(once).to_list() == once.to_list()
    assert all(text is None or text.isascii() for text in once)
    assert once.is_null().to_list() == [text is None for text in texts]


def test_folding_leaves_its_input_alone() -> None:
    texts = pl.Series(["Ä", "b"])
    fold(texts)
    assert texts.to_list() == ["Ä", "b"]


def test_work_is_done_once_a_value() -> None:
    seen: list[str] = []

    def work(distinct: pl.Series) -> pl.Series:
        seen.extend(distinct)
        return distinct.str.len_chars()

    assert over_uniques(pl.Series(["a", "bb", None, "a"]), work).to_list() == [1, 2, None, 1]
    assert sorted(seen) == ["a", "bb"]


def test_distinct_rows_may_hold_nulls() -> None:
    rows = pl.DataFrame({"x": ["a", None, "a", None], "y": [1, None, 1, 2]})
    answers = over_unique_rows(rows, lambda distinct: distinct.select(z=pl.col("y").fill_null(0) * 10))
    assert answers.get_column("z").to_list() == [10, 0, 10, 20]
