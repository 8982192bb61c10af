"""Notes on a lead."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Lead, Note, User
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.lead import find
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError

LONGEST: Final = 10_000


@require_POST
@allowed("note", "add", hidden=True)
def add_note(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Write a note down; with htmx only the list of notes comes back."""
    lead = find(lead_id, request.user)
    write(lead, request.POST.get("text", ""), request.user, Who.of(request))
    if request.headers.get("HX-Request") == "true":
        written = lead.notes.select_related("author")
        return render(request, "casework/notes.html", {"written": written, "one": lead})
    return redirect(f"/leads/{lead.lead_id}#notes")


def write(lead: Lead, text: str, user: User, who: Who) -> Note:
    """Write a note down.

    Raises:
        RefusedError: no words, or too many.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise RefusedError("Nothing written", "A note needs some words.", 422)
    if len(text) > LONGEST:
        raise RefusedError("Too long", f"Found {len(text):,} characters; expected {LONGEST:,} at most.", 422)
    with transaction.atomic():
        note = Note.objects.create(lead=lead, author=user, **sealed(text=text), written=timezone.now())
        append(who, Action.NOTE_ADDED, "lead", lead.lead_id, {"note": note.pk})
    return note
