"""Delimited text of every kind that banks send becomes payments; what cannot is kept with its reason."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from rows import HEADER, row, text, write

from tanglaw.common.errors import FaultsError
from tanglaw.payments.columns import CHECKED_SCHEMA, REJECTED_SCHEMA
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.reading import Reading, read


def everything(*paths: Path, mapping: Mapping | None = None) -> tuple[pl.DataFrame, pl.DataFrame, Reading]:
    reading = read(list(paths), mapping)
    batches = list(reading)
    accepted = pl.concat([pl.DataFrame(schema=CHECKED_SCHEMA), *(batch.accepted for batch in batches)])
    rejected = pl.concat([pl.DataFrame(schema=REJECTED_SCHEMA), *(batch.rejected for batch in batches)])
    assert reading.counts.read == accepted.height + rejected.height
    return accepted, rejected, reading


def test_a_plain_file(tmp_path: Path) -> None:
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", text(row(), row(payment_id="P-2"))))
    assert rejected.height == 0
    first = accepted.row(0, named=True)
    assert first["executed_at"] == datetime(2025, 3, 8, 12, 41, 7, tzinfo=UTC)
    assert first["amount"] == Decimal(51)
    assert first["time_known"] is True
    assert first["originator_name"] == "Alan Example"
    assert accepted["line"].to_list() == [2, 3]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    names = ["Jürgen Müller", "Zoë Größe", "François Ångström", "José Muñoz"]
    content = text(
        *(row(payment_id=f"P-{i}", originator_name=name) for i, name in enumerate(names)), delimiter=delimiter
    )
    accepted, rejected, _ = everything(write(tmp_path / "p.txt", content, encoding))
    assert rejected.height == 0
    assert accepted["originator_name"].to_list() == names


def test_quoted_newlines_keep_line_numbers_right(tmp_path: Path) -> None:
    content = text(
        row(reference='"two\nlines, ""quoted"""'), row(payment_id="P-2", amount="none"), row(payment_id="P-3")
    )
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", content))
    assert accepted["reference"].to_list() == ['two\nlines, "quoted"', "school fees"]
    assert accepted["line"].to_list() == [2, 5]
    assert rejected["line"].to_list() == [4]


def test_a_ragged_row_is_kept_with_its_reason(tmp_path: Path) -> None:
    content = text(row()) + "P-2,2025-03-08,5\n" + ",".join(row(payment_id="P-3")) + ",surplus\n"
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", content))
    assert accepted.height == 1
    assert rejected["problem"].to_list() == [
        "found 3 fields; expected 10, as the header has",
        "found 11 fields; expected 10, as the header has",
    ]
    assert rejected["raw"][0] == "P-2,2025-03-08,5"


def test_several_faults_make_one_rejected_row(tmp_path: Path) -> None:
    content = text(row(amount="NaN", currency="DOLLARS", originator_id=" "))
    _, rejected, _ = everything(write(tmp_path / "p.csv", content))
    assert rejected.height == 1
    assert rejected["field"][0] == "originator_id, amount, currency"
    assert "amount: found 'NaN', which is not a number; expected" in rejected["problem"][0]
    assert rejected["raw"][0] == content.splitlines()[1]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "NaN"), ("amount", "inf"), ("amount", "-51.00"), ("amount", "0"), ("amount", ""), ("amount", "=1+1"),
        ("amount", "1e400"), ("amount", "0.0000000000000000001"), ("executed_at", "0000-01-01T00:00:00Z"),
        ("executed_at", "9999-12-31"), ("executed_at", "1989-12-31"), ("executed_at", "2025-02-30"), ("executed_at", "soon"),
        ("currency", "ZZZ"), ("originator_country", "Atlantis"), ("payment_id", ""), ("beneficiary_id", "x" * 600),
    ],
)  # fmt: skip
def test_a_required_value_that_cannot_be_used_rejects_its_row(tmp_path: Path, field: str, value: str) -> None:
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", text(row(), row(**{field: value}))))
    assert accepted.height == 1
    assert rejected["field"].to_list() == [field]
    assert rejected["problem"][0].startswith("found ")


def test_missing_columns_of_all_files_are_one_error(tmp_path: Path) -> None:
    one = write(tmp_path / "one.csv", "Payment ID,Value,currency\nP-1,5,AUD\n")
    two = write(tmp_path / "two.csv", "nothing\n1\n")
    with pytest.raises(FaultsError) as caught:
        read([one, two])
    assert len(caught.value.faults) == 2
    said = str(caught.value)
    assert "originator_id" in said
    assert "beneficiary_country" in said
    assert "--mapping" in said


def test_header_only_and_empty_files(tmp_path: Path) -> None:
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", text()))
    assert accepted.height == rejected.height == 0
    assert accepted.schema == CHECKED_SCHEMA


def test_a_file_cut_short_inside_quotes_loses_nothing(tmp_path: Path) -> None:
    content = text(row(), row(payment_id="P-2")) + 'P-3,2025-03-08,5,AUD,C,AU,R,PH,"Alan Exa'
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", content))
    assert accepted.height == 2
    assert rejected["line"].to_list() == [4]
    assert "quote" in rejected["problem"][0]


def test_one_open_quote_does_not_swallow_the_rest(tmp_path: Path) -> None:
    rows = [row(payment_id=f"P-{i}", reference='"fees"') for i in range(50)]
    rows[10] = row(payment_id="P-10", reference='"fees')
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", text(*rows)))
    assert accepted.height == 49
    assert rejected["line"].to_list() == [12]


def test_an_inch_mark_is_a_letter(tmp_path: Path) -> None:
    accepted, _, _ = everything(write(tmp_path / "p.csv", text(row(reference='5" pipe'))))
    assert accepted["reference"].to_list() == ['5" pipe']


def test_a_gigantic_record_and_a_gigantic_field_are_refused(tmp_path: Path) -> None:
    rows = [
        row(),
        row(payment_id="P-2", reference="x" * 20_000),
        row(payment_id="P-3", reference="x" * 3_000_000),
        row(payment_id="P-4"),
    ]
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", text(*rows)))
    assert accepted["payment_id"].to_list() == ["P-1", "P-4"]
    assert rejected["line"].to_list() == [3, 4]
    assert rejected["raw"].str.len_chars().max() < 3_000


def test_the_header_may_stand_below_other_lines(tmp_path: Path) -> None:
    content = "Remit One export\nPeriod;March\n\n" + text(row(), delimiter=";") + "Sum;51.00\n"
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", content))
    assert accepted["line"].to_list() == [5]
    assert rejected["line"].to_list() == [6]


def test_decimal_comma_is_decided_by_the_column(tmp_path: Path) -> None:
    rows = [row(amount="1.234"), row(payment_id="P-2", amount="51,00"), row(payment_id="P-3", amount="1.000.000,5")]
    accepted, _, _ = everything(write(tmp_path / "p.csv", text(*rows, delimiter=";")))
    assert accepted["amount"].to_list() == [Decimal(1234), Decimal(51), Decimal("1000000.5")]


def test_columns_are_found_whatever_their_order_and_case(tmp_path: Path) -> None:
    header = tuple(name.replace("_", " ").title() for name in reversed(HEADER))
    accepted, _, _ = everything(write(tmp_path / "p.csv", text(tuple(reversed(row())), header=header)))
    assert accepted.height == 1


def test_a_carriage_return_after_a_quote_is_no_line_end(tmp_path: Path) -> None:
    content = text(row(payment_id='"P-1"\r\x01'), row(payment_id="P-2"))
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", content))
    assert accepted["payment_id"].to_list() == ["P-2"]
    assert rejected["line"].to_list() == [2]


def test_two_parsers_that_disagree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tanglaw.payments.delimited.rows.pl.read_csv", lambda *_, **__: pl.DataFrame({"column_0": []}))
    content = text(row(reference='"two\nlines"'), row(payment_id="P-2"))
    accepted, _, _ = everything(write(tmp_path / "p.csv", content))
    assert accepted["payment_id"].to_list() == ["P-1", "P-2"]
    assert accepted["reference"].to_list() == ["two\nlines", "school fees"]
