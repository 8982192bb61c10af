"""Is a pack intact? If not, what changed, what is missing, what is too much."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.pack.archive import MOST_BYTES, unpack
from tanglaw.filings.pack.manifest import BESIDE, MANIFEST, SIGNATURE, STAMP, Manifest, read_manifest
from tanglaw.filings.pack.signing import check
from tanglaw.filings.pack.stamping import check_stamp


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a pack.

    Attributes:
        problems: what is wrong, one sentence each; none: intact.
        notes: who signed, when it was stamped, and what was not checked.
    """

    manifest: Manifest | None
    problems: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(path: Path, *, key: Path | None = None, tsa: Path | None = None) -> Verdict:
    """Verify a pack.

    Args:
        path: the ZIP.
        key: public key that must have signed it; with it, an unsigned pack is a problem.
        tsa: certificate of the time stamping authority; with it, a pack without a stamp is a problem.

    Raises:
        UsageError: the file, key or certificate cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError(f"{path} is larger than {MOST_BYTES >> 20} MB; expected an evidence pack.")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; expected an evidence pack (ZIP).") from error
    try:
        files = unpack(data)
        if MANIFEST not in files:
            return Verdict(None, (f"{MANIFEST} is missing.",), ())
        manifest = read_manifest(files[MANIFEST])
    except UsageError:
        raise
    except TanglawError as error:
        return Verdict(None, (str(error),), ())
    problems = [*_files(manifest, files)]
    notes: list[str] = []
    _signature(files, key, problems, notes)
    _stamp(files, tsa, problems, notes)
    return Verdict(manifest, tuple(problems), tuple(notes))


def _files(manifest: Manifest, files: dict[str, bytes]) -> list[str]:
    said = {entry.name: entry for entry in manifest.files}
    problems = [f"{name} is missing." for name in sorted(said.keys() - files.keys())]
    problems += [f"{name} is not in the manifest." for name in sorted(files.keys() - said.keys() - BESIDE)]
    problems += [
        f"{name} was changed: its SHA-256 is not that of the manifest."
        for name in sorted(said.keys() & files.keys())
        if hashlib.sha256(files[name]).hexdigest() != said[name].sha256 or len(files[name]) != said[name].bytes
    ]
    return problems


def _signature(files: dict[str, bytes], key: Path | None, problems: list[str], notes: list[str]) -> None:
    if SIGNATURE not in files:
        if key is not None:
            problems.append("The pack is not signed.")
        else:
            notes.append("Not signed: whoever changed a file could have changed the manifest too.")
        return
    try:
        by = check(files[MANIFEST], files[SIGNATURE], key)
    except UsageError:
        raise
    except TanglawError as error:
        problems.append(str(error))
        return
    trusted = "" if key else "; whose key that is was not checked: name it with --key"
    notes.append(f"Signed with the key {by}{trusted}.")


def _stamp(files: dict[str, bytes], tsa: Path | None, problems: list[str], notes: list[str]) -> None:
    if STAMP not in files:
        if tsa is not None:
            problems.append("The pack carries no time stamp.")
        return
    try:
        at = check_stamp(files[MANIFEST], files[STAMP], tsa)
    except UsageError:
        raise
    except TanglawError as error:
        problems.append(str(error))
        return
    trusted = "" if tsa else "; by whom was not checked: name the authority's certificate with --tsa"
    notes.append(f"Stamped {at:%Y-%m-%d %H:%M:%S} UTC{trusted}.")
