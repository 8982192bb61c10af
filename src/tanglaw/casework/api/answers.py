"""No page ever comes out of the API: whatever refuses a request, a program gets a problem it can read."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse

from tanglaw.casework.api.problems import ProblemError, answer

PREFIX: Final = "/api/"

_SAID: Final = {
    400: "The request cannot be understood.",
    404: "There is nothing at this address, or nothing that you may see.",
    405: "This address does not take this method; the header Allow names those that it takes.",
    413: "Found a body of more than 1 MiB; expected less.",
    500: "Nothing was half done. Try again; if it stays, tell who runs the workspace.",
}


class Answers:
    """Stands around everything else, and turns what is no problem+json yet into it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self.get_response(request)
        if not request.path.startswith(PREFIX) or response.status_code < 300:
            return response
        if response.headers.get("Content-Type", "").startswith("application/problem+json"):
            return response
        status = response.status_code if response.status_code >= 400 else 404
        said = ProblemError(
            status, HTTPStatus(status).phrase, _SAID.get(status, "The request was refused."),
            headers={name: value for name, value in response.items() if name not in {"Content-Type", "Location"}},
        )  # fmt: skip
        made = answer(said)
        made.headers["Content-Length"] = str(len(made.content))
        return made
