"""Closing a case with what it ended with, and opening it again."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.models import Case, CaseLead, User
from tanglaw.casework.models.case import CaseState, Outcome
from tanglaw.casework.models.lead import State
from tanglaw.casework.models.referral import ReferralStanding
from tanglaw.casework.site.problems import RefusedError
from tanglaw.filings.submission.states import OPEN as UNDER_WAY


def in_the_way(case: Case) -> Iterator[str]:
    """Say what has to be finished before a case can be closed."""
    if tasks := case.tasks.filter(done__isnull=True).count():
        yield f"{tasks} task{'' if tasks == 1 else 's'} not done"
    waiting = case.referrals.filter(standing__in=(ReferralStanding.PROPOSED, ReferralStanding.APPROVED)).count()
    if waiting:
        yield f"{waiting} referral{'' if waiting == 1 else 's'} waiting for approval or not told yet"
    if filings := case.filings.filter(state__in=UNDER_WAY).count():
        yield f"{filings} filing{'' if filings == 1 else 's'} without a final answer"
    held_leads = case.holdings.filter(current=True)
    if proposed := held_leads.filter(lead__state=State.PROPOSED).count():
        yield f"{proposed} lead{'' if proposed == 1 else 's'} waiting for a second person"
    if opened := held_leads.filter(lead__state=State.OPEN).count():
        yield f"{opened} lead{'' if opened == 1 else 's'} back in review"


def close(number: int, user: User, who: Who, outcome: str, words: str) -> None:
    """Close a case.

    Raises:
        RefusedError: no outcome or words, or something is not finished: all of it is named.
    """
    if outcome not in Outcome.values:
        raise RefusedError("No outcome", f"Found {outcome!r}; expected one of {', '.join(Outcome.values)}.", 422)
    words = said(words, "What it ended with", 10_000, 10)
    with held(number) as case:
        if left := list(in_the_way(case)):
            raise RefusedError("Not finished", f"Before it can be closed: {'; '.join(left)}.")
        case.state, case.outcome, case.closing = CaseState.CLOSED, outcome, words
        case.closed, case.closed_by = timezone.now(), user
        CaseLead.objects.filter(case=case, current=True).update(current=False)
        append(who, Action.CASE_CLOSED, "case", case.pk, {"outcome": outcome})


def reopen(number: int, who: Who, why: str) -> None:
    """Open a closed case again, with the leads it held.

    Raises:
        RefusedError: no reason, or one of its leads is in another open case by now.
    """
    why = said(why, "The reason", 1_000, 10)
    with held(number, closed=True) as case:
        mine = CaseLead.objects.filter(case=case, taken_out__isnull=True)
        elsewhere = CaseLead.objects.filter(lead__in=mine.values("lead"), current=True).select_related("lead")
        if elsewhere:
            named = ", ".join(f"lead {one.lead_id}" for one in elsewhere)
            raise RefusedError("Held by another case", f"Open cases hold {named} by now; take them out there first.")
        case.state, case.outcome, case.closed, case.closed_by = CaseState.OPEN, "", None, None
        mine.update(current=True)
        append(who, Action.CASE_REOPENED, "case", case.pk, {"why": sealed_reason(case.key, str(case.pk), why)})
