"""The rounds under Spark: bit for bit what they are here."""

from __future__ import annotations

import importlib.util
import shutil
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from subjects import PAYERS, RECEIVERS, drawn, graph, some_pairs

from tanglaw.common import spark_session
from tanglaw.inference import rounds
from tanglaw.inference.network import pass_evidence
from tanglaw.inference.spark_rounds import converse


@pytest.fixture(scope="module", autouse=True)
def session():
    if missing := [name for name in ("pyspark", "pandas") if importlib.util.find_spec(name) is None]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    return spark_session.session()


def equal(payers, receivers, pairs, folder: Path) -> int:
    between = graph(payers, receivers, pairs)
    here = pass_evidence(payers, receivers, between)
    there = pass_evidence(payers, receivers, between, partial(converse, work=folder))
    assert np.array_equal(there.payers.network, here.payers.network)
    assert np.array_equal(there.receivers.network, here.receivers.network)
    assert (there.change, there.settled, there.rounds) == (here.change, here.settled, here.rounds)
    assert not list(folder.iterdir())
    return here.rounds


@pytest.mark.spark
def test_spark_equals_local_bit_for_bit(tmp_path: Path):
    assert equal(drawn(PAYERS, 400, 1), drawn(RECEIVERS, 300, 2), some_pairs(400, 300, 900, 3), tmp_path) > 3


@pytest.mark.spark
def test_also_when_answers_go_half_of_the_way_and_when_rounds_run_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rounds, "HALFWAY_AFTER", 2)
    monkeypatch.setattr(rounds, "MOST_ROUNDS", 5)
    equal(drawn(PAYERS, 60, 4, 9.0), drawn(RECEIVERS, 60, 5, 9.0), some_pairs(60, 60, 400, 6), tmp_path)


@pytest.mark.spark
def test_nobody_pays_anybody_there_either(tmp_path: Path):
    assert equal(drawn(PAYERS, 3), drawn(RECEIVERS, 2), [], tmp_path) == 0


@pytest.mark.spark
def test_a_hub_there(tmp_path: Path):
    equal(drawn(PAYERS, 70_000), drawn(RECEIVERS, 1), [(at, 0) for at in range(70_000)], tmp_path)
