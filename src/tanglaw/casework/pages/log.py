"""The log, for the auditor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET, require_POST

from tanglaw.casework.audit import heads
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append, instant
from tanglaw.casework.audit.reasons import opened
from tanglaw.casework.models import Entry, Head
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.twins import answer

_PAGE: Final = 100


@require_GET
@allowed("log", "see")
def log(request: SignedInRequest) -> HttpResponse:
    """Show the log, the newest entry first; narrowed to an actor, an action or an object."""
    wanted = {name: request.GET.get(name, "").strip()[:64] for name in ("actor", "action", "object")}
    entries = Entry.objects.filter(**{name: value for name, value in wanted.items() if value})
    append(Who.of(request), Action.LOG_SEEN, detail={name: value for name, value in wanted.items() if value})
    page = Paginator(entries, _PAGE).get_page(request.GET.get("page"))
    details = opened(page)
    data = {
        "entries": [line(entry) | {"opened": details[entry.number]} for entry in page],
        "in_all": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
    }
    more = {
        "shown": page,
        "lines": [(entry, details[entry.number]) for entry in page],
        "wanted": wanted,
        "actions": [action.value for action in Action],
        "heads": Head.objects.count(),
        "head": Head.objects.order_by("-number").first(),
    }
    return answer(request, "casework/log.html", data, more)


@require_GET
@allowed("log", "export")
def export_log(request: SignedInRequest) -> HttpResponseBase:
    """Hand out the whole log, one JSON object a line, the oldest entry first."""
    last = append(Who.of(request), Action.LOG_EXPORTED)

    def lines() -> Iterator[bytes]:
        for entry in Entry.objects.filter(number__lte=last.number).order_by("number").iterator(chunk_size=2_000):
            yield json.dumps(line(entry), ensure_ascii=False).encode() + b"\n"

    return StreamingHttpResponse(
        lines(), content_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="tanglaw-log.jsonl"'},
    )  # fmt: skip


@require_POST
@allowed("log", "export")
def export_heads(request: SignedInRequest) -> HttpResponse:
    """Sign the log as it stands, and hand out every signed head."""
    append(Who.of(request), Action.HEADS_EXPORTED)
    heads.sign_last()
    return HttpResponse(
        heads.as_text(), content_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="tanglaw-log-heads.jsonl"'},
    )  # fmt: skip


def line(entry: Entry) -> dict[str, Any]:
    """Write an entry as plain data."""
    return {
        "number": entry.number,
        "at": instant(entry.at),
        "actor": entry.actor,
        "action": entry.action,
        "kind": entry.kind,
        "object": entry.object,
        "detail": entry.detail,
        "address": entry.address,
        "previous": entry.previous,
        "hash": entry.hash,
    }
