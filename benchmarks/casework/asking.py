"""One question to the workspace, as its server gets it: how long the answer took, and of whose time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from django.test import Client

_WORK: Final = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: milliseconds by the clock and of processors (the database's own process with it), and its queries."""

    clock: float
    cpu: float
    queries: int
    size: int


def ask(client: Client, method: str, address: str, form: dict[str, str], expected: int) -> Answer:
    """Ask once, through all of the site's middleware; the time of the test client counts too.

    Raises:
        RuntimeError: the answer is another than expected.
    """
    from django.db import connection  # noqa: PLC0415 -- Django must be loaded first

    connection.ensure_connection()
    backend = _backend()
    counted = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        nonlocal counted
        counted += 1
        return execute(*arguments)

    with connection.execute_wrapper(count):
        clock, cpu, theirs = time.perf_counter(), time.process_time(), _spent(backend)
        response = client.post(address, form) if method == "POST" else client.get(address)
        body = response.getvalue()
        clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
        theirs = _spent(backend) - theirs
    if response.status_code != expected:
        raise RuntimeError(f"{method} {address}: {response.status_code}; expected {expected}")
    return Answer(clock * 1e3, (cpu + theirs) * 1e3, counted, len(body))


def loop() -> float:
    """Return the milliseconds of a processor that a fixed piece of work takes now: what this machine is worth today."""
    begun = time.process_time()
    sum(number * number % 7 for number in range(_WORK))
    return (time.process_time() - begun) * 1e3


def _backend() -> int:
    """Return the process of PostgreSQL that works for this connection; 0 for SQLite, which works in ours."""
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _spent(process: int) -> float:
    """Return the seconds that a process has had of a processor."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9 if process else 0.0
