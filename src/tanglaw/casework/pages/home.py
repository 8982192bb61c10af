"""Where people land, the help page, and the icon."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.permissions import name_of

_LANDINGS = (("lead", "list", "queue"), ("log", "see", "log"), ("user", "see", "people"))


@require_GET
def home(request: SignedInRequest) -> HttpResponse:
    """Lead everybody to the place of their role."""
    for kind, action, name in _LANDINGS:
        if request.user.has_perm(name_of(kind, action)):
            return redirect(name)
    return redirect("help")


@require_GET
def help_page(request: SignedInRequest) -> HttpResponse:
    """Say how the workspace works."""
    return render(request, "casework/help.html")


def icon(request: HttpRequest) -> HttpResponse:
    """Draw the icon."""
    return render(request, "casework/icon.svg.txt", content_type="image/svg+xml")
