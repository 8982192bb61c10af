"""How a file goes: its key is destroyed, its rows are removed, and the log says that it was deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import (
    Appearance,
    Case,
    CaseLead,
    Deletion,
    Filing,
    Lead,
    ProtectedParty,
    RecordKey,
    User,
)
from tanglaw.casework.retention.due import due
from tanglaw.casework.sealing.leftovers import scour

_PARTS: Final = ("versions", "appearances", "notes", "decisions", "looks")
_CASE_PARTS: Final = ("holdings", "subjects", "notes", "events", "tasks", "referrals", "filings", "looks")


@dataclass(frozen=True, slots=True)
class Swept:
    """What one pass deleted, and what it found due and kept; ``scoured`` where the database's files were rewritten."""

    leads: int
    cases: int
    kept: int
    scoured: bool


def sweep(who: Who, now: datetime | None = None) -> Swept:
    """Delete everything that is due, each file in a transaction of its own; what was done when it is stopped, stays."""
    now = now or timezone.now()
    found = due(now)
    leads = cases = 0
    for one in found:
        if one.kept:
            continue
        with transaction.atomic():
            files = Lead.objects.all() if one.file == "lead" else Case.objects.all()
            locked = files.select_for_update(of=("self",)).filter(pk=one.number).first()
            # Asked anew under the lock: somebody may have acted since the list was made.
            if locked is None or any(again.kept for again in due(now, locked)) or not due(now, locked):
                continue
            if isinstance(locked, Case):
                leads += _case(locked, who, one.rule.name)
                cases += 1
            else:
                _lead(locked, who, one.rule.name)
                leads += 1
    return Swept(leads, cases, sum(bool(one.kept) for one in found), bool(leads or cases) and _scoured())


def erase_early(lead: Lead, who: Who, asked_by: User, approved_by: User) -> None:
    """Delete a lead before its time, as two people decided; inside their transaction."""
    _lead(lead, who, "early", asked_by, approved_by)


def _case(case: Case, who: Who, rule: str) -> int:
    """Delete a case with the leads that no other case holds; return how many of these there were."""
    only_here = Lead.objects.filter(holdings__case=case, holdings__taken_out__isnull=True).exclude(
        pk__in=CaseLead.objects.exclude(case=case).filter(taken_out__isnull=True).values("lead")
    )
    leads = list(only_here.select_for_update(of=("self",)))
    counts = {part: getattr(case, part).count() for part in _CASE_PARTS}
    number, key = case.pk, case.key_id
    case.filings.update(corrects=None)  # a correction must not keep what it corrects
    case.delete()
    RecordKey.objects.filter(pk=key).delete()
    append(who, Action.DELETED, "case", number, {"rule": rule, "key": str(key), "rows": counts})
    Deletion.objects.create(file="case", number=number, rule=rule, deleted=timezone.now())
    for lead in leads:
        _lead(lead, who, rule)
    return len(leads)


def _lead(lead: Lead, who: Who, rule: str, asked_by: User | None = None, approved_by: User | None = None) -> None:
    counts = {part: getattr(lead, part).count() for part in _PARTS}
    indexes = {*lead.appearances.values_list("index", flat=True), lead.subject_index}
    number, key = lead.pk, lead.key_id
    # What was drafted about it and withdrawn, also together with others, goes along; the log does not tell of it.
    told = list(Filing.objects.filter(leads=lead).values_list("pk", flat=True))
    Filing.objects.filter(pk__in=told).update(corrects=None)
    Filing.objects.filter(pk__in=told).delete()
    Deletion.objects.create(
        file="lead", number=number, lead_id=lead.lead_id, last_seen=lead.last_seen, rule=rule, deleted=timezone.now(),
        asked_by=asked_by, approved_by=approved_by,
    )  # fmt: skip
    lead.delete()
    RecordKey.objects.filter(pk=key).delete()
    _forget_protected(indexes)
    said = {"rule": rule, "key": str(key), "number": number, "rows": counts}
    append(who, Action.DELETED, "lead", lead.lead_id, said)


def _forget_protected(indexes: Iterable[str]) -> None:
    """Delete the names of protected people who stand in no lead any more."""
    indexes = set(indexes)
    still = {
        *Appearance.objects.filter(index__in=indexes).values_list("index", flat=True),
        *Lead.objects.filter(subject_index__in=indexes).values_list("subject_index", flat=True),
    }
    gone = ProtectedParty.objects.filter(index__in=indexes - still)
    keys = list(gone.values_list("key", flat=True))
    gone.delete()
    RecordKey.objects.filter(pk__in=keys).delete()


def _scoured() -> bool:
    """Rewrite what holds the keys, so that destroyed ones do not lie in the database's files either."""
    if connection.in_atomic_block:
        return False
    try:
        scour(connection, ["casework_recordkey"])
    except DatabaseError:  # somebody is reading; the next pass does it
        return False
    return True
