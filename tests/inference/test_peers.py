"""With whom a subject is compared: its corridor, or small corridors of the same sort, and what that is called."""

from __future__ import annotations

import polars as pl

from tanglaw.inference.evidence import gather
from tanglaw.measures.rows import encode_corridor


def compared(**sizes):
    """Corridor → whom its subjects are compared with, for corridors of these sizes."""
    names = pl.Series([name for name, size in sizes.items() for _ in range(size)]).to_frame("name")
    packed = names.select(encode_corridor(pl.col("name").str.head(2), pl.col("name").str.tail(2))).to_series()
    evidence = gather(
        pl.DataFrame({"corridor": packed, "rows": [1] * len(packed)}, schema_overrides={"rows": pl.UInt32}), ()
    )
    assert evidence.corridor.max() < len(evidence.corridors)
    return {name: evidence.peers(names["name"].index_of(name)) for name in sizes}


def test_a_large_corridor_stands_for_itself():
    assert compared(AUPH=200, AUAU=400) == {"AUPH": "in AU→PH", "AUAU": "in AU→AU"}


def test_small_corridors_within_a_country_stand_apart_from_those_across_borders():
    found = compared(AUPH=300, NONO=150, SESE=90, GBTH=199, CAUA=5)
    assert found["AUPH"] == "in AU→PH"
    assert found["NONO"] == found["SESE"] == "in smaller corridors within one country"
    assert found["GBTH"] == found["CAUA"] == "in smaller corridors across borders"


def test_small_corridors_between_countries_that_send_stand_apart_from_those_to_countries_that_receive():
    found = compared(AUPH=300, USPH=260, DEVN=150, AUUS=130, USDE=90, AUVN=70, DEAU=5)
    assert found["AUUS"] == found["USDE"] == found["DEAU"] == "in smaller corridors between countries that send"
    assert found["DEVN"] == found["AUVN"] == "in smaller corridors"
    assert found["AUPH"] == "in AU→PH"


def test_where_even_they_are_few_all_small_ones_stand_together():
    found = compared(AUPH=300, NONO=150, SESE=20, GBTH=30)
    assert found["NONO"] == found["SESE"] == found["GBTH"] == "in smaller corridors"


def test_who_stands_together_shares_its_cells_and_nobody_else_does():
    names = ["AUPH"] * 250 + ["NONO"] * 120 + ["SESE"] * 120 + ["GBTH"] * 3
    packed = (
        pl.DataFrame({"n": names}).select(encode_corridor(pl.col("n").str.head(2), pl.col("n").str.tail(2))).to_series()
    )
    evidence = gather(pl.DataFrame({"corridor": packed, "rows": pl.Series([1] * len(names), dtype=pl.UInt32)}), ())
    groups = {}
    for name, at in zip(names, evidence.corridor.tolist(), strict=True):
        groups.setdefault(at, set()).add(name)
    assert sorted(map(sorted, groups.values())) == [["AUPH"], ["GBTH"], ["NONO", "SESE"]]


def test_nobody_at_all_is_compared_without_failing():
    evidence = gather(pl.DataFrame(schema={"corridor": pl.UInt32, "rows": pl.UInt32}), ())
    assert evidence.corridors == (0,)
