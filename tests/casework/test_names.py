"""Names of protected people stay withheld, on every page and in every twin, until a reason is given."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.leads.sample import sample

from tanglaw.casework.models import Entry, Lead, Look, ProtectedParty


@pytest.fixture
def protected(filled):
    """Every name that is protected, of two words or more: single words occur in other texts by chance."""
    return sorted({name for party in ProtectedParty.objects.all() for name in party.names if " " in name})


def test_no_page_and_no_twin_holds_a_protected_name(filled, person, protected):
    assert len(protected) > 3
    analyst = person("analyst")
    addresses = ["/queue?state=any", "/victims", "/proposals", "/runs"]
    addresses += [f"/leads/{lead_id}" for lead_id in Lead.objects.values_list("lead_id", flat=True)]
    for address in addresses:
        path, _, query = address.partition("?")
        for asked in (address, f"{path}.json?{query}"):
            text = analyst.client.get(asked).content.decode()
            assert not [name for name in protected if name in text], asked


def test_a_counterparty_is_named_by_initials_only(filled, person):
    leads, payments = sample()
    lead = next(one for one in leads if one.role == "originator" and not one.protect)
    names = set(payments.filter(lead_id=lead.lead_id)["beneficiary_name"].drop_nulls())
    text = person("analyst").client.get(f"/leads/{lead.lead_id}.json").content.decode()
    assert names
    assert not [name for name in names if " " in name and name in text]


def test_a_reason_shows_them_to_who_gave_it_for_a_while(filled, person):
    ana, ben = person("analyst", "ana"), person("analyst", "ben")
    lead = Lead.objects.filter(protect=True).first()
    name = next(one.name for one in sample()[0] if one.lead_id == lead.lead_id)
    page = f"/leads/{lead.lead_id}"
    ana.client.post(f"{page}/names", {"reason": "To find her other accounts."})
    assert name in ana.client.get(page).content.decode()
    assert ana.client.get(f"{page}.json").json()["name"] == name
    assert name not in ben.client.get(page).content.decode()
    entry = Entry.objects.get(action="names unmasked")
    assert (entry.actor, entry.object) == ("ana", lead.lead_id)
    assert "To find her other accounts." not in entry.detail
    assert "To find her other accounts." in person("auditor").client.get("/log").content.decode()
    Look.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert name not in ana.client.get(page).content.decode()


@pytest.mark.parametrize("reason", ["", "   ", "because"])
def test_without_a_reason_nothing_is_shown_and_nothing_logged(filled, person, reason):
    ana = person("analyst")
    lead = Lead.objects.filter(protect=True).first()
    answer = ana.client.post(f"/leads/{lead.lead_id}/names", {"reason": reason})
    assert answer.status_code == 422
    assert not Look.objects.exists()
    assert not Entry.objects.filter(action="names unmasked").exists()


def test_every_look_at_a_lead_is_logged_with_whether_names_were_shown(filled, person):
    ana = person("analyst")
    lead = Lead.objects.first()
    ana.client.get(f"/leads/{lead.lead_id}")
    ana.client.get(f"/leads/{lead.lead_id}.json")
    ana.client.post(f"/leads/{lead.lead_id}/names", {"reason": "To compare with our records."})
    ana.client.get(f"/leads/{lead.lead_id}")
    seen = Entry.objects.filter(action="lead seen", object=lead.lead_id).order_by("number")
    assert list(seen.values_list("detail", flat=True)) == ['{"version": 1}'] * 2 + ['{"names": "shown", "version": 1}']


def test_what_people_write_cannot_run_in_a_page(filled, person):
    ana = person("analyst")
    lead = Lead.objects.first()
    ana.client.post(f"/leads/{lead.lead_id}/notes", {"text": "<script>alert(1)</script><img src=x onerror=y>"})
    page = ana.client.get(f"/leads/{lead.lead_id}").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
