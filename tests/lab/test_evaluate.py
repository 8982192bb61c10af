from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import numpy as np
import polars as pl
import pytest
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import FaultsError, UsageError
from tanglaw.lab.evaluation import evaluate
from tanglaw.lab.evaluation.plots import write_plots
from tanglaw.lab.evaluation.table import as_text


@pytest.fixture
def folder(tmp_path):
    """Forty payers and twenty receivers: purchasers rank high, one victim and one hobby buyer too, most have no score."""
    kinds = ["livestream_purchase"] * 4 + ["extortion_victim"] * 2 + ["hobby_purchase"] * 10 + ["family_support"] * 24
    payers = pl.DataFrame(
        {
            "role": "originator",
            "subject_id": [f"C{number:02}" for number in range(40)],
            "pattern": kinds,
            "group": 0,
            "hard": [number == 3 for number in range(40)],
            "variant": ["usual"] * 6 + ["game_items"] * 10 + ["kin"] * 24,
            "person": [0, 0, *range(2, 40)],
        }
    )
    receivers = pl.DataFrame(
        {
            "role": "beneficiary",
            "subject_id": [f"B{number:02}" for number in range(20)],
            "pattern": ["facilitation"] * 2 + ["material_vendor"] + ["family_receiver"] * 17,
            "group": 0,
            "hard": False,
            "variant": [""] * 20,
            "person": [*range(40, 60)],
        }
    )
    truth = pl.concat([payers, receivers], how="vertical_relaxed")
    truth.write_parquet(tmp_path / "truth.parquet")
    odds = {"C00": 4.0, "C01": 3.0, "C04": 2.5, "C02": 1.0, "C06": 1.0, "C03": -3.0, "C30": -3.0, "C31": -6.0}
    rows = [("originator", name, "livestream_purchase", value) for name, value in odds.items()]
    rows += [("originator", "C04", "extortion_victim", 3.0), ("beneficiary", "B02", "facilitation", 5.0)]
    rows += [("beneficiary", "B00", "facilitation", 2.0), ("beneficiary", "X99", "facilitation", 2.0)]
    scores = pl.DataFrame(rows, schema=["role", "subject_id", "pattern", "log_odds"], orient="row")
    scores = scores.with_columns(score=1 / (1 + (-pl.col("log_odds")).exp()))
    scores.write_parquet(tmp_path / "scores.parquet")
    pl.DataFrame({
        "role": "originator", "subject_id": [f"C{number:02}" for number in range(40)], "corridor": ["AU→PH", "GB→RO"] * 20,
    }).write_parquet(tmp_path / "measures.parquet")  # fmt: skip
    return tmp_path


def test_the_printed_evaluation_is_the_golden_one(folder, golden):
    golden("lab/evaluation.txt", as_text(evaluate(folder, folder / "truth.parquet")))


def test_figures_are_those_counted_by_hand(folder):
    found = {result.pattern: result for result in evaluate(folder, folder / "truth.parquet").patterns}
    purchase = found["livestream_purchase"]
    assert (purchase.subjects, purchase.positives, purchase.hard_positives) == (40, 4, 1)
    # Steps: C00, C01, C04 (victim), C02+C06 tied, C03+C30 tied, C31, everybody else.
    assert purchase.average_precision == pytest.approx((1 + 1 + 3 / 5 + 4 / 7) / 4)
    assert purchase.victims == 1
    assert purchase.first == {"livestream_purchase": 4, "family_support": 2, "extortion_victim": 1, "hobby_purchase": 1}
    assert found["facilitation"].subjects == 19, "vendors of material count neither way"
    assert found["facilitation"].average_precision == pytest.approx((1 + 2 / 19) / 2)
    assert found["extortion_victim"].average_precision == pytest.approx((1 + 2 / 40) / 2)
    assert {alarm.name: alarm.above_half for alarm in purchase.corridors} == {"AU→PH": 2, "GB→RO": 0}


def test_strangers_are_counted_and_victims_are_pooled(folder):
    whole = evaluate(folder, folder / "truth.parquet")
    assert whole.strangers == 1
    assert whole.victims_in_review == 1


def test_corridors_come_from_payments_when_measures_lack_them(folder):
    (folder / "measures.parquet").unlink()
    payments = pl.DataFrame({
        "originator_id": ["C04", "C04", "C04", "C06"], "beneficiary_id": ["B05"] * 4,
        "originator_country": ["SE"] * 4, "beneficiary_country": ["PH", "PH", "TH", "TH"],
    })  # fmt: skip
    payments.write_csv(folder / "payments.csv")
    found = evaluate(folder, folder / "truth.parquet", folder / "payments.csv").patterns
    corridors = next(result.corridors for result in found if result.pattern == "livestream_purchase")
    assert {alarm.name for alarm in corridors} == {"SE→PH", "SE→TH"}


def test_pictures_are_well_formed_and_named_by_pattern(folder):
    paths = write_plots(evaluate(folder, folder / "truth.parquet"), folder / "plots")
    assert {path.name for path in paths} >= {
        "livestream_purchase-precision-recall.svg",
        "livestream_purchase-calibration.svg",
    }
    for path in paths:
        tree = ET.parse(path)
        assert tree.getroot().tag.endswith("svg")
        assert "nan" not in path.read_text().lower()


def test_json_is_plain_and_complete(folder):
    result = CliRunner().invoke(build(), ["evaluate", str(folder), "--truth", str(folder / "truth.parquet"), "--json"])
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert data["victims_in_review"] == 1
    purchase = next(row for row in data["patterns"] if row["pattern"] == "livestream_purchase")
    assert purchase["budgets"][0]["name"] == "50"
    assert purchase["calibration"]["bins"]


def test_the_command_prints_the_table_and_writes_pictures(folder):
    call = ["evaluate", str(folder), "--truth", str(folder / "truth.parquet"), "--plot", str(folder / "p")]
    result = CliRunner().invoke(build(), call)
    assert result.exit_code == 0
    assert "livestream_purchase" in result.stdout
    assert len(list((folder / "p").glob("*.svg"))) == 10


def test_missing_files_are_named(tmp_path):
    with pytest.raises(UsageError, match=r"scores\.parquet"):
        evaluate(tmp_path, tmp_path / "truth.parquet")


def test_what_cannot_be_evaluated_is_told_with_the_reason(folder):
    bad = pl.DataFrame({"role": ["originator"], "subject_id": ["C00"], "pattern": ["x"], "score": [float("nan")]})
    bad.write_parquet(folder / "scores.parquet")
    with pytest.raises(FaultsError, match="1 scores outside 0–1"):
        evaluate(folder, folder / "truth.parquet")
    bad.drop("score").write_parquet(folder / "scores.parquet")
    with pytest.raises(FaultsError, match="no column score"):
        evaluate(folder, folder / "truth.parquet")
    (folder / "scores.parquet").write_bytes(b"PAR1 and then nothing")
    with pytest.raises(UsageError, match="no readable Parquet"):
        evaluate(folder, folder / "truth.parquet")


def test_a_truth_of_three_columns_is_enough(folder):
    pl.read_parquet(folder / "truth.parquet").select("role", "subject_id", "pattern").write_parquet(
        folder / "t.parquet"
    )
    found = evaluate(folder, folder / "t.parquet").patterns[0]
    assert found.hard_positives == 0
    assert np.isfinite(found.average_precision)


def test_without_the_network_the_scores_alone_rank(folder):
    scores = pl.read_parquet(folder / "scores.parquet")
    with pytest.raises(FaultsError, match="no column score_alone, log_odds_alone"):
        evaluate(folder, folder / "truth.parquet", network=False)
    # What the network said was the opposite of what their own payments say.
    scores.with_columns(score_alone=1 - pl.col("score"), log_odds_alone=-pl.col("log_odds")).write_parquet(
        folder / "scores.parquet"
    )
    with_it, without = (
        {
            result.pattern: result.average_precision
            for result in evaluate(folder, folder / "truth.parquet", network=network).patterns
        }
        for network in (True, False)
    )
    assert with_it["livestream_purchase"] > without["livestream_purchase"] > 0
