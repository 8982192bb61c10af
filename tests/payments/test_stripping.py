"""White space around texts goes, whichever it is; the short cut gives what stripping gives."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_series_equal

from tanglaw.payments.stripping import stripped

_SPACES = (
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u205f\u3000"
)


@given(st.lists(st.none() | st.text(st.sampled_from(f"ab1é語{_SPACES}"), max_size=6), max_size=8))
def test_the_short_cut_changes_nothing(texts: list[str | None]) -> None:
    column = pl.Series("text", texts, dtype=pl.String)
    assert_series_equal(stripped(column), column.str.strip_chars())


@pytest.mark.parametrize("space", _SPACES)
def test_one_space_in_a_clean_column_goes(space: str) -> None:
    column = pl.Series(["plain", None, f"{space}before", f"after{space}"])
    assert stripped(column).to_list() == ["plain", None, "before", "after"]
