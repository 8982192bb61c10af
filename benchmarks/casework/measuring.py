"""Asks one workspace for every page: first as after an import, then many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final, Self

from benchmarks.casework.asking import Answer, ask, loop
from benchmarks.casework.office import Office, furnish
from benchmarks.casework.pages import Page, pages

if TYPE_CHECKING:
    from django.test import Client

_LEAST: Final = 12
"""Times that each kind of page is asked for; more often where there are more addresses."""

_ROUNDS: Final = 3
"""Times that each address is asked for at least, all of a kind in turn."""

_IMPORTS: Final = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """What a kind of page took, milliseconds.

    Of each address the median of its answers counts: the worst single answer would be other people's work. ``cpu`` and
    ``clock`` are the middle of these medians, ``worst`` the largest; ``first`` is the median of a few answers, each as
    if just after an import, and ``loop`` that of a fixed piece of work between the answers.
    """

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
    loop: float


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
    writes = page.method == "POST"
    first = median(_first(client, page).cpu for _ in range(1 if writes else _IMPORTS))
    # What is done once is not done again by the same address.
    rounds = 1 if writes else max(_ROUNDS, -(-_LEAST // len(page.addresses)))
    answers: dict[str, list[Answer]] = {address: [] for address in page.addresses}
    loops = []
    for _ in range(rounds):
        for address, found in answers.items():
            found.append(ask(client, page.method, address, page.form, page.status))
            loops.append(loop())
    cpu = {address: median(one.cpu for one in found) for address, found in answers.items()}
    clock = {address: median(one.clock for one in found) for address, found in answers.items()}
    every = [one for found in answers.values() for one in found]
    worst = max(cpu, key=cpu.__getitem__)
    return Figures(
        page.name, len(every), median(clock.values()), max(clock.values()), median(cpu.values()), cpu[worst], first,
        max(one.queries for one in every), max(one.size for one in every), worst, median(loops),
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
