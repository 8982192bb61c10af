"""Distinct numbers found by sorting are those that a plain dictionary finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.common.distinct import Distinct

_NUMBERS = st.lists(st.integers(0, 5) | st.integers(0, 2**64 - 1), max_size=60)


@given(_NUMBERS, st.data())
def test_every_value_comes_once_with_its_first_row_and_its_smallest_other(
    numbers: list[int], data: st.DataObject
) -> None:
    others = data.draw(st.lists(st.integers(-9, 9), min_size=len(numbers), max_size=len(numbers)))
    values = np.array(numbers, dtype=np.uint64)
    found = Distinct.of(values)
    first = {number: numbers.index(number) for number in sorted(set(numbers))}
    assert found.first.tolist() == list(first.values())
    assert len(found) == len(first)
    assert values[found.first][found.codes].tolist() == numbers
    least = [min(other for mine, other in zip(numbers, others, strict=True) if mine == number) for number in first]
    assert found.least(np.array(others, dtype=np.int64)).tolist() == least
