"""A mapping file: what it may say, all its faults at once, and what applying it does."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from rows import row, text, write
from test_reading_text import everything

from tanglaw.common.errors import FaultsError
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.mapping_file import load_mapping, mapping_from

FULL = """
[file]
delimiter = ";"
encoding = "cp1252"
decimal = ","
date_format = "%d.%m.%Y %H:%M"
birth_date_format = "%d.%m.%Y"
timezone = "Europe/Berlin"
skip_lines = 1

[columns]
payment_id = "Nr"
executed_at = ["Tag", "Uhrzeit"]
amount = "Betrag"
originator_id = "Kunde"
beneficiary_id = "Ziel"
beneficiary_country = "Land"
rail = "Weg"

[constants]
originator_country = "DE"
currency = "EUR"

[values.rail]
"A" = "cash_pickup"
[values.beneficiary_country]
"Philippinen" = "PH"
"""


def test_everything_a_mapping_can_say(tmp_path: Path) -> None:
    mapping = load_mapping(write(tmp_path / "m.toml", FULL))
    content = "Export\nNr;Tag;Uhrzeit;Betrag;Kunde;Ziel;Land;Weg\n1;08.03.2025;22:41;1.051,00;Jörg;Z;Philippinen;A\n"
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", content, "cp1252"), mapping=mapping)
    assert rejected.height == 0
    first = accepted.row(0, named=True)
    assert first["executed_at"] == datetime(2025, 3, 8, 21, 41, tzinfo=UTC)
    assert first["amount"] == Decimal(1051)
    assert (first["currency"], first["originator_country"], first["beneficiary_country"]) == ("EUR", "DE", "PH")
    assert (first["rail"], first["originator_id"], first["line"]) == ("cash_pickup", "Jörg", 3)


def test_all_faults_of_a_mapping_at_once() -> None:
    content = {
        "file": {
            "delimiter": ";;",
            "encoding": "klingon",
            "decimal": "'",
            "timezone": ["x"],
            "skip_lines": -1,
            "dateformat": "%d",
        },
        "columns": {"amuont": "x", "currency": 3},
        "constants": {"amount": 1.5},
        "column": {},
        "values": {"rail": "x"},
    }
    with pytest.raises(FaultsError) as caught:
        mapping_from(content, "m.toml")
    said = [str(fault) for fault in caught.value.faults]
    assert len(said) == 11
    assert any("Did you mean amount?" in one for one in said)
    assert any("Did you mean date_format?" in one for one in said)
    assert any("Did you mean columns?" in one for one in said)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[columns\n", b'a = "\x00"'])
def test_a_mapping_that_is_no_toml(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FaultsError, match="The mapping cannot be read"):
        load_mapping(write(tmp_path / "m.toml", content))


def test_a_mapped_column_that_the_file_lacks_is_named(tmp_path: Path) -> None:
    file = write(tmp_path / "p.csv", text(row()).replace("amount", "Betrag EUR"))
    with pytest.raises(FaultsError, match="the mapping says 'Betrag'; closest: 'Betrag EUR'"):
        everything(file, mapping=Mapping(columns={"amount": ("Betrag",)}))


def test_a_mapping_leaves_files_alone_that_already_have_the_names(tmp_path: Path) -> None:
    ours = write(tmp_path / "a.csv", text(row()))
    theirs = write(tmp_path / "b.csv", text(row(payment_id="P-2")).replace("amount", "Betrag"))
    accepted, _, _ = everything(ours, theirs, mapping=Mapping(columns={"amount": ("Betrag",)}))
    assert accepted.height == 2


def test_dates_that_could_be_two_things_are_asked_about(tmp_path: Path) -> None:
    file = write(tmp_path / "p.csv", text(row(executed_at="03/04/2025 10:00")))
    with pytest.raises(FaultsError, match="%d/%m/%Y or %m/%d/%Y"):
        everything(file)
    accepted, _, _ = everything(file, mapping=Mapping(date_format="%m/%d/%Y"))
    assert accepted["executed_at"][0] == datetime(2025, 3, 4, 10, tzinfo=UTC)


def test_amounts_that_could_be_two_things_are_asked_about(tmp_path: Path) -> None:
    file = write(tmp_path / "p.csv", text(row(amount="1.234"), delimiter=";"))
    with pytest.raises(FaultsError, match="decimal point or decimal comma"):
        everything(file)
    accepted, _, _ = everything(file, mapping=Mapping(decimal=","))
    assert accepted["amount"].to_list() == [Decimal(1234)]


@pytest.mark.parametrize(
    ("written", "form", "expected"),
    [
        ("1741473667", "epoch_s", datetime(2025, 3, 8, 22, 41, 7, tzinfo=UTC)),
        ("1741473667123", "epoch_ms", datetime(2025, 3, 8, 22, 41, 7, 123000, tzinfo=UTC)),
        ("08-Mar-2025 10:41 PM", "%d-%b-%Y", datetime(2025, 3, 8, 22, 41, tzinfo=UTC)),
        ("2025-03-08T22:41:07.123456Z", "%d.%m.%Y", datetime(2025, 3, 8, 22, 41, 7, 123456, tzinfo=UTC)),
    ],
)
def test_stated_date_formats(tmp_path: Path, written: str, form: str, expected: datetime) -> None:
    file = write(tmp_path / "p.csv", text(row(executed_at=written)))
    accepted, _, _ = everything(file, mapping=Mapping(date_format=form))
    assert accepted["executed_at"].to_list() == [expected]


def test_local_times_when_the_clock_changes(tmp_path: Path) -> None:
    rows = [row(executed_at=at) for at in ("2025-03-30 02:30:00", "2025-10-26 02:30:00", "2025-10-26 02:30:00+01:00")]
    accepted, _, _ = everything(write(tmp_path / "p.csv", text(*rows)), mapping=Mapping(timezone="Europe/Berlin"))
    assert [at.strftime("%H:%M") for at in accepted["executed_at"]] == ["01:30", "00:30", "01:30"]
