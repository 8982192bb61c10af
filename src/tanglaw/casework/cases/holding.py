"""One step on one case: the case is locked, must be open, and moves on by one revision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from tanglaw.casework.models import Case
from tanglaw.casework.models.case import CaseState
from tanglaw.casework.site.problems import RefusedError


@contextmanager
def held(number: int, *, closed: bool = False) -> Iterator[Case]:
    """Lock a case for one step and count the step.

    Args:
        number: of the case.
        closed: the step is one on a closed case.

    Raises:
        RefusedError: the case is closed, or for a step on a closed one, is not.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=number)
        if (case.state == CaseState.CLOSED) != closed:
            mend = "There is nothing to reopen." if closed else "Reopen it to work on it."
            raise RefusedError(f"Case {number} is {case.get_state_display().lower()}", mend)
        case.revision += 1
        yield case
        case.save()


def said(text: str, what: str, most: int, least: int = 1) -> str:
    """Return a text that somebody wrote, stripped.

    Raises:
        RefusedError: it is too short or too long.
    """
    text = text.replace("\r\n", "\n").strip()
    if len(text) < least:
        raise RefusedError(f"{what} is missing", f"Found {len(text)} characters; expected {least} or more.", 422)
    if len(text) > most:
        raise RefusedError(f"{what} is too long", f"Found {len(text):,} characters; expected {most:,} at most.", 422)
    return text
