"""The same payments give the same findings, however they are laid into files; and no row is lost on the way."""

from __future__ import annotations

import shutil

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from tests.payments.iso20022.iso_documents import Payment, message

from tanglaw.lab.worlds import simulate
from tanglaw.payments.columns import REQUIRED

from .conftest import TABLES, find

TIME = "%Y-%m-%dT%H:%M:%SZ"


def test_the_same_input_gives_the_same_bytes(found, world, tmp_path):
    again = find(tmp_path / "out", world.payments_path)
    differing = [name for name in TABLES if (again.out / name).read_bytes() != (found.out / name).read_bytes()]
    assert not differing


@pytest.mark.parametrize("way", ["shuffled", "split", "csv", "folder", "partitioned", "zipped"])
def test_the_way_payments_are_filed_does_not_show_in_scores(found, payments, tmp_path, way):
    filed = tmp_path / "filed"
    filed.mkdir()
    half = payments.height // 2
    if way == "shuffled":
        payments.sample(fraction=1, shuffle=True, seed=5).write_parquet(filed / "a.parquet")
    elif way in {"split", "folder"}:
        payments[half:].write_parquet(filed / "a.parquet")
        payments[:half].write_csv(filed / "b.csv", datetime_format=TIME)
    elif way == "csv":
        payments.write_csv(filed / "a.csv", datetime_format=TIME, separator=";")
    elif way == "partitioned":
        for (currency,), part in payments.partition_by("currency", as_dict=True, include_key=False).items():
            (filed / f"currency={currency}").mkdir()
            part.write_parquet(filed / f"currency={currency}" / "part.parquet")
    elif way == "zipped":
        payments.write_csv(tmp_path / "a.csv", datetime_format=TIME)
        shutil.make_archive(str(filed / "a"), "zip", tmp_path, "a.csv")
    inputs = sorted(filed.iterdir()) if way == "split" else [filed]
    other = find(tmp_path / "out", *inputs)
    assert other.counts == found.counts
    assert_frame_equal(other.scores, found.scores, check_exact=True)
    assert_frame_equal(other.table("measures"), found.table("measures"), check_exact=True)


@pytest.mark.parametrize("order", [("with", "without"), ("without", "with")])
def test_a_file_without_references_makes_no_blank_ones(found, payments, tmp_path, order):
    """Half of the payers are in a file that has no such column; what is said of the others stays the same."""
    parties = found.scores.filter(role="originator").select("subject_id", "entity_id").unique()
    parties = parties.with_columns(silent=pl.col("entity_id").hash(1) % 2 == 0)  # all accounts of a payer in one file
    silent = pl.col("originator_id").is_in(parties.filter("silent")["subject_id"].implode())
    for name, part in (("with", payments.filter(~silent)), ("without", payments.filter(silent).drop("reference"))):
        part.write_parquet(tmp_path / f"{name}.parquet")
    mixed = find(tmp_path / "out", *(tmp_path / f"{name}.parquet" for name in order))
    assert mixed.counts == found.counts
    columns = [
        "blank_references",
        "support_words",
        "work_words",
        "handles",
        "reference_variety",
        "contradicting_support",
    ]
    own = mixed.table("measures").filter(role="originator").sort("subject_id")
    heard = ~pl.col("subject_id").is_in(parties.filter("silent")["subject_id"].implode())
    theirs = own.filter(~heard)
    assert theirs.height > 100
    assert theirs.select(pl.col(columns).is_null().all()).row(0) == (True,) * len(columns)
    before = found.table("measures").filter(role="originator").sort("subject_id")
    assert_frame_equal(own.filter(heard).select(columns), before.filter(heard).select(columns), check_exact=True)
    assert own.filter(heard)["blank_references"].count() > 100


def test_who_pays_in_both_files_is_measured_where_there_are_references(tmp_path):
    rows = pl.DataFrame({
        "payment_id": [f"P{n}" for n in range(6)], "executed_at": [f"2025-03-0{n + 1}T10:00:00Z" for n in range(6)],
        "amount": "20", "currency": "AUD", "originator_id": "A", "originator_country": "AU",
        "beneficiary_id": ["X", "Y"] * 3, "beneficiary_country": "PH", "reference": ["rent", "rent", "", None, None, None],
    })  # fmt: skip
    rows[:3].write_csv(tmp_path / "a.csv")
    rows[3:].drop("reference").write_csv(tmp_path / "b.csv")
    measured = find(tmp_path / "out", tmp_path / "a.csv", tmp_path / "b.csv").table("measures")
    assert measured.filter(role="originator")["blank_references"].item() == pytest.approx(1 / 3)


def test_only_the_required_columns_still_run_and_say_what_could_not_be_measured(payments, tmp_path):
    payments.select(REQUIRED).write_parquet(tmp_path / "bare.parquet")
    bare = find(tmp_path / "out", tmp_path / "bare.parquet")
    assert bare.counts == {"read": payments.height, "accepted": payments.height, "rejected": 0, "duplicates": 0}
    missing = {line["what"] for line in bare.detection.run["abstained"]}
    assert {"payer's age", "blank references", "unrelated receivers", "institutions used"} <= missing
    measures = bare.table("measures")
    for name in ("payer_age", "blank_references", "unrelated_receivers", "institutions", "kin_share", "handles"):
        assert measures[name].is_null().all(), name
    for lead in bare.detection.leads:
        assert any("needs " in text for text in lead.abstained)


def test_csv_parquet_and_messages_are_read_in_one_call(payments, tmp_path):
    payments[:200].write_parquet(tmp_path / "a.parquet")
    payments[200:300].write_csv(tmp_path / "b.csv", datetime_format=TIME)
    sent = [Payment(number, uetr=f"255ae394-9965-4438-ac86-f406feada{number:03d}") for number in range(1, 6)]
    (tmp_path / "c.xml").write_text(message("pacs.008.001.08", sent), encoding="utf-8")
    mixed = find(tmp_path / "out", *(tmp_path / name for name in ("a.parquet", "b.csv", "c.xml")))
    assert mixed.counts == {"read": 305, "accepted": 305, "rejected": 0, "duplicates": 0}
    assert [each["name"].rpartition("/")[2] for each in mixed.detection.run["inputs"]] == [
        "a.parquet",
        "b.csv",
        "c.xml",
    ]


def test_a_repeated_payment_is_dropped_and_one_that_differs_is_rejected(payments, tmp_path):
    payments[:300].write_parquet(tmp_path / "a.parquet")
    payments[100:150].write_csv(tmp_path / "b.csv", datetime_format=TIME)
    payments[200:210].with_columns(amount=pl.col("amount") + 1).write_parquet(tmp_path / "c.parquet")
    made = find(tmp_path / "out", *(tmp_path / name for name in ("a.parquet", "b.csv", "c.parquet")))
    assert made.counts == {"read": 360, "accepted": 300, "rejected": 10, "duplicates": 50}
    rejected = made.table("rejected")
    assert rejected["source"].unique().to_list() == [str(tmp_path / "c.parquet")]
    assert rejected["line"].to_list() == list(range(1, 11))
    assert rejected["field"].unique().to_list() == ["payment_id, amount"]
    assert rejected["problem"].str.contains("a.parquet, line 20[1-9]|a.parquet, line 210").all()
    once = find(tmp_path / "once", tmp_path / "a.parquet")
    assert_frame_equal(made.scores, once.scores, check_exact=True)


def test_every_row_of_a_dirty_world_is_accounted_for(tmp_path):
    world = simulate(tmp_path / "world", senders=200, months=12, seed=5, kind="dirty", format="csv")
    made = find(tmp_path / "out", world.payments_path)
    assert made.counts["read"] == world.payments
    assert made.counts["read"] == sum(made.counts[name] for name in ("accepted", "rejected", "duplicates"))
    assert made.table("rejected").height == made.counts["rejected"] > 0
    assert made.counts["duplicates"] > 0
    assert made.table("rejected").filter(pl.any_horizontal(pl.col("source", "line", "problem").is_null())).is_empty()
