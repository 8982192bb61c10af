"""Accounts, for administrators; one's own key and saved views."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from ninja import Path, Query, Router

from tanglaw.casework.api.door import Key
from tanglaw.casework.api.fields import Number, Username
from tanglaw.casework.api.once import once
from tanglaw.casework.api.shapes import oversight as shapes
from tanglaw.casework.api.shapes.pages import Paged, cut
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import SavedView, User
from tanglaw.casework.pages import people
from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.reading.queue import Filters

router = Router()


@router.get("/me", auth=Key(), response=shapes.Me, operation_id="getMe", tags=["keys"])
def get_me(request: SignedInRequest) -> dict[str, Any]:
    """Say whose key this is, what it covers, and until when."""
    user, key = request.user, request.key
    return {
        "username": user.username, "name": user.name, "role": user.role,
        "key": key.prefix, "scopes": key.scopes, "expires": key.expires,
    }  # fmt: skip


@router.get("/users", auth=Key("user", "see", query=Paged), response=shapes.People, operation_id="listUsers",
            tags=["users"])  # fmt: skip
def list_users(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List the accounts."""
    append(Who.of(request), Action.USERS_SEEN)
    items, place = cut(User.objects.order_by("-is_active", "role", "username"), asked)
    sessions = people.sessions_of(items)
    return {"items": [people.person_data(one, sessions) for one in items], **place}


@router.post("/users", auth=Key("user", "add"), response={201: shapes.PersonChanged}, operation_id="addUser",
             tags=["users"])  # fmt: skip
def add_user(request: SignedInRequest, wanted: shapes.NewPerson) -> HttpResponse:
    """Make an account. The password opens for three days, to its own change."""

    def add() -> dict[str, Any]:
        user, _ = people.add(wanted.model_dump(mode="json"), Who.of(request))
        return _changed(user, 0)

    return once(request, 201, add)


@router.patch("/users/{username}", auth=Key("user", "change", hidden=True), response=shapes.PersonChanged,
              operation_id="changeUser", tags=["users"])  # fmt: skip
def change_user(request: SignedInRequest, username: Path[Username], wanted: shapes.PersonChange) -> HttpResponse:
    """Change somebody else's role or access; every session of the account ends, and a closed account's keys too."""

    def change() -> dict[str, Any]:
        role = wanted.role.value if wanted.role else None
        return _changed(*people.change(request.user, Who.of(request), username, role, wanted.may_sign_in))

    return once(request, 200, change)


def _changed(user: User, ended: int) -> dict[str, Any]:
    return {
        "username": user.username, "role": str(user.role), "may_sign_in": user.is_active, "sessions_ended": ended,
    }  # fmt: skip


@router.get("/views", auth=Key("view", "save", query=Paged), response=shapes.Views, operation_id="listViews",
            tags=["views"])  # fmt: skip
def list_views(request: SignedInRequest, asked: Query[Paged]) -> dict[str, Any]:
    """List one's saved views."""
    items, place = cut(SavedView.objects.filter(owner=request.user), asked)
    return {"items": [_view(one) for one in items], **place}


@router.post("/views", auth=Key("view", "save"), response=shapes.View, operation_id="saveView", tags=["views"])
def save_view(request: SignedInRequest, wanted: shapes.NewView) -> HttpResponse:
    """Keep filters of the queue under a name; what is no filter, and what was searched for, is left out."""

    def save() -> dict[str, Any]:
        query = Filters.read(QueryDict(wanted.query)).query(find="")
        view, _ = SavedView.objects.update_or_create(owner=request.user, name=wanted.name, defaults={"query": query})
        return _view(view)

    return once(request, 200, save)


@router.delete("/views/{number}", auth=Key("view", "remove", hidden=True), response=shapes.Removed,
               operation_id="removeView", tags=["views"])  # fmt: skip
def remove_view(request: SignedInRequest, number: Path[Number]) -> HttpResponse:
    """Forget a saved view of one's own; others' do not exist."""

    def remove() -> dict[str, Any]:
        deleted, _ = SavedView.objects.filter(pk=number, owner=request.user).delete()
        if not deleted:
            raise Http404
        return {"number": number}

    return once(request, 200, remove)


def _view(view: SavedView) -> dict[str, Any]:
    return {"number": view.pk, "name": view.name, "query": view.query}
