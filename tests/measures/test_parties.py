"""Parties are gathered once each, however payments are batched, with the instant they were first seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tanglaw.identities.entities import PARTY_SCHEMA, ROLES
from tanglaw.measures.parties import GatheredParties, Parties, details_of, tells_who
from tanglaw.payments.columns import CHECKED_SCHEMA

_START = datetime(2025, 1, 1, tzinfo=UTC)
_SOME = st.none() | st.sampled_from(["a", "b"])
_PAYMENTS = st.lists(
    st.tuples(st.sampled_from(["C1", "C2"]), st.sampled_from(["R1", "R2"]), _SOME, _SOME, st.integers(0, 5)),
    max_size=40,
)


def checked(rows: list[tuple[str, str, str | None, str | None, int]]) -> pl.DataFrame:
    said = {
        "originator_id": [row[0] for row in rows],
        "beneficiary_id": [row[1] for row in rows],
        "originator_device": [row[2] for row in rows],
        "beneficiary_name": [row[3] for row in rows],
        "executed_at": [_START + timedelta(days=row[4]) for row in rows],
    }
    frame = pl.DataFrame(said, schema_overrides={name: CHECKED_SCHEMA[name] for name in said})
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in CHECKED_SCHEMA.items() if name not in said]
    return frame.with_columns(missing).select(CHECKED_SCHEMA.names())


def gathered(batches: list[pl.DataFrame], folder: Path) -> GatheredParties:
    with Parties(folder) as parties:
        for batch in batches:
            parties.add(batch)
        return parties.close()


def plainly(payments: pl.DataFrame) -> pl.DataFrame:
    """What should come out, as one group_by."""
    sides = []
    for role in ROLES:
        columns = {"subject_id": f"{role}_id", **details_of(role)}
        side = payments.select(
            pl.lit(role).alias("role"), *(pl.col(column).alias(name) for name, column in columns.items()),
            first_seen=pl.col("executed_at").dt.epoch("s"),
        )  # fmt: skip
        sides.append(
            side.with_columns(pl.lit(None, d).alias(n) for n, d in PARTY_SCHEMA.items() if n not in side.columns)
        )
    every = pl.concat(side.select(PARTY_SCHEMA.names()).cast(dict(PARTY_SCHEMA)) for side in sides)
    return every.group_by(pl.exclude("first_seen")).agg(pl.col("first_seen").min())


@given(_PAYMENTS, st.lists(st.integers(0, 40), max_size=3))
@settings(max_examples=60)
def test_every_combination_comes_once_however_payments_are_batched(rows, cuts):
    edges = sorted({0, len(rows), *(min(cut, len(rows)) for cut in cuts)})
    batches = [checked(rows[start:end]) for start, end in pairwise(edges)]
    with TemporaryDirectory() as folder:
        found = gathered(batches, Path(folder)).read()
    expected = plainly(checked(rows)).select(found.columns)
    assert found.schema == PARTY_SCHEMA
    assert_frame_equal(found, expected, check_row_order=False)


def test_an_address_on_a_network_tells_no_combinations_apart(tmp_path):
    batch = checked([("C1", "R1", "a", None, day) for day in range(3)])
    batch = batch.with_columns(originator_ip=pl.Series(["203.0.113.1", "203.0.113.2", "203.0.113.3"]))
    payers = gathered([batch], tmp_path).read().filter(role="originator")
    assert payers["ip"].to_list() == ["203.0.113.1"]


def test_names_of_some_subjects(tmp_path):
    parties = gathered(
        [checked([("C1", "R1", None, "b", 0), ("C1", "R2", None, "a", 0), ("C1", "R1", None, "a", 1)])], tmp_path
    )
    wanted = pl.DataFrame({"role": ["beneficiary"], "subject_id": ["R1"]})
    assert parties.names(wanted).rows() == [("beneficiary", "R1", "a"), ("beneficiary", "R1", "b")]


def test_nothing_gathered_is_nobody():
    assert GatheredParties().read().is_empty()
    assert GatheredParties().read().schema == PARTY_SCHEMA


def test_only_details_of_ones_own_tell_who_somebody_is():
    assert not tells_who({"originator_country", "beneficiary_city", "originator_birth_year", "originator_ip_address"})
    assert tells_who({"beneficiary_phone"})
