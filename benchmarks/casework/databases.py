"""The two databases to measure on: SQLite in the workspace's folder, and a PostgreSQL of one's own from Debian."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

BINARIES: Final = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/nowhere"))
"""Of the newest PostgreSQL installed; a folder that is not there where none is."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL of one's own in a folder, on a port of its own; yield its address without a database's name.

    Raises:
        RuntimeError: it does not start.
    """
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data, port = folder / "data", free_port()

    def run(*command: str) -> None:
        done = subprocess.run(
            [*user, *command], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=folder
        )
        if done.returncode:
            raise RuntimeError(f"{command}: {done.stderr}")

    run(str(BINARIES / "initdb"), "-D", str(data), "-U", "tanglaw", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=60"
    )
    run(str(BINARIES / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://tanglaw@127.0.0.1:{port}"
    finally:
        run(str(BINARIES / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
