"""Decisions, step by step. Each step is one transaction: the decision, the lead and the log entry together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.opening import choose, put_into_case
from tanglaw.casework.decisions.ordinary import explanations
from tanglaw.casework.intake.deadlines import due
from tanglaw.casework.models import Case, Decision, Lead, User
from tanglaw.casework.models.decision import TWO_PEOPLE, Kind, Standing
from tanglaw.casework.models.lead import State
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

LEADS_TO: Final[Mapping[str, State]] = {
    Kind.DISMISS: State.DISMISSED,
    Kind.WATCH: State.WATCHING,
    Kind.CASE: State.CASE,
    Kind.REFER: State.REFERRED,
    Kind.FILE: State.FILED,
    Kind.REOPEN: State.OPEN,
}

FOLLOWS: Final[Mapping[str, tuple[Kind, ...]]] = {
    State.OPEN: (Kind.DISMISS, Kind.WATCH, Kind.CASE, Kind.REFER, Kind.FILE),
    State.WATCHING: (Kind.REOPEN, Kind.DISMISS, Kind.CASE, Kind.REFER, Kind.FILE),
    State.CASE: (Kind.DISMISS, Kind.WATCH, Kind.REFER, Kind.FILE, Kind.REOPEN),
    State.PROPOSED: (),
    State.DISMISSED: (Kind.REOPEN,),
    State.REFERRED: (Kind.FILE, Kind.REOPEN),
    State.FILED: (Kind.REFER, Kind.REOPEN),
}
"""What can be decided about a lead, by where it stands."""

NEEDS_A_CASE: Final = (Kind.CASE, Kind.REFER, Kind.FILE)
"""Decisions that somebody has to go on working on: in the case that the lead is in, or a new one."""

_LEAST_GROUNDS: Final = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide, as they wrote it.

    Attributes:
        case: number of the open case to add the lead to; left out, the one it is in, or a new one.
    """

    kind: str
    grounds: str
    explanation: str = ""
    watch_until: date | None = None
    case: int | None = None


def propose(lead_id: str, revision: int, user: User, who: Who, wish: Wish) -> Decision:
    """Decide, or propose where a second person has to approve.

    Raises:
        RefusedError: the wish is incomplete, cannot follow, or somebody else acted on the lead meanwhile.
    """
    with _lead(lead_id, revision) as lead:
        _check(lead, wish)
        case = choose(lead, wish.case, user) if wish.kind == Kind.CASE else None
        two = wish.kind in TWO_PEOPLE
        decision = Decision(
            lead=lead, kind=wish.kind, standing=Standing.PROPOSED if two else Standing.IN_FORCE, version=lead.version,
            **sealed(grounds=wish.grounds.strip()), explanation=wish.explanation if wish.kind == Kind.DISMISS else "",
            watch_until=wish.watch_until if wish.kind == Kind.WATCH else None,
            proposed_by=user, proposed=timezone.now(),
        )  # fmt: skip
        if not two:
            _supersede(lead)
        decision.save(force_insert=True)
        if two:
            lead.state = State.PROPOSED
        else:
            _take_effect(lead, decision, who, case)
        lead.assigned_to = lead.assigned_to or user
        append(who, Action.PROPOSED if two else Action.DECIDED, "lead", lead.lead_id, _said(decision))
    return decision


def approve(decision_id: UUID, user: User, who: Who, answer: str) -> Decision:
    """Approve a proposal as the second person; it takes effect.

    Raises:
        RefusedError: the proposer cannot approve, or the proposal no longer waits.
    """
    with _proposal(decision_id) as decision:
        _not_proposer(decision, user)
        _supersede(decision.lead)
        decision.standing = Standing.IN_FORCE
        _answered(decision, user, answer)
        _take_effect(decision.lead, decision, who)
        append(who, Action.APPROVED, "lead", decision.lead.lead_id, _said(decision))
    return decision


def refuse(decision_id: UUID, user: User, who: Who, answer: str) -> Decision:
    """Do not approve, and say why; the lead goes back to where it was.

    Raises:
        RefusedError: no reason, the proposer's own proposal, or it no longer waits.
    """
    if len(answer.strip()) < _LEAST_GROUNDS:
        raise RefusedError(
            "No reason given", "Say in a sentence why it is not approved, so that the proposer can act on it.", 422
        )
    with _proposal(decision_id) as decision:
        _not_proposer(decision, user)
        decision.standing = Standing.REFUSED
        _answered(decision, user, answer)
        _back(decision.lead)
        append(who, Action.NOT_APPROVED, "lead", decision.lead.lead_id, _said(decision))
    return decision


def withdraw(decision_id: UUID, user: User, who: Who) -> Decision:
    """Take one's own proposal back.

    Raises:
        RefusedError: somebody else's proposal, or it no longer waits.
    """
    with _proposal(decision_id) as decision:
        if decision.proposed_by_id != user.pk:
            raise RefusedError("Not your proposal", "Only who proposed can withdraw; you can approve it or not.", 403)
        decision.standing = Standing.WITHDRAWN
        decision.answered = timezone.now()
        decision.save(update_fields=["standing", "answered"])
        _back(decision.lead)
        append(who, Action.WITHDRAWN, "lead", decision.lead.lead_id, _said(decision))
    return decision


def note_filed(lead_number: int, proposed_by: User, second: User, who: Who, grounds: str) -> None:
    """Decide, by the two people of an approved filing, that a lead is filed, in the transaction under way."""
    lead = Lead.objects.select_for_update().get(pk=lead_number)
    if lead.state in {State.FILED, State.PROPOSED}:
        return
    _supersede(lead)
    now = timezone.now()
    decision = Decision.objects.create(
        lead=lead, kind=Kind.FILE, standing=Standing.IN_FORCE, version=lead.version, **sealed(grounds=grounds),
        proposed_by=proposed_by, proposed=now, second=second, answered=now,
    )  # fmt: skip
    _take_effect(lead, decision, who)
    lead.revision += 1
    lead.save()
    append(who, Action.APPROVED, "lead", lead.lead_id, _said(decision))


def wake_watched(today: date) -> int:
    """Bring leads back whose day of watching has come; return how many."""
    if not Lead.objects.filter(state=State.WATCHING, watch_until__lte=today).exists():
        return 0
    with transaction.atomic():
        leads = list(Lead.objects.select_for_update().filter(state=State.WATCHING, watch_until__lte=today))
        now = timezone.now()
        for lead in leads:
            _supersede(lead)
            lead.state, lead.watch_until, lead.opened = State.OPEN, None, now
            lead.due = due(now, lead.protect, lead.urgency)
            lead.revision += 1
            lead.save()
    return len(leads)


@contextmanager
def _lead(lead_id: str, revision: int) -> Iterator[Lead]:
    """Lock a lead for one step, hold it to the revision that was seen, and save it with the next one."""
    with transaction.atomic():
        lead = Lead.objects.select_for_update().get(lead_id=lead_id)
        if lead.revision != revision:
            raise RefusedError(
                "Somebody acted on this lead meanwhile",
                "Nothing was changed. Look at the lead as it is now, then decide again.",
            )
        lead.revision += 1
        yield lead
        lead.save()


@contextmanager
def _proposal(decision_id: UUID) -> Iterator[Decision]:
    """Lock a waiting proposal and its lead, lead first as everywhere, and save the lead afterwards."""
    with transaction.atomic():
        found = Decision.objects.get(pk=decision_id)
        lead = Lead.objects.select_for_update().get(pk=found.lead_id)
        decision = Decision.objects.select_related("proposed_by").get(pk=decision_id)
        if decision.standing != Standing.PROPOSED:
            raise RefusedError(
                "It no longer waits",
                f"This proposal is: {decision.get_standing_display().lower()}. Nothing was changed.",
            )
        decision.lead = lead
        lead.revision += 1
        yield decision
        lead.save()


def _check(lead: Lead, wish: Wish) -> None:
    possible = ", ".join(kind.label.lower() for kind in FOLLOWS[lead.state])
    checks: list[tuple[Callable[[], bool], str, str]] = [
        (lambda: lead.part_of_id is None, "It is part of another lead",
         f"Its accounts were found to be of one party with others; decide about lead {lead.part_of_id}."),
        (lambda: wish.kind in Kind.values, "No such decision",
         f"Found {wish.kind!r}; expected one of {', '.join(Kind.values)}."),
        (lambda: wish.kind in FOLLOWS[lead.state], "It cannot follow",
         f"The lead stands at “{lead.get_state_display()}”; possible now: {possible or 'nothing'}."),
        (lambda: len(wish.grounds.strip()) >= _LEAST_GROUNDS, "No grounds given",
         "Say in a sentence or two what you found, also what speaks against it."),
        (lambda: wish.kind != Kind.DISMISS or wish.explanation in explanations(lead.role), "No explanation chosen",
         "Choose the ordinary explanation that fits, or that none is needed."),
        (lambda: wish.kind != Kind.WATCH or (wish.watch_until is not None and wish.watch_until > timezone.now().date()),
         "No day to watch until", "Choose a day after today."),
    ]  # fmt: skip
    # What only the lead's standing forbids was asked for rightly: a conflict, not a mistake.
    conflict = wish.kind in Kind.values and wish.kind not in FOLLOWS[lead.state]
    for holds, title, detail in checks:
        if not holds():
            raise RefusedError(title, detail, 409 if conflict else 422)


def _not_proposer(decision: Decision, user: User) -> None:
    if decision.proposed_by_id == user.pk:
        raise RefusedError("A second person decides", "You proposed this; somebody else has to look at it.", 403)


def _supersede(lead: Lead) -> None:
    lead.decisions.filter(standing=Standing.IN_FORCE).update(standing=Standing.SUPERSEDED)


def _take_effect(lead: Lead, decision: Decision, who: Who, case: Case | None = None) -> None:
    lead.state = LEADS_TO[decision.kind]
    lead.watch_until = decision.watch_until
    lead.news = False
    if decision.kind in NEEDS_A_CASE:
        put_into_case(lead, decision.proposed_by, who, case)
    if decision.kind == Kind.REOPEN:
        lead.opened = timezone.now()
        lead.due = due(lead.opened, lead.protect, lead.urgency)


def _back(lead: Lead) -> None:
    """Put a lead back to where the decision in force left it, or to review where there is none."""
    in_force = lead.decisions.filter(standing=Standing.IN_FORCE).first()
    if in_force and lead.joined.filter(came_up=True, at__gt=in_force.answered or in_force.proposed).exists():
        in_force = None  # it came up again since: other accounts, decided otherwise, were found to be the same party's
    lead.state = LEADS_TO[in_force.kind] if in_force else State.OPEN
    lead.watch_until = in_force.watch_until if in_force else None


def _answered(decision: Decision, user: User, answer: str) -> None:
    decision.second, decision.answer, decision.answered = user, answer.strip(), timezone.now()
    decision.save(update_fields=["standing", "second", "sealed_answer", "answered"])


def _said(decision: Decision) -> dict[str, object]:
    return {
        "decision": str(decision.pk),
        "kind": decision.kind,
        "version": decision.version,
        **({"explanation": decision.explanation} if decision.explanation else {}),
        **({"until": decision.watch_until.isoformat()} if decision.watch_until else {}),
    }
