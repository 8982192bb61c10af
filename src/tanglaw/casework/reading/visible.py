"""What there is for one reader: a restricted case, and its leads, exist for the people named in it alone.

Every list, search, count and address that a person reaches goes through here.
"""

from __future__ import annotations

from typing import Final, TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from tanglaw.casework.models import Case, CaseLead, CasePerson, Decision, Filing, Lead, User
from tanglaw.casework.reading.prepared import Prepared
from tanglaw.casework.roles import Role

_Row = TypeVar("_Row", bound=Model)

SECOND = (Role.REVIEWER, Role.SUPERVISOR)
"""Roles that approve: they need to know of a filing in any case that they can see."""


def _theirs(user: User) -> QuerySet[CasePerson, int]:
    return CasePerson.objects.filter(user=user).values_list("case_id", flat=True)


def cases(user: User) -> QuerySet[Case]:
    """Return the cases that there are for somebody."""
    return Case.objects.filter(Q(restricted=False) | Q(pk__in=_theirs(user)))


def leads(user: User | None) -> QuerySet[Lead]:
    """Return the leads that there are for somebody; ``None``, the machine's own console, sees all."""
    if user is None:
        return Lead.objects.all()
    return Lead.objects.exclude(pk__in=hidden(user))


def of_leads(rows: QuerySet[_Row], user: User | None) -> QuerySet[_Row]:
    """Keep of rows that each hang on a lead those whose lead there is for somebody.

    To name the leads that are hidden, a few, is a tenth of the work of naming those that are there.
    """
    return rows if user is None else rows.exclude(lead__in=hidden(user))


def decisions(user: User | None) -> QuerySet[Decision]:
    """Return the decisions on the leads that there are for somebody."""
    return of_leads(Decision.objects.all(), user)


def filings(user: User) -> QuerySet[Filing]:
    """Return the filings that somebody needs to know of: of their own cases, and for who approves, of any they see.

    One that tells of a lead that is not there for them is not there either.
    """
    there = Filing.objects.exclude(leads__in=hidden(user))
    if user.role in SECOND:
        return there.filter(Q(case__restricted=False) | Q(case__in=_theirs(user)))
    return there.filter(case__in=_theirs(user))


def needs_to_know(user: User, case: Case) -> bool:
    """Whether somebody who sees a case may also know what is filed from it."""
    return user.role in SECOND or case.people.filter(user=user).exists()


def hidden(user: User) -> RawSQL:
    """Return the leads that restricted cases hold from somebody; a lead that was taken out of one is free again."""
    return _HIDDEN.within(user)


def hidden_leads(user: User) -> set[int]:
    """Return the numbers of the leads that there are not for somebody."""
    return set(Lead.objects.filter(pk__in=hidden(user)).values_list("pk", flat=True))


def hidden_cases(user: User) -> set[int]:
    """Return the numbers of the cases that there are not for somebody."""
    return set(Case.objects.exclude(pk__in=cases(user).values("pk")).values_list("pk", flat=True))


_HIDDEN: Final = Prepared(
    lambda user, _: (
        CaseLead.objects.filter(case__restricted=True, taken_out__isnull=True)
        .exclude(case__in=_theirs(user))
        .values("lead")
    )
)
