"""The keys of a workspace: files that nobody but the service may read, or the environment."""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from tanglaw.casework.site.environment import Environment
from tanglaw.common.errors import TanglawError


def secret_key(environment: Environment) -> str:
    """Return the key that signs cookies; empty when none has been made yet (:func:`make_keys`)."""
    if environment.secret_key:
        return environment.secret_key
    path = keys_folder(environment) / "cookies.key"
    return read_key(path).decode("ascii").strip() if path.exists() else ""


def signing_seed(environment: Environment) -> bytes:
    """Return the 32 bytes of the Ed25519 key that signs heads of the log. It never enters the database.

    Raises:
        TanglawError: no key yet, or others may read it.
    """
    path = keys_folder(environment) / "log-signing.key"
    if not path.exists():
        raise TanglawError(f"{path}: found no key; expected the one that signs the log. `tanglaw serve` makes it.")
    return base64.b64decode(read_key(path))


def make_keys(environment: Environment) -> None:
    """Make the keys that are missing: files of mode 0600 in a folder of mode 0700."""
    folder = keys_folder(environment)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not environment.secret_key:
        make_key(folder / "cookies.key", lambda: secrets.token_urlsafe(64).encode("ascii"))
    make_key(folder / "log-signing.key", fresh)
    make_key(folder / "index.key", fresh)
    if not any(folder.glob("master-*.key")):
        make_key(folder / "master-0001.key", fresh)


def fresh() -> bytes:
    """Make 32 random bytes, as a file holds them."""
    return base64.b64encode(secrets.token_bytes(32))


def keys_folder(environment: Environment) -> Path:
    """Return the folder of the keys."""
    return environment.data / "keys"


def make_key(path: Path, content: Callable[[], bytes]) -> None:
    """Write a new file that only its owner may read: whole under its name, or not at all."""
    if path.exists():
        return
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)  # fails where another process was first: its key stands
    except FileExistsError:
        pass
    finally:
        temporary.unlink()


def read_key(path: Path) -> bytes:
    """Read a key that nobody else may read.

    Raises:
        TanglawError: others may, or there is none.
    """
    if not path.exists():
        raise TanglawError(
            f"{path}: found no key; expected one that `tanglaw serve` made. Put back the folder's backup."
        )
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise TanglawError(
            f"{path}: found mode {mode:04o}; expected 0600, because whoever reads this key can act as anybody. "
            f"Mend it with: chmod 600 {path}"
        )
    return path.read_bytes()
