"""What people write down about a case: notes, dated entries of the chronology, subjects, its title."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.models import Appearance, CaseEvent, CaseNote, CaseSubject, User
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError

SIDES = ("originator", "beneficiary")


def add_note(number: int, user: User, who: Who, text: str) -> CaseNote:
    """Write a note down.

    Raises:
        RefusedError: nothing written, or too much.
    """
    text = said(text, "The note", 10_000)
    with held(number) as case:
        note = CaseNote.objects.create(case=case, author=user, **sealed(text=text), written=timezone.now())
        append(who, Action.CASE_NOTE_ADDED, "case", case.pk, {"note": note.pk})
    return note


def add_event(  # noqa: PLR0917 -- an entry is all of this
    number: int, user: User, who: Who, at: datetime | None, what: str, source: str, *, day_only: bool
) -> CaseEvent:
    """Put something that happened into the chronology.

    Raises:
        RefusedError: no day, a day to come, no words, or no source.
    """
    if at is None or at > timezone.now():
        raise RefusedError("No day", "Say on which day it happened; not one to come (that is a task).", 422)
    what, source = said(what, "What happened", 4_000, 3), said(source, "The source", 500, 3)
    with held(number) as case:
        event = CaseEvent.objects.create(
            case=case,
            author=user,
            at=at,
            day_only=day_only,
            written=timezone.now(),
            **sealed(what=what, source=source),
        )
        append(who, Action.CASE_ENTRY_ADDED, "case", case.pk, {"entry": event.pk})
    return event


def add_subject(  # noqa: PLR0917 -- a person is all of this
    number: int, user: User, who: Who, role: str, party: tuple[str, str] | None, name: str, about: str
) -> CaseSubject:
    """Name a person of the case: an account of its leads, or somebody in words.

    Raises:
        RefusedError: no such role or account, nobody named, or named already.
    """
    _role(role)
    about = said(about, "What is known", 4_000, 0)
    side, account = party or ("", "")
    name = said(name, "The name", 300, 0 if account else 2)
    with held(number) as case:
        if account:
            leads = case.holdings.filter(current=True).values("lead")
            if not Appearance.objects.filter(lead__in=leads, index=blind(side, account)).exists():
                raise RefusedError("No such account", "Choose an account of the leads of this case.", 422)
            if case.subjects.filter(index=blind(side, account)).exists():
                raise RefusedError("Named already", "This account is among the people of the case.")
        subject = CaseSubject.objects.create(
            case=case,
            role=role,
            side=side,
            added=timezone.now(),
            added_by=user,
            **sealed(party=account, name=name, about=about),
        )
        append(who, Action.CASE_SUBJECT_ADDED, "case", case.pk, {"subject": subject.pk, "role": role})
    return subject


def change_subject(number: int, subject: int, who: Who, role: str, name: str, about: str) -> None:  # noqa: PLR0917
    """Say anew what somebody is in the case, and what is known of them.

    Raises:
        RefusedError: no such role or person, or nobody named any more.
    """
    _role(role)
    with held(number) as case:
        found = case.subjects.filter(pk=subject).first()
        if found is None:
            raise RefusedError("Nobody of that number", "They are not among the people of this case.", 404)
        was = found.role
        found.role, found.about = role, said(about, "What is known", 4_000, 0)
        found.name = said(name, "The name", 300, 0 if found.party else 2)
        found.save()
        detail: dict[str, object] = {"subject": found.pk} | ({"from": was, "to": role} if was != role else {})
        append(who, Action.CASE_SUBJECT_CHANGED, "case", case.pk, detail)


def retitle(number: int, who: Who, title: str) -> None:
    """Give the case another title.

    Raises:
        RefusedError: none, or too long.
    """
    title = said(title, "The title", 120, 3)
    with held(number) as case:
        case.title = " ".join(title.split())
        append(who, Action.CASE_CHANGED, "case", case.pk, {"what": "title"})


def _role(role: str) -> None:
    if role not in SubjectRole.values:
        raise RefusedError("No such role", f"Found {role!r}; expected one of {', '.join(SubjectRole.values)}.", 422)
