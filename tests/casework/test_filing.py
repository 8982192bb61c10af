"""A filing from a case: drafted, mended, approved by two, signed, handed over, answered, corrected; and who may know."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, connection
from django.db import transaction as db

from tanglaw.casework.filing import drafting, stepping
from tanglaw.casework.models import Decision, Filing, FilingFile, Lead
from tanglaw.casework.site.problems import RefusedError
from tanglaw.filings.dossier.files import from_json

from .filing_desk import Forms, begin, post, receipt, to_approved


def test_the_whole_way_of_a_filing(desk):
    filing = begin(desk)
    assert (filing.state, filing.version) == ("draft", 1)
    page = desk.ana.client.get(f"/filings/{filing.pk}").content.decode()
    assert "TLP:AMBER+STRICT" in page
    assert "Complete" in page
    assert "Urgent" in page
    assert "What is missing" in page
    assert post(desk.ana, filing, "validate").status_code == 302
    assert filing.state == "validated"
    assert post(desk.rey, filing, "approve").status_code == 302
    desk.lead.refresh_from_db()
    assert (filing.state, filing.approved_by, desk.lead.state) == ("approved", desk.rey.user, "filed")
    assert Decision.objects.get(lead=desk.lead, kind="file").second == desk.rey.user
    assert post(desk.rey, filing, "sign").status_code == 302
    assert post(desk.ana, filing, "hand-over").status_code == 302
    assert filing.state == "handed over"
    assert "handed over, not acknowledged yet" in desk.ana.client.get(f"/filings/{filing.pk}").content.decode()
    sent = {path.name for path in desk.outbox.iterdir()}
    assert sent == {file.name for file in filing.files.all() if not file.name.endswith(".sig.json")}
    for name in sent:
        assert (desk.outbox / name).read_bytes() == bytes(filing.files.get(name=name).data)
    receipt(desk, filing, accepted=True, receipt="FIU-77")
    assert (filing.state, filing.receipt) == ("acknowledged", "FIU-77")


def test_a_rejected_filing_is_corrected_in_a_next_version(desk):
    filing = to_approved(desk)
    post(desk.rey, filing, "sign")
    post(desk.ana, filing, "hand-over")
    reasons = [{"code": "E12", "text": "birthdate is missing", "element": "/report/from_person/birthdate"}]
    receipt(desk, filing, accepted=False, reasons=reasons)
    assert filing.state == "rejected"
    page = desk.ana.client.get(f"/filings/{filing.pk}").content.decode()
    assert "birthdate is missing" in page
    assert "parties[].birth_date" in page
    assert post(desk.ana, filing, "correct").status_code == 302
    following = Filing.objects.latest("pk")
    assert (following.version, following.corrects) == (2, filing)
    assert post(desk.ana, filing, "correct").status_code == 409
    assert post(desk.ana, following, "validate").status_code == 302
    filing.refresh_from_db()
    assert (filing.state, following.state) == ("corrected", "validated")


def test_whoever_wrote_on_it_never_approves(desk, person):
    """Neither who began it, nor who prepared it, nor a reviewer who mended one word of it."""
    filing = begin(desk)
    sections = {section.topic: section.text for section in from_json(filing.dossier).narrative.draft}
    assert post(desk.rey, filing, "narrative", **sections | {"who": "Mended by the reviewer."}).status_code == 302
    post(desk.ana, filing, "validate")
    assert post(desk.rey, filing, "approve").status_code == 403
    assert post(desk.ana, filing, "approve").status_code == 404
    assert filing.state == "validated"
    sup = person("supervisor", "sup")
    assert post(sup, filing, "approve").status_code == 302
    assert filing.approved_by == sup.user


@pytest.mark.parametrize(
    ("changed", "law"),
    [
        ({"state": "approved"}, "filing_leaves_by_two"),
        ({"state": "handed over"}, "filing_leaves_by_two"),
        ({"state": "approved", "approved_by_id": "ana"}, "filing_approved_by_another_person"),
        ({"state": "acknowledged", "approved_by_id": "rey"}, "filing_acknowledged_by_a_receipt"),
        ({"state": "sent", "approved_by_id": "rey"}, "filing_state_is_known"),
    ],
)
def test_the_database_itself_refuses(desk, changed, law):
    filing = begin(desk)
    values = {
        name: getattr(desk, value).user.pk if name == "approved_by_id" else value for name, value in changed.items()
    }
    sets = ", ".join(f"{name} = %s" for name in values)
    with pytest.raises(IntegrityError, match=law), db.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE casework_filing SET {sets} WHERE id = %s", [*values.values(), filing.pk])


def test_every_fault_is_said_at_once_with_where_to_mend_it(quick_desk):
    desk = quick_desk
    filing = begin(desk, "goaml-ae")
    answer = post(desk.ana, filing, "validate")
    page = answer.content.decode()
    assert (answer.status_code, filing.state) == (422, "draft")
    assert page.count("expected") > 1
    assert re.search(r'href="\?party=P\d+#party"', page)
    assert not FilingFile.objects.exists()


def test_a_person_mends_a_party_and_the_narrative_and_the_draft_stays(quick_desk):
    desk = quick_desk
    filing = begin(desk)
    before = from_json(filing.dossier)
    form = {"key": "P1", "names": "Vera Invented\nV. Invented", "birth_date": "1961-02-03", "occupation": "Clerk",
            "document_kind": "passport", "document_number": "X99", "address_street": "1 Example St",
            "address_country": "AU"}  # fmt: skip
    assert post(desk.ana, filing, "party", **form).status_code == 302
    now = from_json(filing.dossier).the_subject
    assert (now.names, str(now.birth_date), now.documents[0].number) == (
        ("Vera Invented", "V. Invented"),
        "1961-02-03",
        "X99",
    )
    assert now.payments == before.the_subject.payments
    wrong = post(desk.ana, filing, "party", **form | {"birth_date": "never", "address_country": "Australia"})
    assert wrong.status_code == 422
    assert "birth_date" in wrong.content.decode()
    assert "country" in wrong.content.decode()
    texts = {section.topic: section.text for section in before.narrative.draft} | {"suspicion": "By what we saw."}
    assert post(desk.ana, filing, "narrative", **texts).status_code == 302
    narrative = from_json(filing.dossier).narrative
    assert narrative.draft == before.narrative.draft
    assert {s.topic: s.text for s in narrative.current}["suspicion"] == "By what we saw."
    assert narrative.edited_by == "ana"
    assert post(desk.ana, filing, "narrative", do="original").status_code == 302
    assert from_json(filing.dossier).narrative.current == before.narrative.draft


def test_a_form_that_is_sent_back_as_it_came_changes_nothing(quick_desk):
    """Every field of every party survives its form: what a page cannot show must not be lost by keeping it."""
    desk = quick_desk
    filing = begin(desk)
    parties = from_json(filing.dossier).parties
    for key in [party.key for party in parties][:6]:
        page = Forms(desk.ana.client.get(f"/filings/{filing.pk}?party={key}").content.decode())
        for name in ("party", "facts", "narrative"):
            answer = desk.ana.client.post(
                f"/filings/{filing.pk}/{name}", page.fields(f"/filings/{filing.pk}/{name}") | {"do": "keep"}
            )
            assert answer.status_code == 302, answer.content.decode().partition("lede")[2][:900]
            page = Forms(desk.ana.client.get(f"/filings/{filing.pk}?party={key}").content.decode())
    before, filing = filing, Filing.objects.get(pk=filing.pk)
    now, then = from_json(filing.dossier), from_json(before.dossier)
    assert now.parties == then.parties
    assert (now.travel, now.at_risk, now.markings) == (then.travel, then.at_risk, then.markings)
    assert now.narrative.text() == then.narrative.text()


def test_two_who_write_at_once_do_not_write_over_each_other(quick_desk):
    desk = quick_desk
    filing = begin(desk)
    stale = {"revision": filing.revision, "travel": "Manila, March 2025", "tlp": "TLP:RED"}
    assert post(desk.ana, filing, "facts", travel="Cebu, May 2025", tlp="TLP:AMBER").status_code == 302
    assert desk.rey.client.post(f"/filings/{filing.pk}/facts", stale).status_code == 409
    filing.refresh_from_db()
    assert from_json(filing.dossier).travel == ("Cebu, May 2025",)


def test_back_in_draft_it_has_no_approval_and_no_signature(quick_desk):
    desk = quick_desk
    filing = to_approved(desk)
    post(desk.rey, filing, "sign")
    assert filing.files.filter(name__endswith=".sig.json").exists()
    assert post(desk.ana, filing, "back", why="The second payment is missing.").status_code == 302
    assert (filing.state, filing.approved_by) == ("draft", None)
    assert not filing.files.filter(name__endswith=".sig.json").exists()


def test_what_was_changed_after_approval_is_not_handed_over(quick_desk):
    desk = quick_desk
    filing = to_approved(desk)
    post(desk.rey, filing, "sign")
    for file in filing.files.exclude(name__endswith=".sig.json"):
        file.data = b"{}"
        file.save()
    answer = post(desk.ana, filing, "hand-over")
    assert answer.status_code == 409
    assert "not those that were approved" in answer.content.decode()
    assert not list(desk.outbox.iterdir())


def test_without_a_way_nothing_is_handed_over(quick_desk):
    desk = quick_desk
    (desk.folder / "transport.toml").unlink()
    filing = to_approved(desk)
    post(desk.rey, filing, "sign")
    answer = post(desk.ana, filing, "hand-over")
    assert (answer.status_code, filing.state) == (409, "signed")
    assert "No way to an authority" in answer.content.decode()


def test_a_run_that_changed_since_is_no_ground_for_a_filing(quick_desk, practice, monkeypatch, tmp_path):
    desk = quick_desk
    run = desk.lead.last_run
    run.folder = str(tmp_path / "gone")
    run.save()
    with pytest.raises(RefusedError, match="not where it was"):
        drafting.begin(desk.case.pk, Lead.objects.get(pk=desk.lead.pk), "str-generic", desk.ana.user, desk.ana.who)


def test_what_the_case_knows_of_people_goes_into_the_draft(quick_desk):
    desk = quick_desk
    payee = desk.lead.appearances.filter(own=False).first()
    desk.case.subjects.create(
        role="victim", side=payee.role, party=payee.party, name="Lorna Invented", about="Fourteen by the school's list.",
        added=desk.case.opened, added_by=desk.ana.user,
    )  # fmt: skip
    found = next(p for p in from_json(begin(desk).dossier).parties if payee.party in p.ids)
    assert found.protected
    assert found.standing == "possible victim"
    assert "Lorna Invented" in found.names
    assert "Fourteen" in found.note


def test_a_case_with_a_filing_under_way_is_not_closed(quick_desk):
    desk = quick_desk
    filing = begin(desk)
    form = {"outcome": "filed", "words": "Reported to the authority."}
    answer = desk.ana.client.post(f"/cases/{desk.case.pk}/close", form)
    assert answer.status_code == 409
    assert "1 filing without a final answer" in answer.content.decode()
    stepping.withdraw(filing.pk, desk.ana.user, desk.ana.who, "Family support after all.")
    assert desk.ana.client.post(f"/cases/{desk.case.pk}/close", form).status_code == 302


def test_a_receipt_that_proves_nothing_changes_nothing(quick_desk):
    desk = quick_desk
    filing = to_approved(desk)
    post(desk.rey, filing, "sign")
    post(desk.ana, filing, "hand-over")
    (desk.inbox / "broken.json").write_text('{"format": "tanglaw-receipt/1"')
    receipt(desk, filing, accepted=True)
    assert filing.state == "handed over"
