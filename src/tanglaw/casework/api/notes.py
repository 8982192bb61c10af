"""Notes on a lead."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import LeadId
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import leads as shapes
from tanglaw.casework.api.shapes import work
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.pages import notes
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.lead import find, note_data

router = Router(tags=["notes"])


@router.get("/leads/{lead_id}/notes", auth=Key("lead", "see", hidden=True, query=Paged), response=shapes.Notes,
            operation_id="listNotes")  # fmt: skip
def list_notes(request: SignedInRequest, lead_id: Path[LeadId], asked: Query[Paged]) -> dict[str, Any]:
    """List the notes on a lead, the oldest first."""
    lead = find(lead_id, request.user)
    items, place = cut(lead.notes.select_related("author"), asked)
    append(Who.of(request), Action.LEAD_SEEN, "lead", lead.lead_id, {"part": "notes"})
    return {"items": [note_data(note) for note in items], **place}


@router.post("/leads/{lead_id}/notes", auth=Key("note", "add", hidden=True), response={201: work.NoteMade},
             operation_id="addNote")  # fmt: skip
def add_note(request: SignedInRequest, lead_id: Path[LeadId], wanted: work.NewNote) -> HttpResponse:
    """Write a note down. It is never changed; a later one corrects it."""
    lead = find(lead_id, request.user)

    def write() -> dict[str, Any]:
        note = notes.write(lead, wanted.text, request.user, Who.of(request))
        return {"lead_id": lead.lead_id, "note": note.pk, "written": note.written.isoformat()}

    return once(request, 201, write)
