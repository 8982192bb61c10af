"""The master keys: files outside the database, under which each record's own key is wrapped."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tanglaw.casework.site.current import current
from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.keys import fresh, keys_folder, make_key, read_key
from tanglaw.common.errors import TanglawError

_NONCE: Final = 12
_CONTEXT: Final = b"tanglaw record key 1\0"
_FILE: Final = re.compile(r"master-.*\.key")


@dataclass(frozen=True, slots=True)
class Ring:
    """Every master key there is, by its id; ``newest`` wraps what is new."""

    keys: Mapping[str, bytes]
    newest: str
    files: Mapping[str, Path]

    def wrap(self, record: str, data: bytes) -> bytes:
        """Wrap a record's key under the newest master; only this record's id opens it again."""
        nonce = os.urandom(_NONCE)
        return nonce + _cipher(self.keys[self.newest]).encrypt(nonce, data, _CONTEXT + record.encode())

    def unwrap(self, record: str, master: str, wrapped: bytes) -> bytes:
        """Unwrap a record's key.

        Raises:
            TanglawError: its master key is not in the folder, or the wrapped key was altered.
        """
        key = self.keys.get(master)
        if key is None:
            raise TanglawError(
                f"Found no master key {master} in the folder keys; expected the one that record {record} was sealed "
                "under. Put back the folder's backup: without it what is sealed stays unreadable."
            )
        try:
            return _cipher(key).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], _CONTEXT + record.encode())
        except InvalidTag as error:
            raise TanglawError(f"The key of record {record} was altered in the database; it opens nothing.") from error


@lru_cache(maxsize=8)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def ring() -> Ring:
    """Return the master keys of this workspace, read anew when the folder changed.

    Raises:
        TanglawError: there is none, or others may read one.
    """
    folder = keys_folder(current())
    try:
        files = tuple(sorted(filter(_FILE.fullmatch, os.listdir(folder))))  # noqa: PTH208 -- asked for every record
    except FileNotFoundError:
        files = ()
    # The names as well as the moment: two changes may fall into one tick of the file system's clock.
    return _ring(folder, files, folder.stat().st_mtime_ns if files else 0)


@lru_cache(maxsize=4)
def _ring(folder: Path, names: Sequence[str], changed: int) -> Ring:
    del changed  # part of what is remembered by
    if not names:
        raise TanglawError(f"{folder}: found no master key; expected master-0001.key. `tanglaw serve` makes it.")
    files = [folder / name for name in names]
    keys = {path: base64.b64decode(read_key(path)) for path in files}
    return Ring(
        keys={name_of(key): key for key in keys.values()},
        newest=name_of(keys[files[-1]]),
        files={name_of(key): path for path, key in keys.items()},
    )


def name_of(key: bytes) -> str:
    """Return a master key's id: 16 hexadecimal digits that say nothing of the key."""
    return hashlib.sha256(b"tanglaw master key\0" + key).hexdigest()[:16]


def add(environment: Environment) -> Path:
    """Make a further master key, which from now on wraps what is new."""
    folder = keys_folder(environment)
    last = max(int(path.stem.removeprefix("master-")) for path in folder.glob("master-*.key"))
    path = folder / f"master-{last + 1:04}.key"
    make_key(path, fresh)
    return path
