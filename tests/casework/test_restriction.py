"""A case that is restricted to named people, and its leads, do not exist for anybody else."""

from __future__ import annotations

import re
from pathlib import Path

from django.utils import timezone

from tanglaw import casework
from tanglaw.casework.cases import closing, tasks, team
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions.outcomes import as_csv
from tanglaw.casework.models import Lead, Task
from tanglaw.casework.reading import visible

from .casing import decide, leads, refused


def test_a_restricted_case_and_its_leads_exist_for_its_people_alone(ana, rey, sup, case, person):
    """Queue, search, twins, other leads of the same people, second looks, outcomes, figures: nothing tells of it."""
    lead = leads()[0]
    other = person("analyst", "other")
    proposal = decide(lead, ana, "file")
    tasks.add_task(case.pk, ana.user, ana.who, "Call the bank", "other", timezone.now().date())
    assert other.client.get(f"/cases/{case.pk}").status_code == 200
    assert sup.client.post(f"/cases/{case.pk}/restriction", {"why": "A colleague is kin to them."}).status_code == 302
    for stranger in (other, rey):
        for address in (f"/cases/{case.pk}", f"/leads/{lead.lead_id}"):
            for suffix in ("", ".json"):
                assert stranger.client.get(address + suffix).status_code == 404
        for step in ("claim", "release", "names", "notes", "decisions"):
            assert stranger.client.post(f"/leads/{lead.lead_id}/{step}").status_code == 404
        for step in ("notes", "entries", "tasks", "subjects", "names", "team", "referrals", "title"):
            assert stranger.client.post(f"/cases/{case.pk}/{step}").status_code == 404
        for address in (
            "/queue?state=any", f"/queue?state=any&find={lead.lead_id}", f"/queue?state=any&find={lead.subject}", "/victims?state=any",
            "/proposals", "/cases?state=any", f"/cases?find={lead.lead_id}", "/tasks?whose=any",
        ):  # fmt: skip
            told = stranger.client.get(address).content.decode()
            for path in (f"/leads/{lead.lead_id}", f'/cases/{case.pk}"'):
                assert path not in told, (stranger.user, address)
            path, _, query = address.partition("?")
            twin = stranger.client.get(f"{path}.json?{query}").json() | {"query": ""}
            assert lead.lead_id not in str(twin)
        for near in leads()[1:]:
            assert lead.lead_id not in stranger.client.get(f"/leads/{near.lead_id}.json").content.decode()
        assert lead.lead_id not in {one.lead_id for one in visible.leads(stranger.user)}
        counted = stranger.client.get("/statistics.json").json()
        assert sum(one["leads"] for one in counted["patterns"]) == len(leads()) - 1
        assert sum(counted["states"].values()) == len(leads()) - 1
    answer = {"verdict": "approve"}
    assert rey.client.post(f"/leads/{lead.lead_id}/decisions/{proposal.pk}/answer", answer).status_code == 404
    assert sup.client.post(f"/leads/{lead.lead_id}/decisions/{proposal.pk}/answer", answer).status_code == 302
    assert lead.subject not in rey.client.get("/outcomes.csv").content.decode()
    assert lead.subject in sup.client.get("/outcomes.csv").content.decode()
    assert lead.subject in as_csv()
    assert Task.objects.get().to is None
    for insider in (ana, sup):
        assert insider.client.get(f"/cases/{case.pk}").status_code == 200
        assert insider.client.get(f"/leads/{lead.lead_id}").status_code == 200
    assert sup.client.post(f"/cases/{case.pk}/restriction", {"what": "lift"}).status_code == 302
    assert other.client.get(f"/leads/{lead.lead_id}").status_code == 200


def test_nobody_claims_a_restricted_lead_by_claiming_the_next(ana, sup, case, person):
    first = leads()[0]
    team.restrict(case.pk, sup.user, sup.who, "A colleague is kin to them.")
    Lead.objects.filter(pk=first.pk).update(state="open", assigned_to=None, attention=10, protect=True)
    other = person("analyst", "other")
    assert other.client.post("/queue/next").headers["Location"] != f"/leads/{first.lead_id}"
    first.refresh_from_db()
    assert first.assigned_to is None


def test_other_supervisors_do_not_see_a_restricted_case_and_the_last_one_stays(ana, sup, case, person):
    second = person("supervisor", "second")
    team.restrict(case.pk, sup.user, sup.who, "A colleague is kin to them.")
    assert second.client.get(f"/cases/{case.pk}").status_code == 404
    with refused("last supervisor"):
        team.remove_person(case.pk, "sup", sup.who)
    team.add_person(case.pk, "second", sup.user, sup.who)
    team.remove_person(case.pk, "sup", sup.who)
    assert second.client.get(f"/cases/{case.pk}").status_code == 200
    assert sup.client.get(f"/cases/{case.pk}").status_code == 404


def test_only_its_people_and_supervisors_name_others(ana, sup, case, person):
    other = person("analyst", "other")
    form = {"what": "add", "person": "other"}
    assert other.client.post(f"/cases/{case.pk}/team", form).status_code == 404
    assert ana.client.post(f"/cases/{case.pk}/team", form).status_code == 302
    assert case.people.filter(user=other.user).exists()
    with refused("They keep the case"):
        team.remove_person(case.pk, "ana", sup.who)


def test_a_lead_that_another_case_restricts_is_gone_from_a_case_that_held_it_before(ana, rey, sup, case):
    """The old, closed case stays; what it says of the lead is there for the people of the restricted one alone."""
    lead = leads()[0]
    closing.close(case.pk, ana.user, ana.who, "explained", "All of it is family support.")
    decide(lead, rey, "reopen")
    Lead.objects.filter(pk=lead.pk).update(assigned_to=sup.user)  # who has the lead is named in its case
    decide(lead, sup)
    newer = case_of(lead)
    team.restrict(newer.pk, sup.user, sup.who, "A colleague is kin to them.")
    assert ana.client.get(f"/cases/{newer.pk}").status_code == 404
    for suffix in ("", ".json"):
        told = ana.client.get(f"/cases/{case.pk}{suffix}").content.decode()
        assert lead.lead_id not in told
    assert sup.client.get(f"/cases/{case.pk}.json").json()["leads"][0]["lead_id"] == lead.lead_id


def test_pages_read_leads_through_what_there_is_for_the_reader():
    """A page that asked the table itself would reach past the restriction."""
    pages = Path(casework.__file__).parent
    asked = re.compile(r"\b(Lead|Case|Decision|Filing|Task|Referral)\.objects\b(?!\.filter\(case__in=)")
    found = [path.name for path in (pages / "pages").glob("*.py") if asked.search(path.read_text(encoding="utf-8"))]
    assert found == []
