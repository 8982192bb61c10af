"""Filings: read, and taken out."""

from __future__ import annotations

import base64
import hashlib
from typing import Annotated, Any

from ninja import Path, Query, Router
from pydantic import Field

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number
from tanglaw.casework.api.shapes import filings as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.filing import place
from tanglaw.casework.models import Filing
from tanglaw.casework.pages import filing_work as work
from tanglaw.casework.pages import filings as page
from tanglaw.casework.pages.allowed import SignedInRequest

router = Router(tags=["filings"])

FileName = Annotated[str, Field(max_length=200, pattern=r"^[A-Za-z0-9_.-]+$")]


@router.get("/filings", auth=Key("filing", "list", query=shapes.FilingsWanted), response=shapes.Filings,
            operation_id="listFilings")  # fmt: skip
def list_filings(request: SignedInRequest, wanted: Query[shapes.FilingsWanted]) -> dict[str, Any]:
    """List the filings that the key's owner needs to know of."""
    items, place_in = cut(page.chosen(request.user, wanted.show), wanted)
    append(Who.of(request), Action.FILINGS_SEEN, detail={"show": wanted.show})
    return {"items": [page.row(one) for one in items], **place_in}


@router.get("/filing-profiles", auth=Key("filing", "list", query=Paged), response=shapes.Profiles,
            operation_id="listProfiles")  # fmt: skip
def list_profiles(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List what can be filed to."""
    del request
    items, place_in = cut(list(place.titles().items()), asked)
    return {"items": [{"name": name, "title": title} for name, title in items], **place_in}


@router.get("/filings/{number}", auth=Key("filing", "see", hidden=True), response=shapes.Filing,
            operation_id="getFiling")  # fmt: skip
def get_filing(request: SignedInRequest, number: Path[Number]) -> dict[str, Any]:
    """Read a filing: how complete and urgent it is, what is missing, what became of it."""
    return page.read(request, page.find(number, request))[0]


@router.get("/filings/{number}/files/{name}", auth=Key("filing", "export", hidden=True), response=shapes.Taken,
            operation_id="getFilingFile")  # fmt: skip
def get_filing_file(request: SignedInRequest, number: Path[Number], name: Path[FileName]) -> dict[str, Any]:
    """Take one file of a filing out; only while names are shown for a reason."""
    one = work.opened(number, request)
    return _taken(request, one, name, work.content(one, name))


@router.get("/filings/{number}/pack", auth=Key("filing", "export", hidden=True, query=shapes.PackWanted),
            response=shapes.Taken, operation_id="getEvidencePack")  # fmt: skip
def get_evidence_pack(
    request: SignedInRequest, number: Path[Number], wanted: Query[shapes.PackWanted]
) -> dict[str, Any]:
    """Take the evidence pack out; only while names are shown for a reason."""
    one = work.opened(number, request)
    return _taken(request, one, *work.packed(one, redacted=wanted.redacted))


def _taken(request: SignedInRequest, one: Filing, name: str, data: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "tlp": work.taken_out(request, one, data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "data": base64.b64encode(data).decode("ascii"),
    }
