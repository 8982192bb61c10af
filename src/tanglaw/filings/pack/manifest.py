"""``manifest.json``: what is in a pack, with the SHA-256 of each file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from tanglaw.common.errors import TanglawError
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.part import Part

MANIFEST, SIGNATURE, STAMP = "manifest.json", "manifest.sig.json", "manifest.tsr"
BESIDE = frozenset({MANIFEST, SIGNATURE, STAMP})
"""Files of a pack that the manifest itself does not list."""


class Entry(Part):
    """One file."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$")]
    bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Manifest(Part):
    """What a pack holds."""

    format: Literal["tanglaw-pack/1"] = "tanglaw-pack/1"
    reference: str
    version: int
    dated: str
    tlp: str
    redacted: bool
    made_by: str
    files: tuple[Entry, ...]


def manifest_of(dossier: Dossier, files: Mapping[str, bytes]) -> bytes:
    """Write the manifest of some files."""
    entries = tuple(
        Entry(name=name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in sorted(files.items())
    )
    made = Manifest(
        reference=dossier.reference, version=dossier.version, dated=dossier.dated.isoformat(), tlp=dossier.markings.tlp,
        redacted=dossier.markings.redacted, made_by=dossier.origin.made_by, files=entries,
    )  # fmt: skip
    return (json.dumps(made.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest back.

    Raises:
        TanglawError: it is none.
    """
    try:
        found = Manifest.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the whole"
        raise TanglawError(f"{MANIFEST} is no manifest of a pack: {place}: {first['msg']}") from None
    names = [entry.name for entry in found.files]
    if len(set(names)) != len(names) or BESIDE & set(names):
        raise TanglawError(f"{MANIFEST} lists a file twice, or itself.")
    return found
