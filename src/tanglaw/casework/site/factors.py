"""Codes of second factors: counted when wrong, taken once when right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Entry, User
from tanglaw.casework.site.address import client_address

MOST: Final = 5
"""Wrong codes of one account within :data:`WITHIN` after which none is looked at any more, not even a right one."""

WITHIN: Final = timedelta(minutes=15)

_STEP: Final = 30
"""Seconds for which an authenticator app shows a code."""


class _Counted:
    """Counts in the log, which every process of the site shares.

    Whoever gets here knows the password, so it counts by account alone: a million codes are few, and the addresses that
    somebody can ask from are many.
    """

    user: User
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """Check a code.

        Raises:
            ValidationError: a wrong one, one that was used, or too many before it.
        """
        who = Who(self.user.username, client_address(context.request) or "")
        failed = Entry.objects.filter(actor=self.user.username, action=Action.SECOND_FACTOR_FAILED.value)
        recent = [at for at in failed.values_list("at", flat=True)[:MOST] if timezone.now() - at < WITHIN]
        if len(recent) >= MOST:
            raise ValidationError("Too many wrong codes. Wait a quarter of an hour.")
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # the form it is mixed into has it
            _take(self.user, code)
        except ValidationError:
            append(who, Action.SECOND_FACTOR_FAILED)
            if len(recent) == MOST - 1:
                append(who, Action.LOCKED_OUT, detail={"by": "second factor", "minutes": WITHIN.seconds // 60})
            raise
        return code


def _take(user: User, code: str) -> None:
    """Take a right code, once.

    The library forgets a code after half a minute, though with its tolerance a code is right for longer.
    """
    lives = _STEP * (1 + 2 * int(app_settings.TOTP_TOLERANCE))
    if not cache.add(f"tanglaw.code.{user.pk}.{code.strip()}", value=True, timeout=lives):
        raise ValidationError("This code was used already; wait for the next one.")


class Authenticate(_Counted, AuthenticateForm):  # type: ignore[misc]  # the library carries no types
    """Asks for the second factor at sign-in."""


class Reauthenticate(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """Asks for it again before something that matters."""
