"""A filing about several leads of a case: all by default, people with what the case says of them, and who may know."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.cases.opening import take_out
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.filing import drafting, stepping
from tanglaw.casework.models import Case, CaseLead, Filing, Lead, Run
from tanglaw.casework.retention.erasing import erase_early
from tanglaw.casework.site.problems import RefusedError
from tanglaw.filings.dossier.files import from_json

from .filing_desk import post

WORDS = "Whose payments meet those of the other lead."


@pytest.fixture
def two(quick_desk):
    """A desk whose case holds two leads, the second of somebody who may be a victim."""
    desk = quick_desk
    desk.second = Lead.objects.filter(protect=True).exclude(pk=desk.lead.pk).order_by("-score").first()
    propose(
        desk.second.lead_id, desk.second.revision, desk.ana.user, desk.ana.who, Wish("case", WORDS, case=desk.case.pk)
    )
    return desk


def draft(desk, *leads, profile="str-generic"):
    answer = desk.ana.client.post(
        f"/cases/{desk.case.pk}/filings", {"lead": [lead.lead_id for lead in leads], "profile": profile}
    )
    assert answer.status_code == 302, answer.content
    return Filing.objects.latest("pk")


def test_without_a_choice_it_is_about_every_lead_of_the_case_and_all_count_as_filed(two):
    filing = draft(two)
    dossier = from_json(filing.dossier)
    assert {matter.assessment.lead_id for matter in dossier.matters} == {two.lead.lead_id, two.second.lead_id}
    assert set(filing.leads.all()) == {two.lead, two.second}
    page = two.ana.client.get(f"/filings/{filing.pk}").content.decode()
    for lead in (two.lead, two.second):
        assert f'href="/leads/{lead.lead_id}"' in page
    assert post(two.ana, filing, "validate").status_code == 302
    assert post(two.rey, filing, "approve").status_code == 302
    for lead in (two.lead, two.second):
        lead.refresh_from_db()
        assert lead.state == "filed"


def test_who_drafts_chooses(two):
    assert [lead.pk for lead in draft(two, two.lead).leads.all()] == [two.lead.pk]
    page = two.ana.client.get(f"/cases/{two.case.pk}").content.decode()
    assert page.count('type="checkbox" name="lead"') == 2
    other = Lead.objects.exclude(pk__in=[two.lead.pk, two.second.pk]).first()
    with pytest.raises(RefusedError, match=f"lead {other.pk} is not there"):
        drafting.begin(two.case.pk, [two.lead, other], "str-generic", two.ana.user, two.ana.who)


def test_everybody_at_risk_is_shown_and_can_be_mended(two):
    filing = draft(two)
    before = from_json(filing.dossier).at_risk
    assert len(before) > 1
    form = {f"risk_{name}": [getattr(risk, name) for risk in before] for name in ("who", "where", "why")}
    form["risk_where"][1] = "Another town"
    page = two.ana.client.get(f"/filings/{filing.pk}").content.decode()
    assert page.count('name="risk_who"') == len(before)
    assert post(two.ana, filing, "facts", tlp="TLP:AMBER", travel="", **form).status_code == 302
    now = from_json(filing.dossier).at_risk
    assert now == (before[0], before[1].model_copy(update={"where": "Another town"}), *before[2:])
    form["risk_who"][0] = ""
    assert post(two.ana, filing, "facts", tlp="TLP:AMBER", travel="", **form).status_code == 302
    assert from_json(filing.dossier).at_risk == now[1:]


def test_a_lead_that_is_filed_with_others_is_not_taken_out(two):
    filing = draft(two)
    with pytest.raises(RefusedError, match="holds work on this lead"):
        take_out(two.case.pk, two.second.lead_id, two.ana.user, two.ana.who, "It belongs elsewhere.")
    stepping.withdraw(filing.pk, two.ana.user, two.ana.who, "It belongs elsewhere.")
    take_out(two.case.pk, two.second.lead_id, two.ana.user, two.ana.who, "It belongs elsewhere.")


def test_people_come_with_what_they_are_in_the_case_and_the_protected_stay_protected(two):
    now, ana = timezone.now(), two.ana.user
    payees = two.lead.appearances.filter(own=False)
    payee = payees.exclude(index__in=two.second.appearances.values("index")).first()
    two.case.subjects.create(role="facilitator", side=payee.role, party=payee.party, added=now, added_by=ana)
    two.case.subjects.filter(index=two.second.subject_index).update(role="facilitator")
    two.case.subjects.create(role="witness", name="Wilma Invented", about="A neighbour.", added=now, added_by=ana)
    two.case.subjects.create(role="victim", name="Lorna Invented", about="Fourteen.", added=now, added_by=ana)
    dossier = from_json(draft(two).dossier)
    by_name = {name: party for party in dossier.parties for name in party.names}
    assert (by_name["Wilma Invented"].standing, by_name["Wilma Invented"].protected) == ("witness", False)
    assert (by_name["Lorna Invented"].standing, by_name["Lorna Invented"].protected) == ("possible victim", True)
    named = next(party for party in dossier.parties if payee.party in party.ids)
    assert named.protected or named.standing == "facilitator in question"
    key = next(m.subject for m in dossier.matters if m.assessment.lead_id == two.second.lead_id)
    victim = dossier.party(key)
    assert (victim.protected, victim.standing) == (True, "possible victim")
    assert "Named in the case as facilitator in question." in victim.note
    text = dossier.narrative.text()
    assert "Named in the case, witness: Wilma Invented" in text
    page = two.rey.client.get(f"/filings/{Filing.objects.latest('pk').pk}?party={by_name['Wilma Invented'].key}")
    assert page.status_code == 200


def test_a_filing_that_tells_of_a_lead_one_may_not_see_is_not_there(two):
    filing = draft(two)
    assert two.rey.client.get(f"/filings/{filing.pk}").status_code == 200
    closed_to_rey = Case.objects.create(
        opened=timezone.now(),
        opened_by=two.ana.user,
        keeper=two.ana.user,
        restricted=True,
        restricted_by=two.ana.user,
        sealed_restriction=b"x",
    )
    CaseLead.objects.create(
        case=closed_to_rey, lead=two.second, added=timezone.now(), added_by=two.ana.user, current=False
    )
    assert two.rey.client.get(f"/filings/{filing.pk}").status_code == 404
    assert f"/filings/{filing.pk}" not in two.rey.client.get("/filings").content.decode()
    with pytest.raises(RefusedError, match=f"lead {two.second.pk} is not there"):
        drafting.begin(two.case.pk, [two.second], "str-generic", two.rey.user, two.rey.who)
    made = drafting.begin(two.case.pk, [], "str-generic", two.rey.user, two.rey.who)
    assert list(made.leads.all()) == [two.lead]


def test_a_draft_says_that_a_later_run_changed_one_of_its_leads(two):
    filing = draft(two)
    twin = two.ana.client.get(f"/filings/{filing.pk}.json")
    assert twin.json()["changed_since"] == []
    Run.objects.filter(pk=two.second.last_run_id).update(imported=timezone.now() + timezone.timedelta(hours=1))
    twin = two.ana.client.get(f"/filings/{filing.pk}.json")
    assert set(twin.json()["changed_since"]) == {two.lead.lead_id, two.second.lead_id}
    assert (
        "changed in a run that came in after this was drafted"
        in two.ana.client.get(f"/filings/{filing.pk}").content.decode()
    )


def test_a_deleted_lead_takes_what_was_drafted_about_it_along(two):
    filing, other = draft(two), draft(two, two.lead)
    stepping.withdraw(filing.pk, two.ana.user, two.ana.who, "It belongs elsewhere.")
    erase_early(Lead.objects.get(pk=two.second.pk), Who(CONSOLE), two.ana.user, two.rey.user)
    assert not Filing.objects.filter(pk=filing.pk).exists()
    assert Filing.objects.filter(pk=other.pk).exists()
