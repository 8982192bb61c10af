"""Passwords that somebody else made, and the ways back from a lost password or a lost second factor.

Nothing is sent: whoever makes a new password hands it over in person. It opens for a while, to its own change alone.
Taking a second factor off takes two administrators, or the console; either way the person is told at the next sign-in.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

from allauth.account import signals as account
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from axes.utils import reset as forget_failures
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import FactorReset, User
from tanglaw.casework.programs import keys
from tanglaw.casework.site.problems import RefusedError

FIRST_LIVES: Final = timedelta(hours=72)
"""How long the first password of an account opens."""

RESET_LIVES: Final = timedelta(hours=24)
"""How long a password opens that was made for somebody who lost theirs, and how long a wish waits."""

_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without what looks alike."""


def connect() -> None:
    """Begin to listen; called once when Django starts."""
    account.password_changed.connect(_changed, dispatch_uid="ways back")
    user_logged_in.connect(_tell, dispatch_uid="ways back")


def one_time_password() -> str:
    """Make a password to be handed over: 100 random bits in groups that can be read aloud."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))


def must_change(user: User) -> bool:
    """Whether the password was made by somebody else."""
    return user.one_time_until is not None


def is_over(user: User, now: datetime | None = None) -> bool:
    """Whether a password that somebody else made opens nothing any more."""
    return user.one_time_until is not None and user.one_time_until <= (now or timezone.now())


def reset_password(username: str, by: User | None, who: Who) -> tuple[User, str, int]:
    """Make a new password for somebody who lost theirs; every session of the account ends, every key is revoked.

    Whoever had the password may have made keys with it, and a key needs neither password nor factor.

    Args:
        username: whose.
        by: the administrator; None on the console.
        who: the same, for the log.

    Returns:
        The account, its password, which is kept nowhere, and how many keys went.

    Raises:
        Http404: no such account.
        RefusedError: one's own, a closed one, or one that the directory alone opens.
    """
    with transaction.atomic():
        user = _somebody_else(username, by)
        if not user.has_usable_password():
            raise RefusedError("It has no password", "The institution's directory alone opens this account.")
        password = one_time_password()
        user.set_password(password)
        user.one_time_until = timezone.now() + RESET_LIVES
        revoked = keys.revoke_all(user, by, who)
        user.notice = _notice(f"A new password was made for you {_by(by)}.{_gone(revoked)}")
        user.save(update_fields=["password", "one_time_until", "notice"])
        ended = end_sessions(user)
        forget_failures(username=user.username)
        said = {
            "sessions_ended": ended,
            "keys_revoked": revoked,
            "until": user.one_time_until.isoformat(timespec="seconds"),
        }
        append(who, Action.PASSWORD_RESET, "user", user.username, said)
    return user, password, revoked


def ask_factor_reset(username: str, by: User, who: Who) -> FactorReset:
    """Ask that somebody's second factors be taken off; another administrator has to approve.

    Raises:
        Http404: no such account.
        RefusedError: one's own, a closed one, one without a factor, or asked for already.
    """
    with transaction.atomic():
        user = _somebody_else(username, by)
        if not Authenticator.objects.filter(user=user).exists():
            raise RefusedError("It has no second factor", "There is nothing to take off; nothing was changed.")
        FactorReset.objects.filter(user=user, asked__lte=timezone.now() - RESET_LIVES).delete()
        if FactorReset.objects.filter(user=user).exists():
            raise RefusedError("Asked already", "It waits for another administrator; nothing was changed.")
        wish = FactorReset.objects.create(user=user, asked=timezone.now(), asked_by=by)
        append(who, Action.FACTOR_RESET_ASKED, "user", user.username)
    return wish


def approve_factor_reset(username: str, by: User, who: Who) -> User:
    """Approve as another administrator: the factors are taken off, and every session of the account ends.

    Raises:
        Http404: no such account.
        RefusedError: nobody asks for it (any more), or one asked oneself.
    """
    with transaction.atomic():
        user = _somebody_else(username, by)
        wish = _wish(user)
        if wish.asked_by_id == by.pk:
            raise RefusedError("A second person decides", "You asked for this; another administrator approves it.", 403)
        asked_by = wish.asked_by
        wish.delete()
        _take_off(user, who, f"asked for by {asked_by.name}, approved by {by.name}", asked_by)
    return user


def refuse_factor_reset(username: str, by: User, who: Who) -> User:
    """Do not approve, or take one's own wish back; the factors stay.

    Raises:
        Http404: no such account.
        RefusedError: nobody asks for it (any more), or it is about oneself.
    """
    with transaction.atomic():
        user = _somebody_else(username, by)
        _wish(user).delete()
        append(who, Action.FACTOR_RESET_NOT_APPROVED, "user", user.username)
    return user


def take_factors_off(username: str, who: Who) -> User:
    """Take somebody's second factors off, on the console: who gets there holds the keys of the workspace anyway.

    Raises:
        Http404: no such account.
        RefusedError: a closed account.
    """
    with transaction.atomic():
        user = _somebody_else(username, None)
        FactorReset.objects.filter(user=user).delete()
        _take_off(user, who, "on the console", None)
    return user


def end_sessions(user: User) -> int:
    """End every session of an account; return how many there were."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    return len(sessions)


def _take_off(user: User, who: Who, how: str, asked_by: User | None) -> None:
    factors, _ = Authenticator.objects.filter(user=user).delete()
    user.notice = _notice(f"Your second factor was taken off, {how}.")
    user.save(update_fields=["notice"])
    said = {"factors": factors, "sessions_ended": end_sessions(user)}
    append(
        who, Action.FACTORS_RESET, "user", user.username, said | ({"asked_by": asked_by.username} if asked_by else {})
    )


def _somebody_else(username: str, by: User | None) -> User:
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        raise Http404
    if by is not None and user.pk == by.pk:
        raise RefusedError("Your own account", "Another administrator has to do it, or somebody on the console.", 403)
    if not user.is_active:
        raise RefusedError("The account is closed", "Open it first; nothing was changed.")
    return user


def _wish(user: User) -> FactorReset:
    recent = timezone.now() - RESET_LIVES
    wish = FactorReset.objects.select_related("asked_by").filter(user=user, asked__gt=recent).first()
    if wish is None:
        raise RefusedError("It no longer waits", "It was answered, taken back, or asked for more than a day ago.")
    return wish


def _gone(keys: int) -> str:
    words = f" Your {keys} key{'' if keys == 1 else 's'} for programs went with the old one; make what you still need."
    return words if keys else ""


def _by(by: User | None) -> str:
    return f"by {by.name}" if by else "on the console"


def _notice(what: str) -> str:
    at = timezone.now().strftime("%d %B %Y, %H:%M UTC")
    return f"{at}: {what} If you did not ask for it, tell your supervisor and the auditor at once."[:400]


def _changed(user: object, **_: object) -> None:
    if isinstance(user, User):
        User.objects.filter(pk=user.pk).update(one_time_until=None)


def _tell(request: HttpRequest | None, user: object, **_: object) -> None:
    if request is None or not isinstance(user, User) or not user.notice:
        return
    messages.warning(request, user.notice)
    User.objects.filter(pk=user.pk).update(notice="")
