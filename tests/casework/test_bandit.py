"""The security linter finds nothing in the code that faces the network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("bandit")
ROOT = Path(__file__).parents[2]


def test_it_finds_nothing():
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-f", "json", "-r", "src/tanglaw/casework", "src/tanglaw/cli"],
        check=False, cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    said = json.loads(done.stdout)
    assert said["metrics"]["_totals"]["loc"] > 2_000
    assert [f"{one['filename']}:{one['line_number']} {one['issue_text']}" for one in said["results"]] == []
