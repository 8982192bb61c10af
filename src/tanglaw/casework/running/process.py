"""Which process is at work, and whether it still lives: by host, number and start, as numbers are used again."""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

SILENT: Final = timedelta(seconds=60)
"""Time without a beat after which a worker on another host is taken for dead."""

HUNG: Final = timedelta(minutes=10)
"""The same for one on this host that can be seen alive: an import on SQLite holds the database for a while."""

SETTLED: Final = timedelta(seconds=5)
"""A worker on this host that is gone is given this long, lest two containers of one host name judge each other."""


@cache
def me() -> str:
    """Name this process: ``host:number:start``."""
    return f"{socket.gethostname()[:80]}:{os.getpid()}:{_started(os.getpid()) or 0}"


def dead(worker: str, beat: datetime | None, now: datetime) -> bool:
    """Tell whether a worker that last beat at `beat` is no more."""
    silence = now - beat if beat else HUNG
    host, number, start = (["", "", "", *worker.rsplit(":", 2)])[-3:]
    if host != socket.gethostname()[:80] or not number.isdecimal() or not start.isdecimal():
        return silence >= SILENT
    alive = _started(int(number)) == int(start)
    return silence >= (HUNG if alive else SETTLED)


def _started(number: int) -> int | None:
    """Return when a process began, in ticks since the machine did; None where it is gone, 0 where nobody can tell."""
    if not Path("/proc/self/stat").exists():
        try:
            os.kill(number, 0)
        except OSError:
            return None
        return 0
    try:
        fields = Path(f"/proc/{number}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else int(fields[19])
