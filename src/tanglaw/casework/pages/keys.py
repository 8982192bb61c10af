"""Keys for programs: everybody makes and revokes their own; administrators see and revoke everybody's."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import ApiKey
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer
from tanglaw.casework.permissions import name_of
from tanglaw.casework.programs import keys
from tanglaw.casework.programs.scopes import Scope, offered


@require_GET
def own(request: SignedInRequest) -> HttpResponse:
    """Show one's own keys, and the form that makes one."""
    found = list(request.user.keys.select_related("owner", "revoked_by"))
    more = {"shown": _shown(found), "offered": offered(request.user), "lives": keys.DAYS, "most": keys.MOST}
    return answer(request, "casework/keys.html", {"keys": [key_data(key) for key in found]}, more)


@reauthentication_required  # type: ignore[untyped-decorator]
def make_key(request: SignedInRequest) -> HttpResponse:
    """Make a key after the password was given a moment ago, and show it this once."""
    if request.method != "POST":
        return redirect("keys")  # where the question for the password leads back to
    days = request.POST.get("days", "")
    made = keys.make(
        request.user, Who.of(request), request.POST.get("name", ""), request.POST.getlist("scopes"),
        int(days) if days.isascii() and days.isdecimal() and len(days) < 5 else 0,
    )  # fmt: skip
    return render(request, "casework/key_made.html", {"key": made.key, "token": made.token})


@require_POST
def revoke_key(request: SignedInRequest, prefix: str) -> HttpResponse:
    """Revoke a key of one's own; whoever manages accounts revokes everybody's. Others' do not exist."""
    manages = request.user.has_perm(name_of("user", "change"))
    visible = ApiKey.objects.select_related("owner") if manages else request.user.keys.select_related("owner")
    key = visible.filter(prefix=prefix).first()
    if key is None:
        raise Http404
    if keys.revoke(key, request.user, Who.of(request)):
        messages.success(request, f"The key {key.prefix} is revoked: it opens nothing any more.")
    return redirect("keys" if key.owner_id == request.user.pk else "all_keys")


@require_GET
@allowed("user", "see")
def everybodys(request: SignedInRequest) -> HttpResponse:
    """Show everybody's keys to who manages accounts."""
    append(Who.of(request), Action.USERS_SEEN, detail={"keys": True})
    found = list(ApiKey.objects.select_related("owner", "revoked_by"))
    return answer(
        request, "casework/all_keys.html", {"keys": [key_data(key) for key in found]}, {"shown": _shown(found)}
    )


def key_data(key: ApiKey) -> dict[str, Any]:
    """Write a key as plain data; nothing of it could be used as one."""
    return {
        "prefix": key.prefix,
        "name": key.name,
        "owner": key.owner.username,
        "scopes": key.scopes,
        "made": key.made.isoformat(),
        "expires": key.expires.isoformat(),
        "last_used": key.last_used.isoformat() if key.last_used else None,
        "revoked": key.revoked.isoformat() if key.revoked else None,
        "revoked_by": key.revoked_by.username if key.revoked_by else None,
        "works": not keys.refusal(key),
    }


def _shown(found: list[ApiKey]) -> list[dict[str, Any]]:
    now = timezone.now()
    return [
        {"key": key, "scopes": [Scope(scope).label for scope in key.scopes if scope in Scope.values],
         "standing": keys.refusal(key), "soon": (key.expires - now).days < 14}
        for key in found
    ]  # fmt: skip
