"""Of a subject's two parts, payments abroad and at home, the one that fits a pattern best speaks for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.lab import worlds
from tanglaw.leads.detection import detect
from tanglaw.leads.files import read_leads
from tanglaw.leads.joined import apart
from tanglaw.leads.role_scoring import leading


@given(st.lists(st.lists(st.integers(-3, 3), min_size=1, max_size=2), max_size=30))
def test_one_row_a_subject_leads_and_none_of_its_rows_is_higher(subjects: list[list[int]]) -> None:
    odds = np.array([value for rows in subjects for value in rows], dtype=np.float64)
    starts = np.cumsum([0, *(len(rows) for rows in subjects)])[:-1].astype(np.intp)
    found = leading(odds, starts)
    for start, rows in zip(starts, subjects, strict=True):
        flags = found[start : start + len(rows)].tolist()
        assert flags == [n == rows.index(max(rows)) for n in range(len(rows))]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> worlds.World:
    return worlds.simulate(tmp_path_factory.mktemp("parts"), 3000, 12, 2, prevalence=0.02)


def _at_home(payments: pl.DataFrame, payers: list[str]) -> pl.DataFrame:
    """Sixty payments each to shops of the payer's own country, which everybody pays."""
    own = payments.filter(pl.col("originator_id").is_in(payers)).unique("originator_id", maintain_order=True)
    when = payments["executed_at"]
    return pl.concat(
        own.with_columns(
            payment_id=pl.format("home-{}-{}", "originator_id", pl.lit(n)),
            executed_at=pl.lit(when[n * 97]),
            beneficiary_id=pl.format("SHOP-{}-{}", "originator_country", pl.lit(n % 7)),
            beneficiary_country="originator_country",
            beneficiary_name=pl.lit(f"Corner Shop {n % 7} Ltd"),
            amount=pl.lit(str(5 + n % 40)).cast(payments.schema["amount"]),
        )
        for n in range(60)
    )


def test_a_life_at_home_does_not_hide_what_is_paid_abroad(world: worlds.World, tmp_path: Path) -> None:
    payments = pl.read_parquet(world.payments_path)
    abroad = payments.filter(pl.col("originator_country") != pl.col("beneficiary_country"))
    abroad.write_parquet(tmp_path / "abroad.parquet")
    truth = pl.read_parquet(world.truth_path).filter(pattern="livestream_purchase")
    payers = [payer for payer in truth["subject_id"] if payer in set(abroad["originator_id"])]
    with_home = pl.concat([abroad, _at_home(abroad, payers)], how="diagonal_relaxed")
    with_home.write_parquet(tmp_path / "with_home.parquet")
    found = [
        detect([tmp_path / f"{name}.parquet"], tmp_path / name, identities=False) for name in ("abroad", "with_home")
    ]
    ranks = []
    for run in found:
        scores = pl.read_parquet(run.out / "scores.parquet").filter(pattern="livestream_purchase")
        assert scores["subject_id"].is_unique().all()
        ranked = scores.sort("log_odds", "subject_id", descending=[True, False]).with_row_index("rank")
        theirs = ranked.filter(pl.col("subject_id").is_in(payers))
        assert (theirs["part"] == "abroad").mean() > 0.8
        ranks.append(theirs["rank"].median())
    assert ranks[0] < scores.height / 4, "they stand out at all"
    assert ranks[1] < 2 * ranks[0] + 10, "and do so with sixty payments to shops beside"
    leads = [lead for lead in read_leads(found[1].out) if lead.entity_id in payers]
    assert any(lead.part == "abroad" for lead in leads)
    for lead in leads:
        if lead.part == "abroad":
            assert lead.other_payments == 60
            assert apart(lead) == "Looked at are the payments abroad; 60 payments within one country are weighed apart"
            assert not any(payment.startswith("home-") for payment in lead.payment_ids)
