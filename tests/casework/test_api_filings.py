"""A filing's way through the API: everything but its approval, which needs eyes; and what leaves, leaves once."""

from __future__ import annotations

import base64
import json

import pytest

from tanglaw.casework.filing import stepping
from tanglaw.casework.models import ApiAnswer, Filing

WHY = {"reason": "To write the report."}


@pytest.fixture
def office(quick_desk, program):
    quick_desk.hers, quick_desk.his = program(quick_desk.ana.user), program(quick_desk.rey.user)
    return quick_desk


def done(answer):
    assert answer.status_code in {200, 201}, answer.content
    return answer.json()


def begun(office, profile="str-generic"):
    wish = {"leads": [office.lead.lead_id], "profile": profile}
    return f"/filings/{done(office.hers.post(f'/cases/{office.case.pk}/filings', wish))['filing']}"


def approved(office, filing):
    done(office.hers.post(f"{filing}/validate", {"revision": done(office.hers.get(filing))["revision"]}))
    assert office.rey.client.post(f"{filing}/approve").status_code == 302


def test_a_filing_from_its_draft_to_its_receipt(office):
    hers, his, filing = office.hers, office.his, begun(office)
    assert "str-generic" in [one["name"] for one in done(hers.get("/filing-profiles"))["items"]]
    shown = done(hers.get(filing))
    assert shown["state"] == "draft"
    texts = {"revision": shown["revision"], "sections": [{"topic": "who", "text": "A household of two."}]}
    revision = done(hers.send("PUT", f"{filing}/narrative", texts))["revision"]
    party = done(hers.get(f"{filing}/parties/P1"))
    change = {"revision": revision, "occupation": "cook", "address": {"city": "Quezon City", "country": "PH"}}
    revision = done(hers.send("PATCH", f"{filing}/parties/P1", change))["revision"]
    changed = done(hers.get(f"{filing}/parties/P1"))
    assert (changed["occupation"], changed["address"]["city"]) == ("cook", "Quezon City")
    assert changed["names"] == party["names"]  # what is left out stays
    facts = {"revision": revision, "tlp": "TLP:RED", "travel": ["Flew there in May."]}
    done(hers.send("PUT", f"{filing}/facts", facts))
    assert hers.send("PUT", f"{filing}/facts", facts).status_code == 409  # of an older revision
    back = {"revision": revision + 1, "sections": None}
    done(hers.send("PUT", f"{filing}/narrative", back))
    assert done(hers.get(filing))["narrative_edited_by"] is None
    approved(office, filing)
    assert done(his.post(f"{filing}/sign"))["state"] == "signed"
    assert done(hers.post(f"{filing}/hand-over", {}))["state"] == "handed over"
    one = Filing.objects.get()
    name = one.files.exclude(name__endswith=".sig.json").first().name
    taken = done(hers.get(f"{filing}/files/{name}"))
    assert base64.b64decode(taken["data"]) == (office.outbox / name).read_bytes()
    assert taken["tlp"] == "TLP:RED"
    assert done(hers.post("/filing-answers")) == {"filings": [], "unusable": None}
    said = {"format": "tanglaw-receipt/1", "reference": one.reference, "version": one.version, "accepted": False}
    (office.inbox / "answer.json").write_text(json.dumps(said | {"reasons": [{"code": "E1", "text": "No date"}]}))
    assert done(hers.post("/filing-answers"))["filings"] == [{"filing": one.pk, "state": "rejected"}]
    assert done(hers.get(filing))["reasons"][0]["text"] == "No date"
    assert done(hers.post(f"{filing}/correct"))["version"] == 2


def test_what_the_form_refuses_comes_all_at_once(office):
    filing = begun(office, "goaml-ae")
    answer = office.hers.post(f"{filing}/validate", {"revision": 0})
    assert (answer.status_code, answer.json()["title"]) == (422, "Its form does not take it")
    assert len(answer.json()["errors"]) > 1
    assert all("expected" in one["said"] for one in answer.json()["errors"])
    wrong = office.hers.send("PATCH", f"{filing}/parties/P1", {"revision": 0, "birth_date": "never"})
    assert wrong.status_code == 422
    assert (Filing.objects.get().state, Filing.objects.get().revision) == ("draft", 0)


def test_no_key_approves_and_no_reason_no_names(office, person, program):
    filing = begun(office)
    done(office.hers.post(f"{filing}/validate", {"revision": 0}))
    assert office.his.post(f"{filing}/approve").status_code == 404
    assert office.his.post(f"{filing}/sign").status_code == 409
    other = program(person("reviewer", "ros").user)
    for path in ("/parties/P1", "/pack"):
        refused = other.get(f"{filing}{path}")
        assert (refused.status_code, refused.json()["title"]) == (403, "Names are withheld")
    without = program(office.ana.user, "filings:read", "filings:write", "filings:export")
    assert without.get(f"{filing}/parties/P1").status_code == 403  # its owner gave a reason; the key may see no names
    stranger = program(person("analyst", "ben").user)
    assert {stranger.get(filing).status_code, stranger.get(f"{filing}/pack").status_code} == {404}


def test_what_was_cut_short_while_leaving_is_not_sent_again(office, monkeypatch):
    filing = begun(office)
    approved(office, filing)
    done(office.his.post(f"{filing}/sign"))
    really = stepping.hand_over

    def killed(*given, **more):
        really(*given, **more)
        raise SystemExit  # the server ends right after it left

    monkeypatch.setattr(stepping, "hand_over", killed)
    with pytest.raises(SystemExit):
        office.hers.post(f"{filing}/hand-over", {}, again="leave-0001")
    monkeypatch.setattr(stepping, "hand_over", really)
    again = office.hers.post(f"{filing}/hand-over", {}, again="leave-0001")
    assert (again.status_code, again.json()["title"]) == (409, "Begun already")
    assert done(office.hers.get(filing))["state"] == "handed over"


def test_what_was_refused_while_leaving_may_be_sent_again(office):
    filing = begun(office)
    approved(office, filing)
    assert office.hers.post(f"{filing}/hand-over", {}, again="leave-0001").status_code == 409  # not signed
    assert not ApiAnswer.objects.filter(idempotency_key="leave-0001").exists()
    done(office.his.post(f"{filing}/sign"))
    first = office.hers.post(f"{filing}/hand-over", {}, again="leave-0001")
    second = office.hers.post(f"{filing}/hand-over", {}, again="leave-0001")
    assert first.content == second.content
    assert second["Idempotency-Replayed"] == "true"
