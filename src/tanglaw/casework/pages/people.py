"""The accounts of the team, for the administrator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import FactorReset, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.programs.keys import revoke_all
from tanglaw.casework.roles import Role
from tanglaw.casework.site import ways_back
from tanglaw.casework.site.current import current
from tanglaw.casework.site.directory import forget
from tanglaw.casework.site.problems import RefusedError


class NewPerson(forms.Form):
    """What an account needs."""

    username = forms.CharField(max_length=64)
    name = forms.CharField(max_length=120)
    role = forms.ChoiceField(choices=Role.choices)
    password = forms.CharField(max_length=200, strip=False, required=False)
    directory = forms.CharField(max_length=254, required=False)


@require_GET
@allowed("user", "see")
def people(request: SignedInRequest) -> HttpResponse:
    """Show the accounts."""
    append(Who.of(request), Action.USERS_SEEN)
    users = list(User.objects.order_by("-is_active", "role", "username"))
    sessions = sessions_of(users)
    data = {"people": [person_data(one, sessions) for one in users]}
    wishes = {wish.user_id: wish for wish in FactorReset.objects.select_related("asked_by")}
    more = {"accounts": [(one, sessions.get(one.pk, 0), wishes.get(one.pk)) for one in users], "roles": Role.choices,
            "directory_name": current().oidc_name if current().oidc_issuer else ""}  # fmt: skip
    return answer(request, "casework/people.html", data, more)


def sessions_of(users: Sequence[User]) -> dict[int, int]:
    """Count each account's sessions."""
    sessions: dict[int, int] = {}
    for session in UserSession.objects.filter(user__in=users):
        sessions[session.user_id] = sessions.get(session.user_id, 0) + 1
    return sessions


def person_data(one: User, sessions: Mapping[int, int]) -> dict[str, Any]:
    """Write an account as plain data."""
    return {
        "username": one.username,
        "name": one.name,
        "role": one.role,
        "may_sign_in": one.is_active,
        "directory": one.directory,
        "sessions": sessions.get(one.pk, 0),
        "last_sign_in": one.last_login.isoformat() if one.last_login else None,
    }


@require_POST
@allowed("user", "add")
def add_person(request: SignedInRequest) -> HttpResponse:
    """Make an account. Whoever gets it changes the password at first sign-in and adds a second factor."""
    user, password = add(request.POST, Who.of(request))
    if password:
        return _shown(request, user, password)
    messages.success(request, f"{user.name} can sign in as {user.username}.")
    return redirect("people")


def add(wanted: Mapping[str, str], who: Who) -> tuple[User, str]:
    """Make an account; return it, and the password that was made for it, if one was.

    Args:
        wanted: ``username``, ``name``, ``role``; ``directory``: how the institution's directory knows this person; a
            first ``password``. Without the last two a password is made. Either way it opens for three days, to its
            own change.
        who: makes it.

    Raises:
        RefusedError: everything about it that cannot be.
    """
    form = NewPerson(wanted)
    if not form.is_valid():
        raise RefusedError("The account was not made", _said(form), 422)
    said = form.cleaned_data
    try:
        with transaction.atomic():
            password = said["password"] or ("" if said["directory"] else ways_back.one_time_password())
            if password:
                validate_password(password, User(username=said["username"], name=said["name"]))
            user = User.objects.make(
                said["username"], password or None, Role(said["role"]), said["name"], said["directory"]
            )
            if password:
                user.one_time_until = timezone.now() + ways_back.FIRST_LIVES
                user.save(update_fields=["one_time_until"])
            append(who, Action.USER_ADDED, "user", user.username, {"role": user.role})
    except ValidationError as error:
        raise RefusedError("The account was not made", " ".join(error.messages), 422) from error
    return user, password if not said["password"] else ""


@require_POST
@allowed("user", "change", hidden=True)
def reset_password(request: SignedInRequest, username: str) -> HttpResponse:
    """Make a new password for somebody who lost theirs, and show it this once."""
    return _shown(request, *ways_back.reset_password(username, request.user, Who.of(request)))


@require_POST
@allowed("user", "change", hidden=True)
def reset_factor(request: SignedInRequest, username: str) -> HttpResponse:
    """Ask that a lost second factor be taken off; approve what another administrator asked, or do not."""
    step = request.POST.get("step", "")
    if step == "approve":
        user = ways_back.approve_factor_reset(username, request.user, Who.of(request))
        messages.success(request, f"{user.name}: the second factor is taken off, and every session ended.")
    elif step == "refuse":
        user = ways_back.refuse_factor_reset(username, request.user, Who.of(request))
        messages.success(request, f"{user.name}: the second factor stays.")
    else:
        wish = ways_back.ask_factor_reset(username, request.user, Who.of(request))
        messages.success(request, f"{wish.user.name}: another administrator has to approve it within a day.")
    return redirect("people")


def _shown(request: SignedInRequest, user: User, password: str, revoked: int = 0) -> HttpResponse:
    shown = {"whose": user, "password": password, "revoked": revoked}
    return render(request, "casework/password_made.html", shown)


@require_POST
@allowed("user", "change", hidden=True)
def change_person(request: SignedInRequest, username: str) -> HttpResponse:
    """Change a role, close or open an account; either way every session of the account ends."""
    open_ = request.POST.get("may_sign_in")
    user, ended = change(
        request.user, Who.of(request), username, request.POST.get("role"), None if open_ is None else open_ == "yes",
        request.POST.get("directory"),
    )  # fmt: skip
    messages.success(request, f"{user.name}: changed; {ended} sessions ended.")
    return redirect("people")


def change(  # noqa: PLR0917 -- what can be changed about somebody
    by: User, who: Who, username: str, role: str | None, may_sign_in: bool | None, directory: str | None = None
) -> tuple[User, int]:
    """Change somebody else's role or access; return the account and how many of its sessions ended.

    None leaves what it is about as it stands. Where the directory's name of the person changes, the subject that the
    account signed in with before is forgotten.

    Raises:
        Http404: no such account.
        RefusedError: one's own account, or no such role.
    """
    user = User.objects.filter(username=username).first()
    if user is None:
        raise Http404
    if user.pk == by.pk:
        raise RefusedError("Your own account", "Another administrator has to change it.", 403)
    role = user.role if role is None else role
    if role not in Role.values:
        raise RefusedError("No such role", f"Found {role!r}; expected one of {', '.join(Role.values)}.", 422)
    with transaction.atomic():
        user.role = role
        user.is_active = user.is_active if may_sign_in is None else may_sign_in
        if directory is not None and directory.strip() != user.directory:
            user.directory = directory.strip()
            forget(user)
        try:
            user.full_clean(exclude=["password"])
        except ValidationError as error:
            raise RefusedError("The account was not changed", " ".join(error.messages), 422) from error
        user.save(update_fields=["role", "is_active", "directory"])
        ended = ways_back.end_sessions(user)
        if not user.is_active:
            revoke_all(user, by, who)
        append(
            who, Action.USER_CHANGED, "user", user.username,
            {"role": user.role, "may_sign_in": user.is_active, "sessions_ended": ended,
             "directory": bool(user.directory)},
        )  # fmt: skip
    return user, ended


def _said(form: forms.Form) -> str:
    return " ".join(f"{name}: {' '.join(map(str, errors))}" for name, errors in form.errors.items())
