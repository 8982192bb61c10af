"""Goes through the whole log and says everything that is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection

from tanglaw.casework.audit import heads, triggers
from tanglaw.casework.audit.chain import BEGINNING, digest
from tanglaw.casework.models import Entry, Head
from tanglaw.common.errors import TanglawError

_MOST: Final = 200
"""Faults that are said one by one; a broken chain has no use for more."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was gone through, and what is wrong.

    Attributes:
        entries: entries of the log.
        heads: signed heads in the database.
        kept: heads in the exported file.
        faults: sentences, each of one thing found wrong; empty for a sound log.
    """

    entries: int
    heads: int
    kept: int
    faults: tuple[str, ...]


def verify(kept: Iterable[Mapping[str, Any]], key: str) -> Verdict:
    """Verify the log.

    Args:
        kept: heads that were exported earlier and kept elsewhere (:func:`read_heads`).
        key: the public key that must have signed every head, hexadecimal.
    """
    faults: list[str] = list(_triggers_missing())
    kept = list(kept)
    hashes: dict[int, str] = {}
    wanted = {int(line["number"]) for line in kept} | set(Head.objects.values_list("number", flat=True))
    count, previous = 0, BEGINNING
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2_000):
        count += 1
        if entry.number != count and len(faults) < _MOST:
            missing = f"{count}" if entry.number == count + 1 else f"{count} to {entry.number - 1}"
            faults.append(f"Entry {missing} is missing: after it comes {entry.number}.")
        if entry.previous != previous and len(faults) < _MOST:
            faults.append(f"Entry {entry.number} does not follow the one before it: something was put in or taken out.")
        computed = digest(entry)
        if computed != entry.hash and len(faults) < _MOST:
            faults.append(f"Entry {entry.number} was edited: its content does not give its hash.")
        if entry.number in wanted:
            hashes[entry.number] = computed
        count, previous = entry.number, entry.hash
    signed = [heads.as_line(head) for head in Head.objects.order_by("number")]
    faults += _head_faults(signed, hashes, count, key, "in the database")
    faults += _head_faults(kept, hashes, count, key, "kept elsewhere")
    return Verdict(Entry.objects.count(), len(signed), len(kept), tuple(faults))


def read_heads(path: Path) -> list[dict[str, Any]]:
    """Read exported heads, one JSON object a line.

    Raises:
        TanglawError: a line that is none.
    """
    lines = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            lines.append(head_of(json.loads(text)))
        except (ValueError, KeyError, TypeError) as error:
            raise TanglawError(f"{path}:{number}: found {text[:60]!r}; expected a head of the log as JSON.") from error
    return lines


def head_of(line: Mapping[str, Any]) -> dict[str, Any]:
    """Take a head out of a line that was read.

    Raises:
        KeyError, TypeError, ValueError: it holds none.
    """
    return {"number": int(line["number"]), **{name: str(line[name]) for name in ("hash", "at", "key", "signature")}}


def _triggers_missing() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(triggers.present(connection.vendor))
        there = {row[0] for row in cursor.fetchall()}
    for name in sorted(triggers.expected(connection.vendor) - there):
        yield f"The trigger {name} is gone or switched off: the database no longer refuses changes."


def _head_faults(
    lines: Iterable[Mapping[str, Any]], hashes: Mapping[int, str], last: int, key: str, where: str
) -> Iterator[str]:
    for line in lines:
        number = int(line["number"])
        if line["key"] != key or not _signed(line, key):
            yield f"The head of entry {number} {where} is not signed with the key of this workspace."
        elif number > last:
            yield f"Entries {last + 1} to {number} were removed: a head {where} was signed at entry {number}."
        elif number not in hashes:
            yield f"Entry {number} is missing, though a head {where} was signed there."
        elif hashes[number] != line["hash"]:
            yield f"The log was made anew up to entry {number}: a head {where} was signed over other content."


def _signed(line: Mapping[str, Any], key: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(str(line["signature"])), heads.message(line)
        )
    except (InvalidSignature, ValueError):
        return False
    return True
