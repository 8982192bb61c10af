"""The linkage model: what it joins beyond identifiers, what it never joins, and that it says the same twice."""

from __future__ import annotations

import importlib.util
import shutil

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tanglaw.identities import model
from tanglaw.identities.entities import PARTY_SCHEMA
from tanglaw.identities.resolving import resolve
from tanglaw.lab.evaluation.linkage import pairwise
from tanglaw.lab.worlds.registers import make_register

needs_model = pytest.mark.skipif(not model.available(), reason="the extra 'identities' is not installed")
RECORDS = 1_500


@pytest.fixture(scope="module")
def register():
    return make_register(RECORDS, 3)


@pytest.fixture(scope="module")
def whole(register):
    return resolve(register[0])


def added(parties: pl.DataFrame, *records: dict[str, object]) -> pl.DataFrame:
    rows = [
        dict.fromkeys(PARTY_SCHEMA) | {"role": "beneficiary", "country": "PH", "first_seen": 1} | r for r in records
    ]
    return pl.concat([parties, pl.DataFrame(rows, schema=PARTY_SCHEMA)])


@pytest.fixture(scope="module")
def found(register):
    parties, _ = register
    rare = {"name": "Teodorico Quimbalasan", "birth_year": 1971, "city": "Baguio"}
    common = [
        {"subject_id": f"COMMON-{n}", "name": "Maria Santos", "birth_year": 1980, "city": "Manila"} for n in range(30)
    ]
    records = [
        rare | {"subject_id": "RARE-1"},
        rare | {"subject_id": "RARE-2", "name": "QUIMBALASAN, T."},
        rare | {"subject_id": "RARE-3", "name": "Quimbalasan Teodorico"},
        rare | {"subject_id": "RARE-4", "birth_year": 1995},
    ]
    town = {"name": "Casimira Buenconsejo Dimaguiba", "city": "Baguio"}
    alike = [
        town | {"subject_id": "TOWN-1"},
        town | {"subject_id": "TOWN-2", "name": "DIMAGUIBA, Casimira Buenconsejo"},
        town | {"subject_id": "TOWN-3", "city": "Davao"},
        town | {"subject_id": "TOWN-4", "city": None},
    ]
    return resolve(added(parties, *records, *common, *alike))


@needs_model
def test_a_rare_name_with_city_and_birth_year_joins(found):
    link = found.links.filter((pl.col("left") == "RARE-1") & (pl.col("right") == "RARE-3")).row(0, named=True)
    assert (link["level"], link["by"]) == ("person", "model")
    assert link["probability"] >= 0.95
    assert "names agree but for order and spelling" in link["why"]
    assert any("chance agreement is unlikely" in reason for reason in link["why"])


@needs_model
def test_far_birth_years_stay_two_people_whatever_the_name(found):
    assert not found.links.filter((pl.col("left") == "RARE-4") | (pl.col("right") == "RARE-4")).height


@needs_model
def test_a_rare_name_in_one_town_makes_one_household_and_no_more(found):
    """A father and a son may have one name, and neither's birth year is on record."""
    link = found.links.filter(pl.col("left").str.starts_with("TOWN")).row(0, named=True)
    assert (link["left"], link["right"], link["level"], link["by"]) == ("TOWN-1", "TOWN-2", "household", "model")
    assert found.links.filter(pl.col("left").str.starts_with("TOWN")).height == 1


@needs_model
def test_a_common_name_in_a_big_city_alone_never_links(found):
    assert not found.members.filter(pl.col("subject_id").str.starts_with("COMMON")).height


@needs_model
def test_the_model_adds_pairs_and_stays_precise(register, whole):
    parties, truth = register
    alone = pairwise(resolve(parties, probabilistic=False), truth)[0]
    helped = pairwise(whole, truth)[0]
    assert helped.recall > alone.recall
    assert helped.precision >= 0.97


@needs_model
def test_the_same_parties_in_another_order_say_the_same(register, whole):
    other = resolve(register[0].sample(fraction=1.0, shuffle=True, seed=4))
    assert whole.links.equals(other.links)
    assert whole.members.equals(other.members)


@needs_model
def test_without_birth_years_cities_or_addresses_the_model_says_nothing_and_does_not_fail(register):
    parties, _ = register
    bare = parties.with_columns(
        pl.lit(None, pl.Int16).alias("birth_year"),
        pl.lit(None, pl.String).alias("city"),
        pl.lit(None, pl.String).alias("address"),
    )
    assert not resolve(bare).links.filter(pl.col("by") == "model").height


def test_without_splink_identifiers_link_and_a_note_says_so(register, monkeypatch):
    parties, _ = register
    monkeypatch.setattr(model, "available", lambda: False)
    entities = resolve(parties)
    assert entities.links.height
    assert set(entities.links["by"]) == {"identifier"}
    assert any("tanglaw[identities]" in note for note in entities.notes)


@needs_model
@pytest.mark.spark
@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
    reason="PySpark or Java is not installed",
)
def test_spark_says_what_duckdb_says(register, whole):
    """What the model knows is learnt in one place, so that every pair weighs the same wherever it is compared."""
    other = resolve(register[0], engine="spark")
    assert other.links.filter(pl.col("by") == "model").height
    assert_frame_equal(whole.links, other.links, abs_tol=1e-6, rel_tol=0)
    assert whole.members.equals(other.members)
    assert whole.notes == other.notes
