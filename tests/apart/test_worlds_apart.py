"""Laws that every world kept apart obeys, and the judge's two extremes."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from benchmarks.apart.judge import TARGETS, judge
from benchmarks.apart.make import make
from benchmarks.apart.worlds import WORLDS

from tanglaw.payments.columns import BY_NAME, REQUIRED

SENDERS = 500


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_a_world_keeps_the_contract_and_is_the_same_again(name: str, tmp_path: Path) -> None:
    make(tmp_path / "a", name, 7, SENDERS)
    make(tmp_path / "b", name, 7, SENDERS)
    for table in ("payments.parquet", "truth.parquet"):
        assert pl.read_parquet(tmp_path / "a" / table).equals(pl.read_parquet(tmp_path / "b" / table))
    payments = pl.read_parquet(tmp_path / "a" / "payments.parquet")
    truth = pl.read_parquet(tmp_path / "a" / "truth.parquet")
    assert set(REQUIRED) <= set(payments.columns) <= set(BY_NAME)
    assert all(payments.schema[column] == BY_NAME[column].dtype for column in payments.columns)
    assert payments.select(REQUIRED).null_count().sum_horizontal().item() == 0
    assert payments["payment_id"].is_unique().all()
    assert (payments["amount"] > 0).all()
    for role in ("originator", "beneficiary"):
        told = truth.filter(pl.col("role") == role)["subject_id"]
        assert told.is_unique().all()
        assert set(told) == set(payments[f"{role}_id"])
    assert {"livestream_purchase", "facilitation"} <= set(truth["pattern"])


def test_perfect_scores_are_judged_perfect_and_silence_as_chance(tmp_path: Path) -> None:
    make(tmp_path, "w3", 7, SENDERS)
    truth = pl.read_parquet(tmp_path / "truth.parquet")
    perfect = truth.filter(pl.col("pattern").is_in(list(TARGETS))).select(
        "role", "subject_id", "pattern", entity_id="subject_id", score=pl.lit(0.99), log_odds=pl.lit(4.6)
    )
    assert {v["ap"] for v in judge(truth, perfect).values()} == {1.0}
    silent = judge(truth, perfect.clear())
    assert all(v["ap"] == pytest.approx(v["positives"] / v["subjects"], abs=1e-4) for v in silent.values())
