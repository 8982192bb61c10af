from __future__ import annotations

import json

from typer.testing import CliRunner

from tanglaw.cli.main import build


def test_simulate_makes_a_world_and_says_what_it_holds(tmp_path):
    call = ["simulate", str(tmp_path), "--senders", "200", "--months", "3", "--seed", "4"]
    result = CliRunner().invoke(build(), call)
    assert result.exit_code == 0
    assert "the truth is apart" in result.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"payments.parquet", "truth.parquet", "world.json"}


def test_simulate_speaks_json(tmp_path):
    call = ["simulate", str(tmp_path), "--senders", "200", "--months", "3", "--format", "csv", "--json"]
    result = CliRunner().invoke(build(), [*call, "--drop-column", "reference"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["payments_path"].endswith("payments.csv")
    assert "reference" not in (tmp_path / "payments.csv").read_text().splitlines()[0]
