"""A small catalogue of measures and a whole pattern that fits it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tanglaw.patterns.pattern import Catalogue

GOOD = """\
id: livestream_purchase
kind: pattern
role: originator
title: Live-streamed sexual abuse of children, paying side
summary: >
  An adult pays small sums abroad.
account_holder: subject of review
protect: false
urgency: 0.3
prior: {share: 0.0003, mark: assumed, source: "No prevalence is published"}
expects:
  median_usd:
    shares: {"10-25": 0.2, "25-50": 0.35}
    mark: published
    source: "AIC T&I 639 (2021): half of known payers' medians lie in A$30–110"
    reason: "half of their payments are under {value}, {times} rarer here"
  night_share:
    shares: {none: 0.4, most: 0.2}   # the rest to "some"
    mark: assumed
    source: "FATF 2025 speaks of evenings and nights; no share is published"
tells_apart: Kin are paid by day.
"""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return {
        ("originator", "median_usd"): ("under 10", "10-25", "25-50", "50+"),
        ("originator", "night_share"): ("none", "some", "most"),
        ("originator", "distinct_receivers"): ("1", "2-3", "4+"),
        ("beneficiary", "distinct_payers"): ("1", "2-3", "4+"),
    }


@pytest.fixture(scope="session")
def good() -> str:
    return GOOD


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of pattern files from ``name=text``."""

    def make(**files: str | bytes) -> Path:
        path = tmp_path / "mine"
        path.mkdir(exist_ok=True)
        for name, text in files.items():
            (path / f"{name}.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return make
