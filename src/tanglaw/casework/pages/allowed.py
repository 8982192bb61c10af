"""Who may open a page: asked of the table of permissions before the view runs; every refusal is logged."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import ApiKey, User
from tanglaw.casework.permissions import name_of
from tanglaw.casework.programs.scopes import SCOPES
from tanglaw.casework.site.problems import RefusedError

View = Callable[..., HttpResponseBase]
_P = ParamSpec("_P")


class SignedInRequest(HttpRequest):
    """A request of somebody who is signed in, or of a program that acts in their name; views get no other."""

    user: User
    key: ApiKey


def allowed(
    kind: str, action: str, *, hidden: bool = False
) -> Callable[[Callable[Concatenate[SignedInRequest, _P], HttpResponseBase]], View]:
    """Let a view run only for roles that may do this; whoever may not is told so.

    Args:
        kind: kind of object, as in the table of permissions.
        action: what is done with it.
        hidden: answer that nothing is here, as for an object that does not exist.
    """

    def decorate(view: Callable[Concatenate[SignedInRequest, _P], HttpResponseBase]) -> View:
        @wraps(view)
        def checked(request: SignedInRequest, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
            may(request, kind, action, hidden=hidden)
            return view(request, *args, **kwargs)

        return checked

    return decorate


def may(request: SignedInRequest, kind: str, action: str, it: object = None, *, hidden: bool = False) -> None:
    """Refuse, and log it, unless the person may do this to this object, and where a program asks its key may too.

    Raises:
        PermissionDenied: the person may not.
        Http404: the person may not, and must not learn whether it exists.
        RefusedError: the person may, but not with this key.
    """
    if request.user.has_perm(name_of(kind, action), it):
        if not key_covers(request, kind, action):
            append(Who.of(request), Action.REFUSED, detail={"action": action, "on": kind, "because": "scope"})
            needed = SCOPES.get((kind, action))
            expected = f"expected one with {needed.value}" if needed else "no key can"
            raise RefusedError("Not with this key", f"The key does not cover this; {expected}.", 403)
        return
    append(Who.of(request), Action.REFUSED, detail={"action": action, "on": kind})
    if hidden:
        raise Http404
    raise PermissionDenied


def key_covers(request: HttpRequest, kind: str, action: str) -> bool:
    """Whether a program's key covers this; a person at the browser needs no key."""
    key: ApiKey | None = getattr(request, "key", None)
    return key is None or SCOPES.get((kind, action)) in key.scopes
