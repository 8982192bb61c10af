"""Asks one workspace for every page: first as after an import, then many times."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from benchmarks.casework.asking import Answer, ask
from benchmarks.casework.office import Office, furnish
from benchmarks.casework.pages import Page, pages

if TYPE_CHECKING:
    from django.test import Client

_LEAST: Final = 20
"""Times that each kind of page is asked for; more often where there are more addresses."""

_IMPORTS: Final = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """What a kind of page took, milliseconds; ``first`` is the worst of a few, each as if just after an import."""

    name: str
    times: int
    clock: float
    worst_clock: float
    cpu: float
    worst_cpu: float
    first: float
    queries: int
    size: int
    worst_at: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A whole workspace: what bringing the leads in took (seconds), and every kind of page."""

    database: str
    importing: float
    importing_cpu: float
    pages: list[Figures]

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """Read what :func:`measure` returned."""
        return cls(**{**said, "pages": [Figures(**one) for one in said["pages"]]})


def measure(data: Path, run: Path, only: str) -> dict[str, Any]:
    """Furnish a workspace in this process's environment and ask for its pages; return a :class:`Measured` as data."""
    from tanglaw.casework.site import start  # noqa: PLC0415 -- it needs the environment that was set for it

    start.prepare({"TANGLAW_DATA": str(data)})
    office = furnish(data, run)
    from tanglaw.casework.site.warming import warm  # noqa: PLC0415 -- as the server does

    warm()
    clients = {
        reader: _client(office, reader) for reader in ("supervisor", "auditor", "administrator", "program", "nobody")
    }
    found = [_figures(clients[one.reader], one) for one in pages(office) if only in one.name]
    measured = Measured(_version(), office.importing, office.importing_cpu, found)
    return asdict(measured)


def _client(office: Office, reader: str) -> Client:
    from django.test import Client  # noqa: PLC0415 -- Django must be loaded first

    headers = {"host": "localhost"} | ({"authorization": f"Bearer {office.token}"} if reader == "program" else {})
    client = Client(headers=headers)
    if reader in {"supervisor", "auditor", "administrator"}:
        client.force_login(getattr(office, reader), "allauth.account.auth_backends.AuthenticationBackend")
    return client


def _figures(client: Client, page: Page) -> Figures:
    first = max(_first(client, page).cpu for _ in range(1 if page.method == "POST" else _IMPORTS))
    times = len(page.addresses) if page.method == "POST" else max(_LEAST, len(page.addresses))
    asked = [page.addresses[number % len(page.addresses)] for number in range(times)]
    answers = [ask(client, page.method, address, page.form, page.status) for address in asked]
    worst = max(range(times), key=lambda number: answers[number].cpu)
    return Figures(
        page.name, times, statistics.median(one.clock for one in answers), max(one.clock for one in answers),
        statistics.median(one.cpu for one in answers), answers[worst].cpu, first,
        max(one.queries for one in answers), max(one.size for one in answers), asked[worst],
    )  # fmt: skip


def _first(client: Client, page: Page) -> Answer:
    """Ask with nothing opened, as where an import brought every lead a moment ago and the server had no time yet."""
    from tanglaw.casework.reading import names, subjects  # noqa: PLC0415

    names.forget()
    subjects.forget()
    return ask(client, page.method, page.addresses[0], page.form, page.status)


def _version() -> str:
    from django.db import connection  # noqa: PLC0415

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
    import sqlite3  # noqa: PLC0415

    return f"SQLite {sqlite3.sqlite_version}"
