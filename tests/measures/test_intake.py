"""What was accepted comes back as it was, whatever columns the input lacked; duplicates and clashes are told apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tanglaw.measures import intake
from tanglaw.measures.accepted import read_accepted, write_accepted
from tanglaw.measures.intake import Intake, take_in
from tanglaw.measures.names_met import NamesMet
from tanglaw.measures.rows import Enrichment, decode_corridor, encode_corridor
from tanglaw.payments.columns import CHECKED_SCHEMA, REJECTED_SCHEMA
from tanglaw.payments.rates import Rates
from tanglaw.payments.reading import read

PAYMENTS = """\
payment_id,executed_at,amount,currency,originator_id,originator_country,beneficiary_id,beneficiary_country,reference,originator_birth_date
P1,2025-03-08T22:41:07Z,51.00,AUD,C1,AU,R1,PH,school fees,
P2,2025-03-09,20.10,AUD,C2,AU,R1,PH,,1963-05-02
P2,2025-03-09,20.10,AUD,C2,AU,R1,PH,,1963-05-02
P1,2025-03-10,99.00,AUD,C1,AU,R2,PH,,
P4,yesterday,1,AUD,C1,AU,R2,PH,,
"""


@pytest.fixture
def taken(tmp_path: Path) -> Intake:
    (tmp_path / "payments.csv").write_text(PAYMENTS)
    (tmp_path / "work").mkdir()
    return take_in([tmp_path / "payments.csv"], tmp_path / "work", Enrichment(Rates.load()), buckets=2)


def test_accepted_payments_come_back_as_they_were_checked(taken: Intake, tmp_path: Path) -> None:
    whole = pl.concat(batch.accepted for batch in read([tmp_path / "payments.csv"]))
    back = taken.payments(pl.Series([0, 1, 3], dtype=pl.UInt64), CHECKED_SCHEMA.names())
    assert back["originator_birth_date"].to_list() == [None, date(1963, 5, 2), None]
    assert_frame_equal(back.drop("row"), whole[[0, 1, 3]])


def test_compressed_payments_are_the_same_payments(taken: Intake, tmp_path: Path) -> None:
    (tmp_path / "less").mkdir()
    less = take_in([tmp_path / "payments.csv"], tmp_path / "less", Enrichment(Rates.load()), buckets=2, compressed=True)
    rows = pl.Series([0, 1, 3], dtype=pl.UInt64)
    for columns in (CHECKED_SCHEMA.names(), ["rail"], ["payment_id", "rail"]):
        assert_frame_equal(less.payments(rows, columns), taken.payments(rows, columns))
    assert_frame_equal(less.by_payer.read(0), taken.by_payer.read(0))


def test_a_column_that_nobody_filled_is_null(taken: Intake) -> None:
    back = taken.payments(pl.Series([1], dtype=pl.UInt64), ["rail", "payment_id"])
    assert back.rows() == [(1, None, "P2")]
    assert back.schema["rail"] == pl.String


def test_counts_add_up(taken: Intake) -> None:
    counts = taken.counts
    assert (counts.read, counts.accepted, counts.rejected, counts.duplicates) == (5, 2, 2, 1)
    assert taken.dropped.to_list() == [2, 3]
    rejected = pl.concat(pl.read_parquet(part) for part in taken.rejected)
    assert rejected.schema == REJECTED_SCHEMA
    assert rejected["line"].to_list() == [6, 5]


def test_repeats_compared_one_by_one_are_told_apart_the_same(
    taken: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_COMPARED", 1)
    (tmp_path / "one").mkdir()
    again = take_in([tmp_path / "payments.csv"], tmp_path / "one", Enrichment(Rates.load()), buckets=2)
    assert again.counts == taken.counts
    assert_frame_equal(*(pl.concat(map(pl.read_parquet, one.rejected)).sort("line") for one in (again, taken)))


def test_both_layouts_hold_every_row(taken: Intake) -> None:
    assert sum(taken.by_payer.rows) == sum(taken.by_receiver.rows) == 4


def test_a_corridor_is_packed_and_said() -> None:
    packed = pl.DataFrame({"a": ["AU", "gb"], "b": ["PH", "KE"]}).select(encode_corridor(pl.col("a"), pl.col("b")))
    assert [decode_corridor(corridor) for corridor in packed.to_series()] == ["AU→PH", "GB→KE"]


def test_names_are_read_the_same_when_they_come_again() -> None:
    names = pl.Series(["Maria dela Cruz", None, "Remit One Ltd", "Maria dela Cruz", ""])
    met = NamesMet()
    first, nobody = met.read([names, pl.Series([None], dtype=pl.String)])
    assert_frame_equal(met.read([names])[0], first)
    assert first["s1"][0] is not None
    assert first["s1"][0] == first["s1"][3]
    assert first["organisation"].to_list() == [False, None, True, False, None]
    assert nobody.null_count().row(0) == (1, 1, 1, 1)


def test_single_payments_are_found_among_many(tmp_path: Path) -> None:
    rows = 40_000
    batch = pl.DataFrame({"payment_id": pl.Series(range(rows)).cast(pl.String)})
    whole = batch.select(pl.lit(None, dtype).alias(name) if name != "payment_id" else pl.col(name)
                         for name, dtype in CHECKED_SCHEMA.items())  # fmt: skip
    path = write_accepted(whole, tmp_path, 0)
    places = np.array([0, 16_383, 16_384, 39_999])
    assert read_accepted(path, ["rail", "payment_id"], places).rows() == [(None, str(place)) for place in places]
    assert read_accepted(path, ["rail"], places).rows() == [(None,)] * 4
