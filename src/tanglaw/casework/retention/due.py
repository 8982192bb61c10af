"""What goes, and when; and what is kept though its days are over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from tanglaw.casework.models import Case, CaseLead, Decision, Lead, LegalHold
from tanglaw.casework.models.case import CaseState
from tanglaw.casework.models.decision import Standing
from tanglaw.casework.retention.rules import Rule, rules

ON_HOLD = "on hold"
CHANGED = "its evidence changed since it was decided; somebody should look first"


@dataclass(frozen=True, slots=True)
class Due:
    """One file and its day.

    Attributes:
        file: ``lead`` or ``case``.
        number: of the lead or case.
        lead_id: of a lead; empty for a case.
        rule: what it goes by.
        since: when it ended.
        goes: from when on it goes.
        kept: why it does not go all the same; empty where nothing keeps it.
    """

    file: str
    number: int
    lead_id: str
    rule: Rule
    since: datetime
    goes: datetime
    kept: str = ""


def due(until: datetime, only: Lead | Case | None = None) -> list[Due]:
    """Return every file whose day comes by `until`, the earliest first; a case counts for the leads in it.

    Args:
        until: the last day that is asked about.
        only: ask about this file alone.
    """
    kind = "" if only is None else "lead" if isinstance(only, Lead) else "case"
    asked = [rule for rule in rules() if not kind or rule.file == kind]
    one_alone = Q(pk=only.pk) if only is not None else Q()
    found = [one for rule in asked if rule.days is not None for one in _under(rule, rule.days, until, one_alone)]
    return sorted(found, key=lambda one: (one.goes, one.file, one.number))


def held(lead: Lead) -> bool:
    """Tell whether a hold is on a lead, or on a case that it is in."""
    return leads_on_hold(Lead.objects.filter(pk=lead.pk)).exists()


def leads_on_hold(leads: QuerySet[Lead]) -> QuerySet[Lead]:
    """Narrow leads to those that a hold is on."""
    return leads.filter(
        Q(Exists(LegalHold.objects.filter(lead=OuterRef("pk"), lifted__isnull=True)))
        | Q(Exists(LegalHold.objects.filter(case__holdings__lead=OuterRef("pk"), lifted__isnull=True)))
    )


def cases_on_hold(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Narrow cases to those that a hold is on, or on a lead in them."""
    return cases.filter(
        Q(Exists(LegalHold.objects.filter(case=OuterRef("pk"), lifted__isnull=True)))
        | Q(Exists(LegalHold.objects.filter(lead__holdings__case=OuterRef("pk"), lifted__isnull=True)))
    )


def _under(rule: Rule, days: int, until: datetime, one_alone: Q) -> Iterator[Due]:
    length = timedelta(days=days)
    if rule.file == "case":
        cases = Case.objects.filter(one_alone, state=CaseState.CLOSED, outcome=rule.outcome, closed__lte=until - length)
        on_hold = set(cases_on_hold(cases).values_list("pk", flat=True))
        for number, closed in cases.values_list("pk", "closed"):
            assert closed is not None  # a constraint of the table
            yield Due("case", number, "", rule, closed, closed + length, ON_HOLD if number in on_hold else "")
        return
    in_force = Decision.objects.filter(lead=OuterRef("pk"), standing=Standing.IN_FORCE)
    leads = (
        Lead.objects.filter(one_alone, state=rule.outcome)
        .filter(~Exists(CaseLead.objects.filter(lead=OuterRef("pk"), taken_out__isnull=True)))
        .annotate(ended=Coalesce(in_force.values(at=Coalesce("answered", "proposed"))[:1], F("opened")))
        .filter(ended__lte=until - length)
    )
    on_hold = set(leads_on_hold(leads).values_list("pk", flat=True))
    for number, lead_id, ended, news in leads.values_list("pk", "lead_id", "ended", "news"):
        kept = ON_HOLD if number in on_hold else CHANGED if news else ""
        yield Due("lead", number, lead_id, rule, ended, ended + length, kept)
