"""`tanglaw compare`: what entered, left and moved, with reasons that add up, and nobody named."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import FaultsError
from tanglaw.leads.comparing.compare import compare
from tanglaw.leads.comparing.words import as_text
from tanglaw.leads.detection import detect
from tanglaw.leads.learning.learn import learn


def run(*arguments: object):
    return CliRunner().invoke(build(), list(map(str, arguments)))


@pytest.fixture(scope="module")
def taught(practice, tmp_path_factory) -> Path:
    """The same payments with an update."""
    home = tmp_path_factory.mktemp("taught")
    lesson = learn([practice.run], practice.known(home / "known.csv"))
    (home / "update.yaml").write_text(lesson.text, encoding="utf-8")
    detect([practice.payments], home / "run", updates=[home / "update.yaml"])
    return home / "run"


@pytest.fixture(scope="module")
def earlier(practice, tmp_path_factory) -> Path:
    """A run over the first seven in ten payments."""
    home = tmp_path_factory.mktemp("earlier")
    payments = pl.read_parquet(practice.payments).sort("executed_at")
    payments.head(payments.height * 7 // 10).write_parquet(home / "payments.parquet")
    detect([home / "payments.parquet"], home / "run")
    return home / "run"


def test_a_run_compared_with_itself_has_not_changed(practice):
    found = compare(practice.run, practice.run)
    assert found.circumstances.same_payments
    assert found.circumstances.differences == found.circumstances.warnings == ()
    assert {move.what for move in found.moves} <= {"as before"}
    assert len(found.moves) == pl.read_parquet(practice.run / "leads.parquet").height


@pytest.mark.parametrize("other", ["taught", "earlier"])
def test_every_lead_of_both_runs_is_told_once_and_its_reasons_add_up(practice, other, request):
    second = request.getfixturevalue(other)
    found = compare(practice.run, second)
    leads = [pl.read_parquet(folder / "leads.parquet") for folder in (practice.run, second)]
    kinds = [len(found.of(kind)) for kind in ("entered", "left", "moved", "as before")]
    assert kinds[1] + kinds[2] + kinds[3] == leads[0].height
    assert kinds[0] + kinds[2] + kinds[3] == leads[1].height
    taken_apart = [move for move in found.moves if move.parts is not None and move.change is not None]
    assert taken_apart
    for move in taken_apart:
        assert sum(part.change for part in move.parts or ()) == pytest.approx(move.change, abs=1e-4)
        sizes = [abs(part.change) for part in move.parts or ()]
        assert sizes == sorted(sizes, reverse=True)


def test_why_is_told_from_what_differs(practice, taught, earlier):
    same = compare(practice.run, taught)
    assert same.circumstances.same_payments
    assert any(said.startswith("updates: none → update.yaml") for said in same.circumstances.differences)
    causes = {part.because for move in same.moves for part in move.parts or () if part.bands != ("", "")}
    assert "own payments" not in causes, "the same payments cannot have changed a band"
    other = compare(practice.run, earlier)
    assert not other.circumstances.same_payments
    assert any(said.startswith("period: ") for said in other.circumstances.differences)
    assert "own payments" in {part.because for move in other.moves for part in move.parts or ()}


def test_nobody_is_named(practice, earlier):
    names = pl.read_parquet(practice.payments).select("originator_name", "beneficiary_name")
    names = {name for column in names for name in column.drop_nulls().unique() if len(name) > 6}
    for said in (run("compare", practice.run, earlier).output, run("compare", practice.run, earlier, "--json").output):
        assert not [name for name in names if name in said]


def test_possible_victims_never_stand_among_subjects_of_review(practice, earlier):
    found = compare(practice.run, earlier)
    subjects = as_text(found, 1000).partition("Subjects of review")[2]
    protected = [move.entity_id for move in found.moves if move.protected]
    assert protected
    assert not [name for name in protected if name in subjects]


def test_words_are_reviewed(practice, taught, golden):
    """Words and layout of the head and of one lead; figures and accounts depend on patterns and measures."""
    said = run("compare", practice.run, taught, "--top", 1).output
    said = said.replace(str(practice.run), "RUN_A").replace(str(taught), "RUN_B")
    lines = [re.sub(r"\([0-9a-f]{8}\)", "(…)", line) for line in said.splitlines()]
    kept = lines[: next(at for at, line in enumerate(lines) if "entered," in line) + 1]
    golden("learning/compare_head.txt", re.sub(r"\d[\d,.]*", "9", "\n".join([*kept, lines[-1]])) + "\n")


def test_runs_that_have_nobody_in_common_are_not_compared(practice, tmp_path):
    stranger = tmp_path / "stranger"
    shutil.copytree(practice.run, stranger)
    measures = pl.read_parquet(practice.run / "measures.parquet")
    measures.with_columns(subject_id=pl.format("x{}", "subject_id")).write_parquet(stranger / "measures.parquet")
    done = run("compare", practice.run, stranger)
    assert done.exit_code == 1
    assert "they cannot be compared" in done.output
    assert json.loads(run("compare", practice.run, stranger, "--json").output)["circumstances"]["comparable"] is False


def test_a_run_without_weights_is_compared_as_far_as_its_leads_go(practice, taught, tmp_path):
    older = tmp_path / "older"
    shutil.copytree(practice.run, older)
    (older / "weights.parquet").unlink()
    found = compare(older, taught)
    assert any("no weights.parquet" in said for said in found.circumstances.warnings)
    assert any(move.parts for move in found.of("moved"))


def test_what_is_missing_or_broken_is_told_of_both(practice, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(practice.run, broken)
    (broken / "leads.parquet").write_bytes(b"PAR1 no")
    (tmp_path / "none").mkdir()
    with pytest.raises(FaultsError) as raised:
        compare(broken, tmp_path / "none")
    assert str(raised.value).count("\n") == 2
