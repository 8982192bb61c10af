"""What every page asks the database, put into SQL once a process: to put it takes the ORM longer than to answer it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from tanglaw.casework.models import User

_READER: Final = -1_724_100_109
"""Stands for the reader's number where a question is put for all of their role; no account has it."""

_TODAY: Final = date(1, 1, 1)
"""Stands for today."""

Question = Callable[[User, date], QuerySet[Any, Any]]
"""Rows for a reader on a day. It may depend on their number and role, and on nothing else of theirs."""

Said = tuple[str, tuple[Any, ...]]
"""SQL with the values for its places."""


class Prepared:
    """A question that is put for each role once."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._put: dict[tuple[str, str], Said] = {}

    def said(self, user: User) -> Said:
        """Say the question for a reader, today."""
        # The database: tests ask two of them.
        put = self._put.get((connection.vendor, user.role))
        if put is None:
            rows = self._question(User(pk=_READER, role=user.role), _TODAY).order_by()
            put = self._put[connection.vendor, user.role] = rows.query.sql_with_params()
        sql, values = put
        day = connection.ops.adapt_datefield_value
        stood_for = {_READER: user.pk, day(_TODAY): day(timezone.now().date())}
        return sql, tuple(stood_for.get(value, value) for value in values)

    def within(self, user: User) -> RawSQL:
        """Give it as a part of a larger question."""
        return RawSQL(*self.said(user))  # noqa: S611  # nosec B611 -- written by the ORM, its values apart


def count(user: User, *questions: Prepared) -> list[int]:
    """Count the rows of several questions with one."""
    said = [question.said(user) for question in questions]
    counted = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) counted)" for sql, _ in said)  # noqa: S608  # nosec B608 -- the ORM's
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counted}", [value for _, values in said for value in values])
        return list(cursor.fetchone())
