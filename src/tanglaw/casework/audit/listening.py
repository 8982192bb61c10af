"""Sign-ins and what belongs to them: heard from the libraries that do them, and logged."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import User
from tanglaw.casework.site.address import client_address


def connect() -> None:
    """Begin to listen; called once when Django starts."""
    user_logged_in.connect(_signed_in, dispatch_uid="log")
    user_logged_out.connect(_signed_out, dispatch_uid="log")
    user_login_failed.connect(_failed, dispatch_uid="log")
    user_locked_out.connect(_locked_out, dispatch_uid="log")
    account.password_changed.connect(_password_changed, dispatch_uid="log")
    factors.authenticator_added.connect(_factor_added, dispatch_uid="log")
    factors.authenticator_removed.connect(_factor_removed, dispatch_uid="log")


def _who(user: object, request: HttpRequest | None) -> Who:
    name = user.username if isinstance(user, User) else str(user or "(nobody)")
    return Who(name, (client_address(request) or "") if request is not None else "")


def _signed_in(request: HttpRequest | None, user: object, **_: object) -> None:
    append(_who(user, request), Action.SIGNED_IN)


def _signed_out(request: HttpRequest | None, user: object, **_: object) -> None:
    if isinstance(user, User):
        append(_who(user, request), Action.SIGNED_OUT)


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: object) -> None:
    # What was typed as a name may be a password: it is logged only where it is the name of an account.
    typed = str(credentials.get("username", "")).lower()
    known = typed if User.objects.filter(username=typed).exists() else "(unknown)"
    append(_who(known, request), Action.SIGN_IN_FAILED)


def _locked_out(request: HttpRequest | None, username: str | None = None, **_: object) -> None:
    known = (username or "").lower()
    append(_who(known if User.objects.filter(username=known).exists() else "(unknown)", request), Action.LOCKED_OUT)


def _password_changed(request: HttpRequest, user: object, **_: object) -> None:
    append(_who(user, request), Action.PASSWORD_CHANGED)


def _factor_added(request: HttpRequest, user: object, authenticator: Authenticator, **_: object) -> None:
    append(_who(user, request), Action.SECOND_FACTOR_ADDED, detail={"type": str(authenticator.type)})


def _factor_removed(request: HttpRequest, user: object, authenticator: Authenticator, **_: object) -> None:
    append(_who(user, request), Action.SECOND_FACTOR_REMOVED, detail={"type": str(authenticator.type)})
