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
from tanglaw.casework.models import User
from tanglaw.casework.permissions import name_of

View = Callable[..., HttpResponseBase]
_P = ParamSpec("_P")


class SignedInRequest(HttpRequest):
    """A request of somebody who is signed in; views get no other."""

    user: User


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
    """Refuse, and log it, unless the person may do this to this object.

    Raises:
        PermissionDenied: the person may not.
        Http404: the person may not, and must not learn whether it exists.
    """
    if request.user.has_perm(name_of(kind, action), it):
        return
    append(Who.of(request), Action.REFUSED, detail={"action": action, "on": kind})
    if hidden:
        raise Http404
    raise PermissionDenied
