"""A name for an account in an address: says nothing of the account to who does not see it, and stays the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def handle(role: str, party: str) -> str:
    """Return 16 hexadecimal digits that stand for an account in one role."""
    return hashlib.sha256(f"{role}\0{party}".encode()).hexdigest()[:16]


def meant(wanted: str, parties: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Find the account that a handle stands for, among these roles and accounts."""
    return next((party for party in parties if handle(*party) == wanted), None)
