"""Everything about identities is tested with the linkage model."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _with_the_model(linkage_model: None) -> None:
    """Every test here."""
