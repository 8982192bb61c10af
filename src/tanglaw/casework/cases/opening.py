"""How a case comes to be and grows: a decision on a lead opens one, or adds the lead to one there is."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.models import Case, CaseLead, CasePerson, CaseSubject, Decision, Lead, User
from tanglaw.casework.models.case import CaseState
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.models.lead import State
from tanglaw.casework.reading import visible
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError
from tanglaw.leads.text import plain

_TITLE = 120


def case_of(lead: Lead) -> Case | None:
    """Return the open case that a lead is in."""
    holding = CaseLead.objects.filter(lead=lead, current=True).select_related("case").first()
    return holding.case if holding else None


def choose(lead: Lead, wanted: int | None, user: User) -> Case | None:
    """Return the case that somebody wants to add a lead to; none where one is to be opened.

    Raises:
        RefusedError: there is no such open case for this person, or the lead is in another.
    """
    now = case_of(lead)
    if now is not None and wanted not in {None, now.pk}:
        raise RefusedError(
            "The lead is in a case already", f"It belongs to case {now.pk}; take it out there first.", 422
        )
    if wanted is None:
        return now
    case = visible.cases(user).filter(pk=wanted, state=CaseState.OPEN).first()
    if case is None:
        raise RefusedError("No such case", f"Found {wanted}; expected the number of an open case that you see.", 422)
    return case


def put_into_case(lead: Lead, user: User, who: Who, case: Case | None = None) -> Case:
    """Put a locked lead into a case, in the transaction under way: one given, the one it is in, or a new one."""
    case = case or case_of(lead)
    now = timezone.now()
    if case is not None and Case.objects.select_for_update().get(pk=case.pk).state != CaseState.OPEN:
        raise RefusedError(f"Case {case.pk} is closed", "Somebody closed it meanwhile; choose another, or reopen it.")
    if case is None:
        case = Case.objects.create(
            opened=now, opened_by=user, keeper=lead.assigned_to or user,
            **sealed(title=f"{plain(lead.pattern_title)}, {plain(lead.corridor)}"[:_TITLE]),
        )  # fmt: skip
        append(who, Action.CASE_OPENED, "case", case.pk, {"lead": lead.lead_id})
    for person in {user, lead.assigned_to or user}:
        if not case.restricted:
            CasePerson.objects.get_or_create(case=case, user=person, defaults={"added": now, "added_by": user})
    holding, new = CaseLead.objects.get_or_create(case=case, lead=lead, defaults={"added": now, "added_by": user})
    if not new and not holding.current:
        holding.current, holding.taken_out, holding.taken_out_by = True, None, None
        holding.added, holding.added_by, new = now, user, True
        holding.save()
    if new:
        append(who, Action.CASE_LEAD_ADDED, "case", case.pk, {"lead": lead.lead_id})
    role = SubjectRole.VICTIM if lead.protect else SubjectRole.REVIEW
    CaseSubject.objects.get_or_create(
        case=case,
        side=lead.role,
        index=lead.subject_index,
        defaults={"role": role, "added": now, "added_by": user, **sealed(party=lead.subject)},
    )
    return case


def take_out(number: int, lead_id: str, user: User, who: Who, why: str) -> None:
    """Take a lead out of a case; it goes back to review.

    Raises:
        RefusedError: no reason, or something was filed about it from this case.
    """
    why = said(why, "The reason", 1_000, 10)
    with transaction.atomic():
        # The lead first, as everywhere: who decides on it puts it into a case after locking it.
        lead = Lead.objects.select_for_update().get(lead_id=lead_id)
        _take_out(number, lead, user, who, why)


def _take_out(number: int, lead: Lead, user: User, who: Who, why: str) -> None:
    with held(number) as case:
        holding = CaseLead.objects.filter(case=case, lead=lead, current=True).first()
        if holding is None:
            raise RefusedError("Not in this case", "The lead was taken out already.")
        if case.filings.filter(leads=lead).exclude(state="withdrawn").exists():
            raise RefusedError("It holds work on this lead", "Withdraw what was drafted about it from this case first.")
        if lead.state == State.PROPOSED:
            raise RefusedError("A proposal waits", "Answer or withdraw what is proposed about the lead first.")
        holding.current, holding.taken_out, holding.taken_out_by = False, timezone.now(), user
        holding.save()
        if lead.state == State.CASE:
            Decision.objects.filter(lead=lead, standing=Standing.IN_FORCE, kind=Kind.CASE).update(
                standing=Standing.SUPERSEDED
            )
            lead.state = State.OPEN
        lead.revision += 1
        lead.save()
        append(
            who,
            Action.CASE_LEAD_TAKEN_OUT,
            "case",
            case.pk,
            {"lead": lead.lead_id, "why": sealed_reason(case.key, str(case.pk), why)},
        )
