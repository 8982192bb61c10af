"""`tanglaw mapping` proposes what a person would, says how sure it is, and what it prints can be used as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import typer
from typer.testing import CliRunner

from tanglaw.cli import mapping as command
from tanglaw.common.errors import FaultsError
from tanglaw.payments.mapping_file import load_mapping
from tanglaw.payments.proposal.propose import propose
from tanglaw.payments.proposal.sample import take_sample
from tanglaw.payments.reading import read

HERE = Path(__file__).parent


def run(*arguments: str) -> tuple[str, str]:
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    result = CliRunner().invoke(app, ["mapping", *arguments], catch_exceptions=False)
    return result.stdout, result.stderr


def test_a_german_bank_export(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.chdir(HERE / "files")
    printed, said = run("umsatzexport.csv")
    golden("payments/umsatzexport.toml", printed)
    assert not said

    saved = tmp_path / "m.toml"
    saved.write_text(printed, encoding="utf-8")
    reading = read([Path("umsatzexport.csv")], load_mapping(saved))
    accepted = pl.concat([batch.accepted for batch in reading])
    assert reading.counts.accepted == 3
    assert accepted["originator_name"][0] == "Jörg Beispiel"
    assert str(accepted["executed_at"][0]) == "2025-03-08 22:41:07+00:00"


def test_json_for_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / "files")
    content = json.loads(run("umsatzexport.csv", "--json")[0])
    found = {one["column"]: one for one in content["columns"]}
    assert found["executed_at"]["from"] == ["Buchungstag", "Uhrzeit"]
    assert found["amount"]["sureness"] == "sure"
    assert content["missing"] == []
    assert content["unused"] == ["Filiale"]


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("Sender Country", ["AU", "DE"], "originator_country"),
        ("recipient_country_code", ["PH", "TH"], "beneficiary_country"),
        ("Pays du bénéficiaire", ["PH", "TH"], "beneficiary_country"),
        ("País del remitente", ["ES", "ES"], "originator_country"),
        ("customer e-mail", ["a@example.org", "b@example.org"], "originator_email"),
        ("DOB (sender)", ["1960-01-02", "1971-03-04"], "originator_birth_date"),
        ("Send Amount", ["51.00", "80.50"], "amount"),
        ("MTCN", ["123-1", "123-2"], "payment_id"),
        ("Transaction Date", ["2025-03-08", "2025-03-09"], "executed_at"),
        ("Payer name", ["Alan Example", "Jo Sample"], "originator_name"),
        ("x17", ["AUD", "EUR"], "currency"),
    ],
)
def test_names_and_values_speak(tmp_path: Path, header: str, values: list[str], expected: str) -> None:
    file = tmp_path / "p.csv"
    file.write_text(f"{header},other\n" + "".join(f"{value},-\n" for value in values), encoding="utf-8")
    assert [guess.column for guess in propose(take_sample(file)).guesses if guess.names == (header,)] == [expected]


def test_values_can_contradict_a_name(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text("amount,betrag\nnone,51.00\nnone,80.00\n", encoding="utf-8")
    assert {guess.column: guess.names for guess in propose(take_sample(file)).guesses}["amount"] == ("betrag",)


@pytest.mark.parametrize("content", [b"", b"<Document/>", b"%PDF-1.7", b'{"a": 1}', b"PAR1 and no more"])
def test_what_needs_no_mapping_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p").write_bytes(content)
    with pytest.raises(FaultsError):
        take_sample(tmp_path / "p")
