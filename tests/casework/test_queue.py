"""The queue: what the address asks for, in which order, and that nobody gets what somebody else has."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.casework.models import Lead, SavedView
from tanglaw.casework.reading.queue import ORDERS, Filters, Section, claim, claim_next, release


@pytest.fixture
def ana(filled, person):
    return person("analyst", "ana")


def chosen(user, query=""):
    return list(Filters.read(QueryDict(query)).choose(user))


def test_without_filters_it_is_what_waits_by_attention(ana):
    leads = chosen(ana.user)
    assert [lead.attention for lead in leads] == sorted((lead.attention for lead in leads), reverse=True)
    assert len(leads) == Lead.objects.count()


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("pattern=facilitation", lambda lead: lead.pattern == "facilitation"),
        ("urgency=high", lambda lead: lead.urgency >= 2 / 3),
        ("urgency=medium", lambda lead: 1 / 3 <= lead.urgency < 2 / 3),
        ("urgency=low", lambda lead: lead.urgency < 1 / 3),
        ("whose=nobody", lambda lead: lead.assigned_to is None),
        ("whose=mine", lambda lead: lead.assigned_to is not None),
        ("overdue=yes", lambda lead: lead.pk % 2 == 0),
        ("news=yes", lambda lead: lead.pk % 3 == 0),
        ("state=any", lambda _: True),
        ("state=filed", lambda _: False),
    ],
)
def test_each_filter_shows_what_fits_and_all_of_it(ana, query, holds):
    for lead in Lead.objects.all():
        lead.due = timezone.now() + timedelta(days=1 if lead.pk % 2 else -1)
        lead.news = lead.pk % 3 == 0
        lead.save()
    claim(Lead.objects.first().lead_id, ana.user, ana.who)
    assert {lead.pk for lead in chosen(ana.user, query)} == {lead.pk for lead in Lead.objects.all() if holds(lead)}


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_is_total(ana, order):
    first = [lead.pk for lead in chosen(ana.user, f"order={order}")]
    assert first == [lead.pk for lead in chosen(ana.user, f"order={order}")]
    assert len(set(first)) == len(first)


def test_a_lead_is_found_by_number_id_account_and_counterparty(ana):
    lead = Lead.objects.last()
    other = lead.appearances.filter(own=False).first().party
    for text in (str(lead.pk), f"#{lead.pk}", lead.lead_id, lead.subject, lead.subject[:-1].lower(), other):
        assert lead in chosen(ana.user, f"find={text.replace('#', '%23')}"), text
    assert chosen(ana.user, "find=nobody-like-this") == []


@given(st.dictionaries(st.sampled_from(["state", "whose", "pattern", "urgency", "find", "order", "overdue", "news", "page"]),
                       st.text(max_size=30), max_size=9))  # fmt: skip
def test_any_address_gives_filters_that_give_the_same_address(values):
    query = QueryDict(mutable=True)
    query.update(values)
    filters = Filters.read(query)
    assert Filters.read(QueryDict(filters.query(page=filters.page))) == filters


def test_a_page_past_the_last_is_the_last(ana):
    leads = Filters().choose(ana.user)
    assert Section.of(leads, 999, 10).page == Section.of(leads, 1, 10).pages == -(-leads.count() // 10)


def test_possible_victims_stand_apart_and_on_top(ana):
    said = ana.client.get("/queue.json").json()
    assert all(lead["protect"] for lead in said["victims"])
    assert not any(lead["protect"] for lead in said["subjects"])
    assert said["victims_in_all"] + said["subjects_in_all"] == Lead.objects.count()
    page = ana.client.get("/queue").content.decode()
    assert page.index("Possible victims <") < page.index("Subjects of review <")
    assert claim_next(ana.user, ana.who).protect


def test_a_claimed_lead_is_nobody_else_s_until_it_is_given_back(ana, person):
    ben = person("analyst", "ben")
    lead = Lead.objects.first()
    assert claim(lead.lead_id, ana.user, ana.who)[1]
    assert not claim(lead.lead_id, ben.user, ben.who)[1]
    release(lead.lead_id, ben.user, ben.who)
    lead.refresh_from_db()
    assert lead.assigned_to == ana.user
    release(lead.lead_id, ana.user, ana.who)
    assert claim(lead.lead_id, ben.user, ben.who)[1]


def test_who_claims_at_once_gets_different_leads(imported, person):
    people = [person("analyst", f"analyst{number}") for number in range(6)]

    def work(one):
        try:
            return [claim_next(one.user, one.who).pk for _ in range(3)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        got = [pk for mine in pool.map(work, people) for pk in mine]
    assert len(set(got)) == len(got) == 18


def test_a_saved_view_comes_back_with_its_filters_and_no_more(ana):
    ana.client.post("/views", {"name": "late ones", "query": "overdue=yes&order=due&state=nonsense&evil=1"})
    view = SavedView.objects.get()
    assert view.query == "order=due&overdue=yes"
    assert b'href="/queue?order=due&amp;overdue=yes">late ones' in ana.client.get("/queue").content


def test_an_earlier_version_has_its_own_address(ana):
    lead = Lead.objects.first()
    assert ana.client.get(f"/leads/{lead.lead_id}?version=1").status_code == 200
    for wrong in ("2", "0", "99999", "x", "-1"):
        status = ana.client.get(f"/leads/{lead.lead_id}?version={wrong}").status_code
        assert status == (404 if wrong.isdecimal() else 200)
