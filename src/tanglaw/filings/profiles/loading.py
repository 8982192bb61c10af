"""Reads profiles: those that the package carries by their name, a user's own by its path."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from tanglaw.common.errors import Fault, FaultsError, UsageError
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.profiles.profile import Profile

_LIBRARY: Final = "tanglaw.filings.profiles"
_MOST_BYTES: Final = 1 << 20
_DEEPEST: Final = 8


def names() -> tuple[str, ...]:
    """Name the profiles that the package carries."""
    folder = files(_LIBRARY).joinpath("library")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def load_profile(wanted: str) -> Profile:
    """Load a profile; one that ``extends`` another takes from it what it does not say itself, table by table.

    Args:
        wanted: a name of the package's own, or the path of a TOML file.

    Raises:
        UsageError: there is none, or it cannot be read.
        FaultsError: what is wrong in it, all at once.
    """
    said = _merged(wanted, None, 0)
    try:
        return Profile.model_validate(said)
    except ValidationError as error:
        raise FaultsError(f"The profile {wanted} cannot be used:", _faults(error, wanted)) from None


def load_filer(path: Path) -> Filer:
    """Read who files from a TOML file.

    Raises:
        UsageError: it cannot be read.
        FaultsError: what is wrong in it, all at once.
    """
    said = _read(path.read_bytes, str(path))
    try:
        return Filer.model_validate(said.get("filer", said))
    except ValidationError as error:
        raise FaultsError(f"{path} does not say who files:", _faults(error, path.name)) from None


def _merged(wanted: str, beside: Path | None, depth: int) -> dict[str, Any]:
    if depth > _DEEPEST:
        raise UsageError(f"The profile {wanted} extends itself in a circle.")
    path = (beside / wanted) if beside is not None else Path(wanted)
    if wanted in names():
        source = files(_LIBRARY).joinpath("library", f"{wanted}.toml")
        said = _read(source.read_bytes, wanted)
        folder = beside
    elif path.is_file():
        said = _read(path.read_bytes, str(path))
        folder = path.parent
    else:
        raise UsageError(f"--profile: found {wanted}; expected the path of a TOML file or one of {', '.join(names())}.")
    base = said.pop("extends", None)
    return _over(_merged(str(base), folder, depth + 1), said) if base is not None else said


def _read(read: Callable[[], bytes], where: str) -> dict[str, Any]:
    try:
        data = read()
        if len(data) > _MOST_BYTES:
            raise UsageError(f"{where} is larger than a profile can be.")
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise UsageError(f"{where}: {error.strerror}; expected a TOML file.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{where} is no TOML file: {error}") from None


def _over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    made = dict(base)
    for name, value in own.items():
        below = made.get(name)
        made[name] = _over(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
    return made


def _faults(error: ValidationError, where: str) -> list[Fault]:
    return [
        Fault(f"{where}: {'.'.join(str(step) for step in found['loc'])}", repr(found["input"])[:60], found["msg"])
        for found in error.errors(include_url=False)
    ]
