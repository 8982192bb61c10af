"""Keys for programs: listed for administrators, revoked. One is made on its page, after the password was given."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import KeyPrefix
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import oversight as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import ApiKey
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.pages.keys import key_data
from tanglaw.casework.programs import keys

router = Router(tags=["keys"])


@router.get("/keys", auth=Key("user", "see", query=Paged), response=shapes.ApiKeys, operation_id="listKeys")
def list_keys(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List everybody's keys; nothing of them could be used as one."""
    append(Who.of(request), Action.USERS_SEEN, detail={"keys": True})
    items, place = cut(ApiKey.objects.select_related("owner", "revoked_by"), asked)
    return {"items": [key_data(one) for one in items], **place}


@router.post("/me/revoke", auth=Key(), response=shapes.KeyRevoked, operation_id="revokeThisKey")
def revoke_this_key(request: SignedInRequest) -> HttpResponse:
    """Revoke the key that this request comes with: what a program does that finds its key leaked."""
    return _revoked(request, request.key)


@router.post("/keys/{prefix}/revoke", auth=Key("user", "change", hidden=True), response=shapes.KeyRevoked,
             operation_id="revokeKey")  # fmt: skip
def revoke_key(request: SignedInRequest, prefix: Path[KeyPrefix]) -> HttpResponse:
    """Revoke anybody's key; nothing happens where it was revoked already."""
    key = ApiKey.objects.select_related("owner").filter(prefix=prefix).first()
    if key is None:
        raise Http404
    return _revoked(request, key)


def _revoked(request: SignedInRequest, key: ApiKey) -> HttpResponse:
    def revoke() -> dict[str, Any]:
        keys.revoke(key, request.user, Who.of(request))
        return {"prefix": key.prefix}

    return once(request, 200, revoke)
