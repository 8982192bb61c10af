"""Keys of programs: made, found by what a program presents, revoked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import ApiKey, User
from tanglaw.casework.programs import tokens
from tanglaw.casework.programs.scopes import offered
from tanglaw.casework.site.problems import RefusedError

DAYS: Final = (7, 30, 90, 180, 365)
"""How long a key can live; none lives for ever."""

MOST: Final = 20
"""Keys in force that one person can have."""

_RESOLUTION: Final = timedelta(minutes=1)
"""How exactly the last use is written down, so that reading does not become writing."""


@dataclass(frozen=True, slots=True)
class Made:
    """A key, and the token that is shown this once."""

    key: ApiKey
    token: str


def make(owner: User, who: Who, name: str, scopes: Iterable[str], days: int) -> Made:
    """Make a key in its owner's name.

    Raises:
        RefusedError: everything about it that cannot be.
    """
    name, chosen, possible = name.strip(), sorted(set(scopes)), [scope.value for scope in offered(owner)]
    faults = []
    if not 0 < len(name) <= 60:
        faults.append("Say in up to 60 characters what it is for.")
    if not chosen:
        faults.append("Choose what it may be used for.")
    if beyond := [scope for scope in chosen if scope not in possible]:
        faults.append(f"Found {', '.join(beyond)[:200]}; your role allows {', '.join(possible) or 'nothing'}.")
    if days not in DAYS:
        faults.append(f"Found {days} days; expected one of {', '.join(map(str, DAYS))}.")
    if faults:
        raise RefusedError("No key was made", " ".join(faults), 422)
    token, prefix = tokens.new()
    now = timezone.now()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=owner.pk)
        if in_force(owner, now) >= MOST:
            raise RefusedError("No key was made", f"You have {MOST} keys in force; revoke one first.", 409)
        key = ApiKey.objects.create(
            owner=owner, name=name, prefix=prefix, hash=tokens.hashed(token), scopes=chosen,
            made=now, expires=now + timedelta(days=days),
        )  # fmt: skip
        append(who, Action.KEY_MADE, "key", prefix, {"owner": owner.username, "scopes": chosen, "days": days})
    return Made(key, token)


def in_force(owner: User, now: datetime) -> int:
    """Count a person's keys that work."""
    return ApiKey.objects.filter(owner=owner, revoked=None, expires__gt=now).count()


def find(token: str) -> tuple[ApiKey | None, str]:
    """Find the key that a program presents; otherwise None, and why it is refused."""
    prefix = tokens.prefix_of(token)
    key = ApiKey.objects.select_related("owner").filter(prefix=prefix).first() if prefix else None
    if key is None or not tokens.same(token, key.hash):
        return None, "unknown"
    why = refusal(key)
    return (None, why) if why else (key, "")


def refusal(key: ApiKey) -> str:
    """Return why a key does not work; empty where it does."""
    if key.revoked is not None:
        return "revoked"
    if key.expires <= timezone.now():
        return "expired"
    return "" if key.owner.is_active else "account closed"


def used(key: ApiKey) -> None:
    """Write down that a key was used, to the minute."""
    now = timezone.now()
    if key.last_used is None or now - key.last_used >= _RESOLUTION:
        ApiKey.objects.filter(pk=key.pk).update(last_used=now)


def revoke(key: ApiKey, by: User | None, who: Who) -> bool:
    """Revoke a key; False where it was revoked already. `by` is None on the console."""
    with transaction.atomic():
        done = ApiKey.objects.filter(pk=key.pk, revoked=None).update(revoked=timezone.now(), revoked_by=by)
        if done:
            append(who, Action.KEY_REVOKED, "key", key.prefix, {"owner": key.owner.username})
    return bool(done)


def revoke_all(owner: User, by: User | None, who: Who) -> int:
    """Revoke every key of somebody whose account is closed or gets a new password; return how many still worked."""
    working = in_force(owner, timezone.now())
    for key in ApiKey.objects.select_related("owner").filter(owner=owner, revoked=None):
        revoke(key, by, who)
    return working
