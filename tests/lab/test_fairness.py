"""False alarms by group, how far groups differ beyond chance, and who is harmed."""

from __future__ import annotations

import json
import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import UsageError
from tanglaw.lab.evaluation import evaluate
from tanglaw.lab.evaluation.disparity import compare, pulled_in
from tanglaw.lab.evaluation.fairness import MINORS, fairness
from tanglaw.lab.evaluation.inputs import read
from tanglaw.lab.evaluation.intervals import byar, simultaneous, wilson


def people(rng, rates, size=4_000, kinds=1):
    """People of several corridors who are false alarms as often as ``rates`` say, whatever their kind."""
    return pl.concat(
        pl.DataFrame({
            "corridor": name, "kind": rng.integers(0, kinds, size), "alarm": rng.random(size) < rate,
        }) for name, rate in rates.items()
    )  # fmt: skip


def test_wilson_agrees_with_published_limits():
    """Newcombe 1998, Statistics in Medicine 17:857, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    for seen, of, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(seen / of, of) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 400), st.integers(1, 400))
def test_wilson_holds_the_share_and_stays_a_share(seen, of):
    seen = min(seen, of)
    low, high = wilson(seen / of, of)
    assert 0 <= low <= seen / of <= high <= 1
    assert (low == 0) == (seen == 0)
    assert (high == 1) == (seen == of)


def test_byar_is_near_the_exact_limits_of_a_poisson_count():
    """Exact limits by Garwood 1936: none seen 0–3.689, 1: 0.0253–5.572, 10: 4.795–18.39, 100: 81.36–121.63."""
    for seen, low, high in ((0, 0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39), (100, 81.36, 121.63)):
        found = byar(seen, 2.0)
        assert found[0] * 2 == pytest.approx(low, rel=0.02, abs=0.02)
        assert found[1] * 2 == pytest.approx(high, rel=0.02)


def test_the_interval_of_a_picked_pair_is_wider_than_that_of_a_single_one():
    assert simultaneous(2) == pytest.approx(1.96, abs=1e-3)
    assert simultaneous(10) > 3


def test_groups_that_are_alike_are_found_alike_and_others_are_not():
    rng = np.random.default_rng(5)
    alike = compare(people(rng, dict.fromkeys("ABCDEFGH", 0.005)), "corridor", ("kind",))
    assert alike.ratio > 1.25, "the plain ratio of eight groups is above 1.25 by chance alone"
    assert alike.low < 1 < alike.high
    assert not alike.more_than(1.25)
    apart = compare(people(rng, dict.fromkeys("ABCDEFG", 0.005) | {"H": 0.02}), "corridor", ("kind",))
    assert apart.highest == "H"
    assert apart.low > 1.25
    assert apart.more_than(1.25)
    assert 2 < apart.pulled_in < apart.ratio


def test_chance_worlds_are_called_unlike_as_seldom_as_promised():
    """Among worlds without any difference, p falls under 0.1 in about a tenth."""
    rng = np.random.default_rng(8)
    ps = [compare(people(rng, dict.fromkeys("ABCD", 0.006), 2_000), "corridor", ("kind",)).p for _ in range(80)]
    assert 1 <= sum(p < 0.1 for p in ps) <= 18


def worlds_of_clumps(rng, rates, together, worlds=12):
    """People of several corridors and worlds who are false alarms so many at a time."""
    return pl.concat(
        people(rng, rates, 4_000 // together)
        .select(pl.col("corridor").repeat_by(together), pl.col("alarm").repeat_by(together))
        .explode("corridor", "alarm")
        .with_columns(world=pl.lit(world))
        for world in range(worlds)
    )


def test_alarms_that_come_together_are_not_held_for_many_mistakes():
    """Where eight neighbours stand high or none, chance swings far: p falls under 0.1 in a tenth of worlds all the same."""
    rng = np.random.default_rng(9)
    clumped = [worlds_of_clumps(rng, dict.fromkeys("ABCDEF", 0.008), 8) for _ in range(40)]
    one_by_one = [compare(pool, "corridor", ("world",)).p for pool in clumped]
    together = [compare(pool, "corridor", ("world",), worlds="world") for pool in clumped]
    assert sum(p < 0.1 for p in one_by_one) > 25
    assert 1 <= sum(found.p < 0.1 for found in together) <= 10
    assert np.mean([found.clumps for found in together]) == pytest.approx(8, rel=0.15)


def test_who_is_disfavoured_in_every_world_is_found_among_clumps_too():
    rng = np.random.default_rng(4)
    apart = worlds_of_clumps(rng, dict.fromkeys("ABCDE", 0.008) | {"F": 0.02}, 4)
    found = compare(apart, "corridor", ("world",), worlds="world")
    assert found.highest == "F"
    assert found.clumps < 6
    assert found.more_than(1.25)


def test_a_single_world_says_nothing_of_clumps():
    one = worlds_of_clumps(np.random.default_rng(2), dict.fromkeys("ABC", 0.01), 8, worlds=1)
    assert compare(one, "corridor", ("world",), worlds="world").clumps == 1


def test_what_people_do_is_no_difference_between_corridors():
    """A corridor of game buyers has more false alarms than one of families, and is no worse treated."""
    rng = np.random.default_rng(3)
    mixed = people(rng, {"A": 0.0, "B": 0.0}, 20_000, kinds=2)
    mostly = pl.when(pl.col("corridor") == "A").then(0.8).otherwise(0.2)
    mixed = mixed.with_columns(u=pl.Series(rng.random(mixed.height))).with_columns(
        kind=(pl.col("u") < mostly).cast(pl.Int64)
    )
    rate = np.where(mixed["kind"].to_numpy() == 1, 0.02, 0.002)
    mixed = mixed.with_columns(alarm=pl.Series(rng.random(mixed.height) < rate))
    assert compare(mixed.with_columns(world=0), "corridor", ("world",)).low > 1.25
    assert not compare(mixed, "corridor", ("kind",)).more_than(1.25)


def test_small_groups_stand_together_and_too_few_are_not_compared():
    rng = np.random.default_rng(1)
    many = people(rng, {"A": 0.01, "B": 0.01}).vstack(people(rng, {f"s{n}": 0.02 for n in range(50)}, 40))
    found = compare(many, "corridor", ("kind",))
    assert found.groups == 3
    assert found.highest == "50 smaller together"
    assert compare(many.head(300), "corridor", ("kind",)) is None
    assert compare(many.with_columns(alarm=False), "corridor", ("kind",)) is None


@given(st.lists(st.tuples(st.integers(0, 60), st.floats(1, 60)), min_size=2, max_size=12))
def test_pulling_in_never_spreads(groups):
    seen, expected = (np.array(column, dtype=float) for column in zip(*groups, strict=True))
    rates = seen / expected
    ratio = rates.max() / rates.min() if rates.min() else math.inf
    assert 1 <= pulled_in(seen, expected) <= max(ratio, 1) + 1e-9


@pytest.mark.parametrize(
    ("corridors", "unlike"),
    [(("AU→AU", "GB→GB", "AU→PH", "GB→RO"), False), (("AU→PH", "GB→RO", "AU→AU", "GB→GB"), True)],
)
def test_who_pays_across_a_border_is_compared_with_others_who_do(tmp_path, corridors, unlike):
    """Two corridors have four in a hundred looked at, two none: at home against abroad, or within each of them."""
    size = 1_000
    ids = [f"{corridor}-{number}" for corridor in corridors for number in range(size)]
    first = [f"{corridor}-{number}" for corridor in corridors[:: 2 if unlike else 1][:2] for number in range(20)]
    pl.DataFrame({
        "role": "originator", "subject_id": ids, "pattern": "hobby_purchase", "person": range(len(ids)), "hard": False,
    }).write_parquet(tmp_path / "truth.parquet")  # fmt: skip
    pl.DataFrame({
        "role": "originator", "subject_id": first, "pattern": "livestream_purchase", "score": np.linspace(0.9, 0.5, 40),
    }).write_parquet(tmp_path / "scores.parquet")  # fmt: skip
    pl.DataFrame({
        "role": "originator", "subject_id": ids, "corridor": [name.rsplit("-", 1)[0] for name in ids],
    }).write_parquet(tmp_path / "measures.parquet")  # fmt: skip
    review = fairness([read(tmp_path, tmp_path / "truth.parquet")])[0]
    assert review.plain.more_than(1.25)
    assert review.alike.more_than(1.25) == unlike


@pytest.fixture
def folder(tmp_path):
    """1,000 payers: 10 are looked at, of whom 6 true, one extorted, one defrauded, one minor buyer of games."""
    kinds = (
        ["livestream_purchase"] * 6
        + ["extortion_victim"] * 4
        + ["romance_fraud_victim"] * 10
        + ["hobby_purchase"] * 980
    )
    ids = [f"C{number:04}" for number in range(1_000)]
    pl.DataFrame({
        "role": "originator", "subject_id": ids, "pattern": kinds, "person": range(1_000), "hard": False,
    }).write_parquet(tmp_path / "truth.parquet")  # fmt: skip
    first = [*ids[:6], "C0006", "C0010", "C0500", "C0501"]
    pl.DataFrame({
        "role": "originator", "subject_id": first, "pattern": ["livestream_purchase"] * 8 + ["material_purchase"] * 2,
        "score": np.linspace(0.9, 0.5, 10),
    }).write_parquet(tmp_path / "scores.parquet")  # fmt: skip
    pl.DataFrame({
        "role": "originator", "subject_id": ids, "corridor": ["AU→PH", "GB→RO"] * 500,
        "payer_age": [16.0 if name in {"C0006", "C0500"} else 41.0 for name in ids],
    }).write_parquet(tmp_path / "measures.parquet")  # fmt: skip
    pl.DataFrame(
        [("originator", ["C0000"], "livestream_purchase", False), ("originator", ["C0006"], "livestream_purchase", False),
         ("originator", ["C0006"], "extortion_victim", True), ("originator", ["C0010"], "livestream_purchase", False)],
        schema=["role", "subject_ids", "pattern", "protect"], orient="row",
    ).write_parquet(tmp_path / "leads.parquet")  # fmt: skip
    return tmp_path


def test_joined_accounts_are_one_subject_and_stand_for_what_is_sought(folder):
    """C0500 and C0501 are one party, and so are C0005, who is sought, and C0007 with C0600, who are not."""
    together = {"C0501": "C0500", "C0005": "C0007", "C0600": "C0007"}
    scores = pl.read_parquet(folder / "scores.parquet")
    missing = pl.DataFrame({"role": "originator", "subject_id": ["C0007", "C0600"], "pattern": "livestream_purchase",
                            "score": 0.5})  # fmt: skip
    scores = pl.concat([scores, missing]).with_columns(entity_id=pl.col("subject_id").replace(together))
    scores.write_parquet(folder / "scores.parquet")
    (queue,) = evaluate(folder, folder / "truth.parquet").fairness
    assert (queue.looked_at, queue.true) == (9, 6)
    assert {group.name: (group.alarms, group.subjects) for group in queue.kinds} == {
        "extortion_victim": (1, 3), "romance_fraud_victim": (1, 10), "hobby_purchase": (1, 978),
    }  # fmt: skip


def test_false_alarms_and_harm_are_those_counted_by_hand(folder):
    (queue,) = evaluate(folder, folder / "truth.parquet").fairness
    assert (queue.queue, queue.looked_at, queue.true, queue.alarms, queue.subjects) == (
        "subjects of review",
        10,
        6,
        4,
        994,
    )
    assert {group.name: (group.alarms, group.subjects) for group in queue.kinds} == {
        "extortion_victim": (1, 4), "romance_fraud_victim": (1, 10), "hobby_purchase": (2, 980),
    }  # fmt: skip
    assert {group.name: (group.alarms, group.subjects) for group in queue.ages} == {"14-17": (2, 2), "40-49": (2, 992)}
    assert {group.name: group.alarms for group in queue.corridors} == {"AU→PH": 3, "GB→RO": 1}
    found = {one.who: (one.within_budget, one.subjects, one.leads) for one in queue.harmed}
    assert found == {"extortion_victim": (1, 4, 0), "romance_fraud_victim": (1, 10, 1), MINORS: (2, 2, 0)}


def test_the_budget_is_a_choice_and_checked(folder):
    half = evaluate(folder, folder / "truth.parquet", budget=0.005).fairness[0]
    assert (half.looked_at, half.alarms) == (5, 0)
    for wrong in (0.0, -1.0, 1.5, float("nan")):
        with pytest.raises(UsageError, match="--budget"):
            evaluate(folder, folder / "truth.parquet", budget=wrong)


def test_worlds_are_pooled_each_with_its_own_budget(folder):
    inputs = read(folder, folder / "truth.parquet")
    (once,), (twice,) = fairness([inputs]), fairness([inputs, inputs])
    assert (twice.looked_at, twice.alarms, twice.subjects) == (20, 8, 1_988)
    assert [group.rate for group in twice.corridors] == [group.rate for group in once.corridors]
    assert twice.corridors[0].high < once.corridors[0].high, "twice the people, a narrower interval"


def test_without_measures_and_leads_what_is_unknown_is_said(folder):
    (folder / "measures.parquet").unlink()
    (folder / "leads.parquet").unlink()
    queue = evaluate(folder, folder / "truth.parquet").fairness[0]
    assert (queue.corridors, queue.ages, queue.plain) == ((), (), None)
    assert [one.leads for one in queue.harmed] == [None, None]
    printed = CliRunner().invoke(build(), ["evaluate", str(folder), "--truth", str(folder / "truth.parquet")]).stdout
    assert "by corridor: not known" in printed
    assert "too few false alarms to compare" in printed


def test_fairness_is_in_the_json_with_its_intervals(folder):
    call = ["evaluate", str(folder), "--truth", str(folder / "truth.parquet"), "--json"]
    data = json.loads(CliRunner().invoke(build(), call).stdout)
    assert data["budget"] == 0.01
    queue = data["fairness"][0]
    assert queue["harmed"][0]["who"] == "extortion_victim"
    assert {"rate", "low", "high", "expected", "to_expected"} <= set(queue["corridors"][0])
    alarms = data["patterns"][0]
    assert {"rate", "low", "high"} <= set(alarms["ages"][0])
