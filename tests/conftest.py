"""Fixtures for every test: what a person reads is kept as golden files, refreshed by ``pytest --refresh``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tanglaw.identities import model

# Machines that run tests are slow and shared, so time is no failure; in CI the same examples are tried in every run.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Spark's work here takes seconds: to make the best code for it, and to collect on all cores, takes longer than it does.
os.environ.setdefault("SPARK_SUBMIT_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")

GOLDEN = Path(__file__).parent / "golden"

_AVAILABLE = model.available


@pytest.fixture(scope="session")
def splink_is_there() -> Callable[[], bool]:
    """The function itself, which :func:`_identifiers_only` hides."""
    return _AVAILABLE


@pytest.fixture(scope="session", autouse=True)
def _identifiers_only():
    """Detect without the linkage model, as where its extra is not installed; it takes seconds a run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "available", lambda: False)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bring files that wait for browsers or for Spark to the front, so that no worker sits with one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("browser") or item.get_closest_marker("spark")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare ``text`` with ``tests/golden/NAME``; with ``--refresh`` write it, for review in the diff."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--refresh"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {name}: run pytest --refresh and review the diff"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; if meant: pytest --refresh, review the diff"

    return compare
