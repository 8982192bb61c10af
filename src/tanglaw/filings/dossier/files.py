"""A dossier as a file: JSON, the same bytes for the same dossier, every fault of a broken one at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from tanglaw.common.errors import Fault, FaultsError, UsageError
from tanglaw.filings.dossier.dossier import Dossier

_MOST_BYTES: Final = 64 << 20


def to_json(dossier: Dossier) -> str:
    """Write a dossier; keys in the order of the model, amounts as text so that no digit is lost."""
    return dossier.model_dump_json(indent=1) + "\n"


def from_json(text: str | bytes, where: str = "dossier") -> Dossier:
    """Read a dossier back.

    Raises:
        FaultsError: what does not fit, each with its place in the dossier.
    """
    try:
        return Dossier.model_validate_json(text)
    except ValidationError as error:
        faults = [
            Fault(
                f"{where}: {'.'.join(str(step) for step in found['loc']) or 'the whole'}",
                _shown(found["input"]),
                found["msg"],
                "See docs/filings.md for what a dossier holds.",
            )
            for found in error.errors(include_url=False)
        ]
        raise FaultsError(f"{where} is not a dossier that can be used:", faults) from None


def read_dossier(path: Path) -> Dossier:
    """Read a dossier from a file.

    Raises:
        UsageError: there is no such file, or it is larger than a dossier can be.
        FaultsError: see :func:`from_json`.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(f"{path} is larger than {_MOST_BYTES >> 20} MB; expected a dossier.")
        text = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; expected a dossier that `tanglaw file` wrote.") from error
    return from_json(text, path.name)


def _shown(value: object) -> str:
    """Show what stood there, briefly: a whole dossier in an error message helps nobody."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
