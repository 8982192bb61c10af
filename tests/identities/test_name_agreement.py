"""Names that may be one person's and names that may not, tradition by tradition."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.identities.name_agreement import AGREEING, RANKED, agreement
from tanglaw.identities.person_names import parse

COMMON = pl.Series(["maria", "mario", "jose", "marta", "carla", "karla"])


def agree(one: str, other: str, frequent: pl.Series = COMMON) -> str:
    numbers = pl.Series([0, 1], dtype=pl.UInt32)
    names = parse(pl.Series([one, other], dtype=pl.String)).with_columns(name=numbers)
    pair = pl.DataFrame({"left": [0], "right": [1]}, schema={"left": pl.UInt32, "right": pl.UInt32})
    return agreement(names, pair, frequent)["agreement"].item()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Cruz", "CRUZ, Ana", "same"), ("Ana Cruz", "cruz ana", "same"), ("Mr. John Smith", "Smith John", "same"),
        ("Bill Smith", "William Smith", "same"), ("Pepe García", "José Garcia", "same"),
        ("M. Santos", "Maria Santos", "initials"), ("John Q. Public", "John Quincy Public", "initials"),
        # Filipino
        ("Ma. Clara Santos", "Maria Clara Santos", "same"), ("Maria Clara Reyes Santos", "Maria Clara Santos", "part"),
        ("Juan Dela Cruz Jr.", "Juan de la Cruz", "same"), ("Mary Ann Cruz", "Maryann Cruz", "spelling"),
        ("Ana Reyes Santos", "Ana Santos Cruz", "married"),
        # Thai
        ("Somchai Rattanakul", "Somchai Rattanak", "spelling"), ("Phanom Srisawat", "Panom Srisawad", "spelling"),
        ("Nai Somchai Jaidee", "Somchai Jaidee", "same"),
        # Vietnamese
        ("Nguyễn Thị Hoa", "Hoa Nguyen", "part"), ("Nguyễn Thị Hoa", "Thi Hoa Nguyen", "same"),
        # Romanian
        ("Ștefan Ionescu", "IONESCU Stefan", "same"), ("Ana Popescu-Ionescu", "Ana Popescu", "part"),
        ("Andreea Rădulescu", "Andreia Radulescu", "spelling"),
        # Spanish
        ("José García López", "Jose Garcia", "part"), ("María del Carmen Ruiz", "Maria Delcarmen Ruiz", "same"),
        # Other scripts
        ("Олександр Шевченко", "Oleksandr Shevchenko", "same"), ("김민지", "Kim Minji", "spelling"),
    ],
)  # fmt: skip
def test_names_that_may_be_one_persons(one, other, expected):
    assert agree(one, other) == expected
    assert agree(other, one) == expected
    assert expected in AGREEING or expected == "married"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Santos", "Mario Santos"), ("Juan Perez", "Juana Perez"), ("Daniel Cruz", "Daniela Cruz"),
        ("Nguyen Van Anh", "Nguyen Van Binh"), ("Nguyen Thi Hoa", "Nguyen Van Hoa"),
        ("Ana M. Santos", "Ana R. Santos"), ("Juan Garcia Lopez", "Juan Garcia Perez"),
        ("Maria Santos", "Marta Santos"),
        ("Rosa Santos", "Ana Santos"), ("John Smith", "Jane Doe"),
    ],
)  # fmt: skip
def test_names_of_two_people(one, other):
    assert agree(one, other) not in AGREEING
    assert agree(other, one) not in AGREEING


@pytest.mark.parametrize("nothing", ["", "   ", "n/a", "unknown", "\x00", "---", "J."])
def test_no_name_says_nothing(nothing):
    assert agree(nothing, "Maria Santos") == "unknown"


def test_two_frequent_words_are_two_names_and_a_rare_one_a_slip():
    assert agree("Celina Santos", "Celine Santos", pl.Series(["celina", "celine"])) == "surname"
    assert agree("Catherine Santos", "Catharine Santos", pl.Series(["katherine"])) == "spelling"


names = st.lists(st.sampled_from(["Ana", "Maria", "Santos", "Reyes", "J.", "Jr.", "Nguyen", "Van", "de", "la", "Cruz", "-"]),
                 max_size=5).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(names | st.text(max_size=30), names | st.text(max_size=30))
def test_agreement_is_symmetric_and_never_fails(one, other):
    assert agree(one, other) == agree(other, one)
    assert agree(one, other) in RANKED


@settings(max_examples=40, deadline=None)
@given(st.permutations(["Ana", "Villareal", "Santos"]))
def test_the_order_of_words_says_nothing(words):
    assert agree(" ".join(words), "Ana Villareal Santos") == "same"
