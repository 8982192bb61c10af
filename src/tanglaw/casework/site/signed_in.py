"""Who may go on: signed in, not idle for too long, with a second factor where one is required."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import Any, Final

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from tanglaw.casework.models import User
from tanglaw.casework.site.address import client_address
from tanglaw.casework.site.current import current
from tanglaw.casework.site.directory import proved_by_directory
from tanglaw.casework.site.problems import problem, wants_json
from tanglaw.casework.site.ways_back import must_change

_SEEN: Final = "seen"
_LISTED: Final = "listed"
PASSIVE: Final = "/progress"
"""End of addresses that a page asks for by itself: no click, so that they keep no session alive."""

_ON_THE_WAY: Final = ("account_change_password", "account_logout", "account_login", "account_reauthenticate",
                      "mfa_authenticate", "mfa_reauthenticate")  # fmt: skip
"""Views that somebody needs who has to change the password first."""

_RESOLUTION: Final = 30
"""Seconds: how often a session's last click is written down, in itself and in the list of sessions."""

_Next = Callable[[HttpRequest], HttpResponse]


class SignedIn(LoginRequiredMiddleware):
    """Asks people to sign in; a program gets a plain refusal, since it cannot follow a form."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., Any],
        view_args: tuple[object, ...],
        view_kwargs: dict[str, object],
    ) -> HttpResponseBase | None:
        """Leave the API to its own door: it knows keys, no sessions and no forms."""
        if request.path.startswith("/api/"):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]  # Django itself takes any answer
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        """Refuse or lead to the form; a part of a page that asks for itself makes its page ask."""
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=401, headers={"HX-Refresh": "true"})
        if wants_json(request):
            return problem(401, "Not signed in", "Sign in first; this address answers to people who are signed in.")
        return super().handle_no_permission(request, view_func)


class Lifetime:
    """Ends a session that has been idle, and keeps the list of sessions that a person can end.

    The library's own middleware writes that list at every click, which costs more than many a page.
    """

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """End the session, or note that it is in use."""
        if request.user.is_authenticated:
            now = time.time()
            seen = float(request.session.get(_SEEN, now))
            if now - seen > current().idle_minutes * 60:
                logout(request)
                return self.get_response(request)
            clicked = now - seen >= _RESOLUTION and not request.path.endswith(PASSIVE)
            if clicked or _SEEN not in request.session:
                request.session[_SEEN] = now
            listed = _listed(request)
            if clicked or request.session.get(_LISTED) != listed:
                request.session[_LISTED] = listed
                UserSession.objects.create_from_request(request)
        return self.get_response(request)


def _listed(request: HttpRequest) -> str:
    """Return what tells whether a session stands in the list as it is used: the same session, place and browser."""
    said = (request.session.session_key or "", client_address(request) or "", request.headers.get("User-Agent", ""))
    return hashlib.sha256("\0".join(said).encode()).hexdigest()[:16]


class _Gate:
    """Leads people of whom something is due to where they see to it, and nowhere else.

    Views that are open to everybody stay open; the API has its own door.
    """

    leads_to: str
    refusal: str
    mend: str

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Lead there, or refuse a program."""
        user = request.user
        if (
            not getattr(view, "login_required", True)
            or request.path.startswith("/api/")
            or not isinstance(user, User)
            or not self.due(request, user)
        ):
            return None
        if wants_json(request):
            return problem(403, self.refusal, self.mend)
        return redirect(reverse(self.leads_to))

    def due(self, request: HttpRequest, user: User) -> bool:
        """Say whether this person must go there before this view."""
        raise NotImplementedError


class OwnPassword(_Gate):
    """Leads whoever signed in with a password that somebody else made to where it is changed."""

    leads_to = "account_change_password"
    refusal = "Not your own password"
    mend = "Change it in the browser first."

    def due(self, request: HttpRequest, user: User) -> bool:
        """Hold for a password that must change, but not on the way to changing it or to leaving."""
        return (
            must_change(user)
            and request.path not in {reverse(name) for name in _ON_THE_WAY}
            and any(record.get("method") == "password" for record in get_authentication_records(request, user))
        )


class SecondFactor(_Gate):
    """Leads whoever has no second factor to where one is set up.

    The icon, which is open to everybody, must not be led there: a browser asks for it beside every page, and each visit
    to the place where a factor is set up makes a new secret, so that the code for the one on the page would be wrong.
    """

    leads_to = "mfa_activate_totp"
    refusal = "No second factor"
    mend = "Set one up in the browser first."

    def due(self, request: HttpRequest, user: User) -> bool:
        """Hold where a factor is required and there is none, here or at the directory that vouches."""
        return (
            not request.path.startswith("/sign-in/")
            and current().second_factor == "required"
            and not is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
            and not proved_by_directory(request)
        )
