"""A write happens once: the same idempotency key gets the same answer, however often and however many at a time.

The answer is committed in the transaction of the write itself. Two requests with one key meet at a unique constraint:
SQLite lets one transaction write at a time, PostgreSQL makes the second wait for the first to end; then the second
finds the first one's answer, or, where the first came to nothing, does the work itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tanglaw.casework.api.problems import ProblemError
from tanglaw.casework.models import ApiAnswer
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.site.problems import RefusedError

KEPT_FOR: Final = timedelta(hours=24)
"""How long an answer is kept; after that the same key is a new one."""

HEADER: Final = "Idempotency-Key"
SHAPE: Final = r"^[A-Za-z0-9_.:-]{8,128}$"


def once(request: SignedInRequest, status: int, write: Callable[[], Mapping[str, Any]]) -> HttpResponse:
    """Write, unless this was written already; answer the same either way.

    Args:
        request: of a program, everything about it checked that does not depend on the state of things.
        status: of the answer.
        write: does it, and returns what the answer says.

    Raises:
        ProblemError: no key, or one that came with another request before.
    """
    given, asked = _given(request), _digest(request)
    with transaction.atomic():
        kept = _begun(request, given, asked, status)
        if isinstance(kept, HttpResponse):
            return kept
        _done(kept, write())
    return _answer(kept)


def once_apart(request: SignedInRequest, status: int, write: Callable[[], Mapping[str, Any]]) -> HttpResponse:
    """Do, at most once, what one transaction cannot hold: something leaves, or comes in from outside.

    That it was begun is committed first. Where it was refused, the same request may be sent again; where nobody knows
    how it ended, since the server was killed meanwhile, it may not, and is told so.

    Raises:
        ProblemError: as for :func:`once`; and 409 where it is under way, or was never finished.
    """
    given, asked = _given(request), _digest(request)
    with transaction.atomic():
        kept = _begun(request, given, asked, status)
    if isinstance(kept, HttpResponse):
        return kept
    try:
        said = write()
    except (RefusedError, ProblemError):
        kept.delete()
        raise
    _done(kept, said)
    return _answer(kept)


def _given(request: SignedInRequest) -> str:
    given = request.headers.get(HEADER, "")
    if not re.fullmatch(SHAPE, given):
        errors = [{"at": f"header/{HEADER}", "said": "8 to 128 of A-Z a-z 0-9 _ . : -"}]
        detail = "Every write carries one, made anew for each: a UUID will do. Sent again, it does nothing twice."
        raise ProblemError(422, "No idempotency key", detail, errors=errors)
    return given


def _begun(request: SignedInRequest, given: str, asked: str, status: int) -> ApiAnswer | HttpResponse:
    """Put the answer's row in, inside the transaction under way; where it is there already, return what it says."""
    now = timezone.now()
    ApiAnswer.objects.filter(key=request.key, at__lt=now - KEPT_FOR).delete()
    try:
        with transaction.atomic():
            return ApiAnswer.objects.create(
                key=request.key, idempotency_key=given, request=asked, status=status, at=now
            )
    except IntegrityError:
        return _again(ApiAnswer.objects.get(key=request.key, idempotency_key=given), asked)


def _done(kept: ApiAnswer, said: Mapping[str, Any]) -> None:
    kept.body = json.dumps(dict(said), ensure_ascii=False)
    kept.save(update_fields=["body"])


def _again(kept: ApiAnswer, asked: str) -> HttpResponse:
    if kept.request != asked:
        detail = "This key came with another request before; make a new one for each write."
        raise ProblemError(409, "Another request under this key", detail)
    if not kept.body:
        detail = (
            "It was begun under this key, and is under way or was cut short. Read how things stand before going on."
        )
        raise ProblemError(409, "Begun already", detail)
    answer = _answer(kept)
    answer["Idempotency-Replayed"] = "true"
    return answer


def _answer(kept: ApiAnswer) -> HttpResponse:
    return HttpResponse(kept.body, status=kept.status, content_type="application/json; charset=utf-8")


def _digest(request: HttpRequest) -> str:
    said = f"{request.method} {request.get_full_path()}\n".encode()
    return sha256(said + request.body).hexdigest()
