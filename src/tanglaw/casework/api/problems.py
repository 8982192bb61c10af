"""How the API says no: always ``application/problem+json`` (RFC 9457), whatever went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from tanglaw.casework.site.problems import RefusedError

_FORM: Final = "Text is missing, too short, or not of the form that the schema gives"
CHALLENGE: Final = 'Bearer realm="tanglaw"'


class ProblemError(Exception):
    """An answer that says no, with whatever headers and fields belong to it."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[Mapping[str, str]] = (),
    ) -> None:
        self.status, self.title, self.detail = status, title, detail
        self.headers, self.errors = dict(headers or {}), list(errors)
        super().__init__(f"{title}: {detail}")


def answer(error: ProblemError) -> HttpResponse:
    """Write a problem as its answer."""
    body: dict[str, Any] = {
        "type": "about:blank", "title": error.title, "status": error.status, "detail": error.detail,
    }  # fmt: skip
    if error.errors:
        body["errors"] = error.errors
    return HttpResponse(
        json.dumps(body), status=error.status, content_type="application/problem+json", headers=error.headers
    )


def of(error: Exception) -> ProblemError | None:
    """Say what an exception means to a program; None where it means that something broke."""
    said: ProblemError | None = None
    match error:
        case ProblemError():
            said = error
        case RefusedError():
            said = ProblemError(error.status, error.title, error.detail)
        case Http404():
            said = ProblemError(404, "Not here", "There is nothing at this address, or nothing that you may see.")
        case PermissionDenied():
            said = ProblemError(403, "Not yours to do", "Your role does not allow this.")
        case RequestDataTooBig():
            said = ProblemError(413, "Too much", "Found a body of more than 1 MiB; expected less.")
        case ValidationError():
            said = _unfit(error)
        case HttpError():
            detail = "The body is not JSON as it is expected: UTF-8, no name twice, no NaN."
            said = ProblemError(error.status_code, "Not understood", detail)
    return said


def no_key(why: str = "") -> ProblemError:
    """No key, or none that works. Why it is refused is said only of a key whose whole text was right."""
    said = {"revoked": "The key was revoked.", "expired": "The key has expired.",
            "account closed": "The account that the key belongs to is closed."}.get(why)  # fmt: skip
    detail = said or "Send a key of yours: Authorization: Bearer tanglaw_…"
    challenge = f'{CHALLENGE}, error="invalid_token"' if why else CHALLENGE
    return ProblemError(401, "No key that works", detail, headers={"WWW-Authenticate": challenge})


def too_fast(seconds: int) -> ProblemError:
    """Too many requests."""
    return ProblemError(
        429, "Too many requests", f"Wait {seconds} seconds, then go on.", headers={"Retry-After": str(seconds)}
    )


def _unfit(error: ValidationError) -> ProblemError:
    """Name everything that does not fit, and where; what was sent is not repeated."""
    found = [
        {"at": "/".join(str(part) for part in one["loc"] if part != "wanted")[:200],
         "said": _FORM if one["type"] == "string_pattern_mismatch" else str(one["msg"])[:300]}
        for one in error.errors
    ]  # fmt: skip
    return ProblemError(
        422, "It does not fit", f"{len(found)} found; expected what the schema says.", errors=found[:50]
    )


def respond(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    """Answer an exception that an operation raised; what means that something broke goes on to the site."""
    del request
    problem = of(error) if isinstance(error, Exception) else None
    if problem is None:
        raise error
    return answer(problem)
