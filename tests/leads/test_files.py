# ruff: noqa: DTZ001 -- only days are written, or the zone is set by the strategy
"""Leads survive the files they are kept in, and a spreadsheet opens them without running anything."""

from __future__ import annotations

import csv
import re
from dataclasses import fields, replace
from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanglaw.leads.files import LEADS_SCHEMA, read_leads, write_leads
from tanglaw.leads.lead import Lead, Reason
from tanglaw.leads.spreadsheet import COLUMNS, safe

from .sample import PROTECTED_NAMES, sample

CONTRACT = [
    "lead_id",
    "rank",
    "pattern",
    "role",
    "entity_id",
    "subject_ids",
    "score",
    "urgency",
    "protect",
    "reasons",
    "payment_ids",
    "first_seen",
    "last_seen",
    "payments",
    "total_usd",
    "counterparties",
]

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.floats(allow_nan=False)
reasons = st.builds(
    Reason, texts, texts, texts, st.none() | numbers, texts, texts, numbers, numbers, numbers, texts, texts,
    st.sampled_from(["published", "assumed"]), st.lists(texts, max_size=3).map(tuple),
)  # fmt: skip
instants = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))
many = st.lists(texts, max_size=3).map(tuple)
leads = st.builds(
    Lead, lead_id=texts, rank=st.integers(1, 10**9), pattern=texts, pattern_title=texts, role=st.sampled_from(["originator", "beneficiary"]),
    entity_id=texts, subject_ids=many, name=st.none() | texts, score=numbers, log_odds=numbers, prior=numbers, competition=numbers, urgency=numbers,
    urgency_reasons=many, protect=st.booleans(), account_holder=texts, reasons=st.lists(reasons, max_size=3).map(tuple),
    against=st.lists(reasons, max_size=2).map(tuple), closest_ordinary=st.none() | texts, closest_ordinary_title=texts,
    closest_ordinary_share=numbers, abstained=many, payment_ids=many, first_seen=instants, last_seen=instants, payments=st.integers(0, 10**9),
    total_usd=numbers, counterparties=st.integers(0, 10**9), corridor=texts,
    score_alone=numbers,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(leads, max_size=4))
def test_what_was_written_is_read_back_exactly(tmp_path, written):
    write_leads(tmp_path, written)
    protected = {(lead.role, subject) for lead in written if lead.protect for subject in lead.subject_ids}

    def masked(lead):
        return lead.protect or any((lead.role, subject) in protected for subject in lead.subject_ids)

    assert read_leads(tmp_path) == [replace(lead, name=None) if masked(lead) else lead for lead in written]


def test_parquet_starts_with_the_contract_and_holds_every_field(tmp_path):
    write_leads(tmp_path, sample()[0])
    table = pl.read_parquet(tmp_path / "leads.parquet")
    assert table.columns[: len(CONTRACT)] == CONTRACT
    assert table.schema == LEADS_SCHEMA
    assert set(table.columns) == {field.name for field in fields(Lead)}
    assert [field.name for field in table.schema["reasons"].inner.fields] == [field.name for field in fields(Reason)]


def test_neither_file_names_a_protected_person_under_any_pattern(tmp_path):
    leads = sample()[0]
    victim = next(lead for lead in leads if lead.protect and lead.name)
    also = replace(victim, lead_id="L-also", pattern="livestream_purchase", protect=False)
    write_leads(tmp_path, [*leads, also])
    for file in ("leads.parquet", "leads.csv"):
        raw = (tmp_path / file).read_bytes().decode("utf-8", "replace")
        assert not [name for name in PROTECTED_NAMES if name in raw], file
    assert next(lead for lead in read_leads(tmp_path) if lead.lead_id == "L-also").name is None
    assert any(lead.name == "Alan Example" for lead in read_leads(tmp_path))


def test_the_same_leads_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_leads(tmp_path / name, sample()[0])
    for file in ("leads.parquet", "leads.csv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def rows(folder):
    raw = (folder / "leads.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(raw.decode("utf-8-sig").splitlines()))


def test_csv_has_the_contract_first_and_bare_numbers(tmp_path):
    leads = sample()[0]
    write_leads(tmp_path, leads)
    heading, *lines = rows(tmp_path)
    assert heading == list(COLUMNS)
    assert heading[: len(CONTRACT)] == CONTRACT
    assert [line[0] for line in lines] == [lead.lead_id for lead in leads]
    first = (tmp_path / "leads.csv").read_text("utf-8-sig").splitlines()[1]
    assert first.startswith('"L-0001",1,"livestream_purchase","originator","C-4401","C-4401",0.97,0.9,"false",')


def test_times_are_written_so_that_a_spreadsheet_knows_them(tmp_path):
    leads = sample()[0]
    write_leads(tmp_path, leads)
    heading, *lines = rows(tmp_path)
    for column in ("first_seen", "last_seen"):
        for lead, line in zip(leads, lines, strict=True):
            assert datetime.fromisoformat(line[heading.index(column)]) == getattr(lead, column).replace(
                tzinfo=None, microsecond=0
            )


def test_csv_withholds_names_of_protected_people(tmp_path):
    write_leads(tmp_path, sample()[0])
    text = (tmp_path / "leads.csv").read_text("utf-8-sig")
    assert not [name for name in PROTECTED_NAMES if name in text]
    assert "Name withheld" in text
    assert "Alan Example" in text


def test_an_empty_run_gives_empty_tables(tmp_path):
    write_leads(tmp_path, [])
    assert read_leads(tmp_path) == []
    assert len(rows(tmp_path)) == 1


def test_more_payments_than_a_cell_holds_are_counted_not_cut(tmp_path):
    lead = replace(sample()[0][0], payment_ids=tuple(f"P-{number:07d}" for number in range(5_000)))
    write_leads(tmp_path, [lead])
    cell = rows(tmp_path)[1][COLUMNS.index("payment_ids")]
    assert len(cell) < 32_767
    kept = cell.split(" | ")
    assert kept[-1] == f"and {5_000 - len(kept) + 1:,} more in leads.parquet"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("school fees", "school fees"),
        ("=1+1", "'=1+1"),
        ("+63 917", "'+63 917"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"),
        ('a,"=1"', 'a,"\'=1"'),
        ("＝1", "'＝1"),
        ("0012345", "'0012345"),
        ("1234567890123456789", "'1234567890123456789"),
        ("12E5", "'12E5"),
        ("1-2", "'1-2"),
        ("2024-01-05", "'2024-01-05"),
        ("1/2", "'1/2"),
        ("12:30", "'12:30"),
        ("12:30 pm", "'12:30 pm"),
        ("3,5", "'3,5"),
        ("1 234", "'1 234"),
        ("5%", "'5%"),
        ("$5", "'$5"),
        ("€ 5.00", "'€ 5.00"),
        ("MAR1", "'MAR1"),
        ("5 Jan 2024", "'5 Jan 2024"),
        ("Sept-2", "'Sept-2"),
        ("R-9020", "R-9020"),
        ("4711", "4711"),
        ("Mar", "Mar"),
        ("June Example", "June Example"),
        ("C4401", "C4401"),
        ("true", "true"),
        ("", ""),
    ],
)
def test_cells_are_neutralised(text, cell):
    assert safe(text) == cell


@given(st.text(max_size=40) | st.from_regex(re.compile(r"[\s'\";,|]*[=+\-@\t\r].{0,5}")))
def test_no_cell_starts_a_formula_however_it_is_split(text):
    for piece in re.split(r"[,;|\t\r\n]", safe(text)):
        assert not re.match(r"[\s\"']*(?<!')[=+\-@＝＋－＠]", piece)


def test_no_name_of_a_protected_person_stands_in_the_lead_files(tmp_path):
    """Not in any column: a joined lead carries every name of its accounts."""
    leads = [replace(lead, names=(lead.name, "Second Name Recorded")) for lead in sample()[0] if lead.name]
    write_leads(tmp_path, leads)
    protected = [lead for lead in leads if lead.protect]
    assert protected
    for row in pl.read_parquet(tmp_path / "leads.parquet").filter(protect=True).iter_rows(named=True):
        assert row["name"] is None
        assert row["names"] == []
