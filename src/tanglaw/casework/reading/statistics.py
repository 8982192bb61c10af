"""How the work goes: what came in, what was decided, how long it took, how often each pattern was right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from tanglaw.casework.models import Decision, Lead, User
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.models.lead import State
from tanglaw.casework.reading import visible

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


def statistics(reader: User | None = None) -> Statistics:
    """Count everything anew, as far as it is there for a reader: figures must not tell of a restricted case."""
    # What became part of another lead is counted there.
    leads = visible.leads(reader).filter(part_of=None)
    decisions = visible.decisions(reader).filter(lead__part_of=None)
    final = decisions.filter(standing=Standing.IN_FORCE, kind__in=_FINAL)
    explained = final.exclude(explanation="").values_list("explanation").annotate(n=Count("pk"))
    states = dict(leads.values_list("state").annotate(n=Count("pk")))
    return Statistics(
        patterns=list(_patterns(leads, final)),
        months=list(_months(leads, final)),
        corridors=list(_corridors(leads)),
        states=[(State(value).label, states.get(value, 0)) for value in State.values],
        explanations=sorted(explained.order_by(), key=lambda pair: (-pair[1], pair[0])),
    )


def _in_force(*kinds: Kind) -> Q:
    return Q(decisions__standing=Standing.IN_FORCE, decisions__kind__in=kinds)


def _patterns(leads: QuerySet[Lead], final: QuerySet[Decision]) -> Iterator[PatternFigures]:
    hours: dict[str, list[float]] = {}
    for pattern, opened, proposed, answered in final.values_list(
        "lead__pattern", "lead__opened", "proposed", "answered"
    ):
        length = ((answered or proposed) - opened).total_seconds() / _HOUR
        hours.setdefault(pattern, []).append(max(length, 0.0))
    counted = (
        leads.values("pattern")
        .annotate(
            leads=Count("pk", distinct=True),
            dismissed=Count("pk", filter=_in_force(Kind.DISMISS), distinct=True),
            confirmed=Count("pk", filter=_in_force(*_CONFIRMED), distinct=True),
        )
        .order_by("pattern")
    )
    titles = dict(leads.order_by("pk").values_list("pattern", "pattern_title"))
    for row in counted:
        taken = hours.get(row["pattern"])
        yield PatternFigures(
            pattern=row["pattern"],
            title=titles[row["pattern"]],
            leads=row["leads"],
            waiting=row["leads"] - row["dismissed"] - row["confirmed"],
            dismissed=row["dismissed"],
            confirmed=row["confirmed"],
            median_hours=median(taken) if taken else None,
        )


def _months(leads: QuerySet[Lead], final: QuerySet[Decision]) -> Iterator[Month]:
    found = dict(
        leads.annotate(month=TruncMonth("first_run__imported"))
        .values_list("month")
        .annotate(n=Count("pk"))
        .order_by("month")
    )
    ended: dict[tuple[object, bool], int] = {}
    for kind, proposed, answered in final.values_list("kind", "proposed", "answered"):
        at = answered or proposed
        key = (date(at.year, at.month, 1), kind in _CONFIRMED)
        ended[key] = ended.get(key, 0) + 1
    came = {at.date(): number for at, number in found.items()}
    for month in sorted({*came, *(month for month, _ in ended)}):
        yield Month(month, came.get(month, 0), ended.get((month, False), 0), ended.get((month, True), 0))


def _corridors(leads: QuerySet[Lead]) -> Iterator[CorridorFigures]:
    rows = (
        leads.values("corridor")
        .annotate(
            leads=Count("pk", distinct=True),
            decided=Count("pk", filter=_in_force(*_FINAL), distinct=True),
            confirmed=Count("pk", filter=_in_force(*_CONFIRMED), distinct=True),
        )
        .order_by("-leads", "corridor")
    )
    for row in rows[:_MOST_CORRIDORS]:
        yield CorridorFigures(row["corridor"], row["leads"], row["decided"], row["confirmed"])
