"""Laws of joining identities: order never matters, nothing is found twice, people's word wins, names of entities stay."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.identities import details
from tanglaw.identities.decided import NOTHING_DECIDED, Decided
from tanglaw.identities.entities import LINK_SCHEMA, MEMBER_SCHEMA, PARTY_SCHEMA, Entities
from tanglaw.identities.resolving import resolve

NAMES = [
    "Maria Santos",
    "SANTOS, Ma.",
    "M. Santos",
    "Mario Santos",
    "Jose Santos Jr.",
    "Jose Santos",
    "Ana Reyes",
    None,
    "",
    "n/a",
]
rows = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["originator", "beneficiary"]),
        "subject_id": st.sampled_from([f"S{n}" for n in range(8)]),
        "name": st.sampled_from(NAMES),
        "birth_year": st.sampled_from([None, 1980, 1981, 1995]),
        "phone": st.sampled_from([None, "+639175550100", "+639175550111", "0000000"]),
        "email": st.sampled_from([None, "a1@example.org", "b2@example.org"]),
        "account": st.sampled_from([None, "PH-4411223", "PH-9911223"]),
        "address": st.sampled_from([None, "12 Example Street", "12 Example St.", "Purok Subok"]),
        "city": st.sampled_from([None, "Cebu City", "Cebu", "Davao"]),
        "country": st.just("PH"),
        "first_seen": st.integers(0, 50),
    }
)
tables = st.lists(rows, min_size=1, max_size=14)


def frame(records: list[dict[str, Any]]) -> pl.DataFrame:
    missing = dict.fromkeys(PARTY_SCHEMA)
    return pl.DataFrame([missing | record for record in records], schema=PARTY_SCHEMA)


def found(records: list[dict[str, Any]], decided: Decided = NOTHING_DECIDED) -> Entities:
    return resolve(frame(records), decided=decided, probabilistic=False)


@settings(deadline=None, max_examples=40)
@given(tables, st.integers(1, 5))
def test_parties_looked_at_some_at_a_time_and_kept_on_disk_are_joined_alike(records, at_once):
    whole = found(records)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(details, "_AT_ONCE", at_once)
        parts = resolve(frame(records), probabilistic=False, work=Path(folder))
        assert not list(Path(folder).iterdir())
    assert parts.members.equals(whole.members)
    assert parts.links.equals(whole.links)
    assert parts.notes == whole.notes


def decide(*pairs: tuple[str, str, str, str]) -> Decided:
    rows = [("beneficiary", *sorted(pair[:2]), *pair[2:]) for pair in pairs]
    return Decided(pl.DataFrame(rows, schema=NOTHING_DECIDED.pairs.schema, orient="row"))


def entity(entities: Entities, subject: str, level: str = "person", role: str = "beneficiary") -> str:
    """Name a subject's entity; its own id where it is alone."""
    row = entities.members.filter((pl.col("subject_id") == subject) & (pl.col("role") == role))
    return row[f"{level}_id"].item() if row.height else subject


def together(entities: Entities, *subjects: str, level: str = "person") -> bool:
    return len({entity(entities, subject, level) for subject in subjects}) == 1


def person(subject: str, **details: Any) -> dict[str, Any]:
    return {"role": "beneficiary", "subject_id": subject, "country": "PH", "first_seen": 10} | details


@settings(max_examples=20, deadline=None)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(records, random):
    shuffled = random.sample(records, len(records))
    one, other = found(records), found(shuffled)
    assert one.members.equals(other.members)
    assert one.links.equals(other.links)
    assert one.notes == other.notes


@settings(max_examples=15, deadline=None)
@given(tables)
def test_the_same_rows_twice_say_the_same(records):
    assert found(records).members.equals(found(records + records).members)


@settings(max_examples=20, deadline=None)
@given(tables)
def test_every_answer_is_well_formed(records):
    entities = found(records)
    members, links = entities.members, entities.links
    assert members.schema == MEMBER_SCHEMA
    assert links.schema == LINK_SCHEMA
    assert members.null_count().sum_horizontal().item() == 0
    assert not members.select(pl.struct("role", "subject_id").is_duplicated().any()).item()
    assert (members.group_by("role", "household_id").len()["len"] > 1).all(), "nobody is a member alone"
    assert (members.group_by("role", "person_id").agg(pl.col("household_id").n_unique())["household_id"] == 1).all()
    assert (links["left"] < links["right"]).all()
    assert links["probability"].is_between(0, 1).all()
    assert (links["why"].list.len() > 0).all()
    keys = members.select("role", "subject_id", "person_id", "household_id")
    ends = links.join(keys, left_on=["role", "left"], right_on=["role", "subject_id"]).join(
        keys, left_on=["role", "right"], right_on=["role", "subject_id"], suffix="_r"
    )
    assert ends.height == links.height, "who is linked is a member"
    assert (ends["household_id"] == ends["household_id_r"]).all()
    people = ends.filter(pl.col("level") == "person")
    assert (people["person_id"] == people["person_id_r"]).all()


@settings(max_examples=15, deadline=None)
@given(tables, st.sampled_from(["person", "household"]))
def test_splitting_wins(records, level):
    pairs = [(f"S{a}", f"S{b}", level, "split") for a in range(8) for b in range(a + 1, 8)]
    entities = found(records, decide(*pairs))
    ours = entities.members.filter(pl.col("role") == "beneficiary")
    if level == "household":
        assert not ours.height
    else:
        assert (ours["person_id"] == ours["subject_id"]).all()


@settings(max_examples=15, deadline=None)
@given(tables)
def test_joining_wins(records):
    here = {record["subject_id"] for record in records if record["role"] == "beneficiary"}
    entities = found(records, decide(("S0", "S1", "person", "join")))
    if {"S0", "S1"} <= here:
        assert together(entities, "S0", "S1")
        link = entities.links.filter(
            (pl.col("left") == "S0") & (pl.col("right") == "S1") & (pl.col("role") == "beneficiary")
        )
        assert link["by"].item() == "people"
        assert link["probability"].item() == 1
    else:
        assert any("without a payment in this run" in note for note in entities.notes)


@settings(max_examples=20, deadline=None)
@given(tables, tables)
def test_later_data_never_renames_an_entity_that_only_grows(records, later):
    """Where a person's members stay together, the name they had is still the name, unless an older one joined them."""
    before = found(records)
    after = found([*records, *({**record, "first_seen": record["first_seen"] + 100} for record in later)])
    for role in ("originator", "beneficiary"):
        for (name,), group in before.members.filter(pl.col("role") == role).group_by("person_id"):
            now = {entity(after, subject, role=role) for subject in group["subject_id"]}
            if len(now) > 1:
                continue  # a contradiction came in: who they are changed, not only what they are called
            members = after.members.filter((pl.col("role") == role) & (pl.col("person_id") == now.copy().pop()))
            older = set(members["subject_id"]) - set(group["subject_id"])
            assert now == {name} or now & older


def test_an_entity_is_named_after_its_member_seen_first():
    records = [person("B", phone="+639175550100", name="Ana Reyes Cruz", first_seen=5),
               person("A", phone="+639175550100", name="Ana Reyes Cruz", first_seen=9)]  # fmt: skip
    assert entity(found(records), "A") == "B"
    later = person("AA", phone="+639175550100", name="Reyes Cruz, Ana", first_seen=99)
    assert entity(found([*records, later]), "AA") == "B"


def test_a_chain_whose_ends_contradict_is_cut_at_its_weakest_link():
    """B, whose birth year nobody knows, could be either; the account binds more than the address."""
    records = [
        person("A", name="Jose Santos", birth_year=1960, account="PH-4411223", email="jose1@example.org"),
        person("B", name="Jose Santos", account="PH-4411223", email="jose1@example.org", phone="+639175550100"),
        person("C", name="Jose Santos", birth_year=1990, phone="+639175550100"),
    ]
    entities = found(records)
    assert together(entities, "A", "B")
    assert not together(entities, "B", "C")
    assert together(entities, "A", "B", "C", level="household")
    assert any("were cut" in note for note in entities.notes)


def test_people_join_what_contradicts_and_split_what_agrees():
    alike = {"name": "Ana Reyes Cruz", "account": "PH-4411223"}
    records = [
        person("A", **alike, birth_year=1980),
        person("B", **alike, birth_year=1980),
        person("C", name="Rosa Lim"),
    ]
    assert together(found(records), "A", "B")
    assert not together(found(records, decide(("A", "B", "person", "split"))), "A", "B")
    assert together(found(records, decide(("A", "B", "person", "split"))), "A", "B", level="household")
    assert not found(records, decide(("A", "B", "household", "split"))).members.height
    assert together(found(records, decide(("C", "A", "person", "join"))), "A", "B", "C")
    grown = found(records, decide(("C", "A", "household", "join")))
    assert together(grown, "A", "C", level="household")
    assert not together(grown, "A", "C")


@pytest.mark.parametrize("role", ["originator", "beneficiary"])
def test_a_payer_and_a_receiver_are_never_one_entity(role):
    alike = {"name": "Ana Reyes Cruz", "account": "PH-4411223", "phone": "+639175550100"}
    records = [person("A", **alike), person("B", **alike) | {"role": "originator"}]
    assert not found(records).members.filter(pl.col("role") == role).height
