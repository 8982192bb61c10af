"""`tanglaw learn` and what comes of it: proposals that can be reviewed, judged on people they were not made from."""

from __future__ import annotations

import json
import re

import numpy as np
import polars as pl
import pytest
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import FaultsError, UsageError
from tanglaw.leads.detection import detect
from tanglaw.leads.known import Known
from tanglaw.leads.learning.finished_run import read_runs
from tanglaw.leads.learning.held_out import Trial, learned_from
from tanglaw.leads.learning.learn import learn
from tanglaw.leads.learning.outcomes import meet
from tanglaw.measures.catalogue import bands
from tanglaw.patterns.loading import LIBRARY, load


def run(*arguments: object):
    return CliRunner().invoke(build(), list(map(str, arguments)))


def without_hashes(text: str) -> str:
    return re.sub(r"[0-9a-f]{64}", "…", text)


def test_an_update_can_be_read_reviewed_and_used(practice, tmp_path, golden, monkeypatch):
    monkeypatch.chdir(tmp_path)
    practice.known(tmp_path / "known.csv")
    done = run("learn", practice.run, "--known", "known.csv", "--out", "update.yaml")
    assert done.exit_code in {0, 1}, done.output
    assert (done.exit_code == 1) == ("does WORSE" in done.output)
    text = (tmp_path / "update.yaml").read_text(encoding="utf-8")
    subjects = practice.truth["subject_id"].to_list()
    assert not [name for name in subjects if name in text], "an update names nobody"
    shown = run("patterns", "diff", "library", "update.yaml", "--top", 5)
    assert shown.exit_code == 0
    said = json.loads(run("patterns", "diff", "library", "update.yaml", "--json").output)
    nats = [abs(change["nats"]) for change in said["changes"]]
    assert nats == sorted(nats, reverse=True)

    plain = json.loads((practice.run / "model.json").read_text())
    detect([practice.payments], tmp_path / "used", updates=[tmp_path / "update.yaml"])
    used = json.loads((tmp_path / "used" / "model.json").read_text())
    change = said["changes"][0]
    where = (change["role"], "expected", change["pattern"], change["measure"])
    at = plain[change["role"]]["bands"][change["measure"]].index(change["band"])
    for model, share in ((plain, change["before"]), (used, change["after"])):
        found = model
        for key in where:
            found = found[key]
        assert found[at] == pytest.approx(share, abs=2e-4)
    account = json.loads((tmp_path / "used" / "run.json").read_text())
    assert account["updates"][0]["status"] == "proposed"
    assert any("nobody has accepted it" in note["text"] for note in account["notes"])


def test_what_people_read_is_reviewed(practice, tmp_path, golden, monkeypatch):
    """Words and layout; figures depend on measures and pattern files, so every digit is shown as 9."""
    monkeypatch.chdir(tmp_path)
    practice.known(tmp_path / "known.csv")
    said = run("learn", practice.run, "--known", "known.csv", "--out", "update.yaml").output
    head = (tmp_path / "update.yaml").read_text(encoding="utf-8").partition("    measures:")[0]
    diff = run("patterns", "diff", "library", "update.yaml", "--top", 3).output
    figures = re.compile(r"[-+]?\d[\d.,]*")
    rows = [line for line in diff.splitlines() if "is expected" not in line]
    verdict = re.compile(r"On held-out subjects the update .*|verdict: .*")
    parts = ("\n".join(line.rstrip() for line in said.splitlines()), without_hashes(head), "\n".join(rows))
    plain = [re.sub(r" {2,}", "  ", verdict.sub("VERDICT", figures.sub("9", part))) for part in parts]
    golden("learning/words.txt", "\n----\n".join(plain) + "\n")


def test_learning_is_the_same_whatever_the_order_of_runs_and_rows(practice, tmp_path):
    known = practice.known(tmp_path / "known.csv")
    shorter = tmp_path / "short.parquet"
    payments = pl.read_parquet(practice.payments)
    payments.head(payments.height // 2).write_parquet(shorter)
    detect([shorter], tmp_path / "short")
    one = learn([practice.run, tmp_path / "short"], known)
    pl.read_csv(known, infer_schema=False).reverse().write_csv(tmp_path / "reversed.csv")
    two = learn([tmp_path / "short", practice.run], tmp_path / "reversed.csv")
    assert [(o.pattern, o.subjects, o.counts) for o in one.update.learned] == [
        (o.pattern, o.subjects, o.counts) for o in two.update.learned
    ]
    assert one.trial == two.trial
    # Everybody in the shorter run has more payments in the longer one, or as many: nobody counts twice.
    confirmed = pl.read_csv(known, infer_schema=False)["outcome"].value_counts().filter(outcome="confirmed")["count"][0]
    met = sum(o.subjects for o in one.update.learned if o.pattern != "family_support")
    assert met <= confirmed


def test_folds_divide_subjects_and_counts(practice, tmp_path):
    runs = read_runs([practice.run])
    outcomes_file = pl.read_csv(practice.known(tmp_path / "known.csv"), infer_schema=False)
    known = Known(outcomes_file.with_columns(pl.col("explanation").replace("", None)))
    outcomes = meet(runs, known, 4)
    of_subject = outcomes.findings.group_by("role", "subject_id").agg(pl.col("fold").n_unique())
    assert of_subject["fold"].max() == 1, "all that is known of one subject is in one fold"
    sizes = outcomes.findings.unique(["role", "subject_id"])["fold"].value_counts()["count"]
    assert sizes.max() - sizes.min() <= 1
    library = load([LIBRARY], bands())
    whole = learned_from(runs, outcomes, library)
    for pattern in whole:
        spoken = {expectation.measure for expectation in library.get(pattern).expects}
        assert set(whole[pattern]) <= spoken, "what is tried out is what an update holds"
    for pattern, measures in whole.items():
        for measure, counts in measures.items():
            left = [
                learned_from(runs, outcomes, library, but=fold).get(pattern, {}).get(measure, np.zeros_like(counts))
                for fold in range(4)
            ]
            assert sum(left) == pytest.approx(3 * counts)


def test_a_party_of_several_accounts_counts_once(practice, tmp_path):
    """Confirmed under each of its accounts, of which another run has joined none."""
    accounts = pl.read_parquet(practice.run / "measures.parquet").filter(role="beneficiary")
    several = accounts.unique("subject_id").filter(pl.len().over("entity_id") > 1).sort("entity_id", "subject_id")
    assert several.height
    outcomes = several.select(
        "subject_id", role=pl.lit("beneficiary"), pattern=pl.lit("facilitation"), outcome=pl.lit("confirmed"),
        explanation=pl.lit(None, pl.String),
    )  # fmt: skip
    detect([practice.payments], tmp_path / "alone", identities=False)
    joined, alone = read_runs([practice.run]), read_runs([tmp_path / "alone"])
    parts = accounts.unique(["entity_id", "part"])  # what is received from abroad and at home is measured apart
    assert joined[0].subjects["beneficiary"].height == parts.height
    for runs in (joined, [*joined, *alone], [*alone, *joined]):
        met = meet(runs, Known(outcomes), 3)
        assert met.confirmed() == {"facilitation": several["entity_id"].n_unique()}
        assert met.missing == 0
        for counts in learned_from(runs, met, load([LIBRARY], bands()))["facilitation"].values():
            assert counts.sum() <= several["entity_id"].n_unique() + 1e-9
    assert meet(alone, Known(outcomes), 3).confirmed() == {"facilitation": several.height}


def test_of_accounts_of_one_party_the_confirmed_one_stands(practice):
    accounts = pl.read_parquet(practice.run / "measures.parquet").filter(role="beneficiary")
    entity = accounts.filter(pl.len().over("entity_id") > 1).sort("entity_id")["entity_id"][0]
    own = accounts.filter(entity_id=entity).sort("subject_id")["subject_id"]
    outcomes = pl.DataFrame(
        {"role": "beneficiary", "subject_id": own[:2], "pattern": "facilitation",
         "outcome": ["dismissed", "confirmed"], "explanation": ["hub_receiver", None]}
    )  # fmt: skip
    findings = meet(read_runs([practice.run]), Known(outcomes), 3).findings
    assert findings.select("subject_id", "pattern", "confirmed").rows() == [(own[0], "facilitation", True)]


def test_few_subjects_are_left_out_unless_asked_for_and_give_no_verdict(practice, tmp_path):
    known = practice.known(tmp_path / "known.csv", most=1, dismissed=0)
    lesson = learn([practice.run], known)
    assert not lesson.update.learned
    assert len(lesson.update.left_out) == 3
    assert lesson.trial.verdict == "too few to tell"
    asked = learn([practice.run], known, least=1)
    assert [one.subjects for one in asked.update.learned] == [1, 1, 1]
    assert "each speaks of one person" in asked.text
    assert not learn([practice.run], known, least=1, share=True).update.learned


def test_what_is_shared_speaks_of_five_people_at_least(practice, tmp_path):
    lesson = learn([practice.run], practice.known(tmp_path / "known.csv"), share=True)
    assert lesson.update.audience == "share"
    for one in lesson.update.learned:
        assert one.subjects >= 5
        assert all(sum(bands.values()) >= 5 - 0.01 for bands in one.counts.values())
    assert all(source.confirmed % 5 == 0 == source.dismissed % 5 for source in lesson.update.sources)


def test_worse_on_held_out_subjects_is_said_and_is_exit_status_1(practice, tmp_path):
    """Ordinary people called facilitators, and facilitators called family: what is taught is wrong."""
    some = practice.truth.filter(pl.col("role") == "originator")
    hostile = pl.concat([some.filter(pattern="hub_payment").head(4), some.filter(pattern="student_support").head(4),
                         some.filter(pattern="donation").head(4), some.filter(pattern="hobby_purchase").head(6)])  # fmt: skip
    real = practice.truth.filter(pattern="livestream_purchase").head(12)
    rows = [("originator", name, "extortion_victim", "confirmed", "") for name in hostile["subject_id"]]
    rows += [("originator", name, "livestream_purchase", "confirmed", "") for name in real["subject_id"]]
    columns = ["role", "subject_id", "pattern", "outcome", "explanation"]
    pl.DataFrame(rows, schema=columns, orient="row").write_csv(tmp_path / "known.csv")
    lesson = learn([practice.run], tmp_path / "known.csv")
    parties = pl.read_parquet(practice.run / "measures.parquet").filter(role="originator")
    parties = parties.filter(pl.col("subject_id").is_in([row[1] for row in rows]))["entity_id"]
    assert lesson.trial.subjects == parties.n_unique(), "accounts that were joined are one subject"
    done = run("learn", practice.run, "--known", tmp_path / "known.csv", "--out", tmp_path / "u.yaml", "--json")
    said = json.loads(done.output)
    assert said["held_out"]["verdict"] == lesson.trial.verdict
    assert done.exit_code == (1 if lesson.trial.verdict == "worse" else 0)
    assert (tmp_path / "u.yaml").is_file()


@pytest.mark.parametrize(
    ("subjects", "gain", "low", "high", "precision", "verdict"),
    [
        (9, 1.0, 0.5, 1.5, 0.2, "too few to tell"),
        (40, 0.5, 0.1, 0.9, 0.02, "better"),
        (40, 0.5, -0.1, 0.9, 0.02, "no clear difference"),
        (40, -0.5, -0.9, -0.1, 0.2, "worse"),
        (40, 0.5, 0.1, 0.9, -0.05, "worse"),
        (40, 0.5, 0.1, 0.9, None, "better"),
    ],
)
def test_the_verdict_follows_from_the_figures(subjects, gain, low, high, precision, verdict):
    assert Trial(subjects, 5, gain, low, high, precision, ()).verdict == verdict


def test_runs_that_cannot_be_learned_from_are_told_all_at_once(practice, tmp_path):
    (tmp_path / "empty").mkdir()
    other = tmp_path / "other"
    other.mkdir()
    for name in ("measures.parquet", "scores.parquet", "run.json"):
        (other / name).write_bytes((practice.run / name).read_bytes())
    model = json.loads((practice.run / "model.json").read_text())
    model["originator"]["bands"]["median_usd"] = ["low", "high"]
    (other / "model.json").write_text(json.dumps(model))
    with pytest.raises(FaultsError) as raised:
        read_runs([tmp_path / "empty", other, practice.run, practice.run])
    said = str(raised.value)
    assert "no measures.parquet, scores.parquet, model.json, run.json" in said
    assert "measures of another version (median_usd)" in said
    assert "the same measures as in" in said


def test_a_side_that_is_nothing_is_told(tmp_path):
    shown = run("patterns", "diff", "library", tmp_path / "nothing.yaml")
    assert isinstance(shown.exception, FaultsError | UsageError)
    assert "nothing differs" in run("patterns", "diff", "library", "library").output
