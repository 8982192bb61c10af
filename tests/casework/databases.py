"""Fresh databases for tests: a SQLite file copied from a migrated one, or a PostgreSQL database made from a template."""

from __future__ import annotations

import json
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
from benchmarks.casework import databases
from benchmarks.casework.databases import BINARIES, free_port

from .started import DATA

__all__ = ["free_port", "postgresql"]


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL of one's own on a port of its own; yield its address without a database's name."""
    if not (BINARIES / "initdb").exists():
        pytest.skip("needs Debian's postgresql")
    with databases.postgresql(folder) as address:
        yield address


_KEPT = ("PATH", "PYTHONPYCACHEPREFIX")


def _environment(variables: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(sys.path), **variables}


def tanglaw(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tanglaw", *arguments],
        check=False,
        input=stdin,
        capture_output=True,
        text=True,
        env=_environment(variables),
    )


def tanglaw_each(*commands: tuple[list[str], str], **variables: str) -> None:
    """Run commands one after the other in one process, each with what it reads; all have to go well."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.casework.console"],
        check=False, input=json.dumps(commands), capture_output=True, text=True, env=_environment(variables),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def make_tables(data: Path) -> Path:
    """Make a workspace's tables in a folder, with nothing in them, by copying: to make them takes seconds."""
    data.mkdir(exist_ok=True)
    shutil.copy(DATA / "workspace.sqlite3", data / "workspace.sqlite3")
    return data


@contextmanager
def served(data: Path, **variables: str) -> Iterator[str]:
    """Serve a workspace in a process of its own; yield its address."""
    port = free_port()
    with (data / "served.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tanglaw", "serve", "--port", str(port)],
            env=_environment({"TANGLAW_DATA": str(data), **variables}), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
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
