"""What goes, and when; and what is kept though its days are over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, cast

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
    asked = [rule for rule in rules() if rule.days is not None]
    one_alone = Q(pk=only.pk) if only is not None else Q()
    found: list[Due] = []
    for file, find in (("lead", _leads), ("case", _cases)):
        # No rule asks for nothing; a disjunction of none would ask for everything.
        if (of_file := [rule for rule in asked if rule.file == file]) and kind in {"", file}:
            found += find(of_file, until, one_alone)
    return sorted(found, key=lambda one: (one.goes, one.file, one.number))


def held(lead: Lead) -> bool:
    """Tell whether a hold is on a lead, or on a case that it is in."""
    return leads_on_hold(Lead.objects.filter(pk=lead.pk)).exists()


def leads_on_hold(leads: QuerySet[Lead]) -> QuerySet[Lead]:
    """Narrow leads to those that a hold is on."""
    return leads.filter(_LEAD_ON_HOLD)


_LEAD_ON_HOLD: Final = Q(Exists(LegalHold.objects.filter(lead=OuterRef("pk"), lifted__isnull=True))) | Q(
    Exists(LegalHold.objects.filter(case__holdings__lead=OuterRef("pk"), lifted__isnull=True))
)
_CASE_ON_HOLD: Final = Q(Exists(LegalHold.objects.filter(case=OuterRef("pk"), lifted__isnull=True))) | Q(
    Exists(LegalHold.objects.filter(lead__holdings__case=OuterRef("pk"), lifted__isnull=True))
)


def _cases(asked: Sequence[Rule], until: datetime, one_alone: Q) -> Iterator[Due]:
    cases = Case.objects.filter(one_alone, _over("outcome", "closed", asked, until), state=CaseState.CLOSED)
    by_outcome = {rule.outcome: rule for rule in asked}
    rows = cases.annotate(on_hold=_CASE_ON_HOLD).values_list("pk", "outcome", "closed", "on_hold")
    for number, outcome, closed, on_hold in rows:
        rule, since = by_outcome[outcome], cast("datetime", closed)  # never without one: a constraint of the table
        yield Due("case", number, "", rule, since, since + _length(rule), ON_HOLD if on_hold else "")


def _leads(asked: Sequence[Rule], until: datetime, one_alone: Q) -> Iterator[Due]:
    in_force = Decision.objects.filter(lead=OuterRef("pk"), standing=Standing.IN_FORCE)
    leads = (
        Lead.objects.filter(one_alone, state__in=[rule.outcome for rule in asked])
        .filter(~Exists(CaseLead.objects.filter(lead=OuterRef("pk"), taken_out__isnull=True)))
        .annotate(ended=Coalesce(in_force.values(at=Coalesce("answered", "proposed"))[:1], F("opened")))
        .filter(_over("state", "ended", asked, until))
    )
    by_state = {rule.outcome: rule for rule in asked}
    rows = leads.annotate(on_hold=_LEAD_ON_HOLD).values_list("pk", "lead_id", "state", "ended", "news", "on_hold")
    for number, lead_id, state, ended, news, on_hold in rows:
        rule, kept = by_state[state], ON_HOLD if on_hold else CHANGED if news else ""
        yield Due("lead", number, lead_id, rule, ended, ended + _length(rule), kept)


def _over(outcome: str, ended: str, asked: Sequence[Rule], until: datetime) -> Q:
    """Ask for files with one of the outcomes, that ended long enough ago for its rule."""
    wanted = Q()
    for rule in asked:
        wanted |= Q(**{outcome: rule.outcome, f"{ended}__lte": until - _length(rule)})
    return wanted


def _length(rule: Rule) -> timedelta:
    return timedelta(days=cast("int", rule.days))  # a rule without days asks for nothing
