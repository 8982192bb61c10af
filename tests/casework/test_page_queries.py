"""A page asks the database as often with many leads, cases and people as with few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tanglaw.casework.cases.tasks import add_task
from tanglaw.casework.models import Case, Lead, ProtectedParty, User
from tanglaw.casework.pages.notes import write
from tanglaw.casework.reading import names, subjects
from tanglaw.casework.roles import Role

from .casing import decide
from .conftest import bring_in
from .runs import write_run

REVIEWING = ("/queue", "/queue?find=4401&state=any", "/victims", "/proposals", "/leads/L-0001", "/leads/L-0025",
           "/leads/L-0001/payments", "/leads/L-0001/network", "/cases", "/cases?find=livestream", "/tasks?whose=any", "/cases/1", "/filings",
           "/runs", "/statistics", "/retention", "/retention/policy", "/keys", "/access", "/help", "/comfort")  # fmt: skip
OTHERS = {"auditor": ("/log", "/log?action=lead+seen"), "administrator": ("/people", "/people/keys")}


def asked(client, address):
    """Count what a page asks; when the log is signed depends on the log's length, so that is left out."""
    client.get(address)  # what is asked once a process is not counted
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return sum(one["sql"].startswith("SELECT") and "casework_head" not in one["sql"] for one in captured)


def work(leads, sup):
    """Do on leads whatever pages show of them."""
    for number, lead in enumerate(leads):
        kind = ("case", "dismiss", "file", "case")[number % 4]
        decide(lead, sup, kind, **({"explanation": "nothing_found"} if kind == "dismiss" else {}))
        write(lead, "Compared with our own records.", sup.user, sup.who)
    for case in Case.objects.all():
        add_task(case.pk, sup.user, sup.who, "Ask the branch.", "sup", case.opened.date())


def test_the_number_of_questions_does_not_grow_with_leads(quick, person, tmp_path):
    sup = person("supervisor", "sup")
    clients = dict.fromkeys(REVIEWING, sup.client)
    for role, places in OTHERS.items():
        clients |= dict.fromkeys(places, person(role).client)
    bring_in(write_run(tmp_path / "few"))
    work(Lead.objects.order_by("pk")[:8], sup)
    few = {place: asked(client, place) for place, client in clients.items()}
    bring_in(write_run(tmp_path / "many", times=4))
    work(Lead.objects.filter(state="open").exclude(lead_id="L-0025").order_by("pk")[:40], sup)
    for number in range(12):
        User.objects.make(f"analyst{number}", None, Role.ANALYST)
    many = {place: asked(client, place) for place, client in clients.items()}
    assert {place: many[place] - few[place] for place in few if many[place] > few[place]} == {}


@pytest.fixture
def opened(monkeypatch):
    """Count the records that are opened for what a process keeps in memory."""
    from tanglaw.casework.sealing import opening  # noqa: PLC0415

    counted = []
    real = opening.unseal
    monkeypatch.setattr(opening, "unseal", lambda *given: counted.append(given) or real(*given))
    return counted


def test_what_an_import_brings_is_opened_once_and_nothing_else(quick, run_folder, later_run, person, opened):
    bring_in(run_folder)
    names.shield()
    assert len(subjects.known()) == Lead.objects.count()
    assert len(opened) == Lead.objects.count() + len(names.shield().names)
    opened.clear()
    assert subjects.holding("4401")
    names.shield()
    assert opened == []
    bring_in(later_run)
    new = Lead.objects.get(lead_id="L-0000000000ff")
    assert subjects.holding(new.subject) == [new.pk]
    assert names.shield().covers(new.role, new.subject) == new.protect
    assert 0 < len(opened) < 6, "the new lead, and whose names changed"
    assert len(subjects.known()) == Lead.objects.count()


def test_a_further_name_of_somebody_protected_is_struck_out_from_the_next_run_on(quick, run_folder, later_run):
    bring_in(run_folder)
    text = "for Ligaya Panganiban"
    assert names.shield().scrub(text) == text
    party = ProtectedParty.objects.select_related("key").first()
    party.names = [*party.names, "Ligaya Panganiban"]
    party.save()
    bring_in(later_run)
    assert names.shield().scrub(text) == "for [name withheld]"


def test_a_deleted_lead_is_found_no_more(quick, run_folder):
    bring_in(run_folder)
    lead = Lead.objects.order_by("pk")[3]
    assert lead.pk in subjects.holding(lead.subject)
    number = lead.pk
    lead.versions.all().delete()
    lead.delete()
    assert number not in subjects.known()
