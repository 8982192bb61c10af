"""What is shown where no view answered."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from tanglaw.casework.site.problems import problem, wants_json


def _said(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
    if wants_json(request):
        return problem(status, title, detail)
    return render(request, "casework/problem.html", {"title": title, "detail": detail}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    del exception
    return _said(request, 404, "Not here", "There is nothing at this address, or nothing that you may see.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The role does not allow it."""
    del exception
    return _said(request, 403, "Not yours to do", "Your role does not allow this.")


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke. The page asks nothing of the database: it may be what broke."""
    title, detail = (
        "Something went wrong here",
        "Nothing was half done. Try again; if it stays, tell who runs the workspace.",
    )
    if wants_json(request):
        return problem(500, title, detail)
    return HttpResponse(render_to_string("casework/failed.html", {"title": title, "detail": detail}), status=500)
