"""A case from its opening to its end through the API alone, but for the second pair of eyes."""

from __future__ import annotations

import pytest

from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.models import ApiAnswer, Case, Entry, Lead, Link, Referral

from .conftest import bring_in
from .runs import write_run

WHY = {"reason": "To compare with our records."}
REFER = {
    "kind": "police", "recipient": "National cyber crime unit", "basis": "vital", "told": "Where a child may be.",
    "grounds": "Danger to a child.", "apart": True,
}  # fmt: skip


@pytest.fixture
def ana(filled, person, program):
    return program(person("analyst", "ana").user)


@pytest.fixture
def rey(filled, person, program):
    someone = person("reviewer", "rey")
    someone.program = program(someone.user)
    return someone


@pytest.fixture
def opened(ana):
    lead = Lead.objects.order_by("pk").first()
    wish = {"kind": "case", "grounds": "Four unrelated payers.", "revision": 0}
    return f"/cases/{ana.post(f'/leads/{lead.lead_id}/decisions', wish).json()['case']}"


def done(answer):
    assert answer.status_code in {200, 201}, answer.content
    return answer.json()


def test_a_case_from_its_opening_to_its_end(ana, rey, opened):
    account = done(ana.get(f"{opened}/accounts"))["items"][0]
    done(ana.post(f"{opened}/subjects", {"role": "victim", "account": account["handle"]}))
    made = done(ana.post(f"{opened}/subjects", {"role": "witness", "name": "Rosalind Invented"}))
    done(ana.send("PATCH", f"{opened}/subjects/{made['number']}", {"role": "facilitator"}))
    done(ana.post(f"{opened}/notes", {"text": "Asked the other institution."}))
    done(
        ana.post(
            f"{opened}/entries", {"day": "2025-03-01", "time": "09:30", "what": "They called.", "source": "A note"}
        )
    )
    task = done(ana.post(f"{opened}/tasks", {"what": "Ask for the documents.", "due": "2030-01-01", "to": "rey"}))
    done(ana.send("PUT", f"{opened}/title", {"title": "Seven payers, one household"}))
    referral = done(ana.post(f"{opened}/referrals", REFER))["referral"]
    ending = {"outcome": "referred", "words": "The police was told of it."}
    unfinished = ana.post(f"{opened}/close", ending)
    assert unfinished.status_code == 409
    assert "1 task not done" in unfinished.json()["detail"]
    assert "1 referral waiting" in unfinished.json()["detail"]
    done(rey.program.post(f"{opened}/tasks/{task['number']}/done", {"result": "They sent them."}))
    assert rey.client.post(f"{opened}/referrals/{referral}/answer", {"verdict": "approve"}).status_code == 302
    told = {"day": "2025-03-02", "means": "by telephone", "reference": "7/25"}
    assert done(ana.post(f"{opened}/referrals/{referral}/told", told))["standing"] == "told"
    ended = done(ana.post(f"{opened}/close", ending))
    assert (ended["state"], ended["outcome"]) == ("closed", "referred")
    shown = done(ana.get(opened))
    assert [one["role"] for one in shown["subjects"]].count("facilitator") == 1
    assert "They called." in [one["what"] for one in shown["chronology"]]
    assert shown["title"] == "Seven payers, one household"
    logged = Entry.objects.filter(kind="case", detail__contains=ana.key.prefix).values_list("action", flat=True)
    assert {
        "case note added",
        "case entry added",
        "task added",
        "referral proposed",
        "referral told",
        "case closed",
    } <= set(logged)


def test_a_case_written_twice_is_written_once(ana, opened):
    for _ in range(2):
        done(ana.send("POST", f"{opened}/tasks", {"what": "Ask the bank.", "due": "2030-01-01"}, again="task-0001"))
    assert Case.objects.get().tasks.count() == 1


def test_answers_that_are_kept_hold_nothing_that_anybody_wrote(ana, opened):
    for path, body in (
        ("notes", {"text": "The grey house."}),
        ("tasks", {"what": "Grey, all of it.", "due": "2030-01-01"}),
        ("subjects", {"role": "other", "name": "Mr Grey"}),
        ("referrals", REFER | {"told": "The grey house, again."}),
    ):
        done(ana.post(f"{opened}/{path}", body))
    assert not [kept for kept in ApiAnswer.objects.all() if "grey" in kept.body.casefold()]


def test_referrals_that_wait_are_listed_as_far_as_one_sees_their_cases(ana, rey, opened):
    referral = done(ana.post(f"{opened}/referrals", REFER))["referral"]
    listed = rey.program.get("/referrals").json()
    assert [(one["id"], one["kind"], one["proposed_by"]) for one in listed["items"]] == [(referral, "police", "ana")]
    assert listed["total"] == 1
    assert "recipient" not in listed["items"][0]
    assert rey.program.get("/referrals?standing=any").status_code == 422
    rey.client.post(f"{opened}/referrals/{referral}/answer", {"verdict": "approve"})
    assert ana.get("/referrals").json()["items"] == []


def test_no_key_approves_a_referral_and_the_proposer_cannot_send_it_back(ana, rey, opened):
    referral = done(ana.post(f"{opened}/referrals", REFER))["referral"]
    own = done(rey.program.post(f"{opened}/referrals", REFER))["referral"]
    assert rey.program.post(f"{opened}/referrals/{referral}/approve").status_code == 404
    reason = {"answer": "Nobody there can act on it."}
    assert rey.program.post(f"{opened}/referrals/{own}/refuse", reason).json()["title"] == "A second person decides"
    assert rey.program.post(f"{opened}/referrals/{referral}/withdraw").status_code == 403
    assert done(rey.program.post(f"{opened}/referrals/{referral}/refuse", reason))["standing"] == "refused"
    assert done(rey.program.post(f"{opened}/referrals/{own}/withdraw"))["standing"] == "withdrawn"
    assert Referral.objects.filter(standing="approved").count() == 0


def test_a_recipient_in_the_payments_is_refused_to_programs_too(ana, opened):
    case = Case.objects.get()
    account = case.holdings.get().lead.subject
    answer = ana.post(f"{opened}/referrals", REFER | {"recipient": f"The holder of {account}"})
    assert (answer.status_code, answer.json()["title"]) == (422, "The recipient is part of this case")


def test_names_need_a_reason_and_a_key_that_may_see_them(filled, person, program, ana, opened):
    made = done(ana.post(f"{opened}/subjects", {"role": "victim", "name": "Rosalind Invented"}))
    subject = f"{opened}/subjects/{made['number']}"
    blind = program(person("analyst", "ben").user, "cases:read", "cases:write")
    assert "Rosalind" not in ana.get(opened).content.decode()
    refused = ana.send("PATCH", subject, {"about": "Eleven years old."})
    assert (refused.status_code, refused.json()["title"]) == (403, "Names are withheld")
    assert blind.post(f"{opened}/looks", WHY).status_code == 403
    done(ana.post(f"{opened}/looks", WHY))
    assert "Rosalind" in ana.get(opened).content.decode()
    assert "Rosalind" not in blind.get(opened).content.decode()
    done(ana.send("PATCH", subject, {"about": "Eleven years old."}))
    kept = Case.objects.get().subjects.get(pk=made["number"])
    assert (kept.name, kept.about, kept.role) == ("Rosalind Invented", "Eleven years old.", "victim")


def test_a_restricted_case_does_not_exist_for_the_keys_of_others(ana, opened, person, program):
    sue = program(person("supervisor", "sue").user)
    ben = program(person("analyst", "ben").user)
    done(ben.post(f"{opened}/notes", {"text": "Seen."}))
    done(sue.send("PUT", f"{opened}/restriction", {"why": "One of us knows the payer."}))
    attempts = (
        ("GET", "", None), ("GET", "/accounts", None), ("POST", "/notes", {"text": "x"}), ("POST", "/looks", WHY),
        ("POST", "/tasks", {"what": "Ask the bank.", "due": "2030-01-01"}), ("PUT", "/title", {"title": "Another"}),
        ("POST", "/subjects", {"role": "other", "name": "Somebody"}), ("POST", "/referrals", REFER),
        ("PUT", "/team/ben", None), ("PUT", "/keeper", {"username": "ben"}), ("POST", "/filings", {"leads": ["L-1"], "profile": "str-generic"}),
        ("POST", "/close", {"outcome": "explained", "words": "All of it is explained."}),
    )  # fmt: skip
    for method, path, body in attempts:
        assert ben.send(method, f"{opened}{path}", body).status_code == 404, path
    assert done(ana.get(opened))["restricted"]


def test_a_lead_is_added_to_a_case_there_is(ana, opened):
    other = Lead.objects.order_by("pk")[1]
    number = int(opened.rpartition("/")[2])
    wish = {"kind": "case", "grounds": "The same household.", "revision": 0, "case": number}
    assert done(ana.post(f"/leads/{other.lead_id}/decisions", wish))["case"] == number
    assert case_of(other).pk == number
    third = Lead.objects.order_by("pk")[2]
    assert ana.post(f"/leads/{third.lead_id}/decisions", wish | {"case": 999}).status_code == 422


def test_accounts_are_told_apart_by_their_handles_and_that_is_taken_back(filled, tmp_path, ana):
    bring_in(write_run(tmp_path / "joined", joined=True))
    lead = f"/leads/{Lead.objects.order_by('pk').last().lead_id}"
    handles = [one["handle"] for one in ana.get(lead).json()["accounts"]]
    made = done(ana.post(f"{lead}/splits", {"apart": handles[:1], "grounds": "Two sisters with one phone."}))
    assert len(made["splits"]) == Link.objects.filter(undone=None).count() == len(handles) - 1
    assert ana.post(f"{lead}/splits", {"apart": handles, "grounds": "Two sisters with one phone."}).status_code == 422
    for one in made["splits"]:
        done(ana.post(f"{lead}/splits/{one}/undo"))
    assert not Link.objects.filter(undone=None).exists()


def test_the_network_shows_names_to_keys_that_may_see_them_alone(filled, person, program):
    user = person("analyst").user
    may, may_not = program(user), program(user, "leads:read")
    lead = f"/leads/{Lead.objects.filter(protect=True).first().lead_id}"
    done(may.post(f"{lead}/looks", WHY))
    assert (may.get(f"{lead}/network").json()["names_shown"], may_not.get(f"{lead}/network").json()["names_shown"]) == (
        True,
        False,
    )


def test_a_detection_is_started_read_and_cancelled(source, person, program):
    rey = program(person("reviewer", "rey").user)
    made = done(rey.post("/sources/all/detections"))
    assert (made["course"], made["asked_by"]) == ("waiting", "rey")
    assert rey.post("/sources/all/detections").status_code == 409
    assert done(rey.get(f"/detections/{made['number']}"))["log"] == []
    assert done(rey.post(f"/detections/{made['number']}/cancel"))["course"] == "cancelled"
    told = rey.get("/sources").json()["items"]
    assert (told[0]["name"], told[0]["latest"]["course"]) == ("all", "cancelled")
    assert "/" not in str({name: value for name, value in told[0].items() if name != "latest"})
    sue = program(person("supervisor", "sue").user)
    schedule = {"every": "week", "at": "02:30", "weekday": "sunday"}
    assert done(sue.send("PUT", "/sources/all/schedule", schedule))["schedule"] == "every Sunday at 02:30 UTC"
    assert done(sue.send("PUT", "/sources/all/schedule", {"every": "never"}))["schedule"] is None


def test_a_leaked_key_ends_itself(filled, person, program):
    one = program(person("analyst").user, "leads:read")
    assert done(one.post("/me/revoke"))["prefix"] == one.key.prefix
    assert one.get("/leads").status_code == 401
