"""What becomes of earlier leads when their accounts are newly taken for one person or household, or told apart again.

Where everything that was decided about the parts agrees, the whole takes it over, visibly. Where it does not, the whole
comes up for decision, with all histories on its page. A part leaves the queue and keeps its own history; what was
decided about it stays in force for its accounts until something is decided about the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.intake.deadlines import due
from tanglaw.casework.intake.folder import Found
from tanglaw.casework.models import Appearance, CaseLead, Decision, Joining, Lead, Run
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.models.lead import State
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import sealed

_CHUNK: Final = 500
_DECIDED: Final = {
    State.DISMISSED: Kind.DISMISS, State.WATCHING: Kind.WATCH, State.CASE: Kind.CASE, State.REFERRED: Kind.REFER,
    State.FILED: Kind.FILE,
}  # fmt: skip


def join(run: Run, leads: Sequence[tuple[Lead, Found]], new: Collection[int], now: datetime, who: Who) -> None:
    """Join what belongs together, and part what no longer does.

    Args:
        run: being brought in.
        leads: every lead that the run found and that is not newer than it.
        new: keys of those that no earlier run had found.
        now: the moment of the import.
        who: brings it in.
    """
    _part(run, [lead for lead, _ in leads], who)
    present = {lead.pk for lead, _ in leads}
    found = _parts([(lead, found) for lead, found in leads if len(found.row["subject_ids"]) > 1], present, run)
    for lead, _ in leads:
        if parts := found.get(lead.pk):
            _carry(run, lead, sorted(parts, key=lambda one: one.pk), now, who, is_new=lead.pk in new)


def _part(run: Run, leads: Sequence[Lead], who: Who) -> None:
    """Let leads stand alone again that a run found by themselves; they stand where they stood before."""
    for lead in leads:
        if lead.part_of_id is None:
            continue
        whole = lead.part_of_id
        lead.part_of = None
        lead.save(update_fields=["part_of"])
        Joining.objects.filter(part=lead, until=None).update(until=run)
        append(who, Action.LEADS_PARTED, "lead", lead.lead_id, {"from": whole, "run": run.pk})


def _parts(leads: Sequence[tuple[Lead, Found]], present: Collection[int], run: Run) -> Mapping[int, Collection[Lead]]:
    """Find earlier leads of the same pattern about any of the accounts, which this run lists no more."""
    wanted = {
        (lead.pattern, blind(lead.role, subject)): lead.pk
        for lead, found in leads for subject in found.row["subject_ids"]
    }  # fmt: skip
    parts: dict[int, dict[int, Lead]] = {}
    accounts = sorted({account for _, account in wanted})
    for start in range(0, len(accounts), _CHUNK):
        rows = (
            Appearance.objects.filter(own=True, index__in=accounts[start : start + _CHUNK], lead__part_of=None)
            .exclude(lead__in=present)
            .select_related("lead__last_run", "lead__key")
        )
        for row in rows:
            whole = wanted.get((row.lead.pattern, row.index))
            if whole is not None and not _newer(row.lead.last_run, run):
                parts.setdefault(whole, {})[row.lead.pk] = row.lead
    return {whole: list(held.values()) for whole, held in parts.items()}


def _newer(one: Run, than: Run) -> bool:
    return one.period_to is not None and than.period_to is not None and one.period_to > than.period_to


def _carry(run: Run, whole: Lead, parts: Sequence[Lead], now: datetime, who: Who, *, is_new: bool) -> None:
    stood = {part.pk: part.state for part in parts}
    for part in parts:
        _withdraw(part, whole, now)
    together = parts if is_new else [whole, *parts]
    came_up = False
    carried = None
    if whole.state != State.PROPOSED:  # what waits for a second person goes on waiting; its page says what changed
        came_up = len({_standing(one) for one in together}) > 1
        if came_up:
            whole.state, whole.watch_until, whole.news = State.OPEN, None, False
            whole.opened, whole.due = now, due(now, whole.protect, whole.urgency)
        elif is_new and parts[0].state in _DECIDED:
            carried = _take_over(whole, parts)
        whole.news = whole.news or (not came_up and whole.state in _DECIDED)
    case = _into_case(whole, parts, now)
    people = {one.assigned_to_id for one in together if one.assigned_to_id}
    if whole.assigned_to_id is None and len(people) == 1:
        whole.assigned_to_id = people.pop()
    whole.revision += 1
    whole.save(update_fields=["state", "watch_until", "news", "opened", "due", "assigned_to", "revision"])
    Lead.objects.filter(pk__in=[part.pk for part in parts]).update(part_of=whole)
    Joining.objects.bulk_create(
        Joining(whole=whole, part=part, since=run, at=now, state=stood[part.pk], came_up=came_up) for part in parts
    )
    detail = {"parts": [part.lead_id for part in parts], "came up": came_up, "carried": carried.kind if carried else ""}
    detail |= {"case": case} if case else {}
    append(who, Action.LEADS_JOINED, "lead", whole.lead_id, detail)


def _into_case(whole: Lead, parts: Sequence[Lead], now: datetime) -> int | None:
    """Put the whole into the open case that holds a part, a restricted one first: what it hides must stay hidden."""
    if CaseLead.objects.filter(lead=whole, current=True).exists():
        return None
    held = CaseLead.objects.filter(lead__in=parts, current=True).order_by("-case__restricted", "pk").first()
    if held is None or CaseLead.objects.filter(lead=whole, case=held.case_id).exists():
        return None
    CaseLead.objects.create(case_id=held.case_id, lead=whole, added=now, added_by_id=held.added_by_id)
    return held.case_id


def _standing(lead: Lead) -> tuple[str, str]:
    """Return where a lead stands; dismissals with different explanations do not agree."""
    if lead.state != State.DISMISSED:
        return lead.state, ""
    held = lead.decisions.filter(standing=Standing.IN_FORCE).first()
    return lead.state, held.explanation if held else ""


def _take_over(whole: Lead, parts: Sequence[Lead]) -> Decision | None:
    """Take over what was decided about the parts: the same people, the same grounds, marked as carried over."""
    held = (
        Decision.objects.filter(lead__in=parts, standing=Standing.IN_FORCE)
        .select_related("lead__key")
        .order_by("-proposed")
        .first()
    )
    if held is None:
        return None
    days = [part.watch_until for part in parts if part.watch_until]
    said = f"Carried over from lead {held.lead_id}, whose accounts are part of this one: {held.grounds}"
    made = Decision(
        lead=whole, kind=held.kind, standing=Standing.IN_FORCE, version=whole.version,
        **sealed(grounds=said, answer=held.answer), explanation=held.explanation,
        watch_until=min(days) if days else held.watch_until, proposed_by_id=held.proposed_by_id,
        proposed=held.proposed, second_id=held.second_id, answered=held.answered, carried_from=held,
    )  # fmt: skip
    made.save(force_insert=True)
    whole.state, whole.watch_until = parts[0].state, made.watch_until
    return made


def _withdraw(part: Lead, whole: Lead, now: datetime) -> None:
    """Take back a proposal that waits at a part: what it was about is now another lead's."""
    waiting = part.decisions.filter(standing=Standing.PROPOSED).first()
    if waiting is None:
        return
    waiting.standing, waiting.answered = Standing.WITHDRAWN, now
    waiting.answer = f"Its accounts became part of lead {whole.pk}; decide there."
    waiting.save()
    held = part.decisions.filter(standing=Standing.IN_FORCE).first()
    part.state = next((state for state, kind in _DECIDED.items() if held and kind == held.kind), State.OPEN)
    part.watch_until = held.watch_until if held else None
    part.revision += 1
    part.save(update_fields=["state", "watch_until", "revision"])
