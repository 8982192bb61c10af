"""What measures are worth is drawn from authors' worlds: one voice an author, judged by the shares of others."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.expected.believed import RAISED, factors, written
from benchmarks.expected.examples import Examples, examples
from benchmarks.expected.pool import Pooled
from benchmarks.expected.shown import looked_at
from benchmarks.expected.voices import BELIEVED, CHECKS, LATEST, VOICES
from benchmarks.expected.without import without

from tanglaw.inference.credence import FILE, MOST, SIDES, read_credence
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

TELLS, MISLEADS = "night_share", "handles"


def world(seed: int, subjects: int = 400) -> Examples:
    """One measure tells the crime apart; another says as much, of anybody, at random."""
    random = np.random.default_rng(seed)
    truth = np.where(np.arange(subjects) < subjects // 10, 0, -1)
    nats = np.zeros((subjects, 2, 2), dtype=np.float32)
    nats[:, 0, 0] = np.where(truth == 0, 2.0, -1.0) + random.normal(0, 0.5, subjects)
    nats[:, 0, 1] = random.normal(0, 2.0, subjects)
    prior = np.log(np.array([0.1, 0.9], dtype=np.float32))
    crimes = np.array([True, False])
    return Examples((TELLS, MISLEADS), nats, prior, crimes, truth, np.ones(subjects, dtype=np.float32))


def test_what_tells_apart_is_believed_more_than_what_misleads():
    found = factors({"a": [world(1)], "b": [world(2)]}, "originator")
    assert found[TELLS] > RAISED
    assert found[MISLEADS] < 0.8
    assert max(found.values()) <= MOST


def test_of_a_measure_that_nobody_has_nothing_is_learned():
    found = factors({"a": [world(1)]}, "originator")
    assert found["payer_age"] == pytest.approx(RAISED)


def test_an_author_has_one_voice_however_many_worlds():
    once = factors({"a": [world(1)], "b": [world(2)]}, "originator")
    often = factors({"a": [world(1)] * 4, "b": [world(2)]}, "originator")
    assert often == pytest.approx(once, abs=0.02)


def test_the_file_it_writes_is_one_that_is_read():
    found = {role: {m.id: 0.5 for m in catalogue.of_role(role)} for role in SIDES.values()}
    assert read_credence(written(found).encode(), FILE) == found


def test_without_an_author_only_what_was_drawn_moves():
    library = load([LIBRARY], catalogue.bands())
    pattern = library.get("livestream_purchase")
    keys = [(pattern.id, expectation.measure) for expectation in pattern.expects]
    width = {expectation.measure: len(expectation.shares) for expectation in pattern.expects}
    flat = {key: np.full(width[key[1]], 1 / width[key[1]]) for key in keys}
    low = {key: np.eye(width[key[1]])[0] for key in keys}
    pooled, others = (
        {key: Pooled(shares, flat[key], 5, 0.1, 0.01) for key, shares in of.items()} for of in (flat, low)
    )
    for now, was in zip(without(library, pooled, pooled).get(pattern.id).expects, pattern.expects, strict=True):
        assert dict(now.shares) == pytest.approx(dict(was.shares), abs=2e-3)
    for now, was in zip(without(library, pooled, others).get(pattern.id).expects, pattern.expects, strict=True):
        if was.mark == "published":
            assert now == was
        else:
            assert sum(share for _, share in now.shares) == pytest.approx(1)
            assert now.shares[0][1] > was.shares[0][1]


def test_who_checks_is_asked_for_nothing():
    assert not set(CHECKS) & set(BELIEVED)
    assert set(VOICES) <= set(BELIEVED)
    assert set(LATEST) <= set(CHECKS)
    assert all(seed != 1 for worlds in BELIEVED.values() for _, seed in worlds)


def test_examples_are_all_true_subjects_and_stand_for_everybody_else(tmp_path):
    library = load([LIBRARY], catalogue.bands())
    for role, seen in looked_at("gateway", 5, 2_000, tmp_path).items():
        one = examples(seen, library.of(role), np.random.default_rng(0))
        crimes = {pattern.id for pattern in library.of(role) if pattern.kind == "pattern"}
        assert (one.truth >= 0).sum() == seen.kinds.is_in(list(crimes)).sum() > 0
        ordinary = ~seen.subject_kinds.is_in([*crimes, "material_purchase", "material_vendor"])
        assert one.stands_for[one.truth < 0].sum() == pytest.approx(ordinary.sum())
        assert one.nats.shape == (len(one.truth), len(one.prior), len(one.measures))
        assert one.crimes.sum() == len(crimes)
