"""A small practice world and what detect finds in it, made once for the tests of filings that need a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.practised import practised


@pytest.fixture(scope="session")
def results(tmp_path_factory) -> Path:
    return practised(tmp_path_factory, 800, 5, 0.03).results
