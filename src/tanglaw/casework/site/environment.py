"""What a workspace is told by its environment, checked and typed: the only place that reads environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from tanglaw.common.errors import Fault, FaultsError

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that plain HTTP may serve: the traffic never leaves the machine."""

VARIABLES: Final[Mapping[str, str]] = {
    "TANGLAW_DATA": "folder of the workspace: database (unless DATABASE_URL), keys, exported heads of the log",
    "TANGLAW_ORIGIN": "address that people type, like https://leads.example.org; plain http only for this machine",
    "DATABASE_URL": "postgresql://user:password@host:port/name; without it, SQLite in the data folder",
    "TANGLAW_SECRET_KEY": "key that signs cookies, 50 characters or more; without it, a file in the data folder",  # nosec B105 -- its meaning
    "TANGLAW_SECOND_FACTOR": "required or optional",
    "TANGLAW_IDLE_MINUTES": "minutes without a click after which a session ends",
    "TANGLAW_PROXIES": "number of trusted proxies in front, whose X-Forwarded-For and -Proto are believed",
    "TANGLAW_OIDC_ISSUER": "address of the institution's directory (OpenID Connect); without it, passwords alone",
    "TANGLAW_OIDC_CLIENT_ID": "what the directory knows the workspace by",
    "TANGLAW_OIDC_CLIENT_SECRET": "what the workspace proves that with",  # nosec B105 -- its meaning
    "TANGLAW_OIDC_NAME": "what the button on the sign-in page calls the directory",
    "TANGLAW_OIDC_SECOND_FACTOR": "here: the workspace's own; directory: the directory's, which must say that it asked",
}
"""Every variable that is read, with its meaning."""

SecondFactor = Literal["required", "optional"]
DirectoryFactor = Literal["here", "directory"]


@dataclass(frozen=True, slots=True)
class Environment:
    """The workspace as its environment describes it.

    Attributes:
        data: folder for the database, the keys and the exported heads.
        origin: scheme, host and port that people type.
        database_url: PostgreSQL, or empty for SQLite in ``data``.
        secret_key: signs cookies; empty when it stands in a file.
        second_factor: whether everybody needs one.
        idle_minutes: how long a session lives without a click.
        proxies: how many proxies in front are believed.
        oidc_issuer: the institution's directory; empty where there is none.
        oidc_client_id: the workspace's name at the directory.
        oidc_client_secret: its secret there.
        oidc_name: what people call the directory.
        oidc_second_factor: who asks people who sign in through the directory for a second factor.
    """

    data: Path
    origin: str = "http://localhost:8000"
    database_url: str = ""
    secret_key: str = ""
    second_factor: SecondFactor = "required"
    idle_minutes: int = 20
    proxies: int = 0
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    oidc_name: str = "the directory"
    oidc_second_factor: DirectoryFactor = "here"

    @property
    def host(self) -> str:
        """Host name of the origin, without its port."""
        return urlsplit(self.origin).hostname or ""

    @property
    def encrypted(self) -> bool:
        """Whether people reach the workspace over HTTPS."""
        return self.origin.startswith("https://")

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> Environment:
        """Read the environment.

        Raises:
            FaultsError: every variable that cannot be used.
        """
        faults: list[Fault] = []
        origin = variables.get("TANGLAW_ORIGIN", "http://localhost:8000").rstrip("/")
        faults += _origin_faults(origin)
        factor = variables.get("TANGLAW_SECOND_FACTOR", "required")
        if factor not in {"required", "optional"}:
            faults.append(Fault("TANGLAW_SECOND_FACTOR", factor, "required or optional"))
        key = variables.get("TANGLAW_SECRET_KEY", "")
        if 0 < len(key) < 50:
            faults.append(Fault("TANGLAW_SECRET_KEY", f"{len(key)} characters", "50 or more, random"))
        database = variables.get("DATABASE_URL", "")
        if database and urlsplit(database).scheme not in {"postgres", "postgresql"}:
            faults.append(Fault("DATABASE_URL", f"{urlsplit(database).scheme}://…", "postgresql://… or nothing"))
        idle = _whole(variables, "TANGLAW_IDLE_MINUTES", 20, range(1, 24 * 60 + 1), faults)
        proxies = _whole(variables, "TANGLAW_PROXIES", 0, range(10), faults)
        issuer = variables.get("TANGLAW_OIDC_ISSUER", "").rstrip("/")
        faults += _directory_faults(issuer, variables)
        if faults:
            raise FaultsError("The workspace cannot start with this environment.", faults)
        return cls(
            data=Path(variables.get("TANGLAW_DATA", "tanglaw-workspace")).absolute(),
            origin=origin,
            database_url=database,
            secret_key=key,
            second_factor="optional" if factor == "optional" else "required",
            idle_minutes=idle,
            proxies=proxies,
            oidc_issuer=issuer,
            oidc_client_id=variables.get("TANGLAW_OIDC_CLIENT_ID", ""),
            oidc_client_secret=variables.get("TANGLAW_OIDC_CLIENT_SECRET", ""),
            oidc_name=variables.get("TANGLAW_OIDC_NAME", "") or "the directory",
            oidc_second_factor="directory" if variables.get("TANGLAW_OIDC_SECOND_FACTOR") == "directory" else "here",
        )


def _origin_faults(origin: str) -> list[Fault]:
    parts = urlsplit(origin)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        return [Fault("TANGLAW_ORIGIN", origin, "an address like https://leads.example.org, without a path")]
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        mend = "Put a server that speaks TLS in front and give its address."
        return [Fault("TANGLAW_ORIGIN", origin, "https, for every host but this machine itself", mend)]
    return []


def _directory_faults(issuer: str, variables: Mapping[str, str]) -> list[Fault]:
    faults = []
    factor = variables.get("TANGLAW_OIDC_SECOND_FACTOR", "here")
    if factor not in {"here", "directory"}:
        faults.append(Fault("TANGLAW_OIDC_SECOND_FACTOR", factor, "here or directory"))
    if not issuer:
        return faults
    parts = urlsplit(issuer)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
    if not parts.hostname or parts.query or not safe:
        faults.append(Fault("TANGLAW_OIDC_ISSUER", issuer, "the https address that the directory calls its issuer"))
    faults += [
        Fault(name, "nothing", "what the directory gave the workspace to prove itself with")
        for name in ("TANGLAW_OIDC_CLIENT_ID", "TANGLAW_OIDC_CLIENT_SECRET")
        if not variables.get(name)
    ]
    return faults


def _whole(variables: Mapping[str, str], name: str, otherwise: int, allowed: range, faults: list[Fault]) -> int:
    found = variables.get(name, str(otherwise))
    if found.isascii() and found.isdecimal() and int(found) in allowed:
        return int(found)
    faults.append(Fault(name, found, f"a whole number from {allowed[0]} to {allowed[-1]}"))
    return otherwise


def without_secrets() -> dict[str, str]:
    """Give what a child process needs of the environment, without anything that the workspace alone is told."""
    ours = ("TANGLAW_", "DATABASE_URL", "PG")  # libpq's own: PGPASSFILE, PGPASSWORD
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
