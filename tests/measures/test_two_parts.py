"""What somebody pays abroad and what they pay within one country are two lives: neither shows in the other."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tanglaw.engines.engine import choose
from tanglaw.measures import catalogue
from tanglaw.measures.intake import take_in
from tanglaw.measures.measuring import Measured, measure
from tanglaw.measures.rows import AT_HOME, Enrichment, bare, both_parts, subject_key
from tanglaw.payments.rates import Rates


def payments(home: int) -> pl.DataFrame:
    """Thirty payments abroad by three payers, and as many a payer as asked for to a shop of their own country."""
    abroad = [(f"C{n % 3}", "AU", f"R{n % 4}", "PH", 40 + n, n) for n in range(30)]
    at_home = [(f"C{n % 3}", "AU", f"S{n % 5}", "AU", 7 + n % 90, n % 30) for n in range(3 * home)]
    return pl.DataFrame(
        [
            {"payment_id": f"P{number}", "executed_at": f"2024-{1 + n % 12:02}-{1 + n % 28:02}T{n % 24:02}:{n % 60:02}:00Z",
             "amount": str(amount), "currency": "AUD", "originator_id": payer, "originator_country": origin,
             "beneficiary_id": receiver, "beneficiary_country": destination}
            for number, (payer, origin, receiver, destination, amount, n) in enumerate([*abroad, *at_home])
        ]
    )  # fmt: skip


def measured(folder: Path, frame: pl.DataFrame) -> Measured:
    (folder / "work").mkdir(parents=True)
    frame.write_csv(folder / "payments.csv")
    intake = take_in([folder / "payments.csv"], folder / "work", Enrichment(Rates.load()), buckets=3)
    return measure(intake, choose("local"), folder / "work")


def test_a_life_at_home_changes_nothing_of_what_is_measured_abroad(tmp_path: Path) -> None:
    alone, beside = (measured(tmp_path / str(home), payments(home)) for home in (0, 60))
    for role, before, after in (
        ("originator", alone.payers, beside.payers), ("beneficiary", alone.receivers, beside.receivers),
    ):  # fmt: skip
        names = ["key", "rows", "cents", *(m.id for m in catalogue.of_role(role))]
        abroad = after.filter(pl.col("key") < AT_HOME)
        assert_frame_equal(abroad.select(names), before.select(names), check_exact=True)
        at_home = after.filter(pl.col("key") >= AT_HOME)
        assert (before["rows"].sum(), at_home["rows"].sum()) == (30, 180)
    payers = subject_key(pl.col("id"))
    bare_keys = pl.DataFrame({"id": ["C0", "C1", "C2"]}).select(payers).to_series()
    assert set(beside.payers["key"]) == set(both_parts(bare_keys))


def test_no_pair_lies_in_both_parts(tmp_path: Path) -> None:
    """One account that is paid by the same payer from two countries: two pairs, for they are two parts."""
    frame = payments(0).with_columns(
        originator_country=pl.when(pl.int_range(pl.len()) // 12 % 2 == 0)
        .then(pl.lit("PH"))
        .otherwise("originator_country")
    )
    pairs = measured(tmp_path, frame).pairs
    assert ((pairs["o"] >= AT_HOME) == (pairs["b"] >= AT_HOME)).all()
    both = pairs.select(bare(pl.col("o")), bare(pl.col("b")))
    assert both.unique().height < both.height == pairs.unique().height


@given(st.lists(st.text(max_size=5), min_size=1, max_size=20, unique=True))
def test_a_bare_key_has_no_part_and_two_parts_have_it_in_common(ids: list[str]) -> None:
    keys = pl.DataFrame({"id": ids}).select(subject_key(pl.col("id"))).to_series()
    assert (keys < AT_HOME).all()
    parts = both_parts(keys)
    assert parts.n_unique() == 2 * keys.n_unique()
    assert parts.to_frame("key").select(bare(pl.col("key"))).to_series().to_list() == [*keys, *keys]
