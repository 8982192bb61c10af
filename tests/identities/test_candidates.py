"""Which pairs the linkage model is asked about: every one that could become a link, and few others."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tanglaw.identities.blocking import blocks
from tanglaw.identities.candidates import NEEDED, candidates, meeting_places
from tanglaw.identities.comparing import Comparer
from tanglaw.identities.details import Details, collect
from tanglaw.identities.model import _same_home
from tanglaw.identities.name_agreement import PART, SAME
from tanglaw.identities.sharing import share

_NUMBERS = ["+639175550100", "+639175550101", "+63917555010", "+61491570156", "+61491570165", "+6149157015"]
_HOMES = ["12 Rizal Street", "12 Rizal St", "112 Rizal Street", "12 Mabini Avenue", "7 Quezon Road"]

_party = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Ana Dizon", "Anna Dizon", "Ana Maria Dizon", "Ben Dizon", "Carla Ocampo", None]),
        "birth_year": st.sampled_from([1980, 1981, None]),
        "phone": st.sampled_from([*_NUMBERS, None]),
        "address": st.sampled_from([*_HOMES, None]),
        "city": st.sampled_from(["Cebu City", "Davao", None]),
    }
)


def _details(parties: list[dict[str, object]], moves: list[int]) -> Details:
    rows = [{"subject_id": f"C-{n:03}", "country": "PH", "first_seen": 1, **one} for n, one in enumerate(parties)]
    # Some have lived in a second town.
    rows += [rows[n % len(rows)] | {"city": "Iligan City", "first_seen": 2} for n in moves]
    schema = {"birth_year": pl.Int16, "first_seen": pl.Int64}
    return collect(pl.DataFrame(rows, schema_overrides=schema, infer_schema_length=None).with_columns(role=pl.lit("")))


def _may_link(details: Details, values: pl.DataFrame) -> set[tuple[int, int]]:
    """Pairs of blocks that agree in as much as a link needs: two of four for a person, name and town for a household."""
    keys = blocks(details, values)
    met = keys.join(keys, on="key").filter(pl.col("idx") < pl.col("idx_right"))
    pairs = met.select(left="idx", right="idx_right").unique().sort("left", "right")
    compared = Comparer.of(details).compare(pairs)
    first = values.group_by("idx", "kind").agg(pl.col("value").min())
    of = {(idx, kind): value for idx, kind, value in first.iter_rows()}
    homes = [
        pl.Series([(of.get((idx, "address")) or "").split(" | ")[0] or None for idx in pairs[side]], dtype=pl.String)
        for side in ("left", "right")
    ]
    near = _same_home(*homes) if pairs.height else pl.Series(dtype=pl.Boolean)
    found = set()
    for row, home in zip(compared.select("left", "right", "years", "city", "agreement").iter_rows(), near, strict=True):
        left, right, years, city, agreement = row
        phones = of.get((left, "phone")), of.get((right, "phone"))
        close = phones[0] is not None and phones[1] is not None and Levenshtein.distance(phones[0], phones[1]) <= 1
        alike = (years == "same") + (city == "same") + close + bool(home)
        if alike >= NEEDED or (city == "same" and agreement in {SAME, PART}):
            found.add((left, right))
    return found


@given(st.lists(_party, min_size=2, max_size=25), st.lists(st.integers(0, 24), max_size=4))
def test_no_pair_that_could_be_a_link_is_left_out(parties: list[dict[str, object]], moves: list[int]) -> None:
    details = _details(parties, moves)
    values = share(details, "payers").values
    assert _may_link(details, values) <= set(candidates(details, values).iter_rows())


def _asked(*parties: tuple[str, int | None, str]) -> list[tuple[int, ...]]:
    details = _details(
        [
            {"name": name, "birth_year": year, "phone": None, "address": None, "city": city}
            for name, year, city in parties
        ],
        [],
    )
    return candidates(details, share(details, "payers").values).rows()


def test_a_name_and_a_year_in_common_are_not_enough() -> None:
    assert _asked(("Ana Dizon", 1980, "Cebu City"), ("Ana Dizon", 1980, "Davao")) == []
    assert _asked(("Ana Dizon", 1980, "Cebu City"), ("Ana Dizon", 1980, "Cebu City")) == [(0, 1)]


def test_a_name_and_a_town_in_common_are_enough_and_a_word_and_a_town_are_not() -> None:
    assert _asked(("Ana Dizon", None, "Cebu City"), ("Ana Maria Dizon", None, "Cebu City")) == [(0, 1)]
    assert _asked(("Ana Dizon", None, "Cebu City"), ("Carla Dizon", None, "Cebu City")) == []


def test_each_pair_meets_in_a_place_of_its_own() -> None:
    pairs = pl.DataFrame({"left": [0, 0], "right": [1, 2]}, schema={"left": pl.UInt32, "right": pl.UInt32})
    assert sorted(meeting_places(pairs).iter_rows()) == [(0, 0), (0, 1), (1, 0), (2, 1)]
