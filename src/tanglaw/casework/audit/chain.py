"""How entries are chained: the canonical bytes of one, its hash, and the append."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from tanglaw.casework.audit import heads
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.models import Entry, User
from tanglaw.casework.site.address import client_address

BEGINNING: Final = "0" * 64
"""What the first entry names as its predecessor."""

CONSOLE: Final = "(console)"
"""The actor where somebody works on the machine itself, outside any account."""

_LOCK: Final = 7_241_001  # any number, the same everywhere: it names this chain among PostgreSQL's advisory locks


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts, from where, and the prefix of the key where a program acts in a person's name."""

    name: str
    address: str = ""
    key: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Who:
        """Name the person behind a request."""
        user = request.user
        name = user.username if isinstance(user, User) else "(nobody)"
        return cls(name, client_address(request) or "", getattr(getattr(request, "key", None), "prefix", ""))


def append(
    who: Who, action: Action, kind: str = "", it: object = "", detail: Mapping[str, object] | None = None
) -> Entry:
    """Add an entry, in the transaction that is under way or in one of its own.

    Called inside the transaction that does the deed, so that neither stands without the other.
    """
    said = {**(detail or {}), **({"key": who.key} if who.key else {})}
    with transaction.atomic():
        _one_at_a_time()
        last = Entry.objects.order_by("-number").first()
        entry = Entry(
            number=last.number + 1 if last else 1,
            at=timezone.now(),
            actor=who.name[:64],
            action=action.value,
            kind=kind,
            object=str(it)[:64],
            detail=json.dumps(said, sort_keys=True, ensure_ascii=False, default=str) if said else "",
            address=who.address[:45],
            previous=last.hash if last else BEGINNING,
        )
        entry.hash = digest(entry)
        entry.save(force_insert=True)
        if heads.is_due(entry):
            heads.sign(entry)
    return entry


def digest(entry: Entry) -> str:
    """Return the SHA-256 of an entry's canonical form, hexadecimal."""
    return hashlib.sha256(canonical(entry)).hexdigest()


def canonical(entry: Entry) -> bytes:
    """Write everything an entry says, but its own hash, as one JSON array: the same bytes on every database."""
    fields = [
        entry.number,
        instant(entry.at),
        entry.actor,
        entry.action,
        entry.kind,
        entry.object,
        entry.detail,
        entry.address,
        entry.previous,
    ]
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def instant(at: datetime) -> str:
    """Write an instant in UTC with microseconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _one_at_a_time() -> None:
    """Let no other append in until this transaction ends. SQLite's transactions hold the write lock from the start."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
