"""How likely two parties are kin."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.identities.kinship import MATCH, PRIOR, kin, surname_counts
from tanglaw.identities.names import surnames


def counted(names: list[str | None], **more: list[str]) -> pl.DataFrame:
    frame = surnames(pl.Series(names, dtype=pl.String)).with_columns(id=pl.int_range(len(names)).cast(pl.String))
    return surname_counts(frame.with_columns(**{name: pl.Series(values) for name, values in more.items()}))


def kin_of(payer: str | None, receiver: str | None, counts: pl.DataFrame) -> float | None:
    both = [surnames(pl.Series([name], dtype=pl.String)) for name in (payer, receiver)]
    return kin(*(side.get_column(place) for side in both for place in ("s1", "s2", "s3")), counts)[0]


@pytest.fixture(scope="module")
def town() -> pl.DataFrame:
    """A thousand parties: 300 Cruz, 2 Quimbo, the rest of 698 other surnames."""
    letters = "bcdfghjklm"
    other = [f"Ana {letters[i // 100].upper()}a{letters[i // 10 % 10]}e{letters[i % 10]}on" for i in range(698)]
    return counted([f"P{i}x Cruz".replace(str(i), "") for i in range(300)] + ["Al Quimbo", "Bo Quimbo", *other])


def test_a_rare_surname_shared_tells_more_than_a_common_one(town: pl.DataFrame) -> None:
    rare, common, none = (
        kin_of("Alan Quimbo", "Maria Quimbo", town), kin_of("Alan Cruz", "Maria Cruz", town), kin_of("Alan Smith", "Maria Jones", town)
    )  # fmt: skip
    assert rare > 0.95 > common > PRIOR > none


def test_the_formula_is_the_one_stated(town: pl.DataFrame) -> None:
    odds = PRIOR / (1 - PRIOR) * MATCH["s1", "s1"] / 0.3
    assert kin_of("Alan Cruz", "Maria Cruz", town) == pytest.approx(odds / (1 + odds), rel=1e-5)


def test_a_shared_middle_word_that_nobody_bears_as_surname_tells_nothing() -> None:
    middles = counted(
        ["Mary Ann Smith", "Mary Ann Jones", "Joy Ann Brown", *[f"Jo {a}{b}ton" for a in "BCDFG" for b in "aeiou"]]
    )
    apart, shared = kin_of("Mary Smith", "Joy Brown", middles), kin_of("Mary Ann Smith", "Joy Ann Brown", middles)
    assert shared == apart


def test_a_mothers_surname_tells_less_than_ones_own(town: pl.DataFrame) -> None:
    own, mothers = kin_of("Al Quimbo", "Bo Quimbo", town), kin_of("Al Quimbo", "Bo Quimbo Smith", town)
    assert own > mothers > PRIOR


@pytest.mark.parametrize(
    ("payer", "receiver"),
    [(None, "Maria Cruz"), ("Alan Cruz", None), ("Alan Cruz", "Madonna"), ("Cruz Ltd", "Maria Cruz")],
)
def test_without_both_surnames_it_abstains(payer: str | None, receiver: str | None, town: pl.DataFrame) -> None:
    assert kin_of(payer, receiver, town) is None


def test_a_surname_common_on_one_side_is_common() -> None:
    names = [f"Ana {a}{b}{c}on" for a in "BCDFGHJKLM" for b in "aeiou" for c in "bcdfghjklmnprstvwxyz"] + [
        "Ana Cruz"
    ] * 100
    whole = counted(names)
    grouped = counted(names, group=["AU"] * 900 + ["PH"] * 200)
    assert kin_of("Al Cruz", "Bo Cruz", grouped) < kin_of("Al Cruz", "Bo Cruz", whole)


def test_counts_hold_each_party_once() -> None:
    frame = surnames(pl.Series(["Ana Cruz", "Ana Cruz", "Bo Cruz Cruz", None])).with_columns(
        id=pl.Series(["1", "1", "2", "3"])
    )
    counts = surname_counts(frame)
    assert counts.columns == ["surname", "count", "share", "bearer"]
    assert counts.row(0)[1:] == (2, 1.0, 1.0)


def test_without_any_surnames_nothing_breaks() -> None:
    counts = counted([None, "Madonna"])
    assert counts.is_empty()
    assert kin_of(None, None, counts) is None
    assert kin_of("Al Cruz", "Bo Cruz", counts) is not None


NUMBERS = st.lists(st.tuples(*[st.one_of(st.none(), st.integers(0, 5))] * 6), min_size=1, max_size=20)


@settings(deadline=None)
@given(NUMBERS)
def test_it_is_a_probability_and_symmetric(rows: list[tuple[int | None, ...]]) -> None:
    columns = [pl.Series(values, dtype=pl.UInt64) for values in zip(*rows, strict=True)]
    parties = pl.concat([
        pl.DataFrame(columns[:3], schema=["s1", "s2", "s3"]), pl.DataFrame(columns[3:], schema=["s1", "s2", "s3"])
    ]).with_row_index("id")  # fmt: skip
    counts = surname_counts(parties)
    there, back = kin(*columns, counts), kin(*columns[3:], *columns[:3], counts)
    assert there.len() == len(rows)
    assert there.dtype == pl.Float32
    assert there.drop_nulls().is_between(0, 0.99001).all()
    assert there.is_null().to_list() == [row[0] is None or row[3] is None for row in rows]
    for one, other in zip(there, back, strict=True):
        assert one is other is None or one == pytest.approx(other)
