"""Who works on a case, who keeps it, and whether it is there for them alone."""

from __future__ import annotations

from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.models import Case, CasePerson, Task, User
from tanglaw.casework.roles import Role
from tanglaw.casework.site.problems import RefusedError

REVIEWING = (Role.ANALYST, Role.REVIEWER, Role.SUPERVISOR)


def team() -> list[User]:
    """Return everybody who can work on cases."""
    return list(User.objects.filter(is_active=True, role__in=REVIEWING).order_by("name", "pk"))


def who_can(case: Case) -> list[User]:
    """Return everybody who can be given work on a case: all who see it."""
    if not case.restricted:
        return team()
    return [person for person in team() if case.people.filter(user=person).exists()]


def add_person(number: int, username: str, user: User, who: Who) -> None:
    """Name somebody in a case.

    Raises:
        RefusedError: nobody of the team has that name.
    """
    person = next((one for one in team() if one.username == username), None)
    if person is None:
        raise RefusedError("Nobody of that name", "Choose an analyst, a reviewer or a supervisor who may sign in.", 422)
    with held(number) as case:
        CasePerson.objects.get_or_create(case=case, user=person, defaults={"added": timezone.now(), "added_by": user})
        append(who, Action.CASE_PEOPLE_CHANGED, "case", case.pk, {"added": person.username})


def remove_person(number: int, username: str, who: Who) -> None:
    """Take somebody out of a case; their open tasks go back to nobody.

    Raises:
        RefusedError: they keep the case, or are the last supervisor of a restricted one.
    """
    with held(number) as case:
        found = case.people.select_related("user").filter(user__username=username).first()
        if found is None:
            raise RefusedError("Not among its people", "Somebody took them out meanwhile.")
        person = found.user
        if case.keeper_id == person.pk:
            raise RefusedError("They keep the case", "Let somebody else keep it first.", 422)
        supervisors = [one.user_id for one in case.people.filter(user__role=Role.SUPERVISOR, user__is_active=True)]
        if case.restricted and supervisors == [person.pk]:
            raise RefusedError(
                "The last supervisor", "Nobody could lift the restriction any more. Name another supervisor first.", 422
            )
        found.delete()
        Task.objects.filter(case=case, to=person, done__isnull=True).update(to=None)
        append(who, Action.CASE_PEOPLE_CHANGED, "case", case.pk, {"removed": person.username})


def keep(number: int, username: str, user: User, who: Who) -> None:
    """Let somebody keep the case: they answer for it, and are named in it.

    Raises:
        RefusedError: nobody who sees the case has that name.
    """
    with held(number) as case:
        person = next((one for one in who_can(case) if one.username == username), None)
        if person is None:
            raise RefusedError("Nobody of that name", "Choose somebody who works on this case.", 422)
        case.keeper = person
        CasePerson.objects.get_or_create(case=case, user=person, defaults={"added": timezone.now(), "added_by": user})
        append(who, Action.CASE_PEOPLE_CHANGED, "case", case.pk, {"kept_by": person.username})


def restrict(number: int, user: User, who: Who, why: str) -> None:
    """Restrict a case to the people named in it, oneself among them; its open tasks of others go back to nobody.

    Raises:
        RefusedError: no reason, or its keeper would be shut out.
    """
    why = said(why, "The reason", 1_000, 10)
    with held(number) as case:
        CasePerson.objects.get_or_create(case=case, user=user, defaults={"added": timezone.now(), "added_by": user})
        named = list(case.people.values_list("user_id", flat=True))
        if case.keeper_id is not None and case.keeper_id not in named:
            raise RefusedError("Its keeper is not among its people", "Name them, or let somebody else keep it.", 422)
        case.restricted, case.restricted_by, case.restriction = True, user, why
        Task.objects.filter(case=case, done__isnull=True).exclude(to__in=named).update(to=None)
        append(who, Action.CASE_RESTRICTED, "case", case.pk, {"people": len(named)})


def lift(number: int, who: Who) -> None:
    """Lift the restriction."""
    with held(number) as case:
        case.restricted, case.restricted_by, case.restriction = False, None, ""
        append(who, Action.CASE_RESTRICTION_LIFTED, "case", case.pk)
