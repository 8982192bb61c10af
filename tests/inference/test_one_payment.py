"""A pattern of repeated payments is never read out of a single one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from invented import EXPLANATIONS, MEASURES, modelled, subjects

from tanglaw.inference.evidence import ABSTAINED, LONE
from tanglaw.inference.explanations import score
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

REPEATED = (replace(EXPLANATIONS[0], repeated=True), *EXPLANATIONS[1:])


@given(st.integers(0, 30))
def test_one_payment_speaks_against_a_repeated_pattern_at_most(seed: int) -> None:
    frame = subjects(seed)
    before, model = modelled(frame), modelled(frame, explanations=REPEATED)
    lone = (frame["rows"] == 1).to_numpy()
    held, free = score(model), score(before)
    prior = model.prior()[0]
    assert (held.support[lone, 0] <= prior + 1e-6).all()
    assert (free.support[lone, 0] > prior).any(), "without the rule a single payment would speak for it"
    sums = held.support[:, 0] + held.offsets[0]
    assert np.allclose(sums[~lone], (free.support[:, 0] + free.offsets[0])[~lone]), "two payments are read as ever"
    assert np.array_equal(held.anybody, free.anybody)
    assert (model.evidence.stratum[lone] == LONE).all()


def test_what_is_left_is_still_a_sum_of_its_reasons() -> None:
    frame = subjects(3)
    model = modelled(frame, explanations=REPEATED)
    scored = score(model)
    for row in np.flatnonzero(frame["rows"] == 1)[:20]:
        reasons = [
            float(table[model.evidence.cell[row], code, 0])
            for table, code in zip(model.nats, model.evidence.codes[row], strict=True)
            if code != ABSTAINED
        ]
        assert all(nats <= 0 for nats in reasons)
        assert np.isclose(scored.support[row, 0], model.prior()[0] - scored.offsets[0] + sum(reasons), atol=1e-5)


def test_explanations_that_may_show_in_one_payment_are_read_as_ever() -> None:
    """Whoever is extorted may pay once, and so may a family."""
    patterns = load([LIBRARY], catalogue.bands())
    repeated = {pattern.id for pattern in patterns if pattern.repeated}
    assert repeated == {"livestream_purchase", "facilitation", "minor_purchase", "minor_recipient"}
    frame = subjects(3).with_columns(rows=pl.lit(1, pl.UInt32))
    both = modelled(frame, MEASURES, REPEATED), modelled(frame)
    for explanation in (1, 2):
        assert np.array_equal(score(both[0]).support[:, explanation], score(both[1]).support[:, explanation])
