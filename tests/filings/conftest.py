"""A small practice world and what detect finds in it, made once for the tests of filings that need a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tanglaw.lab.worlds import simulate
from tanglaw.leads.detection import detect


@pytest.fixture(scope="session")
def results(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("practice")
    world = simulate(folder / "world", senders=800, months=12, seed=5, prevalence=0.03)
    detect([world.payments_path], folder / "results")
    return folder / "results"
