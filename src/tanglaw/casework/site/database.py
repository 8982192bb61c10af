"""Which database: SQLite in the workspace's folder, or PostgreSQL by its address."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tanglaw.casework.site.environment import Environment


def database(environment: Environment) -> dict[str, Any]:
    """Describe the database to Django.

    SQLite gets a write-ahead log and takes its write lock when a transaction begins: with Django's default, a
    transaction that reads first and writes later fails at once when another wrote meanwhile, and no time-out helps.
    """
    if environment.database_url:
        return _postgresql(environment.database_url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(environment.data / "workspace.sqlite3"),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,  # of which an import of ten thousand leads may take the better part on a busy machine
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
