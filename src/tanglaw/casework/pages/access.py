"""Answering an access request, for the supervisor."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tanglaw.casework.access.answering import answer, as_json
from tanglaw.casework.audit.chain import Who
from tanglaw.casework.pages.allowed import SignedInRequest, allowed


@require_http_methods(["GET", "POST"])
@allowed("access", "export")
def access(request: SignedInRequest) -> HttpResponse:
    """Show the form; with it sent, hand out everything about one person."""
    if request.method == "GET":
        return render(request, "casework/access.html")
    form = request.POST
    accounts = form.get("accounts", "").splitlines()
    found = answer(accounts, request.user, Who.of(request), form.get("reason", ""), form.get("law", ""))
    if form.get("form") == "json":
        return HttpResponse(
            as_json(found),
            content_type="application/json",
            headers={"Content-Disposition": 'attachment; filename="held-about-you.json"'},
        )
    return render(request, "casework/access_document.html", {"document": found.document})
