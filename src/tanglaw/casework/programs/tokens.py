"""How a key looks, and the keyed hash that is kept of it.

A key carries 256 random bits, so nobody finds it by trying; a slow hash, which makes guessing of what people choose
dear, would only slow every request down. HMAC-SHA-256 under a key made from the site's own secret, which lies outside
the database, keeps a copy of the database from being of any use, even to check a guess.
"""

from __future__ import annotations

import hmac
import re
import secrets
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

MARK: Final = "tanglaw"
"""What every key begins with, so that scanners for leaked secrets can find one."""

_SHAPE: Final = re.compile(r"tanglaw_([a-z2-7]{12})_[A-Za-z0-9_-]{43}")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz234567"


def new() -> tuple[str, str]:
    """Make a key; return it and its prefix."""
    prefix = "".join(secrets.choice(_LETTERS) for _ in range(12))
    return f"{MARK}_{prefix}_{secrets.token_urlsafe(32)}", prefix


def prefix_of(token: str) -> str | None:
    """Return the prefix of what looks like a key, else None."""
    shaped = _SHAPE.fullmatch(token)
    return shaped[1] if shaped else None


def hashed(token: str) -> str:
    """Return what is kept of a key, hexadecimal."""
    return hmac.new(_secret(), token.encode(), sha256).hexdigest()


def same(token: str, kept: str) -> bool:
    """Whether a key is the one that was kept; takes as long either way."""
    return hmac.compare_digest(hashed(token), kept)


def _secret() -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"tanglaw keys of programs").derive(str(settings.SECRET_KEY).encode())
