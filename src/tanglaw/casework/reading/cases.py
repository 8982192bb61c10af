"""The list of cases and the list of tasks, as their addresses say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self
from urllib.parse import urlencode

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone

from tanglaw.casework.models import Case, CaseLead, CaseSubject, Filing, Referral, Task, User
from tanglaw.casework.models.case import CaseState
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.models.referral import ReferralStanding
from tanglaw.casework.reading import visible
from tanglaw.casework.sealing.blind import SEARCH, blind
from tanglaw.casework.sealing.opening import opened
from tanglaw.leads.report.parties import WORD

PAGE: Final = 50
STATES: Final = {**dict(CaseState.choices), "any": "Any"}
WHOSE: Final = {"any": "Anybody’s", "mine": "Mine", "kept": "Kept by me", "nobody": "Nobody’s"}
ORDERS: Final[Mapping[str, tuple[str, tuple[OrderBy, ...]]]] = {
    "due": ("Next task due", (F("next_due").asc(nulls_last=True), F("pk").desc())),
    "newest": ("Newest first", (F("pk").desc(),)),
    "oldest": ("Oldest first", (F("pk").asc(),)),
}
TASK_STATES: Final = {"open": "To do", "overdue": "Overdue", "done": "Done", "any": "Any"}
TASKS_OF: Final = {"mine": "Mine", "nobody": "Nobody’s", "any": "Anybody’s"}


def _offered(query: QueryDict, name: str, offered: Mapping[str, object]) -> str:
    value = query.get(name)
    return value if value is not None and value in offered else next(iter(offered))


def page_wanted(query: QueryDict) -> int:
    """Read which page of a list an address asks for: the first, where it says no whole number."""
    page = query.get("page", "1")
    return int(page) if page.isascii() and page.isdecimal() and 0 < len(page) < 6 and int(page) else 1


class _Query:
    """Filters that write themselves as the query of an address: what differs from the default."""

    __slots__ = ()

    def query(self, **other: object) -> str:
        default = type(self)()
        values = {name: getattr(self, name) for name in self.__dataclass_fields__} | {"page": 1} | other  # type: ignore[attr-defined]
        return urlencode({name: value for name, value in values.items() if value != getattr(default, name)})

    @property
    def narrowed(self) -> bool:
        return bool(self.query())


@dataclass(frozen=True, slots=True)
class CaseFilters(_Query):
    """What is asked for of the list of cases."""

    state: str = CaseState.OPEN
    whose: str = "any"
    find: str = ""
    order: str = "due"
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        """Read the filters of an address; a value that is none of those offered falls back to the first."""
        return cls(
            state=_offered(query, "state", STATES), whose=_offered(query, "whose", WHOSE),
            find=query.get("find", "").strip()[:120], order=_offered(query, "order", ORDERS), page=page_wanted(query),
        )  # fmt: skip

    def logged(self, page: int) -> dict[str, str]:
        """Say for the log what was asked for; what was searched for only as a blind index."""
        query = {"query": self.query(page=page, find="")}
        return query | ({"searched": blind(SEARCH, self.find)} if self.find else {})

    def choose(self, user: User) -> QuerySet[Case]:
        """Return the cases, in order, with what waits in each."""
        cases = visible.cases(user).select_related("keeper", "key")
        if self.state != "any":
            cases = cases.filter(state=self.state)
        if self.whose == "mine":
            cases = cases.filter(people__user=user)
        elif self.whose == "kept":
            cases = cases.filter(keeper=user)
        elif self.whose == "nobody":
            cases = cases.filter(keeper=None)
        if self.find:
            cases = cases.filter(pk__in=visible.cases(user).filter(_matches(self.find)).values("pk"))
        # Each counted apart: joined, a case's tasks would be multiplied with its leads and people.
        undone = Task.objects.filter(case=OuterRef("pk"), done__isnull=True)
        return cases.annotate(
            leads=_count(CaseLead.objects.filter(case=OuterRef("pk"), taken_out__isnull=True)), todo=_count(undone),
            next_due=Subquery(undone.order_by("due").values("due")[:1]),
            victims=_count(CaseSubject.objects.filter(case=OuterRef("pk"), role=SubjectRole.VICTIM)),
        ).order_by(*ORDERS[self.order][1])  # fmt: skip


def _count(rows: QuerySet[Any]) -> Coalesce:
    """Count rows that belong to one case, in the query of the cases."""
    return Coalesce(Subquery(rows.order_by().values("case").annotate(n=Count("pk")).values("n")), 0)


def _titled(text: str) -> list[int]:
    """Return the cases whose title, which stands sealed, holds a text."""
    folded = text.casefold()
    return [number for number, title in titles(Case.objects.order_by()) if folded in title.casefold()]


def titles(cases: QuerySet[Case]) -> Iterator[tuple[int, str]]:
    """Give each case's number and title; what else it holds is not read."""
    for number, _, (title,) in opened(cases, "title"):
        yield number, title


def _matches(text: str) -> Q:
    """Match a case's number or title, a person of it by account, or one of its leads by id or number."""
    within = Q(holdings__taken_out__isnull=True)
    found = Q(pk__in=_titled(text)) | (Q(holdings__lead__lead_id=text) & within)
    found |= Q(subjects__index__in=[blind(side, text) for side in WORD])
    digits = text.removeprefix("#")
    if digits.isascii() and digits.isdecimal() and len(digits) < 10:
        found |= Q(pk=int(digits)) | (Q(holdings__lead=int(digits)) & within)
    return found


@dataclass(frozen=True, slots=True)
class TaskFilters(_Query):
    """What is asked for of the list of tasks."""

    whose: str = "mine"
    state: str = "open"
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        """Read the filters of an address."""
        return cls(_offered(query, "whose", TASKS_OF), _offered(query, "state", TASK_STATES), page_wanted(query))

    def choose(self, user: User) -> QuerySet[Task]:
        """Return the tasks of cases that there are for somebody, the most pressing first."""
        tasks = Task.objects.filter(case__in=visible.cases(user)).select_related("case__key", "to", "done_by")
        if self.whose != "any":
            tasks = tasks.filter(to=user if self.whose == "mine" else None)
        if self.state == "done":
            return tasks.filter(done__isnull=False).order_by("-done", "-pk")
        if self.state != "any":
            tasks = tasks.filter(done__isnull=True)
        if self.state == "overdue":
            tasks = tasks.filter(due__lt=timezone.now().date())
        return tasks.order_by("due", "pk")


def tasks_due(user: User, today: date) -> QuerySet[Task]:
    """Return one's own tasks that are due today or were before."""
    return Task.objects.filter(case__in=visible.cases(user), to=user, done__isnull=True, due__lte=today)


def referrals_waiting(user: User) -> QuerySet[Referral]:
    """Return the referrals that wait for a second person, in cases that there are for somebody."""
    return Referral.objects.filter(case__in=visible.cases(user), standing=ReferralStanding.PROPOSED)


def filings_waiting(user: User) -> QuerySet[Filing]:
    """Return the filings that wait for a second person, as far as somebody needs to know of them."""
    return visible.filings(user).filter(state="validated")
