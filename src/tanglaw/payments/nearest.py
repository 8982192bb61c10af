"""Which known name a written one is closest to."""

from __future__ import annotations

from collections.abc import Iterable

from anyascii import anyascii
from rapidfuzz import fuzz, process


def folded(name: str) -> str:
    """A column name without case, accents and punctuation: `Auftrags-Nr.` → `auftrags nr`."""
    plain = anyascii(name).lower()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def nearest(name: str, known: Iterable[str], least: float = 60) -> str | None:
    """The known name most like `name`, or None when nothing is at least `least` (0-100) alike."""
    found = process.extractOne(name, list(known), scorer=fuzz.token_sort_ratio, processor=folded, score_cutoff=least)
    return found[0] if found else None
