"""The whole road, from a practice world's payments to explained leads."""

from __future__ import annotations

import json
import math
import re

import polars as pl
import pytest

from tanglaw.lab.worlds import simulate
from tanglaw.leads.files import read_leads
from tanglaw.leads.groups.files import read_groups
from tanglaw.leads.words import span
from tanglaw.measures.catalogue import bands
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.payments.columns import REJECTED_SCHEMA

from .conftest import TABLES, find

SCORES = {
    "role": pl.String, "subject_id": pl.String, "entity_id": pl.String, "pattern": pl.String, "score": pl.Float64,
    "log_odds": pl.Float64, "score_alone": pl.Float64, "log_odds_alone": pl.Float64, "part": pl.String,
}  # fmt: skip


def test_everything_the_contract_names_is_written_and_nothing_else(found):
    assert {path.name for path in found.out.iterdir()} == {*TABLES, "report.html", "run.json", "model.json"}


def test_scores_have_the_contract_columns_and_types(found):
    assert dict(found.scores.schema) == SCORES
    assert found.scores.null_count().sum_horizontal().item() == 0
    assert found.scores["score"].is_between(0, 1).all()
    assert found.scores["log_odds"].is_finite().all()


def test_every_subject_is_scored_under_every_pattern_of_its_role(found, payments):
    patterns = {role: [p.id for p in load([LIBRARY], bands()) if p.kind == "pattern" and p.role == role] for role in ("originator", "beneficiary")}  # fmt: skip
    expected = {
        (role, subject, pattern)
        for role in patterns
        for subject in payments[f"{role}_id"].unique()
        for pattern in patterns[role]
    }
    assert set(found.scores.select("role", "subject_id", "pattern").iter_rows()) == expected
    assert found.scores.height == len(expected)


def test_rejected_is_in_its_schema(found):
    assert found.table("rejected").schema == REJECTED_SCHEMA


def test_every_payment_behind_a_lead_is_in_the_tables(found, payments):
    known = set(payments["payment_id"])
    behind = found.table("lead_payments")
    for lead in read_leads(found.out):
        assert set(lead.payment_ids) <= known
        assert behind.filter(lead_id=lead.lead_id)["payment_id"].to_list() == list(lead.payment_ids)
        at_home = pl.col("originator_country") == pl.col("beneficiary_country")
        every = payments.filter(pl.col(f"{lead.role}_id").is_in(lead.subject_ids))
        side = every.filter(at_home if lead.part == "at home" else ~at_home)
        assert every.height - side.height == lead.other_payments
        assert (side.height, side["executed_at"].min()) == (lead.payments, lead.first_seen)
        assert side["executed_at"].max() == lead.last_seen
        for reason in (*lead.reasons, *lead.against):
            assert set(reason.payment_ids) <= set(lead.payment_ids)


def test_a_score_is_the_exact_sum_of_its_reasons(found):
    leads = read_leads(found.out)
    assert leads
    scores = {(role, subject, pattern): (score, odds) for role, subject, _, pattern, score, odds, *_ in found.scores.iter_rows()}  # fmt: skip
    for lead in leads:
        weights = [reason.weight for reason in (*lead.reasons, *lead.against)]
        assert lead.log_odds == pytest.approx(lead.prior + math.fsum(weights) - lead.competition, abs=1e-9)
        assert lead.score == pytest.approx(1 / (1 + math.exp(-lead.log_odds)), abs=1e-12)
        score, odds = scores[lead.role, lead.entity_id, lead.pattern]
        assert (lead.score, lead.log_odds) == (pytest.approx(score, abs=1e-9), pytest.approx(odds, abs=1e-9))


def test_reasons_speak_for_and_against_strongest_first(found):
    for lead in read_leads(found.out):
        assert all(reason.weight > 0 for reason in lead.reasons)
        assert all(reason.weight < 0 for reason in lead.against)
        for side in (lead.reasons, lead.against):
            assert [abs(reason.weight) for reason in side] == sorted((abs(r.weight) for r in side), reverse=True)
        for reason in (*lead.reasons, *lead.against):
            assert reason.text.endswith(").")
            assert reason.source
            assert 0 <= reason.expected <= 1
            assert 0 <= reason.seen <= 1
            assert "nan" not in reason.value_text


def test_ranks_are_one_two_three_and_ids_are_unique(found):
    leads = read_leads(found.out)
    assert [lead.rank for lead in leads] == list(range(1, len(leads) + 1))
    assert len({lead.lead_id for lead in leads}) == len(leads)


def test_who_is_ten_times_as_likely_as_the_prior_is_a_lead_or_said_to_be_harmed(found):
    """Nobody below is one; of those above only such are missing as the run counts among the harmed."""
    prior = {pattern.id: pattern.prior.share for pattern in load([LIBRARY], bands())}
    leads = {(lead.role, lead.entity_id, lead.pattern) for lead in read_leads(found.out)}
    scores = found.scores.unique(["role", "entity_id", "pattern"])
    above = {
        (role, entity, pattern)
        for role, entity, pattern, odds in scores.select("role", "entity_id", "pattern", "log_odds").iter_rows()
        if odds >= math.log(10 * prior[pattern])
    }
    assert leads <= above
    notes = " ".join(note["text"] for note in found.detection.run["notes"])
    assert "in scores.parquet only" not in notes, "no pattern has more leads than are written"
    counts = re.findall(r"(one|\d+) subjects? left out of the leads of", notes)
    spared = sum(1 if count == "one" else int(count) for count in counts)
    assert len(above - leads) == spared


def test_protected_people_are_nowhere_named(found):
    protected = [lead for lead in read_leads(found.out) if lead.protect]
    assert protected
    for file in ("leads.csv", "report.html"):
        text = (found.out / file).read_text("utf-8")
        assert not [lead.name for lead in protected if lead.name and lead.name in text]


def test_run_says_what_was_done(found):
    run = json.loads((found.out / "run.json").read_text("utf-8"))
    assert run == found.detection.run
    assert run["counts"]["read"] == sum(run["counts"][name] for name in ("accepted", "rejected", "duplicates"))
    assert {"seconds", "peak_memory_bytes", "version", "patterns", "engine"} <= set(run)
    assert all(seconds >= 0 for seconds in run["seconds"].values())
    assert set(run["patterns"]) == {pattern.id for pattern in load([LIBRARY], bands())}


def test_names_of_possible_victims_are_in_one_file_that_only_its_owner_reads(found):
    masked = [lead for lead in read_leads(found.out) if lead.protect]
    assert masked
    assert not [lead for lead in masked if lead.name is not None]
    payments = found.table("lead_payments").join(
        pl.DataFrame({"lead_id": [lead.lead_id for lead in masked]}), on="lead_id", how="semi"
    )
    assert payments["originator_name"].count(), "the record itself is kept whole, for whoever may read it"
    modes = {path.name: path.stat().st_mode & 0o777 for path in found.out.iterdir()}
    assert {name for name, mode in modes.items() if mode == 0o600} >= {"lead_payments.parquet", "rejected.parquet"}


def test_the_report_of_a_run_says_its_period(found, payments):
    first, last = payments["executed_at"].min(), payments["executed_at"].max()
    run = json.loads((found.out / "run.json").read_text("utf-8"))
    assert [run["period"][end] for end in ("from", "to")] == [
        at.replace(microsecond=0).isoformat() for at in (first, last)
    ]
    said = (found.out / "report.html").read_text("utf-8")
    assert f"Tanglaw report · {span(first, last)}<" in said


@pytest.mark.parametrize("seed", [11, 12])
def test_a_world_without_the_crime_gives_no_lead_above_one_half(tmp_path, seed):
    world = simulate(tmp_path / "world", senders=800, months=12, seed=seed, kind="clean")
    made = find(tmp_path / "out", world.payments_path)
    assert [lead for lead in made.detection.leads if lead.score >= 0.5] == []
    assert made.scores["score"].max() < 0.5


@pytest.mark.parametrize("seed", [21, 22])
def test_a_larger_world_without_the_crime_gives_no_lead_above_one_half(tmp_path, seed):
    world = simulate(tmp_path / "world", senders=3000, months=18, seed=seed, kind="clean")
    made = find(tmp_path / "out", world.payments_path)
    assert [lead for lead in made.detection.leads if lead.score >= 0.5] == []
    assert made.scores["score"].max() < 0.5


def test_groups_are_of_its_leads_and_counted(found):
    groups = read_groups(found.out)
    members = [member.lead_id for group in groups for member in group.members]
    assert set(members) <= set(found.table("leads")["lead_id"])
    assert len(members) == len(set(members))
    assert found.detection.run["groups"]["found"] == len(groups)
    assert (found.out / "report.html").read_text(encoding="utf-8").count('class="lead group"') == min(len(groups), 40)
