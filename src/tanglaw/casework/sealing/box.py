"""One sealed field: AES-256-GCM under the record's key, bound to table, row and field, so that none can be swapped."""

from __future__ import annotations

import json
import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tanglaw.common.errors import TanglawError

_FORM: Final = b"\x01"
_NONCE: Final = 12
_CONTEXT: Final = "tanglaw field 1"
_WRITER: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def seal(data: bytes, place: tuple[str, str, str, str], plain: bytes) -> bytes:
    """Seal a field.

    Args:
        data: the record's key.
        place: id of the record's key, table, row and field: what the sealed bytes belong to.
        plain: what nobody shall read in the database.

    Returns:
        One byte for the form, twelve of nonce, then what was sealed and its tag.
    """
    nonce = os.urandom(_NONCE)
    return _FORM + nonce + AESGCM(data).encrypt(nonce, plain, _bound(place, _FORM))


def unseal(data: bytes, place: tuple[str, str, str, str], sealed: bytes) -> bytes:
    """Open a field.

    Raises:
        TanglawError: altered, or brought here from another table, row or field.
    """
    form, nonce, rest = sealed[:1], sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        return AESGCM(data).decrypt(nonce, rest, _bound(place, form))
    except (InvalidTag, ValueError) as error:  # the latter where hardly anything is left of it
        _, table, row, field = place
        raise TanglawError(
            f"{table}, row {row}: the sealed field {field} was altered or belongs to another row; nothing was opened."
        ) from error


def _bound(place: tuple[str, str, str, str], form: bytes) -> bytes:
    said = (_CONTEXT, form.hex(), *place)
    joined = "".join(said)
    if joined.isascii() and joined.isprintable() and '"' not in joined and "\\" not in joined:
        return b'["' + '","'.join(said).encode("ascii") + b'"]'  # as JSON writes it, in a fifth of the time
    return _WRITER.encode(said).encode("ascii")
