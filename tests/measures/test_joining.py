"""Joined accounts are measured as if the payments had named one party all along; kin is whoever is kin of a member."""

from __future__ import annotations

import importlib.util
import random
import shutil
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tanglaw.engines.engine import choose
from tanglaw.identities.entities import LINK_SCHEMA, MEMBER_SCHEMA, Entities
from tanglaw.measures import measuring
from tanglaw.measures.intake import Intake, take_in
from tanglaw.measures.joining import join_accounts
from tanglaw.measures.kept import rows_of
from tanglaw.measures.measuring import Measured, measure
from tanglaw.measures.rows import Enrichment, subject_key
from tanglaw.payments.rates import Rates

MEMBERS = [
    ("originator", "C1", "P1", "HC1"), ("originator", "C2", "P1", "HC1"), ("originator", "C3", "P3", "HC1"),
    ("beneficiary", "R1", "R1", "H1"), ("beneficiary", "R2", "R2", "H1"), ("beneficiary", "R3", "R3", "H1"),
    ("beneficiary", "R4", "Q1", "H2"), ("beneficiary", "R5", "Q1", "H2"),
]  # fmt: skip
ENTITIES = Entities(pl.DataFrame(MEMBERS, schema=MEMBER_SCHEMA, orient="row"), pl.DataFrame(schema=LINK_SCHEMA))
INSTEAD = {"originator_id": {"C1": "P1", "C2": "P1"},
           "beneficiary_id": {"R1": "H1", "R2": "H1", "R3": "H1", "R4": "H2", "R5": "H2"}}  # fmt: skip


def payments(rows: int = 400) -> pl.DataFrame:
    """Payments among twelve payers and nine receivers, at times that all differ."""
    chance = random.Random(5)
    return pl.DataFrame(
        {
            "payment_id": f"P{number}",
            "executed_at": f"2024-{1 + number % 12:02}-{1 + number % 28:02}T{chance.randrange(24):02}:{number % 60:02}:{number % 59:02}Z",
            "amount": str(10 * chance.randrange(1, 40)), "currency": "USD",
            "originator_id": f"C{chance.randrange(12)}", "originator_country": chance.choice(["US", "AU"]),
            "beneficiary_id": f"R{chance.randrange(9)}", "beneficiary_country": "PH",
        }
        for number in range(rows)
    )  # fmt: skip


def taken(folder: Path, frame: pl.DataFrame, buckets: int = 3) -> Intake:
    folder.mkdir()
    (folder / "work").mkdir()
    frame.write_csv(folder / "payments.csv")
    return take_in([folder / "payments.csv"], folder / "work", Enrichment(Rates.load()), buckets=buckets)


def joined(folder: Path, frame: pl.DataFrame, buckets: int = 3) -> Intake:
    return join_accounts(taken(folder, frame, buckets), ENTITIES, folder / "work")


def measured(folder: Path, intake: Intake, engine: str = "local") -> Measured:
    return measure(intake, choose(engine), folder / "work")


def by_id(table: pl.DataFrame, intake: Intake, column: str, ids: list[str]) -> pl.DataFrame:
    """The table with ids in place of hashes."""
    known = pl.DataFrame({"id": ids}).with_columns(key=subject_key(pl.col("id")))
    if intake.joined:
        known = pl.concat([known, intake.joined.accounts.select(pl.col("entity_id").alias("id"), "key")])
    return table.join(known.unique("key"), on="key").drop("key").sort("id").select("id", pl.exclude("id"))


@pytest.fixture(scope="module")
def same(tmp_path_factory):
    """The same payments, once with joined accounts and once with the entities' ids in the file itself."""
    folder = tmp_path_factory.mktemp("joining")
    frame = payments()
    one = joined(folder / "joined", frame)
    other = taken(folder / "instead", frame.with_columns(pl.col(name).replace(ids) for name, ids in INSTEAD.items()))
    return folder, one, other


def test_joined_accounts_measure_as_if_the_payments_had_named_one_party(same):
    folder, one, other = same
    found, expected = measured(folder / "joined", one), measured(folder / "instead", other)
    for table, column in (("payers", "originator_id"), ("receivers", "beneficiary_id")):
        ids = [*payments()[column].unique(), *INSTEAD[column].values()]
        assert_frame_equal(
            by_id(getattr(found, table), one, column, ids), by_id(getattr(expected, table), other, column, ids)
        )
    assert found.pairs.height == expected.pairs.height


def test_every_payment_counts_once(same):
    folder, one, _ = same
    found = measured(folder / "joined", one)
    assert found.payers["rows"].sum() == found.receivers["rows"].sum() == payments().height


def test_number_of_buckets_does_not_show(same, tmp_path):
    folder, one, _ = same
    many = joined(tmp_path / "many", payments(), buckets=16)
    for table in ("payers", "receivers", "pairs"):
        left, right = (
            getattr(measured(folder / "joined", one), table),
            getattr(measured(tmp_path / "many", many), table),
        )
        assert_frame_equal(left, right, check_exact=True)


@pytest.mark.spark
@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
    reason="needs the extra `spark` and Java",
)
def test_spark_gives_the_same_bit_for_bit(same):
    folder, one, _ = same
    local, spark = measured(folder / "joined", one), measured(folder / "joined", one, "spark")
    for table in ("payers", "receivers", "pairs"):
        assert_frame_equal(getattr(local, table), getattr(spark, table), check_exact=True)


def test_rows_of_an_entity_are_those_of_all_its_accounts(same):
    _, one, _ = same
    key = one.joined.accounts.filter(entity_id="H1")["key"].head(1)
    rows = pl.concat(rows_of(one, "b", key))
    assert rows.height == payments().filter(pl.col("beneficiary_id").is_in(["R1", "R2", "R3"])).height
    assert rows["t"].is_sorted()
    assert not list(rows_of(one, "b", pl.Series(["R1"]).to_frame("id").select(subject_key(pl.col("id"))).to_series()))


def test_payers_are_joined_as_persons_and_receivers_as_households(same):
    _, one, _ = same
    assert set(one.joined.accounts.select("role", "subject_id", "entity_id").iter_rows()) == {
        ("originator", "C1", "P1"), ("originator", "C2", "P1"),
        ("beneficiary", "R1", "H1"), ("beneficiary", "R2", "H1"), ("beneficiary", "R3", "H1"),
        ("beneficiary", "R4", "H2"), ("beneficiary", "R5", "H2"),
    }  # fmt: skip


def test_where_nobody_is_linked_nothing_is_joined(tmp_path):
    intake = taken(tmp_path / "alone", payments(20))
    nobody = Entities(pl.DataFrame(schema=MEMBER_SCHEMA), pl.DataFrame(schema=LINK_SCHEMA))
    assert join_accounts(intake, nobody, tmp_path / "alone" / "work") is intake
    households_of_payers = Entities(ENTITIES.members.filter(pl.col("subject_id") == "C3"), ENTITIES.links)
    assert join_accounts(intake, households_of_payers, tmp_path / "alone" / "work") is intake


def named(*rows: tuple[str, str, str, str]) -> pl.DataFrame:
    """Payments with payer, payer's name, receiver, receiver's name; a crowd of others makes surnames uncommon."""
    crowd = [(f"X{n}", f"Ann Payer{chr(97 + n % 26)}{chr(97 + n // 26)}", f"Y{n}", f"Ben Other{chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(200)]  # fmt: skip
    return pl.DataFrame(
        [
            {"payment_id": f"P{n}", "executed_at": f"2024-05-{1 + n % 28:02}T10:00:{n % 60:02}Z", "amount": "50",
             "currency": "USD", "originator_id": payer, "originator_country": "US", "beneficiary_id": receiver,
             "beneficiary_country": "PH", "originator_name": name, "beneficiary_name": other}
            for n, (payer, name, receiver, other) in enumerate([*rows, *crowd])
        ]
    )  # fmt: skip


def test_who_is_kin_of_one_member_is_kin_of_the_household_whichever_account_was_paid(tmp_path):
    frame = named(
        ("C7", "Ramon Catacutan", "R2", "Efren Magbanua"),
        ("C8", "Warren Bickford", "R1", "Luz Catacutan"),
        ("C9", "Dale Hutchins", "R3", "Rosa Dimaculangan"),
    )
    intake = joined(tmp_path / "kin", frame)
    found = measured(tmp_path / "kin", intake)
    household = found.receivers.filter(pl.col("key") == intake.joined.accounts.filter(entity_id="H1")["key"][0])
    assert household["unrelated_payers"].to_list() == [2.0]
    assert household["kin_payers"].to_list() == [pytest.approx(1 / 3)]
    payer = found.payers.join(pl.DataFrame({"id": ["C7"]}).select(key=subject_key(pl.col("id"))), on="key")
    assert payer["unrelated_receivers"].to_list() == [0.0]


def test_a_receiver_stays_unrelated_to_strangers_of_a_linked_payer(tmp_path):
    frame = named(("C1", "Graham Selwyn", "R7", "Ana Reyna"), ("C2", "Graham Selwyn", "R8", "Rosa Tupaz"))
    intake = joined(tmp_path / "strangers", frame)
    found = measured(tmp_path / "strangers", intake)
    person = found.payers.filter(pl.col("key") == intake.joined.accounts.filter(entity_id="P1")["key"][0])
    assert (person["unrelated_receivers"].item(), person["rows"].item()) == (2.0, 2)


def test_an_account_whose_every_payment_was_rejected_is_not_counted_in(tmp_path):
    frame = payments(40)
    clash = frame.head(1).with_columns(beneficiary_id=pl.lit("R2"), amount=pl.lit("999"))
    kept = frame.filter(pl.col("beneficiary_id") != "R2")
    intake = joined(
        tmp_path / "clash", pl.concat([kept, kept.head(1).with_columns(clash["beneficiary_id"], clash["amount"])])
    )
    assert intake.dropped.len() == 1
    assert "R2" not in intake.joined.accounts["subject_id"]
    found = measured(tmp_path / "clash", intake)
    assert found.receivers["rows"].sum() == kept.height


def test_pairs_sorted_some_at_a_time_are_the_same_pairs(same, monkeypatch):
    folder, one, _ = same
    whole = measured(folder / "joined", one).pairs
    monkeypatch.setattr(measuring, "_SORTED_AT_ONCE", 7)
    assert_frame_equal(measured(folder / "joined", one).pairs, whole, check_exact=True)
    assert whole.equals(whole.sort("o", "b"))
