"""Fresh databases for tests: a SQLite file copied from a migrated one, or a PostgreSQL database made from a template."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BINARIES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/nowhere"))


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL of one's own on a port of its own; yield its address without a database's name."""
    if not (BINARIES / "initdb").exists():
        pytest.skip("needs Debian's postgresql")
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data, port = folder / "data", free_port()

    def run(*command: str) -> None:
        done = subprocess.run(
            [*user, *command], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=folder
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"

    run(str(BINARIES / "initdb"), "-D", str(data), "-U", "tanglaw", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=60"
    )
    run(str(BINARIES / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://tanglaw@127.0.0.1:{port}"
    finally:
        run(str(BINARIES / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")


def tanglaw(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    return subprocess.run(
        [sys.executable, "-m", "tanglaw", *arguments],
        check=False,
        input=stdin,
        capture_output=True,
        text=True,
        env=environment,
    )


@contextmanager
def served(data: Path, **variables: str) -> Iterator[str]:
    """Serve a workspace in a process of its own; yield its address."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "TANGLAW_DATA": str(data), **variables,
    }  # fmt: skip
    with (data / "served.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tanglaw", "serve", "--port", str(port)],
            env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            for _ in range(600):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None, (data / "served.log").read_text()
                time.sleep(0.1)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(30)
