"""Blind indexes: equal accounts are found by a keyed hash, where the account itself stands sealed."""

from __future__ import annotations

import base64
import hmac
from functools import lru_cache
from pathlib import Path
from typing import Final

from tanglaw.casework.site.current import current
from tanglaw.casework.site.keys import keys_folder, read_key

FILE: Final = "index.key"
SEARCH: Final = "search"
"""In the place of a role: what somebody typed into the search."""

_DIGITS: Final = 32


def blind(role: str, party: str) -> str:
    """Return the blind index of a party: 32 hexadecimal digits of HMAC-SHA256 under the workspace's index key."""
    said = b"tanglaw party 1\0" + role.encode() + b"\0" + party.encode()
    return hmac.digest(_key(current().data), said, "sha256").hex()[:_DIGITS]


@lru_cache(maxsize=4)
def _key(_workspace: Path) -> bytes:
    return base64.b64decode(read_key(keys_folder(current()) / FILE))
