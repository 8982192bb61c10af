"""Pages of lists: how one is asked for, and what it says beside its items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from django.db.models import QuerySet
from ninja import Schema
from pydantic import Field

from tanglaw.casework.api.fields import Asked, Number, Whole


class Paged(Asked):
    """Which page of a list."""

    page: Number = Field(1, description="from 1; a page past the last is empty")
    size: Whole = Field(50, ge=1, le=200, description="items a page")


class Pages(Schema):
    """Where a page stands in its list."""

    total: int = Field(description="items in all")
    page: int
    pages: int
    next: int | None = Field(description="the page after this one; null at the end")


class Sliced(Protocol):
    """A list, or what is made into one only as far as it is asked for."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, part: slice, /) -> Sequence[Any]:
        """Give some of them."""


def cut(found: QuerySet[Any] | Sliced, asked: Paged) -> tuple[list[Any], dict[str, int | None]]:
    """Cut one page out of a list; return its items, and where it stands."""
    total = found.count() if isinstance(found, QuerySet) else len(found)
    pages = max(-(-total // asked.size), 1)
    items = list(found[(asked.page - 1) * asked.size : asked.page * asked.size]) if asked.page <= pages else []
    following = asked.page + 1 if asked.page < pages else None
    return items, {"total": total, "page": asked.page, "pages": pages, "next": following}
