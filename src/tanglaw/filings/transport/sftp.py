"""An SFTP drop box, through OpenSSH's own ``sftp`` in batch mode: its host keys and its cryptography."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from tanglaw.common.errors import UsageError
from tanglaw.filings.transport.transport import TransportError, plain_name, required

_SECONDS: Final = 300
_MOST: Final = 64 << 20
_HOST: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*|\[?[0-9A-Fa-f:]+\]?")
_USER: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_FOLDER: Final = re.compile(r"[A-Za-z0-9._/ -]+")


@dataclass(frozen=True, slots=True)
class SftpTransport:
    """A drop box.

    Attributes:
        known_hosts: file with the host's key; a host that is not in it is refused, never asked about.
        key: private key to log in with.
        outbox, inbox: folders on the host.
    """

    host: str
    port: str
    user: str
    key: Path
    known_hosts: Path
    outbox: str
    inbox: str

    @classmethod
    def of(cls, settings: dict[str, Any], beside: Path) -> Self:
        """Make it from settings.

        Raises:
            UsageError: settings that are missing, or that could be taken for options or commands.
        """
        said = required(settings, "host", "user", "key", "known_hosts", "outbox", "inbox", optional=("port",))
        for name, rule in (("host", _HOST), ("user", _USER), ("outbox", _FOLDER), ("inbox", _FOLDER)):
            if not rule.fullmatch(said[name]) or said[name].startswith("-"):
                raise UsageError(f"The settings of the transport: {name}: found {said[name]!r}; expected a plain one.")
        if not said.get("port", "22").isdecimal():
            raise UsageError(f"The settings of the transport: port: found {said['port']!r}; expected a number.")
        for name in ("key", "known_hosts"):
            if not (beside / said[name]).is_file():
                raise UsageError(f"The settings of the transport: {name}: there is no file {beside / said[name]}.")
        if shutil.which("sftp") is None:
            raise UsageError("OpenSSH's sftp is not installed; install it (Debian: openssh-client).")
        return cls(
            said["host"], said.get("port", "22"), said["user"], (beside / said["key"]).resolve(),
            (beside / said["known_hosts"]).resolve(), said["outbox"], said["inbox"],
        )  # fmt: skip

    def put(self, name: str, data: bytes) -> str:
        """Upload under another name, then rename: the authority never sees half a file."""
        plain_name(name)
        partial, target = f"{self.outbox}/.{name}.partial", f"{self.outbox}/{name}"
        with tempfile.TemporaryDirectory(prefix="tanglaw-") as scratch:
            local = Path(scratch) / "report"
            local.write_bytes(data)
            self._run([f'-rm "{partial}"', f'put "{local}" "{partial}"'])
        try:
            self._run([f'rename "{partial}" "{target}"'])
        except TransportError as error:
            raise TransportError(str(error), maybe_sent=True) from error
        return f"{self.user}@{self.host}:{target} written, {len(data):,} bytes"

    def holds(self, name: str) -> bool:
        """Tell whether the outbox holds the file."""
        return plain_name(name) in self._listed(self.outbox)

    def receipts(self) -> list[str]:
        """Name the files of the inbox."""
        return self._listed(self.inbox)

    def fetch(self, name: str) -> bytes:
        """Download a receipt."""
        plain_name(name)
        with tempfile.TemporaryDirectory(prefix="tanglaw-") as scratch:
            local = Path(scratch) / "receipt"
            self._run([f'get "{self.inbox}/{name}" "{local}"'])
            if local.stat().st_size > _MOST:
                raise TransportError(f"{name}: larger than {_MOST >> 20} MB; expected a receipt.")
            return local.read_bytes()

    def _listed(self, folder: str) -> list[str]:
        lines = self._run([f'ls -1 "{folder}"']).splitlines()
        names = (line.rpartition("/")[2].strip() for line in lines if not line.startswith("sftp>"))
        return sorted(name for name in names if name and not name.startswith("."))

    def _run(self, commands: list[str]) -> str:
        options = {
            "BatchMode": "yes", "StrictHostKeyChecking": "yes", "UserKnownHostsFile": str(self.known_hosts),
            "GlobalKnownHostsFile": "/dev/null", "IdentitiesOnly": "yes", "IdentityFile": str(self.key),
            "PasswordAuthentication": "no", "ConnectTimeout": "20", "ServerAliveInterval": "15", "UpdateHostKeys": "no",
        }  # fmt: skip
        words = ["sftp", "-F", "none", "-b", "-", "-P", self.port]
        words += [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        host = f"[{self.host.strip('[]')}]" if ":" in self.host else self.host
        try:
            done = subprocess.run(  # noqa: S603 -- no shell, and every word was checked
                [*words, f"{self.user}@{host}"], input="\n".join(commands) + "\n", capture_output=True, text=True,
                timeout=_SECONDS, check=False, errors="replace",
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise TransportError(f"{self.host}: {type(error).__name__}; the connection failed.") from None
        if done.returncode:
            said = " ".join(done.stderr.split())[-400:]
            raise TransportError(f"{self.host}: {said or 'sftp failed'}")
        return done.stdout
