"""Ed25519 signatures over a pack's manifest, and over a filing before it is handed over."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
from pathlib import Path
from typing import Any, Final

from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.extra import needs

PASSPHRASE: Final = "TANGLAW_KEY_PASSPHRASE"  # noqa: S105 -- the name of a variable, not a secret
"""Environment variable that holds the passphrase of a private key, if it has one."""

ALGORITHM: Final = "Ed25519"


def make_keys(path: Path) -> tuple[Path, Path]:
    """Make a private key (readable by its owner alone) and, beside it with ``.pub`` added, its public key.

    Raises:
        UsageError: there is a file already; a key is never written over.
    """
    ed25519, serialization = _ed25519(), needs("cryptography.hazmat.primitives.serialization")
    public = path.with_name(path.name + ".pub")
    if path.exists() or public.exists():
        raise UsageError(f"{path} or {public.name} is there already; a key is never written over. Name another file.")
    key = ed25519.Ed25519PrivateKey.generate()
    secret = os.environ.get(PASSPHRASE, "")
    locked = serialization.BestAvailableEncryption(secret.encode()) if secret else serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
    public.write_bytes(
        key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return path, public


def sign(data: bytes, key: Path) -> bytes:
    """Sign bytes; the result names the key by its fingerprint.

    Raises:
        UsageError: the key cannot be used.
    """
    private = _private(key)
    public = _raw(private.public_key())
    said = {
        "algorithm": ALGORITHM,
        "signed_sha256": hashlib.sha256(data).hexdigest(),
        "key_fingerprint": fingerprint(public),
        "public_key": base64.b64encode(public).decode("ascii"),
        "signature": base64.b64encode(private.sign(data)).decode("ascii"),
    }
    return (json.dumps(said, indent=1) + "\n").encode("ascii")


def check(data: bytes, signature: bytes, trusted: Path | None = None) -> str:
    """Check a signature; gives the fingerprint of the key that made it.

    Args:
        data: what was signed.
        signature: as :func:`sign` wrote it.
        trusted: public key that must have made it; left out, any key may have.

    Raises:
        TanglawError: it is no signature, does not fit the data, or is by another key.
    """
    try:
        said = json.loads(signature)
        public, signed = (base64.b64decode(said[name], validate=True) for name in ("public_key", "signature"))
        if said["algorithm"] != ALGORITHM:
            raise TanglawError(f"The signature is of the kind {said['algorithm']!r}; expected {ALGORITHM}.")
        key = _ed25519().Ed25519PublicKey.from_public_bytes(public)
    except (ValueError, TypeError, KeyError, RecursionError, binascii.Error):
        raise TanglawError("The signature cannot be read.") from None
    try:
        key.verify(signed, data)
    except needs("cryptography.exceptions").InvalidSignature:
        raise TanglawError("The signature does not fit what it should have signed.") from None
    if trusted is not None and _raw(_public(trusted)) != public:
        raise TanglawError(
            f"Signed with another key ({fingerprint(public)}); expected {fingerprint(_raw(_public(trusted)))}."
        )
    return fingerprint(public)


def fingerprint(public: bytes) -> str:
    """Give the SHA-256 of a public key, its first 16 bytes in pairs."""
    digest = hashlib.sha256(public).hexdigest()[:32]
    return ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))


def _ed25519() -> Any:  # noqa: ANN401 -- a module that is loaded when needed
    return needs("cryptography.hazmat.primitives.asymmetric.ed25519")


def _raw(public: Any) -> bytes:  # noqa: ANN401
    raw: bytes = public.public_bytes_raw()
    return raw


def _private(path: Path) -> Any:  # noqa: ANN401
    serialization = needs("cryptography.hazmat.primitives.serialization")
    secret = os.environ.get(PASSPHRASE, "").encode() or None
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), secret)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; expected a private key (`tanglaw pack key`).") from error
    except (ValueError, TypeError):
        raise UsageError(f"{path} is no private key, or {PASSPHRASE} does not hold its passphrase.") from None
    if not isinstance(key, _ed25519().Ed25519PrivateKey):
        raise UsageError(f"{path} is a key of another kind; expected {ALGORITHM}.")
    return key


def _public(path: Path) -> Any:  # noqa: ANN401
    serialization = needs("cryptography.hazmat.primitives.serialization")
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; expected a public key.") from error
    except (ValueError, TypeError):
        raise UsageError(f"{path} is no public key.") from None
    if not isinstance(key, _ed25519().Ed25519PublicKey):
        raise UsageError(f"{path} is a key of another kind; expected {ALGORITHM}.")
    return key
