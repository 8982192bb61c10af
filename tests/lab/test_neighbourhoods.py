"""People of a small country have the friends that people of a large one have; else corridors could not be compared."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.lab.worlds.corridors import ORIGINS
from tanglaw.lab.worlds.neighbourhoods import NOWHERE, Neighbourhoods, nearest, shared_out
from tanglaw.lab.worlds.settings import Settings
from tanglaw.lab.worlds.world import make

LARGE = {"US", "AU", "GB"}
RNG = np.random.default_rng


@given(st.integers(0, 300), st.lists(st.floats(0.1, 30), min_size=1, max_size=12))
def test_places_are_shared_out_whole_and_more_of_them_are_fewer_for_nobody(places, shares):
    won = shared_out(places, shares)
    assert won.sum() == places
    assert (shared_out(places + 1, shares) >= won).all()
    assert all(won[a] >= won[b] for a in range(len(won)) for b in range(len(won)) if shares[a] > shares[b])


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4).filter(any), min_size=1, max_size=5))
def test_the_nearest_flag_is_found(rows):
    for row, found in zip(rows, nearest(np.array(rows)), strict=True):
        flagged = [at for at, flag in enumerate(row) if flag]
        assert found.tolist() == [min(flagged, key=lambda at: abs(at - here)) for here in range(4)]


def _two():
    """Two neighbourhoods of country 3, of four people each; the second and the last of each pay."""
    age = np.array([[15.0, 20, 35, 60], [16.0, 25, 40, 70]])
    people = np.arange(8).reshape(2, 4) + 100
    return Neighbourhoods(np.array([3, 3]), age, people, people[:, [1, 1, 1, 3]], teenagers=1)


def test_somebody_of_ones_age_is_found_in_each_neighbourhood():
    place, age = np.array([0, 0, 1, 1, 1]), np.array([12.0, 34.0, 17.0, 69.0, 95.0])
    assert _two().of_age(RNG(1), place, age, 0.0).tolist() == [0, 2, 1, 3, 3]
    about = _two().of_age(RNG(1), np.full(500, 1), np.full(500, 16.0), 1.0)
    assert set(about.tolist()) == {0, 1, 2, 3}
    assert (about < 2).mean() > 0.7


def test_a_country_without_a_neighbourhood_has_none_to_offer():
    assert set(_two().choose(RNG(1), np.array([3] * 20 + [2, 4])).tolist()) == {0, 1, -1}
    assert NOWHERE.choose(RNG(1), np.array([0, 3])).tolist() == [-1, -1]


@pytest.fixture(scope="module")
def friendships():
    """Who pays whom at home in life's everyday way, in twelve small worlds: one row a pair, with ages."""
    found = []
    for seed in range(12):
        table, truth = make(Settings(senders=5_000, months=6, seed=seed, kind="clean"))
        everyday = [
            truth.filter((pl.col("role") == role) & (pl.col("pattern") == "ordinary") & (pl.col("variant") == "beside"))
            .select(pl.col("subject_id").alias(f"{role}_id"), pl.col("person").alias(role))
            for role in ("originator", "beneficiary")
        ]  # fmt: skip
        at_home = table.filter(pl.col("originator_country") == pl.col("beneficiary_country"))
        pairs = at_home.join(everyday[0], on="originator_id").join(everyday[1], on="beneficiary_id")
        found.append(
            pairs.group_by("originator", "beneficiary").agg(
                country=pl.col("originator_country").first(),
                older=(pl.col("beneficiary_birth_year").first() - pl.col("originator_birth_year").first()).abs(),
                minor=pl.col("beneficiary_birth_year").first() > pl.col("executed_at").dt.year().min() - 18,
                seed=pl.lit(seed),
            )
        )
    return pl.concat(found).with_columns(large=pl.col("country").is_in(list(LARGE)))


def test_every_country_has_friends_in_a_small_world(friendships):
    assert set(friendships["country"]) == set(ORIGINS)


def test_friends_are_as_near_in_age_in_a_small_country(friendships):
    near = dict(friendships.group_by("large").agg((pl.col("older") < 5).mean()).iter_rows())
    assert near[True] > 0.5
    assert near[False] == pytest.approx(near[True], rel=0.1)


def test_people_of_a_small_country_pay_as_many_friends_and_as_many_minors(friendships):
    each = friendships.group_by("large", "seed", "originator").agg(pl.len(), pl.col("minor").sum())
    large, small = (each.filter(large=which) for which in (True, False))
    assert small["len"].mean() == pytest.approx(large["len"].mean(), rel=0.1)
    assert small["minor"].mean() == pytest.approx(large["minor"].mean(), rel=0.25)


def test_people_of_a_small_country_are_paid_by_as_many_friends(friendships):
    pairs = friendships.with_columns(payers=pl.len().over("seed", "beneficiary"))
    payers = dict(pairs.group_by("large").agg(pl.col("payers").mean()).iter_rows())
    assert payers[False] == pytest.approx(payers[True], rel=0.15)
