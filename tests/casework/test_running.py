"""Detection from the workspace: started once, watched, cancelled, scheduled; a killed worker loses nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.filing import drafting
from tanglaw.casework.models import Detection, Entry, Lead, Material, Run, Source
from tanglaw.casework.running import carrying_out, detecting, schedule, sources, starting
from tanglaw.casework.running.told import Told
from tanglaw.casework.site.problems import RefusedError
from tanglaw.common.errors import FaultsError
from tanglaw.filings.dossier.files import from_json

from .detections import carry_out, ready_jobs

# Starting


def test_a_run_is_started_carried_out_and_brought_in(source, person, quick):
    reviewer = person("reviewer")
    assert reviewer.client.post("/runs/sources/all/start").status_code == 302
    detection = Detection.objects.get()
    assert (detection.course, detection.asked_by) == ("waiting", reviewer.user)
    carry_out(detection)
    assert detection.course == "done", detection.reason
    assert detection.run.found == Lead.objects.count() > 0
    assert detection.run.imported_by == reviewer.user
    assert "writing leads" in detection.log
    assert not carrying_out.folder_of(detection.pk).exists(), "files with names must not stay behind"
    said = reviewer.client.get(f"/runs/detections/{detection.pk}.json").json()["detection"]
    assert (said["course"], said["source"], said["run"]) == ("done", "all", detection.run_id)
    actions = list(Entry.objects.order_by("number").values_list("actor", "action"))
    for actor, action in (("reviewer", "detection started"), ("(worker)", "outcomes exported"), ("reviewer", "run imported"),
                          ("(worker)", "detection done"), ("reviewer", "detection seen")):  # fmt: skip
        assert (actor, action) in actions
    it_can_be_filed(person("analyst", "ana"))


def it_can_be_filed(ana):
    """What a filing needs is kept with each lead, sealed, though the run's folder is gone."""
    assert Material.objects.count() == Lead.objects.count()
    lead = Lead.objects.filter(protect=False).first()
    assert not Path(lead.last_run.folder).exists()
    propose(lead.lead_id, 0, ana.user, ana.who, Wish("case", "Seven payers, one household."))
    filing = drafting.begin(case_of(lead).pk, [lead], "str-generic", ana.user, ana.who)
    dossier = from_json(filing.dossier)
    assert dossier.assessment.lead_id == lead.lead_id
    assert len(dossier.payments) == lead.payments
    assert any(party.phones or party.accounts for party in dossier.counterparties)
    assert not any(lead.subject.encode() in bytes(one.sealed_data) for one in Material.objects.all())


def test_outcomes_and_links_go_along(source, person, monkeypatch):
    supervisor = person("supervisor")
    carry_out(starting.start(source, None, starting.SCHEDULE))
    lead = Lead.objects.filter(role="originator").first()
    propose(lead.lead_id, lead.revision, supervisor.user, supervisor.who,
            Wish("dismiss", "His own family, for years.", explanation="nothing_found"))  # fmt: skip
    given = {}

    def look(arguments, *_):
        for name in ("--known", "--links"):
            given[name] = Path(arguments[arguments.index(name) + 1]).read_text()
        return detecting.Ended.CANCELLED

    monkeypatch.setattr(carrying_out, "detect", look)
    carry_out(starting.start(source, None, starting.SCHEDULE))
    assert f"originator,{lead.subject},{lead.pattern},dismissed," in given["--known"]
    assert given["--links"].startswith("role,subject_id,other_subject_id,level,decision\n")


def test_the_same_payments_again_are_the_same_run(source):
    first = carry_out(starting.start(source, None, starting.SCHEDULE))
    kept = Material.objects.order_by("pk").first()
    Material.objects.exclude(pk=kept.pk).delete()  # as if it was killed after the first of them
    second = carry_out(starting.start(source, None, starting.SCHEDULE))
    assert Material.objects.get(pk=kept.pk).sealed_data == kept.sealed_data, "what is there is not made again"
    assert (first.course, second.course) == ("done", "done")
    assert first.run == second.run
    assert Run.objects.count() == 1
    assert Material.objects.count() == Lead.objects.count()


def test_one_at_a_time_on_a_source(source, person):
    starting.start(source, None, starting.SCHEDULE)
    with pytest.raises(RefusedError, match="one at a time"):
        starting.start(source, None, starting.SCHEDULE)
    assert person("reviewer").client.post("/runs/sources/all/start").status_code == 409
    with pytest.raises(IntegrityError):  # not even by hand
        Detection.objects.create(source=source, asked=timezone.now())
    assert Detection.objects.count() == ready_jobs() == 1


def test_no_path_comes_from_a_page_and_none_is_shown(source, person, payments):
    reviewer = person("reviewer")
    for address in ("/runs", "/runs.json"):
        assert str(payments.parent) not in reviewer.client.get(address).content.decode()
    assert reviewer.client.post("/runs/sources/%2Fetc/start").status_code == 404
    assert reviewer.client.post("/runs/sources/nowhere/start").status_code == 404
    reviewer.client.post("/runs/sources/all/start", {"inputs": "/etc", "path": "/etc", "name": "/etc"})
    assert Source.objects.get().inputs == [str(payments)]


def test_all_faults_of_a_source_come_at_once(quick, tmp_path):
    described = sources.Described("../x", [tmp_path / "gone"], mapping=tmp_path / "none.toml", engine="abacus")
    with pytest.raises(FaultsError) as caught:
        sources.keep(described, Who(CONSOLE))
    assert all(word in str(caught.value) for word in ("../x", "gone", "none.toml", "abacus"))
    assert not Source.objects.exists()


def test_options_of_a_source_go_to_detection(quick, payments, tmp_path):
    mapping = tmp_path / "m.toml"
    mapping.write_text("")
    described = sources.Described("mine", [payments], mapping=mapping, patterns=[tmp_path], identities=False)
    source, new = sources.keep(described, Who(CONSOLE))
    assert new
    assert sources.arguments(source) == [
        str(payments), "--engine", "local", "--mapping", str(mapping), "--patterns", str(tmp_path), "--no-identities",
    ]  # fmt: skip
    assert not sources.keep(described, Who(CONSOLE))[1]


def test_a_retired_source_is_gone_from_the_page_and_not_started(source, person):
    sources.retire("all", Who(CONSOLE))
    assert person("reviewer").client.post("/runs/sources/all/start").status_code == 404
    with pytest.raises(RefusedError, match="out of use"):
        starting.start(source, None, starting.SCHEDULE)
    with pytest.raises(FaultsError):
        sources.retire("all", Who(CONSOLE))


# Failing, cancelling


def test_a_failure_says_why_and_brings_nothing_in(source, person, payments, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n1,2\n")
    Source.objects.update(inputs=[str(bad)])
    failed = carry_out(starting.start(source, None, starting.SCHEDULE))
    assert failed.course == "failed"
    assert "payment_id" in failed.reason
    assert not Run.objects.exists()
    assert not carrying_out.folder_of(failed.pk).exists()
    page = person("reviewer").client.get(f"/runs/detections/{failed.pk}").content.decode()
    assert "Why it failed" in page
    assert starting.start(source, None, starting.SCHEDULE).course == "waiting", "it can be started again"


def test_what_waits_is_cancelled_at_once(source, person):
    reviewer = person("reviewer")
    detection = starting.start(source, None, starting.SCHEDULE)
    assert reviewer.client.post(f"/runs/detections/{detection.pk}/cancel").status_code == 302
    assert carry_out(detection).course == "cancelled"
    assert not Run.objects.exists()
    assert reviewer.client.post(f"/runs/detections/{detection.pk}/cancel").status_code == 409


def test_what_runs_is_ended_with_its_process(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)
    real = carrying_out._beat

    def cancel_then_beat(mine, told):
        if told.state.stage and not Detection.objects.get().cancelling:
            starting.cancel(mine.pk, Who("rey"))
        return real(mine, told)

    monkeypatch.setattr(carrying_out, "_beat", cancel_then_beat)
    monkeypatch.setattr(carrying_out, "_BEAT", 0.05)
    assert carry_out(detection).course == "cancelled"
    assert not Run.objects.exists()
    assert not carrying_out.folder_of(detection.pk).exists()


def test_a_worker_that_is_told_to_end_gives_back_what_it_was_at(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)
    carrying_out.STOP.set()
    try:
        carry_out(detection)
    finally:
        carrying_out.STOP.clear()
    assert (detection.course, detection.attempt, ready_jobs()) == ("waiting", 0, 2)
    assert carry_out(detection).course == "done"


def test_a_worker_that_was_taken_for_dead_touches_nothing_any_more(source, monkeypatch):
    detection = starting.start(source, None, starting.SCHEDULE)
    real = carrying_out._beat

    def lost(mine, told):
        Detection.objects.update(worker="elsewhere:1:1")
        return real(mine, told)

    monkeypatch.setattr(carrying_out, "_beat", lost)
    carry_out(detection)
    assert (detection.course, detection.worker) == ("running", "elsewhere:1:1")
    assert not Run.objects.exists()


def test_a_job_that_is_no_longer_the_right_one_does_nothing(source):
    detection = starting.start(source, None, starting.SCHEDULE)
    carrying_out.carry_out(detection.pk, uuid4())
    carrying_out.carry_out(detection.pk + 1, detection.task)
    detection.refresh_from_db()
    assert (detection.course, detection.attempt) == ("waiting", 0)


# The schedule


@given(
    after=st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)),  # noqa: DTZ001 -- Hypothesis adds it
    every=st.sampled_from(["day", "week"]), at=st.times().map(lambda t: t.replace(second=0, microsecond=0)), weekday=st.integers(0, 6),
)  # fmt: skip
def test_the_next_time_is_the_first_that_fits(after, every, at, weekday):
    found = schedule.following(after, every, at, weekday)
    assert found > after
    assert found - after <= timedelta(days=7 if every == "week" else 1)
    assert (found.hour, found.minute) == (at.hour, at.minute)
    assert every == "day" or found.weekday() == weekday


def test_a_schedule_starts_what_is_due_once_and_makes_nothing_up(source, person):
    supervisor = person("supervisor")
    form = {"every": "day", "at": "02:30", "weekday": "0"}
    assert supervisor.client.post("/runs/sources/all/schedule", form).status_code == 302
    source.refresh_from_db()
    later = source.next_at + timedelta(days=9, hours=1)
    assert [one.source_id for one in starting.start_due(later)] == [source.pk]
    assert starting.start_due(later) == []
    source.refresh_from_db()
    assert later < source.next_at <= later + timedelta(days=1)
    # Its time comes while the one before is under way: it waits for the next time, and the log says so.
    assert starting.start_due(source.next_at) == []
    assert Entry.objects.filter(actor="(schedule)", action="detection skipped").count() == 1
    supervisor.client.post("/runs/sources/all/schedule", {"every": "", "at": "02:30"})
    source.refresh_from_db()
    assert source.next_at is None


@pytest.mark.parametrize(
    "form",
    [
        {"every": "hour", "at": "02:30"},
        {"every": "day", "at": "25:00"},
        {"every": "week", "at": "02:30", "weekday": "9"},
    ],
)
def test_a_schedule_that_is_none_is_refused(source, person, form):
    assert person("supervisor").client.post("/runs/sources/all/schedule", form).status_code == 422
    source.refresh_from_db()
    assert source.every == ""


# What it says


def test_progress_is_told_from_what_is_for_people():
    told = Told()
    for line in ('{"stage": "reading", "rows": 500, "seconds": 2.0}\n', "a warning\n", '{"stage": broken\n',
                 '{"stage": "reading", "rows": 900, "seconds": 3.0}\n', "tanglaw: It failed.\n", "  a.csv:2 found x\n"):  # fmt: skip
        told.hear(line)
    assert (told.state.stage, told.state.rows, told.state.rate) == ("reading", 900, 300.0)
    assert told.log.splitlines() == [
        "reading",
        "a warning",
        '{"stage": broken',
        "tanglaw: It failed.",
        "  a.csv:2 found x",
    ]
    assert told.reason == "It failed.\n  a.csv:2 found x"


@given(st.text())
def test_whatever_is_said_can_be_kept(text):
    told = Told()
    told.hear(text)
    told.hear(f'{{"stage"{text}')
    assert "\x00" not in told.log
    assert told.state.rate >= 0


def test_the_part_that_moves_asks_for_itself_only_while_there_is_something_to_see(source, person):
    client = person("analyst").client
    detection = starting.start(source, None, starting.SCHEDULE)
    seen = Entry.objects.count()
    answer = client.get(f"/runs/detections/{detection.pk}/progress")
    assert b'hx-trigger="every 2s"' in answer.content
    assert "HX-Refresh" not in answer
    assert Entry.objects.count() == seen
    carry_out(detection)
    assert client.get(f"/runs/detections/{detection.pk}/progress")["HX-Refresh"] == "true"
