"""A world with aliases is the same world under more names, and its truth says who is who."""

from __future__ import annotations

import polars as pl
import pytest

from tanglaw.identities.entities import MEMBER_SCHEMA, NOBODY_LINKED, Entities
from tanglaw.lab.evaluation.linkage import pairwise
from tanglaw.lab.worlds.registers import make_register
from tanglaw.lab.worlds.settings import Settings
from tanglaw.lab.worlds.world import make


@pytest.fixture(scope="module")
def worlds():
    return make(Settings(800, 4, 5, prevalence=0.01)), make(Settings(800, 4, 5, kind="aliases", prevalence=0.01))


def test_payments_stay_what_they_were_under_more_names(worlds):
    (plain, _), (table, _) = worlds
    theirs = [name for name in plain.columns if not name.startswith(("originator_", "beneficiary_"))]
    assert table.schema == plain.schema
    assert table.select(theirs).equals(plain.select(theirs))
    assert table["beneficiary_id"].n_unique() > plain["beneficiary_id"].n_unique()
    assert table["originator_id"].n_unique() > plain["originator_id"].n_unique()


def test_the_truth_has_every_subject_once_and_says_who_lives_together(worlds):
    _, (table, truth) = worlds
    for role in ("originator", "beneficiary"):
        here = truth.filter(pl.col("role") == role)
        assert sorted(here["subject_id"]) == sorted(table[f"{role}_id"].unique())
    apart = truth.group_by("household").agg(pl.col("person").n_unique()).filter(pl.col("person") > 1)
    assert apart.height, "some aliases stand in a relative's name"
    assert (truth.group_by("person").agg(pl.col("household").n_unique())["household"] == 1).all()


def test_a_register_is_the_same_for_the_same_seed_and_knows_everybody():
    one, truth = make_register(400, 2, "originator")
    other, _ = make_register(400, 2, "originator")
    assert one.equals(other)
    assert sorted(one["subject_id"]) == sorted(truth["subject_id"])
    assert not one.equals(make_register(400, 3, "originator")[0])


def test_pairs_are_counted_within_groups():
    truth = pl.DataFrame(
        {"role": "beneficiary", "subject_id": ["A", "B", "C", "D"], "person": [1, 1, 1, 2], "household": [1, 1, 1, 1]}
    )
    rows = [("beneficiary", name, person, "A") for name, person in (("A", "A"), ("B", "A"), ("D", "A"))]
    found = Entities(pl.DataFrame(rows, schema=MEMBER_SCHEMA, orient="row"), NOBODY_LINKED.links)
    person, household = pairwise(found, truth)
    assert (person.true, person.said, person.hit) == (3, 3, 1)
    assert (household.true, household.said, household.hit) == (6, 3, 3)
    assert (person.precision, person.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert pairwise(NOBODY_LINKED, truth)[0].precision == 1
