"""An update as a file: read back as written, refused with every fault at once, and never used twice or once refused."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.common.errors import FaultsError
from tanglaw.inference.counts import FILE_COUNTS
from tanglaw.leads.learning.pooling import pooled
from tanglaw.leads.learning.using import as_counts, bring
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.update import LEAST, Learned, Review, Source, Update
from tanglaw.patterns.update_reading import read_update
from tanglaw.patterns.update_writing import as_yaml

BANDS = catalogue.bands()
PATTERNS = load([LIBRARY], BANDS)
MEASURE = "median_usd"
LABELS = BANDS["originator", MEASURE]


def update(counts: list[int], known: str = "a", status: str = "proposed", origin: str = "u.yaml") -> Update:
    pattern = PATTERNS.get("livestream_purchase")
    before = dict(next(e for e in pattern.expects if e.measure == MEASURE).shares)
    learned = Learned(
        pattern.id, "originator", pattern.sha256, max(1, sum(counts)),
        {MEASURE: dict(zip(LABELS, map(float, counts), strict=True))}, {MEASURE: before},
    )  # fmt: skip
    review = Review(status, "A. Reviewer", "looked at")  # type: ignore[arg-type]
    return Update("tanglaw test", "house", (Source("b" * 64, known * 64, sum(counts), 0),), (learned,),
                  {"verdict": "better", "subjects": 12, "gain": 0.25}, ("minor_recipient rests on 2",), review, origin)  # fmt: skip


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path) -> Update:
    return read_update(path, PATTERNS, BANDS, FILE_COUNTS)


COUNTS = st.lists(st.integers(0, 40), min_size=len(LABELS), max_size=len(LABELS))


@given(COUNTS)
def test_an_update_is_read_back_as_it_was_written(counts):
    with tempfile.TemporaryDirectory() as folder:
        made = update(counts)
        found = read(write(Path(folder), "u.yaml", as_yaml(made, FILE_COUNTS)))
    assert replace(found, origin="u.yaml") == made
    assert found.sha256 == made.sha256


@given(COUNTS, COUNTS)
def test_two_updates_add_in_any_order(one, two):
    first, second = update(one, "a"), update(two, "c")
    there = as_counts([first, second])["livestream_purchase"][MEASURE]
    back = as_counts([second, first])["livestream_purchase"][MEASURE]
    assert there == pytest.approx(np.array(one) + np.array(two))
    assert back == pytest.approx(there)


def test_the_review_does_not_change_what_an_update_is():
    assert update([1] * len(LABELS)).sha256 == update([1] * len(LABELS), status="accepted").sha256
    assert update([1] * len(LABELS)).sha256 != update([2] * len(LABELS)).sha256


@given(COUNTS)
def test_pooled_counts_keep_their_sum_and_speak_of_nobody_alone(counts):
    whole, shares = np.array(counts, dtype=float), np.full(len(counts), 1 / len(counts))
    found = pooled(whole, shares)
    if whole.sum() < LEAST:
        assert found is None
        return
    assert found is not None
    assert found.sum() == pytest.approx(whole.sum())
    # Within a pool every band has the same ratio to the file's share; each such stretch holds at least LEAST people.
    for ratio in np.unique(np.round(found / shares, 6)):
        assert found[np.isclose(found / shares, ratio, atol=1e-5)].sum() >= LEAST - 1e-6


def test_every_fault_is_told_with_its_line(tmp_path, golden, monkeypatch):
    text = as_yaml(update([3] * len(LABELS)), FILE_COUNTS)
    broken = (
        text.replace("status: proposed", "status: perhaps")
        .replace("role: originator", "role: beneficiary")
        .replace("made_by", "maker")
    )
    cells = text.replace('"<5": [3,', '"<5": [-1,').replace("median_usd", "median_us") + text[
        text.index("      median_usd") :
    ].replace('"20..35": [3,', '"20..35": [300,')
    monkeypatch.chdir(tmp_path)
    said = []
    for name, content in (("broken.yaml", broken), ("cells.yaml", cells)):
        write(tmp_path, name, content)
        with pytest.raises(FaultsError) as raised:
            read(Path(name))
        said.append(str(raised.value))
    golden("learning/update_faults.txt", "\n".join(said) + "\n")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"- 1\n", b"update: 2\n", b"a: &x [*x]\n", b"update: 1\nupdate: 1\n", b"{" * 400,
     b"patterns: {livestream_purchase: {measures: {median_usd: {'<5': [.nan, 0, 0]}}}}\n",
     b"update: 1\npatterns: {livestream_purchase: [], 7: {}, minor_recipient: {role: 1}}\n"],
)  # fmt: skip
def test_hostile_files_are_refused_plainly(tmp_path, content):
    path = tmp_path / "u.yaml"
    path.write_bytes(content)
    with pytest.raises(FaultsError, match="The update cannot be used"):
        read(path)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "u.yaml"
        path.write_bytes(content)
        with pytest.raises(FaultsError):
            read(path)


def test_a_refused_update_and_outcomes_that_count_twice_are_kept_out(tmp_path):
    whole = [1] * len(LABELS)
    paths = [
        write(tmp_path, "refused.yaml", as_yaml(update(whole, "a", "refused"), FILE_COUNTS)),
        write(tmp_path, "one.yaml", as_yaml(update(whole, "c"), FILE_COUNTS)),
        write(tmp_path, "again.yaml", as_yaml(update(whole, "c"), FILE_COUNTS)),
    ]
    with pytest.raises(FaultsError) as raised:
        bring(paths, PATTERNS)
    assert "refused.yaml: found an update that was refused by A. Reviewer (looked at)" in str(raised.value)
    assert "again.yaml: found outcomes that" in str(raised.value)


def test_a_proposal_and_a_loser_are_used_with_a_note(tmp_path):
    whole = [1] * len(LABELS)
    loser = replace(update(whole), held_out={"verdict": "worse"})
    brought = bring([write(tmp_path, "u.yaml", as_yaml(loser, FILE_COUNTS))], PATTERNS)
    assert [note.partition(" u.yaml ")[2] for note in brought.notes] == [
        "is a proposal: nobody has accepted it",
        "did worse than the pattern files on held-out subjects",
    ]
    accepted = update(whole, status="accepted")
    assert bring([write(tmp_path, "ok.yaml", as_yaml(accepted, FILE_COUNTS))], PATTERNS).notes == ()
