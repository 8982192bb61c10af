"""All payments of a lead, a page at a time; its own page shows the first of these and brings the others on demand."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Lead, Version
from tanglaw.casework.pages.allowed import SignedInRequest, allowed, key_covers
from tanglaw.casework.pages.lead import find, version_of
from tanglaw.casework.pages.twins import answer, is_twin
from tanglaw.casework.reading import names
from tanglaw.casework.reading.cases import page_wanted
from tanglaw.casework.reading.payments import Payments, Section
from tanglaw.leads.report.parties import OTHER_SIDE, WORD


@require_GET
@allowed("lead", "see", hidden=True)
def payments(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Show a page of them, ``?version=`` of an earlier version; with htmx only the rows come back."""
    page = page_wanted(request.GET)
    lead, version, found, shown = read(request, lead_id, request.GET.get("version", ""), {"payments": page})
    section = Section.of(found, page)
    data: dict[str, Any] = {
        "lead_id": lead.lead_id,
        "version": version.number,
        "names_shown": shown,
        "page": section.page,
        "pages": section.pages,
        "payments_in_all": section.total,
    }
    if is_twin(request):
        rows = [{field.name: getattr(one, field.name) for field in dataclasses.fields(one)} for one in section.entries]
        return answer(request, "", data | {"payments": rows})
    data |= {"one": lead, "version_shown": version, "newest": version.number == lead.version, "section": section}
    if request.headers.get("HX-Request") == "true":
        return render(request, "casework/payment_rows.html", data)
    return answer(request, "casework/payments.html", data, {"other_word": WORD[OTHER_SIDE[found.finding.role]]})


def read(
    request: SignedInRequest, lead_id: str, version_wanted: str, asked: dict[str, int]
) -> tuple[Lead, Version, Payments, bool]:
    """Read a lead's payments, and whether names are shown in them. That they were read, and which, is logged.

    Raises:
        Http404: no such lead for this reader, or no such version of it.
    """
    lead = find(lead_id, request.user)
    version = version_of(lead, version_wanted)
    look = names.look_of(lead, request.user) if key_covers(request, "name", "unmask") else None
    detail = {"version": version.number, **asked, **({"names": "shown"} if look else {})}
    append(Who.of(request), Action.LEAD_SEEN, "lead", lead.lead_id, detail)
    return lead, version, Payments.of(lead, version, unmasked=look is not None), look is not None
