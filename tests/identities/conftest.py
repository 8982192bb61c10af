"""Everything about identities is tested with the linkage model."""

from __future__ import annotations

import pytest

from tanglaw.identities import model


@pytest.fixture(scope="module", autouse=True)
def _with_the_model(splink_is_there):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model, "available", splink_is_there)
        yield
