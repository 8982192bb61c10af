"""How the site says no: a page for people, ``application/problem+json`` (RFC 9457) for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class RefusedError(Exception):
    """Something cannot be done as asked: what was found, what was expected, what to do."""

    def __init__(self, title: str, detail: str, status: int = 409) -> None:
        self.title, self.detail, self.status = title, detail, status
        super().__init__(f"{title}: {detail}")


def wants_json(request: HttpRequest) -> bool:
    """Whether a program is asking: a ``.json`` twin, the API, or an Accept header that names no HTML."""
    accepted = request.headers.get("Accept", "")
    return request.path.endswith(".json") or request.path.startswith("/api/") or "json" in accepted.partition(",")[0]


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """Answer a program."""
    body = json.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail})
    return HttpResponse(body, status=status, content_type="application/problem+json")


class Problems:
    """Turns what views raise into an answer in the right form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on, unless something was sent that no database can hold as text; the API looks itself."""
        if not request.path.startswith("/api/") and any(
            "\x00" in value for sent in (request.GET, request.POST) for values in sent.lists() for value in values[1]
        ):
            title, detail = "Not text", "Found a NUL character; expected text."
            return self._no(request, 400, title, detail)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for refusals, for what is not there and for what may not be."""
        if isinstance(error, RefusedError):
            status, title, detail = error.status, error.title, error.detail
        elif isinstance(error, Http404):
            status, title, detail = 404, "Not here", "There is nothing at this address, or nothing that you may see."
        elif isinstance(error, PermissionDenied):
            status, title, detail = 403, "Not yours to do", "Your role does not allow this."
        else:
            return None
        return self._no(request, status, title, detail)

    @staticmethod
    def _no(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
        if wants_json(request):
            return problem(status, title, detail)
        return render(request, "casework/problem.html", {"title": title, "detail": detail}, status=status)
