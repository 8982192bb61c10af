"""Folders, partitions, patterns, archives and formats mix in one call; what is no payment file is said at once."""

from __future__ import annotations

import gzip
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from rows import HEADER, row, text, write
from test_reading_text import everything

from tanglaw.common.errors import FaultsError
from tanglaw.payments.mapping import Mapping


def table(*rows: tuple[str, ...]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=list(HEADER), orient="row")


def test_typed_parquet(tmp_path: Path) -> None:
    frame = table(row(), row(payment_id="P-2")).with_columns(
        executed_at=pl.lit(datetime(2025, 3, 8, 22, 41, tzinfo=UTC)),
        amount=pl.Series([Decimal("51.10"), Decimal("0.00")], dtype=pl.Decimal(12, 2)),
        currency=pl.col("currency").cast(pl.Categorical),
        originator_birth_date=pl.lit(date(1963, 5, 2)),
    )
    frame.write_parquet(tmp_path / "p.parquet")
    accepted, rejected, _ = everything(tmp_path / "p.parquet")
    assert accepted["amount"].to_list() == [Decimal("51.10")]
    assert accepted["originator_birth_year"].to_list() == [1963]
    assert rejected["line"].to_list() == [2]
    assert "which is zero" in rejected["problem"][0]
    assert '"payment_id": "P-2"' in rejected["raw"][0]


def test_floats_and_integers_and_dates(tmp_path: Path) -> None:
    values = [51.1, 0.1 + 0.2, float("nan"), float("inf"), -5.0, 1e300, None]
    frame = table(*(row(payment_id=f"P-{i}") for i in range(7))).with_columns(
        amount=pl.Series(values), executed_at=pl.lit(date(2025, 3, 8)), originator_id=pl.int_range(7)
    )
    frame.write_parquet(tmp_path / "p.parquet")
    accepted, rejected, _ = everything(tmp_path / "p.parquet")
    assert accepted["amount"].to_list() == [Decimal("51.1"), Decimal("0.30000000000000004")]
    assert accepted["time_known"].to_list() == [False, False]
    assert rejected.height == 5
    assert (rejected["field"] == "amount").all()


def test_a_folder_of_partitions_and_formats_in_order(tmp_path: Path) -> None:
    year = tmp_path / "in" / "institution=Remit%20One" / "year=2025"
    year.mkdir(parents=True)
    write(year / "b.csv", text(row(payment_id="P-b")))
    table(row(payment_id="P-a")).write_parquet(year / "a.parquet")
    write(year / "c.csv.gz", gzip.compress(text(row(payment_id="P-c")).encode()))
    with zipfile.ZipFile(year / "d.zip", "w") as archive:
        archive.writestr("one.csv", text(row(payment_id="P-d1"), delimiter=";"))
        archive.writestr("two.csv", text(row(payment_id="P-d2")))
    write(year / "_SUCCESS", b"")
    write(year / ".hidden.csv", b"x")
    write(year / "empty.csv", b"")
    accepted, _, reading = everything(tmp_path / "in")
    assert accepted["payment_id"].to_list() == ["P-a", "P-b", "P-c", "P-d1", "P-d2"]
    assert accepted["institution"].unique().to_list() == ["Remit One"]
    assert accepted["source"][3].endswith("d.zip/one.csv")
    assert any("empty.csv: empty" in note for note in reading.notes)
    assert sum(counts.read for counts in reading.by_source.values()) == reading.counts.read == 5


def test_patterns_and_files_given_twice(tmp_path: Path) -> None:
    for name in ("p-1.csv", "p-2.csv"):
        write(tmp_path / name, text(row(payment_id=name)))
    accepted, _, reading = everything(tmp_path / "p-*.csv", tmp_path / "p-1.csv")
    assert accepted["payment_id"].to_list() == ["p-1.csv", "p-2.csv"]
    assert any("read once" in note for note in reading.notes)


def test_every_unfit_input_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    paths = [tmp_path / "absent.csv", tmp_path / "folder"]
    with pytest.raises(FaultsError) as caught:
        everything(*paths)
    assert len(caught.value.faults) == 2
    paths = [
        write(tmp_path / "a.pdf", b"%PDF-1.7 x"),
        write(tmp_path / "b.xls", b"\xd0\xcf\x11\xe0 x"),
        write(tmp_path / "c.json", b'[{"a": 1}]'),
        write(tmp_path / "d.parquet", b"PAR1 cut short"),
        write(tmp_path / "e.csv.gz", b"\x1f\x8b broken"),
    ]
    with zipfile.ZipFile(tmp_path / "f.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(FaultsError) as caught:
        everything(*paths, tmp_path / "f.xlsx")
    assert len(caught.value.faults) == 6


def test_a_gzip_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    rows = [row(payment_id=f"P-{i:05d}", reference=str(i * 7919 % 10007)) for i in range(5000)]
    packed = gzip.compress(text(*rows).encode())
    accepted, rejected, _ = everything(write(tmp_path / "p.csv.gz", packed[: len(packed) // 2]))
    assert accepted.height > 100
    assert "expected the file to be whole" in rejected["problem"][-1]


def test_times_that_are_all_midnight_say_nothing_of_the_hour(tmp_path: Path) -> None:
    rows = [row(payment_id=f"P-{i}", executed_at=f"2025-03-{i + 1:02d} 00:00:00") for i in range(25)]
    accepted, _, _ = everything(write(tmp_path / "p.csv", text(*rows)))
    assert not accepted["time_known"].any()


def test_optional_values_that_cannot_be_used_are_counted(tmp_path: Path) -> None:
    header = (*HEADER, "rail", "originator_birth_year", "originator_timezone", "beneficiary_birth_year")
    rows = [
        (*row(), "Mobile Wallet", "1963", "Australia/Brisbane", " "),
        (*row(payment_id="P-2"), "pigeon", "long ago", "Mars/Base", "1990.0"),
    ]
    accepted, rejected, reading = everything(write(tmp_path / "p.csv", text(*rows, header=header)))
    assert rejected.height == 0
    assert accepted["rail"].to_list() == ["wallet", None]
    assert accepted["originator_birth_year"].to_list() == [1963, None]
    assert accepted["beneficiary_birth_year"].to_list() == [None, 1990]
    assert reading.counts.warnings == {
        "originator_birth_year: value not understood, left empty": 1,
        "originator_timezone: value not understood, left empty": 1,
        "rail: value not understood, left empty": 1,
    }


def test_text_is_kept_to_the_letter_where_it_is_evidence(tmp_path: Path) -> None:
    rows = [row(reference=" school  fees ", originator_name="  Alan Example "), row(payment_id="P-2", reference="   ")]
    accepted, _, _ = everything(write(tmp_path / "p.csv", text(*rows)))
    assert accepted["reference"].to_list() == [" school  fees ", None]
    assert accepted["originator_name"][0] == "Alan Example"


def test_damaged_letters_reject_an_id_and_are_shown_elsewhere(tmp_path: Path) -> None:
    good = text(*(row(payment_id=f"P-{i}", originator_name="Jürgen") for i in range(3))).encode()
    bad = text(row(payment_id="P-8", originator_name="J@rgen"), row(payment_id="P-9", originator_id="C@"))
    accepted, rejected, reading = everything(
        write(tmp_path / "p.csv", good + bad.split("\n", 1)[1].encode().replace(b"@", b"\xfc"))
    )
    assert accepted["originator_name"].to_list()[-1] == "J\ufffdrgen"
    assert rejected["field"].to_list() == ["originator_id"]
    assert reading.counts.warnings == {"bytes that are not UTF-8, shown as \ufffd": 2}


def test_zero_bytes_are_left_out_and_counted(tmp_path: Path) -> None:
    content = text(row(), row(payment_id="P-2")).replace("P-2", "P\0-2") + "\0\0\0\0"
    accepted, rejected, reading = everything(write(tmp_path / "p.csv", content))
    assert accepted["payment_id"].to_list() == ["P-1", "P-2"]
    assert rejected.height == 0
    assert reading.counts.warnings == {"zero bytes, left out": 5}


def test_countries_are_normalised_and_constants_fill_what_is_absent(tmp_path: Path) -> None:
    content = text(row(originator_country="aus", beneficiary_country="xk", currency="aud")).replace("currency", "ccy")
    accepted, _, _ = everything(write(tmp_path / "p.csv", content), mapping=Mapping(constants={"currency": "EUR"}))
    assert accepted.select("originator_country", "beneficiary_country", "currency").row(0) == ("AU", "XK", "EUR")


def test_old_mac_line_ends_and_windows_line_ends(tmp_path: Path) -> None:
    for ending in ("\r", "\r\n"):
        accepted, rejected, _ = everything(write(tmp_path / "p.csv", text(row(), row()).replace("\n", ending)))
        assert (accepted.height, rejected.height) == (2, 0)
        assert accepted["reference"].to_list() == ["school fees"] * 2


def test_times_without_an_offset_are_pointed_out(tmp_path: Path) -> None:
    for at, pointed_out in (("2025-03-08 22:41:07", True), ("2025-03-08T22:41:07+10:00", False), ("2025-03-08", False)):
        _, _, reading = everything(write(tmp_path / "p.csv", text(row(executed_at=at))))
        assert any("read as UTC" in note for note in reading.notes) is pointed_out
