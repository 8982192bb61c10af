"""Signed heads of the chain: what makes a chain that was computed anew give itself away.

Whoever controls the database can drop its triggers and compute every hash again, but not sign: the key lies outside.
Each head is also appended to a file beside the database, to be carried to where the database's keeper cannot reach it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import transaction

from tanglaw.casework.models import Entry, Head
from tanglaw.casework.site.current import current
from tanglaw.casework.site.keys import signing_seed

EVERY: Final = 100
"""Entries after which a head is signed, at the latest."""

AT_LEAST: Final = timedelta(hours=1)
"""Time after which the next entry is signed, however few came."""

_CONTEXT: Final = b"tanglaw log head 1\n"


def exported(data: Path) -> Path:
    """Return the file that every head is appended to."""
    return data / "log-heads.jsonl"


def is_due(entry: Entry) -> bool:
    """Whether this entry is to be signed: the first, every hundredth, and the first after an hour."""
    if entry.number == 1 or entry.number % EVERY == 0:
        return True
    last = Head.objects.order_by("-number").first()
    return last is None or entry.at - last.at >= AT_LEAST


def sign(entry: Entry) -> Head:
    """Sign the chain as it stands at `entry`, and append the head to the file once the entry is committed."""
    key = Ed25519PrivateKey.from_private_bytes(signing_seed(current()))
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    head = Head(number=entry.number, hash=entry.hash, at=entry.at, key=public)
    head.signature = key.sign(message(as_line(head))).hex()
    head.save(force_insert=True)
    line = json.dumps(as_line(head), sort_keys=True)
    transaction.on_commit(lambda: _append(exported(current().data), line))
    return head


def sign_last() -> Head | None:
    """Sign the newest entry, unless it is signed already; None where the log is empty."""
    with transaction.atomic():
        entry = Entry.objects.order_by("-number").first()
        if entry is None:
            return None
        return Head.objects.filter(number=entry.number).first() or sign(entry)


def public_key() -> str:
    """Return the key that heads are checked with, hexadecimal."""
    key = Ed25519PrivateKey.from_private_bytes(signing_seed(current()))
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def as_line(head: Head) -> dict[str, object]:
    """Write a head as a line of the exported file says it."""
    return {
        "number": head.number,
        "hash": head.hash,
        "at": head.at.isoformat(),
        "key": head.key,
        "signature": head.signature,
    }


def as_text() -> str:
    """Write every head of the database, one JSON object a line, the oldest first."""
    return "".join(json.dumps(as_line(head), sort_keys=True) + "\n" for head in Head.objects.order_by("number"))


def message(line: Mapping[str, object]) -> bytes:
    """Return the bytes that are signed."""
    said = {name: line[name] for name in ("number", "hash", "at", "key")}
    return _CONTEXT + json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def _append(path: Path, line: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
