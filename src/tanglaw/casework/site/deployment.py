"""Checks of how the workspace is set up, for ``tanglaw serve --check``."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

from django.core import checks

from tanglaw.casework.site.current import current
from tanglaw.casework.site.environment import LOCAL, Environment
from tanglaw.casework.site.keys import secret_key, signing_seed
from tanglaw.common.errors import TanglawError


@checks.register(checks.Tags.security, deploy=True)
def check_workspace(app_configs: object, **_: object) -> Sequence[checks.CheckMessage]:
    """Report what stands between this set-up and production."""
    del app_configs
    environment: Environment = current()
    found: list[checks.CheckMessage] = []
    if not environment.encrypted:
        found.append(
            checks.Warning(
                f"The origin is {environment.origin}: cookies and pages travel unencrypted.",
                hint="Set TANGLAW_ORIGIN to the https address that people type.",
                id="tanglaw.W001",
            )
        )
    if environment.second_factor == "optional":
        found.append(
            checks.Warning("A second factor is optional.", hint="Unset TANGLAW_SECOND_FACTOR.", id="tanglaw.W002")
        )
    if not environment.database_url:
        found.append(
            checks.Warning(
                "The database is SQLite: right for a small team on one machine, not for sixty people.",
                hint="Set DATABASE_URL to a PostgreSQL database.",
                id="tanglaw.W003",
            )
        )
    parts = urlsplit(environment.database_url)
    if parts.hostname and parts.hostname not in LOCAL and dict(parse_qsl(parts.query)).get("sslmode") != "verify-full":
        found.append(
            checks.Warning(
                f"The database is on another host ({parts.hostname}), and its certificate is not checked.",
                hint="Add ?sslmode=verify-full&sslrootcert=… to DATABASE_URL.",
                id="tanglaw.W005",
            )
        )
    if parts.password:
        found.append(
            checks.Warning(
                "DATABASE_URL holds a password: it stands in the environment of every process of the workspace.",
                hint="Use the database's socket (?host=/run/postgresql, the role found by the machine's user), "
                "a client certificate (?sslcert=…&sslkey=…), or a password file of mode 0600 (PGPASSFILE).",
                id="tanglaw.W006",
            )
        )
    if environment.encrypted and not environment.proxies:
        found.append(
            checks.Warning(
                "No proxy is trusted, yet the origin is https: the server itself speaks plain HTTP.",
                hint="Set TANGLAW_PROXIES to how many are in front, and let the nearest one set X-Forwarded-Proto.",
                id="tanglaw.W004",
            )
        )
    try:
        signing_seed(environment)
        secret_key(environment)
    except TanglawError as error:
        found.append(checks.Error(str(error), id="tanglaw.E001"))
    return found
