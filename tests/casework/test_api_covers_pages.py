"""What the pages do, programs do: every page action has an operation, or the documents say why it has none."""

from __future__ import annotations

import re
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tanglaw.casework.api.app import api

DOCUMENT = (Path(__file__).parents[2] / "docs" / "casework.md").read_text(encoding="utf-8")

OPERATIONS = {
    "queue": "listLeads",
    "victims": "listLeads",
    "proposals": "listProposals listReferrals listFilings",
    "take_next": "claimNextLead",
    "save_view": "saveView",
    "remove_view": "removeView",
    "lead": "getLead",
    "payments": "listPayments",
    "network": "getNetwork",
    "neighbour": "getNeighbour",
    "split_accounts": "splitAccounts",
    "undo_split": "undoSplit",
    "claim": "claimLead",
    "release": "releaseLead",
    "assign": "assignLead",
    "unmask": "lookAtNames",
    "add_note": "addNote",
    "decide": "decide",
    "answer": "answerProposal",
    "withdraw": "withdrawProposal",
    "cases": "listCases",
    "tasks": "listTasks",
    "case": "getCase",
    "case_note": "addCaseNote",
    "case_entry": "addCaseEntry",
    "case_task": "addTask",
    "task_done": "finishTask",
    "case_subject": "addSubject",
    "change_subject": "changeSubject",
    "retitle": "retitleCase",
    "take_out": "takeLeadOut",
    "case_names": "lookAtCaseNames",
    "case_team": "nameInCase takeOutOfCase keepCase",
    "restrict": "restrictCase liftRestriction",
    "close_case": "closeCase",
    "reopen_case": "reopenCase",
    "refer": "proposeReferral",
    "answer_referral": "refuseReferral",
    "withdraw_referral": "withdrawReferral",
    "tell_referral": "recordTold",
    "begin_filing": "beginFiling",
    "filings": "listFilings",
    "filing": "getFiling",
    "receive": "receiveAnswers",
    "filing_narrative": "writeNarrative",
    "filing_party": "changeParty",
    "filing_facts": "writeFacts",
    "validate": "validateFiling",
    "filing_back": "backToDraft",
    "withdraw_filing": "withdrawFiling",
    "sign_filing": "signFiling",
    "hand_over": "handOver",
    "correct_filing": "correctFiling",
    "filing_file": "getFilingFile",
    "filing_pack": "getEvidencePack",
    "outcomes": "listOutcomes",
    "runs": "listRuns listSources listDetections",
    "detection": "getDetection",
    "progress": "getDetection",
    "cancel_detection": "cancelDetection",
    "start_detection": "startDetection",
    "set_schedule": "setSchedule",
    "statistics": "getStatistics",
    "statistics_csv": "getStatistics",
    "log": "listEntries",
    "export_log": "listEntries",
    "export_heads": "listHeads signHead",
    "retention": "listDue listHolds listEarlyDeletions",
    "retention_policy": "listRetentionRules",
    "place_hold": "placeHold",
    "ask_early": "askForDeletion",
    "answer_early": "takeDeletionBack",
    "people": "listUsers",
    "add_person": "addUser",
    "change_person": "changeUser",
    "all_keys": "listKeys",
    "keys": "getMe",
    "revoke_key": "revokeKey revokeThisKey",
}

ALONE = {
    "answer": "Approving",
    "answer_referral": "Approving",
    "approve_filing": "Approving",
    "answer_early": "Approving",
    "change_policy": "Deleting, and what allows it",
    "apply_retention": "Deleting, and what allows it",
    "lift_hold": "Deleting, and what allows it",
    "access": "Answering an access request",
    "make_key": "Making a key",
    "reset_password": "A way back in",
    "reset_factor": "A way back in",
    "comfort": "Well-being",
    "home": "What draws a page and nothing else",
    "help": "What draws a page and nothing else",
    "health": "What draws a page and nothing else",
    "icon": "What draws a page and nothing else",
}
"""What is done on pages alone, in whole or in part, and the row of the document that says why."""

SIGNING_IN = re.compile(r"sign-in/")


def names():
    for pattern in get_resolver().url_patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLPattern) and not SIGNING_IN.match(route) and not route.endswith(".json"):
            yield pattern.name
        else:
            assert isinstance(pattern, URLResolver) or SIGNING_IN.match(route) or route.endswith(".json")


def test_every_page_action_has_an_operation_or_a_reason():
    there = set(names())
    assert there - set(OPERATIONS) - set(ALONE) == set(), "write the operation, or say in the documents why not"
    assert (set(OPERATIONS) | set(ALONE)) - there == set(), "no page any more"


def test_every_operation_that_is_named_exists():
    paths = api.get_openapi_schema()["paths"].values()
    there = {operation["operationId"] for methods in paths for operation in methods.values()}
    assert {one for said in OPERATIONS.values() for one in said.split()} <= there


def test_the_documents_say_why():
    for row in {*ALONE.values(), "Signing in"}:
        assert re.search(rf"^\| \*\*{re.escape(row)}\*\*.* \| .{{30,}} \|$", DOCUMENT, re.MULTILINE), row
