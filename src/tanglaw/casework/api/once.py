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
    given = request.headers.get(HEADER, "")
    if not re.fullmatch(SHAPE, given):
        errors = [{"at": f"header/{HEADER}", "said": "8 to 128 of A-Z a-z 0-9 _ . : -"}]
        detail = "Every write carries one, made anew for each: a UUID will do. Sent again, it does nothing twice."
        raise ProblemError(422, "No idempotency key", detail, errors=errors)
    asked = _digest(request)
    now = timezone.now()
    with transaction.atomic():
        ApiAnswer.objects.filter(key=request.key, at__lt=now - KEPT_FOR).delete()
        try:
            with transaction.atomic():
                kept = ApiAnswer.objects.create(
                    key=request.key, idempotency_key=given, request=asked, status=status, at=now
                )
        except IntegrityError:
            return _again(ApiAnswer.objects.get(key=request.key, idempotency_key=given), asked)
        kept.body = json.dumps(dict(write()), ensure_ascii=False)
        kept.save(update_fields=["body"])
    return _answer(kept)


def _again(kept: ApiAnswer, asked: str) -> HttpResponse:
    if kept.request != asked:
        detail = "This key came with another request before; make a new one for each write."
        raise ProblemError(409, "Another request under this key", detail)
    answer = _answer(kept)
    answer["Idempotency-Replayed"] = "true"
    return answer


def _answer(kept: ApiAnswer) -> HttpResponse:
    return HttpResponse(kept.body, status=kept.status, content_type="application/json; charset=utf-8")


def _digest(request: HttpRequest) -> str:
    said = f"{request.method} {request.get_full_path()}\n".encode()
    return sha256(said + request.body).hexdigest()
