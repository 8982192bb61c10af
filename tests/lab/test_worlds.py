from __future__ import annotations

import json

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tanglaw.common.errors import UsageError
from tanglaw.lab.worlds import kinds, simulate
from tanglaw.lab.worlds.settings import SPARSE_COLUMNS, Settings
from tanglaw.lab.worlds.world import make
from tanglaw.payments.columns import BY_NAME, REQUIRED

SMALL = {"senders": 300, "months": 4, "seed": 7}


def test_the_same_seed_makes_the_same_bytes_and_another_seed_does_not(tmp_path):
    first, again = (simulate(tmp_path / name, **SMALL) for name in ("a", "b"))
    assert first.payments_path.read_bytes() == again.payments_path.read_bytes()
    assert first.truth_path.read_bytes() == again.truth_path.read_bytes()
    other = simulate(tmp_path / "c", 300, 4, 8)
    assert other.payments_path.read_bytes() != first.payments_path.read_bytes()


def test_payments_have_the_contracts_columns_and_no_truth(tmp_path):
    world = simulate(tmp_path, **SMALL)
    payments = pl.read_parquet(world.payments_path)
    assert payments.columns == list(BY_NAME)
    assert payments.schema["executed_at"] == pl.Datetime("us", "UTC")
    assert payments.schema["amount"] == pl.Decimal(18, 2)
    assert payments["payment_id"].is_unique().all()
    assert payments.select(pl.col(REQUIRED).null_count()).sum_horizontal().item() == 0
    assert (payments["amount"] > 0).all()
    assert payments["executed_at"].is_sorted()


def test_every_subject_of_both_roles_has_one_row_of_truth(rich):
    for role in ("originator", "beneficiary"):
        truth = rich.truth.filter(role=role)
        assert truth["subject_id"].is_unique().all()
        assert set(truth["subject_id"]) == set(rich.table[f"{role}_id"])
        allowed = {*kinds.PATTERNS[role], *kinds.ORDINARY[role], *kinds.APART}
        assert set(truth["pattern"]) <= allowed


def test_every_pattern_and_every_ordinary_explanation_occurs(rich):
    for role in ("originator", "beneficiary"):
        found = set(rich.truth.filter(role=role)["pattern"])
        assert found >= {*kinds.PATTERNS[role], *kinds.ORDINARY[role]}


def test_every_pattern_has_hard_cases(rich):
    hard = set(rich.truth.filter(pl.col("hard"))["pattern"])
    assert hard >= {"livestream_purchase", "material_purchase", "extortion_victim", "minor_purchase", "facilitation"}
    assert hard >= {"family_support", "freelancer_employer", "hobby_purchase", "donation", "hub"}


def test_ids_do_not_tell_the_kind(rich):
    """Numbers are drawn: the mean rank of purchasers' ids among all lies near the middle."""
    payers = rich.truth.filter(role="originator").with_columns(
        number=pl.col("subject_id").str.extract(r"(\d{8})$").cast(int)
    )
    ranks = payers.with_columns(rank=pl.col("number").rank() / pl.len()).filter(pattern="livestream_purchase")["rank"]
    assert ranks.mean() == pytest.approx(0.5, abs=0.08)


def test_an_account_that_only_pays_friends_is_ordinary_even_if_its_holder_is_not(rich):
    people = rich.truth.filter(role="originator").group_by("person").agg(pl.col("pattern").unique().sort())
    mixed = people.filter(pl.col("pattern").list.contains("extortion_victim") & (pl.col("pattern").list.len() > 1))
    assert mixed.height > 0


@pytest.mark.parametrize(
    ("payer", "receiver"),
    [
        ("livestream_purchase", "facilitation"),
        ("extortion_victim", "extortion_collection"),
        ("minor_purchase", "minor_recipient"),
        ("material_purchase", "material_vendor"),
        ("romance_fraud_victim", "romance_fraud_receiver"),
    ],
)
def test_groups_link_payers_with_those_they_pay(rich, payer, receiver):
    paid = rich.of(payer, receiver).group_by("payer").agg(pl.col("payer_group").first(), pl.col("receiver_group"))
    linked = paid.select(pl.col("receiver_group").list.contains(pl.col("payer_group")))["receiver_group"]
    assert linked.mean() > 0.9


def test_a_clean_world_has_no_pattern():
    _, truth = make(Settings(400, 6, 3, "clean"))
    assert set(truth["pattern"]).isdisjoint(
        {*kinds.PATTERNS["originator"], *kinds.PATTERNS["beneficiary"], *kinds.APART}
    )


def test_most_purchasers_imitate_in_a_world_of_imitators():
    _, truth = make(Settings(600, 12, 3, "imitators", prevalence=0.1))
    variants = truth.filter(pattern="livestream_purchase")["variant"]
    assert (variants == "imitates_support").mean() > 0.5


def test_a_sparse_world_has_few_columns_and_few_payments(tmp_path):
    sparse = simulate(tmp_path / "s", **SMALL, kind="sparse")
    assert pl.read_parquet(sparse.payments_path).columns == [name for name in BY_NAME if name in SPARSE_COLUMNS]
    assert sparse.payments < simulate(tmp_path / "m", **SMALL).payments / 2


def test_columns_can_be_dropped_and_csv_holds_the_same_rows(tmp_path):
    kept = simulate(tmp_path / "p", **SMALL, drop_columns=("reference", "originator_name"))
    assert {"reference", "originator_name"}.isdisjoint(pl.read_parquet(kept.payments_path).columns)
    csv = simulate(tmp_path / "c", **SMALL, columns="required", format="csv")
    read = pl.read_csv(csv.payments_path, infer_schema=False)
    whole = pl.read_parquet(simulate(tmp_path / "r", **SMALL, columns="required").payments_path)
    assert read.columns == list(REQUIRED)
    assert_frame_equal(read.select("payment_id", "currency"), whole.select("payment_id", "currency"))
    assert read["executed_at"].str.ends_with("Z").all()


def test_a_dirty_world_breaks_rows_in_every_way(tmp_path):
    world = simulate(tmp_path, 500, 6, 5, kind="dirty", dirty=0.1)
    rows = pl.read_parquet(world.payments_path)
    assert set(rows.dtypes) == {pl.String()}
    assert rows.height > rows["payment_id"].n_unique()
    assert rows.filter(pl.col("amount").is_in(["-51.00", "NaN", "fifty"])).height > 0
    assert rows.filter(
        pl.col("executed_at").str.starts_with("0000") | pl.col("executed_at").str.starts_with("9999")
    ).height


def test_world_json_says_that_prevalence_is_not_real_life(tmp_path):
    simulate(tmp_path, **SMALL)
    about = json.loads((tmp_path / "world.json").read_text())
    assert "nobody has published" in about["note"]
    assert about["settings"]["seed"] == 7
    assert about["subjects"]["originator"]["livestream_purchase"] >= 1


@pytest.mark.parametrize(
    ("months", "first"), [(1, "2023-07-01"), (36, "2023-07-01"), (37, "2023-06-01"), (120, "2016-07-01")]
)
def test_long_worlds_begin_earlier_rather_than_end_in_the_future(months, first):
    assert str(Settings(100, months, 1).first_day) == first


@pytest.mark.parametrize(
    "settings",
    [
        Settings(100, 1, 1),
        Settings(100, 1, 2, "sparse", prevalence=0.2),
        Settings(100, 40, 3, prevalence=0),
        Settings(300, 2, 4, "imitators", prevalence=0.2),
    ],
)
def test_worlds_at_the_edge_of_what_may_be_asked_can_be_made(settings):
    table, truth = make(settings)
    assert table.height > 50
    assert truth.filter(role="originator").height == table["originator_id"].n_unique()


def test_everything_wrong_with_the_settings_is_said_at_once(tmp_path):
    with pytest.raises(UsageError) as error:
        simulate(tmp_path / "never", 5, 0, -1, kind="merry", prevalence=2, drop_columns=("amount", "colour"))
    for part in ("merry", "senders", "months", "seed", "prevalence", "'amount' is required", "'colour' does not exist"):
        assert part in str(error.value)
    assert not (tmp_path / "never").exists()
