"""The queue: possible victims apart and on top, then subjects of review."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.decisions.deciding import wake_watched
from tanglaw.casework.models import Decision, Referral, SavedView, User
from tanglaw.casework.models.decision import Standing
from tanglaw.casework.models.referral import ReferralStanding
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.rows import row
from tanglaw.casework.pages.twins import answer, is_twin
from tanglaw.casework.reading import patterns, visible
from tanglaw.casework.reading.queue import ORDERS, STATES, URGENCIES, WHOSE, Filters, Section, claim_next, to_review

_VICTIMS_ON_TOP: Final = 8


@require_GET
@allowed("lead", "list")
def queue(request: SignedInRequest) -> HttpResponse:
    """Show the queue."""
    wake_watched(timezone.now().date())
    filters = Filters.read(request.GET)
    chosen = filters.choose(request.user)
    victims = Section.of(chosen.filter(protect=True), 1, _VICTIMS_ON_TOP)
    subjects = Section.of(chosen.filter(protect=False), filters.page)
    append(Who.of(request), Action.QUEUE_SEEN, detail=filters.logged(subjects.page))
    return _answer(request, filters, victims, subjects, "queue")


@require_GET
@allowed("lead", "list")
def victims(request: SignedInRequest) -> HttpResponse:
    """Show the queue of possible victims alone."""
    wake_watched(timezone.now().date())
    filters = Filters.read(request.GET)
    found = Section.of(filters.choose(request.user).filter(protect=True), filters.page)
    append(Who.of(request), Action.QUEUE_SEEN, detail={"victims": True, **filters.logged(found.page)})
    return _answer(request, filters, found, None, "victims")


def _answer(
    request: SignedInRequest, filters: Filters, victims: Section, subjects: Section | None, name: str
) -> HttpResponse:
    paged, undecided = subjects or victims, to_review(request.user)
    data = {
        "query": filters.query(page=paged.page),
        "victims_in_all": victims.total,
        "subjects_in_all": subjects.total if subjects else 0,
        "page": paged.page,
        "pages": paged.pages,
    }
    if is_twin(request):
        found = {"victims": victims.leads, "subjects": subjects.leads if subjects else []}
        return answer(request, "", data | {name: [row(lead) for lead in leads] for name, leads in found.items()})
    more = {
        "filters": filters,
        "name": name,
        "victim_leads": victims.leads,
        "subject_leads": subjects.leads if subjects else [],
        "alone": subjects is None,
        "earlier": filters.query(page=paged.page - 1) if paged.page > 1 else None,
        "later": filters.query(page=paged.page + 1) if paged.page < paged.pages else None,
        "states": STATES,
        "whose": WHOSE,
        "urgencies": URGENCIES,
        "orders": {name: title for name, (title, _) in ORDERS.items()},
        "patterns": patterns.titles(visible.leads(request.user).filter(part_of=None)),
        "mine": undecided.filter(assigned_to=request.user).count(),
        "overdue": undecided.filter(due__lt=timezone.now()).count(),
        "views": SavedView.objects.filter(owner=request.user),
        "now": timezone.now(),
    }
    return answer(request, "casework/queue.html", data, more)


@require_POST
@allowed("lead", "claim")
def take_next(request: SignedInRequest) -> HttpResponse:
    """Claim the lead that deserves attention first, and open it."""
    lead = claim_next(request.user, Who.of(request))
    return redirect("lead", lead.lead_id) if lead else redirect("queue")


@require_GET
@allowed("lead", "list")
def proposals(request: SignedInRequest) -> HttpResponse:
    """Show what waits for a second person; those one may answer first."""
    waiting = waiting_proposals(request.user)
    append(Who.of(request), Action.QUEUE_SEEN, detail={"proposals": True})
    referrals = list(waiting_referrals(request.user))
    filed = list(visible.filings(request.user).filter(state="validated").select_related("prepared_by").order_by("due"))
    more = {"waiting_decisions": waiting, "referrals": referrals, "filed": filed, "now": timezone.now()}
    data = {
        "referrals": [referral_data(one) for one in referrals],
        "filings": [
            {
                "number": one.pk,
                "case": one.case_id,
                "prepared_by": one.prepared_by.username,
                "due": one.due.isoformat() if one.due else None,
            }
            for one in filed
        ],
        "proposals": [proposal_data(one) for one in waiting],
    }
    return answer(request, "casework/proposals.html", data, more)


def waiting_proposals(reader: User) -> QuerySet[Decision]:
    """Return what waits for a second person, possible victims first, then by age; as far as this reader may see it."""
    return (
        visible.decisions(reader)
        .filter(standing=Standing.PROPOSED)
        .select_related("lead__key", "proposed_by", "lead__assigned_to")
        .order_by("-lead__protect", "proposed", "pk")
    )


def waiting_referrals(reader: User) -> QuerySet[Referral]:
    """Return the referrals that wait for a second person, the oldest first, in cases that there are for this reader."""
    waiting = Referral.objects.filter(case__in=visible.cases(reader), standing=ReferralStanding.PROPOSED)
    return waiting.select_related("case", "proposed_by").order_by("proposed", "pk")


def referral_data(one: Referral) -> dict[str, Any]:
    """Write a referral that waits as plain data; what is told to whom stands in its case."""
    return {
        "id": str(one.pk),
        "case": one.case_id,
        "kind": one.kind,
        "proposed_by": one.proposed_by.username,
        "proposed": one.proposed.isoformat(),
    }


def proposal_data(one: Decision) -> dict[str, Any]:
    """Write a proposal as plain data."""
    return {
        "id": str(one.pk),
        "kind": one.kind,
        "proposed": one.proposed.isoformat(),
        "proposed_by": one.proposed_by.username,
        "lead": row(one.lead),
    }


@require_POST
@allowed("view", "save")
def save_view(request: SignedInRequest) -> HttpResponse:
    """Keep the filters of the queue under a name; the same name again replaces them.

    What was searched for is not kept: it may be an account of somebody who is protected.
    """
    name = request.POST.get("name", "").strip()[:60]
    query = Filters.read(QueryDict(request.POST.get("query", "")[:500])).query(find="")
    if name:
        SavedView.objects.update_or_create(owner=request.user, name=name, defaults={"query": query})
    return redirect(f"/queue?{query}" if query else "/queue")


@require_POST
@allowed("view", "remove")
def remove_view(request: SignedInRequest, number: int) -> HttpResponse:
    """Forget a saved view of one's own; others' do not exist."""
    deleted, _ = SavedView.objects.filter(pk=number, owner=request.user).delete()
    if not deleted:
        raise Http404
    return redirect("queue")
