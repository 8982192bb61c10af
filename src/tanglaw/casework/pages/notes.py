"""Notes on a lead."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Note
from tanglaw.casework.pages.allowed import SignedInRequest, allowed
from tanglaw.casework.pages.lead import find
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError

_LONGEST = 10_000


@require_POST
@allowed("note", "add", hidden=True)
def add_note(request: SignedInRequest, lead_id: str) -> HttpResponse:
    """Write a note down; with htmx only the list of notes comes back."""
    lead = find(lead_id, request.user)
    text = request.POST.get("text", "").replace("\r\n", "\n").strip()
    if not text:
        raise RefusedError("Nothing written", "A note needs some words.", 422)
    if len(text) > _LONGEST:
        raise RefusedError("Too long", f"Found {len(text):,} characters; expected {_LONGEST:,} at most.", 422)
    with transaction.atomic():
        note = Note.objects.create(lead=lead, author=request.user, **sealed(text=text), written=timezone.now())
        append(Who.of(request), Action.NOTE_ADDED, "lead", lead.lead_id, {"note": note.pk})
    if request.headers.get("HX-Request") == "true":
        written = lead.notes.select_related("author")
        return render(request, "casework/notes.html", {"written": written, "one": lead})
    return redirect(f"/leads/{lead.lead_id}#notes")
