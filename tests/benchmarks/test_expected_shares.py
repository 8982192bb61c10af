"""What authors' worlds show becomes what pattern files expect: one voice an author, published figures untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from benchmarks.expected.library import moved, rewrite
from benchmarks.expected.pool import LEAST_AUTHORS, Pooled, pool
from benchmarks.expected.shown import Shown, shown
from benchmarks.expected.voices import CHECKS, VOICES
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

KEY = ("facilitation", "gap_evenness")
WIDTH = 4

counts = st.lists(st.integers(0, 50), min_size=WIDTH, max_size=WIDTH).filter(lambda values: sum(values) > 0)
authors = st.lists(counts, min_size=1, max_size=6)


def world(found: list[int], anybody: list[float] | None = None) -> Shown:
    base = np.array(anybody or [0.25] * WIDTH)
    return Shown(np.array(found, dtype=np.float64), base, base)


@given(authors)
def test_the_pool_lies_between_its_authors_and_adds_up(found: list[list[int]]) -> None:
    one = pool({str(at): [{KEY: world(each)}] for at, each in enumerate(found)})[KEY]
    alone = [pool({"a": [{KEY: world(each)}]})[KEY].shares for each in found]
    assert one.shares.sum() == pytest.approx(1.0)
    assert (one.shares <= np.max(alone, axis=0) + 1e-12).all()
    assert (one.shares >= np.min(alone, axis=0) - 1e-12).all()
    assert one.authors == len(found)


@given(counts, counts, st.integers(2, 5))
def test_an_author_has_one_voice_however_many_worlds(mine: list[int], theirs: list[int], worlds: int) -> None:
    once = pool({"a": [{KEY: world(mine)}], "b": [{KEY: world(theirs)}]})[KEY]
    often = pool({"a": [{KEY: world(mine)}] * worlds, "b": [{KEY: world(theirs)}]})[KEY]
    assert often.shares == pytest.approx(once.shares)


def test_who_agrees_foretells_and_who_contradicts_does_not() -> None:
    alike = [[40, 5, 3, 2]] * 4
    apart = [[40, 2, 2, 2], [2, 40, 2, 2], [2, 2, 40, 2], [2, 2, 2, 40]]
    agreed, torn = (
        pool({str(at): [{KEY: world(each)}] for at, each in enumerate(found)})[KEY] for found in (alike, apart)
    )
    assert agreed.foretold - agreed.error > 0.3
    assert torn.foretold < 0.0


def test_what_one_author_shows_by_chance_is_held_back() -> None:
    few = pool({"a": [{KEY: world([1, 0, 0, 0])}]})[KEY]
    many = pool({"a": [{KEY: world([100, 0, 0, 0])}]})[KEY]
    assert few.shares[0] < 0.35
    assert many.shares[0] > 0.9


def _pooled(measure: str, share: float, authors: int = 6, foretold: float = 0.5) -> Pooled:
    measures = [*catalogue.of_role("beneficiary"), *catalogue.of_role("originator")]
    width = next(len(one.bands) for one in measures if one.id == measure)
    shares = np.full(width, (1 - share) / (width - 1))
    shares[0] = share
    return Pooled(shares, np.full(width, 1 / width), authors, foretold, 0.01)


def test_assumed_shares_move_published_ones_stay_and_only_agreed_ones_are_added() -> None:
    payer = next(p for p in load([LIBRARY], catalogue.bands()).of("originator") if p.id == "livestream_purchase")
    before = {one.measure: one for one in payer.expects}
    assert before["median_usd"].mark == "published"
    assert not before.keys() & {"very_round_share", "support_words", "silence"}
    found = moved(
        payer,
        {
            (payer.id, "median_usd"): _pooled("median_usd", 0.9),
            (payer.id, "night_share"): _pooled("night_share", 0.9),
            (payer.id, "very_round_share"): _pooled("very_round_share", 0.9),
            (payer.id, "support_words"): _pooled("support_words", 0.9, authors=LEAST_AUTHORS - 1),
            (payer.id, "silence"): _pooled("silence", 0.9, foretold=0.01),
            ("facilitation", "payments"): _pooled("payments", 0.9),
        },
    )
    assert set(found) == {"night_share", "very_round_share"}
    first, was = next(iter(found["night_share"].items())), dict(before["night_share"].shares)
    assert first[1] == pytest.approx(0.3 * was[first[0]] + 0.7 * 0.9, abs=0.002)
    assert all(sum(shares.values()) == pytest.approx(1.0) for shares in found.values())
    assert all(min(shares.values()) >= 0.001 for shares in found.values())


def test_ages_are_never_added() -> None:
    hub = next(p for p in load([LIBRARY], catalogue.bands()).of("beneficiary") if p.id == "hub")
    assert "receiver_age" not in {one.measure for one in hub.expects}
    assert moved(hub, {(hub.id, "receiver_age"): _pooled("receiver_age", 0.9)}) == {}


def test_a_file_is_rewritten_where_it_says_so_and_stays_valid(tmp_path: Path) -> None:
    shutil.copytree(LIBRARY, tmp_path / "library")
    file = tmp_path / "library" / "facilitation.yaml"
    before = file.read_text(encoding="utf-8")
    bands = {one.id: one.bands for one in catalogue.of_role("beneficiary")}
    shares = {}
    for name in ("night_share", "very_round_share"):
        first, *others = bands[name]
        shares[name] = {first: round(1 - 0.1 * len(others), 3), **dict.fromkeys(others, 0.1)}
    rewrite(file, shares)
    after = file.read_text(encoding="utf-8")
    patterns = load([tmp_path / "library"], catalogue.bands()).of("beneficiary")
    said = {one.measure: one for one in next(p for p in patterns if p.id == "facilitation").expects}
    for name, expected in shares.items():
        assert dict(said[name].shares) == expected
        assert "independent authors" in said[name].source
    kept = [line for line in before.splitlines() if line not in after.splitlines()]
    assert len(kept) <= 2  # the shares and the source of the one that stood there
    assert "very_round_share" not in before


def test_who_checks_is_not_asked() -> None:
    asked = {name for worlds in VOICES.values() for name, _ in worlds}
    assert not asked & set(CHECKS)


def test_a_world_shows_the_part_in_which_its_crime_lies(tmp_path: Path) -> None:
    found = shown("card", 7, 4_000, tmp_path)
    age = found["extortion_victim", "payer_age"]
    assert age.counts.sum() >= 8
    assert age.anybody.sum() == pytest.approx(1.0)
    assert age.alike.sum() == pytest.approx(1.0)
    # Victims of extortion are young in every author's world: the published figure that all were given.
    ages = next(one.bands for one in catalogue.of_role("originator") if one.id == "payer_age")
    young = [at for at, band in enumerate(ages) if band in {"<14", "14-17", "18-19", "20-25"}]
    assert age.counts[young].sum() / age.counts.sum() > 2 * age.anybody[young].sum()
