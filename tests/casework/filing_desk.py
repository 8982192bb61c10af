"""What tests of filings have in common: an office with a case, people, and a way to the authority."""

from __future__ import annotations

import json
from types import SimpleNamespace

from lxml import html

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.intake.importing import import_run
from tanglaw.casework.models import Filing, Lead
from tanglaw.filings.profiles.practice import write_practice_filer

WHY = {"reason": "To write the report."}


def office(workspace, practice, person):
    """A workspace with a case, somebody who files, somebody who approves, and a way to the authority."""
    import_run(practice, Who(CONSOLE))
    here = workspace / "filing"
    here.mkdir()
    write_practice_filer(here)
    for box in ("out", "in"):
        (here / box).mkdir()
    (here / "transport.toml").write_text('transport = "folder"\noutbox = "out"\ninbox = "in"\n')
    ana, rey = person("analyst", "ana"), person("reviewer", "rey")
    lead = Lead.objects.filter(pattern="livestream_purchase", protect=False).order_by("-score").first()
    propose(lead.lead_id, 0, ana.user, ana.who, Wish("case", "Seven payers, one household."))
    case = case_of(lead)
    for one in (ana, rey):
        assert one.client.post(f"/cases/{case.pk}/names", WHY).status_code == 302
    return SimpleNamespace(ana=ana, rey=rey, lead=lead, case=case, outbox=here / "out", inbox=here / "in", folder=here)


class Forms:
    """The forms of a page, as a browser would send them."""

    def __init__(self, page):
        self.root = html.fromstring(page)

    def fields(self, action):
        form = next(one for one in self.root.forms if one.action == action)
        return {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def begin(desk, profile="str-generic"):
    answer = desk.ana.client.post(f"/cases/{desk.case.pk}/filings", {"lead": desk.lead.lead_id, "profile": profile})
    assert answer.status_code == 302, answer.content
    return Filing.objects.latest("pk")


def post(someone, filing, step, **form):
    filing.refresh_from_db()
    answer = someone.client.post(f"/filings/{filing.pk}/{step}", {"revision": filing.revision, **form})
    filing.refresh_from_db()
    return answer


def to_approved(desk, **more):
    filing = begin(desk, **more)
    assert post(desk.ana, filing, "validate").status_code == 302
    assert post(desk.rey, filing, "approve").status_code == 302
    return filing


def receipt(desk, filing, **said):
    body = {"format": "tanglaw-receipt/1", "reference": filing.reference, "version": filing.version, **said}
    (desk.inbox / f"answer-{filing.pk}-{len(list(desk.inbox.iterdir()))}.json").write_text(json.dumps(body))
    assert desk.ana.client.post("/filings/receive").status_code == 302
    filing.refresh_from_db()
