"""Who is joined and who must not be, case by case; shared identifiers only, and hostile values."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from tanglaw.identities import sharing
from tanglaw.identities.entities import PARTY_SCHEMA, Entities
from tanglaw.identities.resolving import resolve

PHONE, OTHER_PHONE = "0917 555 0100", "+63 918 555 0199"


def resolved(*records: dict[str, Any]) -> Entities:
    rows = [
        dict.fromkeys(PARTY_SCHEMA)
        | {"role": "beneficiary", "country": "PH", "subject_id": f"S{n}", "first_seen": n}
        | record
        for n, record in enumerate(records)
    ]
    return resolve(pl.DataFrame(rows, schema=PARTY_SCHEMA), probabilistic=False)


def level(*records: dict[str, Any]) -> str | None:
    """Give the level of the link between two records."""
    links = resolved(*records).links
    return links["level"].item() if links.height else None


ANA = {"name": "Ana Reyes Cruz"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ANA | {"phone": PHONE}, {"name": "CRUZ, Ana Reyes", "phone": "+639175550100"}, "person"),
        (ANA | {"account": "PH-4411223", "birth_year": 1980}, {"name": "A. Cruz", "account": "ph 4411223", "birth_year": 1980}, "person"),
        (ANA | {"email": "ana.cruz@gmail.com"}, ANA | {"email": "AnaCruz+x@googlemail.com"}, "person"),
        (ANA | {"address": "12 Example St.", "city": "Cebu City", "birth_year": 1980},
         ANA | {"address": "12 example street", "city": "Cebu", "birth_year": 1980}, "person"),
        # A father and a son
        (ANA | {"name": "Jose Santos Sr.", "phone": PHONE}, {"name": "Jose Santos Jr.", "phone": PHONE}, "household"),
        ({"name": "Jose Santos", "phone": PHONE}, {"name": "Jose Santos Jr.", "phone": PHONE}, "household"),
        ({"name": "Jose Santos", "phone": PHONE, "birth_year": 1960}, {"name": "Jose Santos", "phone": PHONE, "birth_year": 1988}, "household"),
        # A brother and a sister; a mother and a daughter with one initial
        ({"name": "Mario Santos", "phone": PHONE}, {"name": "Maria Santos", "phone": PHONE}, "household"),
        ({"name": "M. Santos", "phone": PHONE}, {"name": "Mia Santos", "phone": PHONE}, "household"),
        # Unrelated names on one phone: a household if its home or account is shared too
        (ANA | {"phone": PHONE, "city": "Cebu", "address": "12 Example Street"},
         {"name": "Rosa Lim", "phone": PHONE, "city": "Cebu", "address": "12 Example St."}, "household"),
        (ANA | {"phone": PHONE, "account": "PH-4411223"},
         {"name": "Rosa Lim", "phone": PHONE, "account": "ph 4411223"}, "household"),
        # Strangers with an agent's phone, or too little to say
        (ANA | {"phone": PHONE, "city": "Cebu"}, {"name": "Rosa Lim", "phone": PHONE, "city": "Cebu"}, None),
        (ANA | {"phone": PHONE, "city": "Cebu"}, {"name": "Rosa Lim", "phone": PHONE, "city": "Davao"}, None),
        ({"phone": PHONE}, {"phone": PHONE}, None),
        # The same words about different places and countries
        (ANA | {"address": "12 Rizal Street", "city": "Cebu"}, ANA | {"address": "12 Rizal Street", "city": "Davao"}, None),
        (ANA | {"account": "4411223"}, ANA | {"account": "4411223", "country": "TH"}, None),
        # Nothing but a name, a city and a birth year
        (ANA | {"city": "Manila", "birth_year": 1980}, ANA | {"city": "Manila", "birth_year": 1980}, None),
    ],
)  # fmt: skip
def test_two_records(one, other, expected):
    assert level(one, other) == expected
    assert level(other, one) == expected


def test_a_household_under_three_unrelated_names_is_one():
    """One phone and one home; a fourth name on the phone alone may be anybody who was given the number."""
    home = {"phone": PHONE, "address": "12 Example Street", "city": "Cebu"}
    names = ("Ana Reyes Cruz", "Rosa Lim", "Dante Ochotorena")
    found = resolved(*({"name": name} | home for name in names), {"name": "Perla Abad", "phone": PHONE, "city": "Cebu"})
    assert found.members["subject_id"].to_list() == ["S0", "S1", "S2"]
    assert found.members["household_id"].to_list() == ["S0"] * 3
    assert found.members["person_id"].n_unique() == 3
    assert set(found.links["level"]) == {"household"}


@pytest.mark.parametrize("names", [9, 30])
def test_an_agent_s_phone_and_office_link_nobody(names):
    """Customers with the agent's own number and office on file."""
    office = {"phone": PHONE, "address": "12 Example Street", "city": "Cebu"}
    surnames = ("Lim", "Cruz", "Abad", "Santos", "Ochotorena", "Reyes", "Magbanua", "Pike", "Dumaguing", "Tolentino")
    given = ("Rosa", "Dante", "Perla")
    people = [f"{given[n // 10]} {surnames[n % 10]}" for n in range(30)]
    assert not resolved(*({"name": name} | office for name in people[:names])).links.height


def test_a_link_says_why_and_how_sure():
    link = resolved(
        ANA | {"phone": PHONE, "birth_year": 1980, "city": "Cebu City"},
        {"name": "Cruz, Ana Reyes", "phone": PHONE, "birth_year": 1980, "city": "Cebu"},
    ).links.row(0, named=True)
    assert link["why"] == [
        "same phone number",
        "names agree but for order and spelling",
        "same birth year",
        "same city",
    ]
    assert 0.99 < link["probability"] < 1
    assert link["by"] == "identifier"


@pytest.mark.parametrize("junk", ["0000000", "n/a", "", "   ", "unknown", "1111111111", "\x00", "☎☎☎☎☎", "x" * 10_000])
@pytest.mark.parametrize("kind", ["phone", "email", "account", "device", "address"])
def test_junk_links_nobody(kind, junk):
    assert not resolved(ANA | {kind: junk, "city": "Cebu"}, ANA | {kind: junk, "city": "Cebu"}).links.height


@pytest.mark.parametrize("kind", list(sharing.MOST_NAMES))
def test_a_value_that_too_many_names_share_links_nobody_and_is_counted(kind):
    value = {
        "phone": PHONE,
        "email": "a1@example.org",
        "account": "PH-4411223",
        "device": "dev-77ab",
        "address": "1 Rizal St",
    }
    given = ["Ana", "Rosa", "Luz", "Ines", "Pilar", "Carmen", "Nena", "Fe", "Gloria", "Belen", "Norma", "Perla", "Dina"]
    most = sharing.MOST_NAMES[kind]
    family = [{"name": f"{first} Santos", kind: value[kind], "city": "Cebu"} for first in given[: most + 1]]
    assert resolved(*family[:2]).links.height == 1
    entities = resolved(*family)
    assert not entities.links.height
    assert any(sharing.PLURALS[kind] in note and "linked nobody" in note for note in entities.notes)


def test_one_person_with_many_records_is_not_capped():
    records = [ANA | {"phone": PHONE, "birth_year": 1980} for _ in range(20)]
    assert resolved(*records).members["person_id"].to_list() == ["S0"] * 20


def test_a_hundred_thousand_rows_with_one_phone_link_nobody():
    n = 100_000
    frame = pl.DataFrame({"role": "beneficiary", "subject_id": pl.int_range(n, eager=True).cast(pl.String), "country": "PH",
                          "phone": PHONE, "name": "Ana Reyes Cruz", "first_seen": 1})  # fmt: skip
    entities = resolve(frame.with_columns(pl.col("first_seen").cast(pl.Int64)), probabilistic=False)
    assert not entities.links.height
    assert "100,000" in entities.notes[0]


def test_hostile_values_are_only_values():
    odd = [
        "😀😀 😀",
        "\x00\x01",
        "Robert'); DROP TABLE x;--",
        "a" * 10_000,
        "\u202eAna\u202c",
        "," * 50,
        "Ng",
        "李",
        "- -",
        "Jr.",
        "Jr. Sr.",
    ]
    records = [
        {"name": name, "phone": PHONE, "city": name, "address": name, "account": name, "device": name, "email": name}
        for name in odd
    ]
    entities = resolved(*records, *records)
    assert not entities.links.filter(pl.col("probability").is_nan()).height


def test_an_empty_table_and_a_table_with_ids_only():
    assert not resolve(pl.DataFrame(schema=PARTY_SCHEMA)).members.height
    assert not resolved({}, {}).members.height
    assert not resolve(pl.DataFrame({"role": ["beneficiary"], "subject_id": ["A"]}), probabilistic=False).members.height


def test_a_folder_of_parquet_and_a_frame_say_the_same(tmp_path):
    rows = [
        dict.fromkeys(PARTY_SCHEMA) | {"role": "beneficiary", "subject_id": s, "phone": PHONE, "country": "PH"} | ANA
        for s in "AB"
    ]
    frame = pl.DataFrame(rows, schema=PARTY_SCHEMA)
    frame.head(1).write_parquet(tmp_path / "1.parquet")
    frame.tail(1).write_parquet(tmp_path / "2.parquet")
    assert resolve(tmp_path, probabilistic=False).links.equals(resolve(frame, probabilistic=False).links)
    assert resolve(frame.lazy(), probabilistic=False).links.height == 1


def together_in_one(entities: Entities) -> int:
    """Give the size of the only household; 0 if there are none or several."""
    return entities.members.height if entities.members["household_id"].n_unique() == 1 else 0


def test_a_household_does_not_grow_along_a_street():
    """Each neighbour shares a mailbox with the next: thirteen families are no household."""
    records = [{"name": f"{first} Santos", "phone": f"+63917555{n:04}", "address": f"{n + 1} Example Street",
                "city": "Cebu"} for n in range(20) for first in ("Ana", "Rosa")]  # fmt: skip
    chain = [record | {"email": f"f{(n + 1) // 2}@example.org"} for n, record in enumerate(records)]
    letters = "bcdfghjklmnprstvz"
    town = [{"name": f"Ines {a}{b}{c}an", "city": "Cebu"} for a in letters for b in "aeiou" for c in letters]
    assert together_in_one(resolved(*chain[:6], *town)) == 6, "a short piece of it would be one"
    entities = resolved(*chain, *town)
    assert entities.members.group_by("household_id").len()["len"].to_list() == [2] * 20, "only the strongest links stay"
    assert any("too large to be one household" in note for note in entities.notes)
