"""Tasks: who does what for a case until when."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.cases.team import who_can
from tanglaw.casework.models import Task, User
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError


def add_task(number: int, user: User, who: Who, what: str, to: str, due: date | None) -> Task:  # noqa: PLR0917
    """Set a task.

    Raises:
        RefusedError: nothing to do, no day, or nobody who sees the case.
    """
    what = said(what, "What is to be done", 500, 3)
    if due is None:
        raise RefusedError("No day", "Say until which day it has to be done.", 422)
    with held(number) as case:
        person = next((one for one in who_can(case) if one.username == to), None)
        if to and person is None:
            raise RefusedError("Nobody of that name", "Choose somebody who sees this case, or nobody.", 422)
        task = Task.objects.create(
            case=case, **sealed(what=" ".join(what.split())), to=person, due=due, made=timezone.now(), made_by=user
        )
        detail: dict[str, object] = {"task": task.pk, "due": due.isoformat()} | ({"to": to} if to else {})
        append(who, Action.TASK_ADDED, "case", case.pk, detail)
    return task


def finish_task(number: int, task: int, user: User, who: Who, result: str) -> None:
    """Note that a task is done.

    Raises:
        RefusedError: it is done already, or not of this case.
    """
    result = said(result, "The result", 500, 0)
    with held(number) as case:
        found = Task.objects.filter(case=case, pk=task).first()
        if found is None:
            raise RefusedError("No such task", "It is not one of this case.", 404)
        if found.done is not None:
            raise RefusedError("Done already", "Somebody finished it meanwhile.")
        found.done, found.done_by, found.result = timezone.now(), user, result
        found.save()
        append(who, Action.TASK_DONE, "case", case.pk, {"task": found.pk})
