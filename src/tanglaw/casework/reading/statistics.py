"""How the work goes: what came in, what was decided, how long it took, how often each pattern was right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import starmap
from statistics import median
from typing import Final

from django.db.models import Count, QuerySet

from tanglaw.casework.models import Lead, Run, User
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.models.lead import State
from tanglaw.casework.reading import patterns, visible

_FINAL: Final = (Kind.DISMISS, Kind.REFER, Kind.FILE)
_CONFIRMED: Final = (Kind.REFER, Kind.FILE)
_HOUR: Final = 3_600
_MOST_CORRIDORS: Final = 30


@dataclass(frozen=True, slots=True)
class PatternFigures:
    """One pattern: its leads, and of those decided how many were dismissed and how many confirmed.

    Attributes:
        waiting: leads without a final decision.
        median_hours: from coming in to the final decision; None where none was decided.
    """

    pattern: str
    title: str
    leads: int
    waiting: int
    dismissed: int
    confirmed: int
    median_hours: float | None

    @property
    def decided(self) -> int:
        """Leads with a final decision in force."""
        return self.dismissed + self.confirmed

    @property
    def precision(self) -> float | None:
        """Share of the decided that were confirmed; None where none was decided."""
        return self.confirmed / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class Month:
    """Leads that came in, and final decisions that took effect, in one month (UTC)."""

    month: date
    found: int
    dismissed: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class CorridorFigures:
    """Leads of one corridor."""

    corridor: str
    leads: int
    decided: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures; ``explanations`` counts what leads were dismissed with, the most frequent first."""

    patterns: Sequence[PatternFigures]
    months: Sequence[Month]
    corridors: Sequence[CorridorFigures]
    states: Sequence[tuple[str, int]]
    explanations: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class _Lot:
    """Leads that are alike in everything that is counted."""

    pattern: str
    corridor: str
    state: str
    run: int
    leads: int


@dataclass(frozen=True, slots=True)
class _End:
    """A final decision in force; ``at`` is when it took effect."""

    lead: int
    pattern: str
    corridor: str
    confirmed: bool
    explanation: str
    at: datetime
    opened: datetime


def statistics(reader: User | None = None) -> Statistics:
    """Count everything anew, as far as it is there for a reader: figures must not tell of a restricted case."""
    # What became part of another lead is counted there.
    leads = visible.leads(reader).filter(part_of=None)
    final = visible.decisions(reader).filter(lead__part_of=None, standing=Standing.IN_FORCE, kind__in=_FINAL)
    alike = leads.order_by().values_list("pattern", "corridor", "state", "first_run").annotate(n=Count("pk"))
    lots = list(starmap(_Lot, alike))
    ends = [
        _End(lead, pattern, corridor, kind in _CONFIRMED, explanation, answered or proposed, opened)
        for lead, pattern, corridor, kind, explanation, answered, proposed, opened in final.order_by().values_list(
            "lead_id", "lead__pattern", "lead__corridor", "kind", "explanation", "answered", "proposed", "lead__opened"
        )
    ]
    states = _counted((lot.state, lot.leads) for lot in lots)
    explained = _counted((end.explanation, 1) for end in ends if end.explanation)
    return Statistics(
        patterns=list(_patterns(lots, ends, leads)),
        months=list(_months(lots, ends)),
        corridors=list(_corridors(lots, ends)),
        states=[(State(value).label, states[value]) for value in State.values],
        explanations=sorted(explained.items(), key=lambda pair: (-pair[1], pair[0])),
    )


def _counted(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    """Add up what belongs to each name."""
    found: Counter[str] = Counter()
    for name, number in pairs:
        found[name] += number
    return found


def _patterns(lots: Sequence[_Lot], ends: Sequence[_End], leads: QuerySet[Lead]) -> Iterator[PatternFigures]:
    titles = patterns.titles(leads)
    for pattern, number in sorted(_counted((lot.pattern, lot.leads) for lot in lots).items()):
        own = [end for end in ends if end.pattern == pattern]
        dismissed = len({end.lead for end in own if not end.confirmed})
        confirmed = len({end.lead for end in own if end.confirmed})
        hours = [max((end.at - end.opened).total_seconds() / _HOUR, 0.0) for end in own]
        yield PatternFigures(
            pattern=pattern,
            title=titles[pattern],
            leads=number,
            waiting=number - dismissed - confirmed,
            dismissed=dismissed,
            confirmed=confirmed,
            median_hours=median(hours) if hours else None,
        )


def _months(lots: Sequence[_Lot], ends: Sequence[_End]) -> Iterator[Month]:
    imported = dict(Run.objects.filter(pk__in={lot.run for lot in lots}).values_list("pk", "imported"))
    came: Counter[date] = Counter()
    for lot in lots:
        came[_month(imported[lot.run])] += lot.leads
    ended = Counter((_month(end.at), end.confirmed) for end in ends)
    for month in sorted({*came, *(month for month, _ in ended)}):
        yield Month(month, came[month], ended[month, False], ended[month, True])


def _month(at: datetime) -> date:
    return date(at.year, at.month, 1)


def _corridors(lots: Sequence[_Lot], ends: Sequence[_End]) -> Iterator[CorridorFigures]:
    counted = _counted((lot.corridor, lot.leads) for lot in lots)
    for corridor, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_CORRIDORS]:
        own = [end for end in ends if end.corridor == corridor]
        decided, confirmed = {end.lead for end in own}, {end.lead for end in own if end.confirmed}
        yield CorridorFigures(corridor, number, len(decided), len(confirmed))
