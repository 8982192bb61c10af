"""What a way to an authority must be able to do, and how one is chosen."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Final, Protocol

from tanglaw.common.errors import TanglawError, UsageError

GROUP: Final = "tanglaw.transports"
"""Entry point group: name → ``callable(settings: dict) -> Transport``."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,180}")


class TransportError(TanglawError):
    """A file could not be handed over or fetched.

    Attributes:
        maybe_sent: whether it may have arrived all the same.
    """

    def __init__(self, message: str, *, maybe_sent: bool = False) -> None:
        super().__init__(message)
        self.maybe_sent = maybe_sent


class Transport(Protocol):
    """A way to an authority. Names are plain file names."""

    def put(self, name: str, data: bytes) -> str:
        """Hand a file over, whole or not at all; gives what proves it, in words.

        Raises:
            TransportError: it failed; ``maybe_sent`` says whether it may have arrived.
        """

    def holds(self, name: str) -> bool:
        """Tell whether the authority's drop box holds a file of this name just now."""

    def receipts(self) -> list[str]:
        """Name the files in the box for receipts, sorted."""

    def fetch(self, name: str) -> bytes:
        """Give one of them."""


def plain_name(name: str) -> str:
    """Give a name back if it is a plain one.

    Raises:
        UsageError: it could lead elsewhere, or be taken for an option or a pattern.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no plain file name; expected letters, digits, dot, dash and underscore.")
    return name


def choose(where: str) -> Transport:
    """Choose a way.

    Args:
        where: a folder, or a TOML file with ``transport = "folder" | "sftp" | NAME OF A PLUGIN`` and its settings.

    Raises:
        UsageError: there is none such.
    """
    path = Path(where)
    if path.is_dir():
        return _of("folder", {"outbox": str(path), "inbox": str(path)}, path)
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{where}: {error.strerror}; expected a folder, or a TOML file of a transport.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{where} is no TOML file: {error}") from None
    return _of(str(settings.pop("transport", "")), settings, path.parent)


def _of(name: str, settings: dict[str, Any], beside: Path) -> Transport:
    from tanglaw.filings.transport.folder import FolderTransport  # noqa: PLC0415 -- they name this module's classes
    from tanglaw.filings.transport.sftp import SftpTransport  # noqa: PLC0415

    if name == "folder":
        return FolderTransport.of(settings, beside)
    if name == "sftp":
        return SftpTransport.of(settings, beside)
    for plugin in entry_points(group=GROUP):
        if plugin.name == name:
            made: Transport = plugin.load()(settings)
            return made
    known = ", ".join(["folder", "sftp", *sorted(plugin.name for plugin in entry_points(group=GROUP))])
    raise UsageError(f"transport: found {name or 'nothing'}; expected one of {known}.")


def required(settings: dict[str, Any], *names: str, optional: tuple[str, ...] = ()) -> dict[str, str]:
    """Take settings out of a table, all texts.

    Raises:
        UsageError: some are missing, unknown, or no text.
    """
    missing = [name for name in names if name not in settings]
    unknown = sorted(settings.keys() - {*names, *optional})
    wrong = sorted(name for name, value in settings.items() if not isinstance(value, str | int))
    if missing or unknown or wrong:
        said = [f"missing {', '.join(missing)}"] * bool(missing) + [f"unknown {', '.join(unknown)}"] * bool(unknown)
        said += [f"no text {', '.join(wrong)}"] * bool(wrong)
        raise UsageError(f"The settings of the transport: {'; '.join(said)}; expected {', '.join(names)}.")
    return {name: str(value) for name, value in settings.items()}
