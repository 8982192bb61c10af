"""One case: its people, leads, tasks, chronology, referrals and notes."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.closing import in_the_way
from tanglaw.casework.cases.team import team, who_can
from tanglaw.casework.filing import place
from tanglaw.casework.models import Case, CaseLook, CaseNote, CaseSubject, Referral, Task, User
from tanglaw.casework.models.case import CaseState, Outcome
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.models.referral import Basis, Recipient
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, key_covers
from tanglaw.casework.pages.cases import task_row
from tanglaw.casework.pages.rows import row
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.permissions import name_of
from tanglaw.casework.reading import visible
from tanglaw.casework.reading.case_names import CaseNames, look_of
from tanglaw.casework.reading.case_parties import CaseParty, Held, leads_of, parties
from tanglaw.casework.reading.chronology import KINDS, Kept, chronology
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import read_as
from tanglaw.leads.report.parties import WORD
from tanglaw.leads.shield import Party

_LIVE_STREAM = ("livestream_purchase", "facilitation")
_TASK = ("what", "result")
_REFERRAL = ("recipient", "contact", "told", "grounds", "answer")
_MOST_ACCOUNTS = 200  # offered to be named; more are found by their lead


@require_GET
@allowed("case", "see", hidden=True)
def case(request: SignedInRequest, number: int) -> HttpResponse:
    """Show a case; ``?show=`` picks one kind of lines of its chronology, ``?order=newest`` turns it round."""
    data, more = read(request, number)
    return answer(request, "casework/case.html", data, more)


def read(request: SignedInRequest, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read a case, on its page, in its twin or through the API: its data, and what only the page needs. It is logged.

    Raises:
        Http404: there is none for this reader.
    """
    shown, user = find(number, request.user), request.user
    look = look_in(request, shown)
    knows = visible.needs_to_know(user, shown)
    append(Who.of(request), Action.CASE_SEEN, "case", shown.pk, {"names": "shown"} if look else None)
    held = leads_of(shown, user)
    subjects = list(shown.subjects.select_related("added_by"))
    everybody = parties(held)
    names = CaseNames.of(subjects, everybody, unmasked=look is not None)
    filings = list(
        visible.filings(user).filter(case=shown).select_related("prepared_by", "approved_by").prefetch_related("leads")
    )
    tasks, referrals, notes = _readable(shown, names)
    told = chronology(shown, held, Kept(notes, tasks, referrals, filings), names, user)
    kinds = {kind: title for kind, title in KINDS.items() if any(one.kind == kind for one in told)}
    show = request.GET.get("show", "") if request.GET.get("show", "") in kinds else ""
    told = [one for one in told if not show or one.kind == show]
    newest = request.GET.get("order") == "newest"
    told = told[::-1] if newest else told
    read_as(shown, title=names.text(shown.title), closing=names.text(shown.closing))
    people = [_person(one, names) for one in subjects]
    named = list(shown.people.select_related("user"))
    data: dict[str, Any] = {
        "number": shown.pk, "title": shown.title, "state": shown.state, "outcome": shown.outcome or None,
        "closing": shown.closing or None, "closed": shown.closed.isoformat() if shown.closed else None,
        "opened": shown.opened.isoformat(), "opened_by": shown.opened_by.username,
        "kept_by": shown.keeper.username if shown.keeper else None, "restricted": shown.restricted,
        "people": [one.user.username for one in named], "names_shown": names.open, "subjects": people,
        "leads": [row(one.lead) for one in held], "tasks": [task_row(one) for one in tasks],
        "referrals": [_referral(one) for one in referrals],
        "notes": [{"author": n.author.username, "written": n.written.isoformat(), "text": n.text} for n in notes],
        "chronology": [one.data() for one in told],
    }  # fmt: skip
    if knows:
        data["filings"] = [
            {"number": one.pk, "state": one.state, "authority": one.authority, "reference": one.reference,
             "version": one.version, "leads": sorted(lead.lead_id for lead in one.leads.all()),
             "due": one.due.isoformat() if one.due else None} for one in filings
        ]  # fmt: skip
    more = {
        "one": shown, "look": look, "knows": knows, "held": held, "persons": people, "todo": tasks,
        "told": told, "kinds": kinds, "show": show, "newest": newest, "referred": referrals, "written": notes,
        "filed": filings, "named": named, "team": who_can(shown), "others": _others(named),
        "roles": SubjectRole.choices, "accounts": _accounts(subjects, held, names), "bases": Basis.choices,
        "recipients": Recipient.choices, "outcomes": Outcome.choices, "can_close": knows,
        "left": list(in_the_way(shown)) if knows and shown.state == CaseState.OPEN else [],
        "can_staff": user.has_perm(name_of("case", "staff"), shown), "now": timezone.now(),
        "today": timezone.now().date(), "live_stream": any(one.lead.pattern in _LIVE_STREAM for one in held),
        "near": _near(shown, held, user), "profiles": list(place.titles().items()) if knows else [],
    }  # fmt: skip
    return data, more


def find(number: int, reader: User) -> Case:
    """Find a case.

    Raises:
        Http404: there is none for this reader.
    """
    found = visible.cases(reader).select_related("keeper", "opened_by", "closed_by", "restricted_by")
    one = found.filter(pk=number).first() if number < 2**31 else None
    if one is None:
        raise Http404
    return one


def look_in(request: SignedInRequest, case: Case) -> CaseLook | None:
    """Return the reason under which names in a case are shown now; to a program only if its key may see names."""
    return look_of(case, request.user) if key_covers(request, "case", "unmask") else None


def _person(one: CaseSubject, names: CaseNames) -> dict[str, Any]:
    known = names.everybody.get((one.side, one.party))
    return {
        "number": one.pk,
        "role": one.role,
        "role_title": one.get_role_display(),
        "side": WORD.get(one.side, ""),
        "account": names.account(one.party) if one.party else "",
        "name": names.subject(one),
        "written_name": one.name if names.open else "",
        "about": names.text(one.about),
        "payments": known.payments if known else 0,
        "of_a_lead": bool(known and known.own),
        "may_write": names.open or not (one.name or one.about),
    }


def _readable(case: Case, names: CaseNames) -> tuple[list[Task], list[Referral], list[CaseNote]]:
    """Read a case's tasks, referrals and notes, their words as the reader may see them."""
    tasks = list(case.tasks.select_related("to", "done_by", "made_by"))
    referrals = list(case.referrals.select_related("proposed_by", "second", "made_by"))
    notes = list(case.notes.select_related("author"))
    worded = ((tasks, _TASK), (referrals, _REFERRAL), (notes, ("text",)))
    for one, fields in ((one, fields) for several, fields in worded for one in several):
        for field in fields:
            read_as(one, **{field: names.text(getattr(one, field))})
    return tasks, referrals, notes


def _referral(one: Referral) -> dict[str, Any]:
    return {
        "id": str(one.pk), "standing": one.standing, "kind": one.kind, "recipient": one.recipient,
        "contact": one.contact or None, "basis": one.basis, "law": one.law or None, "told": one.told,
        "grounds": one.grounds, "proposed_by": one.proposed_by.username, "proposed": one.proposed.isoformat(),
        "second": one.second.username if one.second else None, "answer": one.answer or None,
        "answered": one.answered.isoformat() if one.answered else None,
        "made": one.made.isoformat() if one.made else None,
        "made_by": one.made_by.username if one.made_by else None, "means": one.means or None,
        "reference": one.reference or None,
    }  # fmt: skip


def free_accounts(subjects: list[CaseSubject], held: list[Held], names: CaseNames) -> list[tuple[Party, CaseParty]]:
    """List the accounts that nobody named yet, the most frequent first."""
    named = {(one.side, one.party) for one in subjects}
    joined = {(one.lead.role, account) for one in held for account in one.finding.subject_ids}
    free = [
        (party, known) for party, known in names.everybody.items() if party not in named and known.payments
        and party not in joined
    ]  # fmt: skip
    return sorted(free, key=lambda item: (-item[1].payments, item[0]))


def _accounts(subjects: list[CaseSubject], held: list[Held], names: CaseNames) -> list[tuple[str, str]]:
    """Offer accounts to be named: value of the form and words."""
    return [
        (f"{side}:{account}", f"{WORD[side]} {names.account(account)}, {known.payments} payments")
        for (side, account), known in free_accounts(subjects, held, names)[:_MOST_ACCOUNTS]
    ]


def _others(named: list[Any]) -> list[User]:
    there = {one.user_id for one in named}
    return [person for person in team() if person.pk not in there]


def _near(shown: Case, held: list[Held], user: User) -> list[Any]:
    """List other leads of people of this case, that are not in it: candidates to add."""
    parties_of = {(one.lead.role, account) for one in held for account in (*one.finding.subject_ids, one.lead.subject)}
    indexes = {blind(*party) for party in parties_of}
    mine = [one.lead.pk for one in held]
    leads = (
        visible.leads(user)
        .filter(appearances__own=True, appearances__index__in=indexes)
        .select_related("key")
        .exclude(pk__in=mine)
    )
    return list(leads.select_related("key").distinct().order_by("-attention")[:10]) if shown.state == "open" else []
