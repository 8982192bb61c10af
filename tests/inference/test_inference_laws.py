"""What holds of every score: it is a sum that adds up, and it counts nothing twice."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import EXPLANATIONS, MEASURES, explanation, measure, modelled, subjects

from tanglaw.inference.baseline import baseline
from tanglaw.inference.evidence import ABSTAINED, gather
from tanglaw.inference.explanations import Share, account, score
from tanglaw.inference.families import weights
from tanglaw.inference.model import Model

SEEDS = st.integers(0, 10_000)
some_seeds = settings(max_examples=20)


def sums_of(model: Model) -> np.ndarray:
    """(subjects, explanations) sum of evidence: what support holds beyond the prior and the offset."""
    scored = score(model)
    return np.asarray(scored.support - model.prior()[:-1] + scored.offsets)


@some_seeds
@given(SEEDS)
def test_shares_of_bands_add_up_to_one_wherever_anybody_is(seed):
    evidence = gather(subjects(seed), MEASURES)
    for column, table in enumerate(baseline(evidence)):
        assert (table >= 0).all()
        read = evidence.cell[evidence.codes[:, column] != ABSTAINED]
        assert table[np.unique(read)].sum(axis=1) == pytest.approx(1, abs=1e-12)


def test_a_band_is_never_thought_impossible_where_somebody_is_in_it():
    evidence = gather(subjects(1), MEASURES)
    for column, table in enumerate(baseline(evidence)):
        codes = evidence.codes[:, column]
        known = codes != ABSTAINED
        assert (table[evidence.cell[known], codes[known]] > 0).all()


@some_seeds
@given(SEEDS)
def test_explanations_share_one_whole(seed):
    scored = score(modelled(subjects(seed)))
    assert scored.posterior.shape == (900, len(EXPLANATIONS) + 1)
    assert scored.posterior.sum(axis=1) == pytest.approx(1, abs=1e-12)
    assert ((scored.posterior >= 0) & (scored.posterior <= 1)).all()
    assert np.isfinite(scored.support).all()


@some_seeds
@given(SEEDS, st.integers(0, 899))
def test_the_account_adds_up_to_the_evidence(seed, row):
    model = modelled(subjects(seed))
    sums = sums_of(model)
    scored = score(model)
    for at, pattern in enumerate(EXPLANATIONS):
        told = sum(share.weight for share in account(model, row, at))
        assert told == pytest.approx(sums[row, at], abs=1e-12)
        assert scored.support[row, at] == pytest.approx(
            np.log(pattern.prior.share) - scored.offsets[at] + told, abs=1e-12
        )


@some_seeds
@given(SEEDS, st.permutations([3, 5, 7, 11]))
def test_what_a_corridor_is_called_is_no_evidence(seed, labels):
    frame = subjects(seed)
    swapped = dict(zip(frame["corridor"].unique().sort(), labels, strict=True))
    other = frame.with_columns(pl.col("corridor").replace_strict(swapped, return_dtype=pl.UInt32))
    assert score(modelled(other)).posterior == pytest.approx(score(modelled(frame)).posterior, abs=1e-9)


@some_seeds
@given(SEEDS)
def test_order_of_subjects_is_no_evidence(seed):
    frame = subjects(seed)
    there = np.random.default_rng(seed).permutation(frame.height)
    assert score(modelled(frame[there])).posterior == pytest.approx(score(modelled(frame)).posterior[there], abs=1e-9)


@some_seeds
@given(SEEDS)
def test_a_measure_that_abstains_says_nothing(seed):
    frame = subjects(seed).with_columns(
        pl.when(pl.int_range(pl.len()) > 2).then(pl.col(m.id)).alias(m.id) for m in MEASURES
    )
    model = modelled(frame)
    assert sums_of(model)[:3] == pytest.approx(0, abs=1e-12)
    assert [account(model, row, at) for row in range(3) for at in range(3)] == [[]] * 9


def test_a_measure_that_nobody_has_changes_nothing():
    frame = subjects(4)
    more = (*MEASURES, measure("never"))
    sought = explanation("sought", {"a": (0.1, 0.2, 0.7), "never": (0.1, 0.2, 0.7)})
    silent = modelled(frame.with_columns(never=pl.lit(None, pl.Float32)), more, (sought,))
    plain = modelled(frame, MEASURES, (explanation("sought", {"a": (0.1, 0.2, 0.7)}),))
    assert sums_of(silent) == pytest.approx(sums_of(plain), abs=1e-12)


@some_seeds
@given(SEEDS)
def test_a_measure_taken_twice_counts_once(seed):
    one, twin = measure("a"), measure("twin", "a")
    frame = subjects(seed, measures=(one,)).with_columns(twin="a")
    alone = modelled(frame, (one,), (explanation("x", {"a": (0.1, 0.2, 0.7)}),))
    twice = modelled(frame, (one, twin), (explanation("x", {"a": (0.1, 0.2, 0.7), "twin": (0.1, 0.2, 0.7)}),))
    assert (np.abs(sums_of(twice)) <= np.abs(sums_of(alone)) * (1 + 1e-9)).all()


@some_seeds
@given(SEEDS)
def test_a_measure_of_the_same_family_never_adds_in_full(seed):
    one, near = measure("a"), measure("near", "a")
    random = np.random.default_rng(seed)
    frame = subjects(seed, measures=(one,), absent=0)
    frame = frame.with_columns(
        near=pl.when(pl.Series(random.random(frame.height) < 0.8)).then("a").otherwise(1.0).cast(pl.Float32)
    )
    assert (weights(gather(frame, (one, near))) < 0.75).all()


@some_seeds
@given(SEEDS)
def test_every_measure_counts_at_most_once(seed):
    counted = weights(gather(subjects(seed), MEASURES))
    assert ((counted > 0) & (counted <= 1)).all()


def contradictions(frame: pl.DataFrame) -> list[Share]:
    """Parts of accounts whose weight says other than their two shares do."""
    model = modelled(frame)
    told = [share for row in range(0, 900, 45) for at in range(len(EXPLANATIONS)) for share in account(model, row, at)]
    assert told
    return [s for s in told if abs(s.expected - s.seen) > 1e-9 and (s.weight > 0) != (s.expected > s.seen)]


@some_seeds
@given(SEEDS)
def test_what_is_expected_more_than_seen_speaks_for_and_the_rest_against(seed):
    assert not contradictions(subjects(seed))


def test_the_same_where_a_few_payments_cannot_reach_a_band():
    few = pl.when(pl.col("rows") < 3).then(pl.col("a").clip(0, 1)).otherwise("a")
    assert not [share for seed in range(5) for share in contradictions(subjects(seed).with_columns(a=few))]


@some_seeds
@given(SEEDS)
def test_more_of_what_is_expected_never_lowers_support(seed):
    """Two subjects of one cell, alike but for one measure: the one in the band more expected than seen stands higher."""
    frame = subjects(seed, absent=0)
    first = frame[:1].with_columns(corridor=pl.lit(frame["corridor"].mode()[0], pl.UInt32), a=pl.lit(0, pl.Float32))
    second = first.with_columns(a=pl.lit(2, pl.Float32))
    model = modelled(pl.concat([first, second, frame]))
    one, other = ({share.measure.id: share for share in account(model, row, 0)} for row in (0, 1))
    ratio = [share.expected / share.seen for share in (one["a"], other["a"])]
    support = score(model).support[:2, 0]
    if abs(ratio[0] - ratio[1]) > 0.1:
        assert (support[1] > support[0]) == (ratio[1] > ratio[0])


@some_seeds
@given(SEEDS)
def test_over_ordinary_people_the_odds_do_not_rise_on_average(seed):
    """Likelihood ratios average one or less; the likeliest, whom the prior allows for, are left out."""
    model = modelled(subjects(seed))
    scored = score(model)
    for at, pattern in enumerate(EXPLANATIONS):
        gained = np.sort(scored.support[:, at] - np.log(pattern.prior.share))
        kept = gained[: round(len(gained) * (1 - min(0.5, 3 * pattern.prior.share)))]
        assert np.exp(kept).mean() <= 1 + 1e-9


def test_nobody_is_scored_without_failing():
    scored = score(modelled(subjects(1).clear()))
    assert scored.support.shape == (0, len(EXPLANATIONS))
    assert scored.posterior.shape == (0, len(EXPLANATIONS) + 1)


def test_one_subject_alone_keeps_its_prior():
    scored = score(modelled(subjects(1)[:1]))
    assert scored.posterior[0, -1] > 0.3
