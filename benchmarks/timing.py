"""Time whole processes: wall clock, CPU and peak memory, as the system counts them."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final

_BETWEEN_LOOKS: Final = 0.1
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One run of one command.

    Attributes:
        seconds: wall clock, from start to exit, starting Python included.
        cpu: seconds of all cores together.
        peak: largest resident memory, bytes.
        held: the largest part of it, bytes, that was no copy of a file, which the system takes back when it needs the
            room; 0 where the system does not tell. Looked at ten times a second.
        says: what the command printed as its last line, if that was a JSON object.
        failure: why it did not work, in its own last words; empty when it did.
    """

    seconds: float
    cpu: float
    peak: int
    says: dict[str, Any] = field(default_factory=dict)
    failure: str = ""
    held: int = 0


def run(command: Sequence[str]) -> Timing:
    """Run a command and wait for it.

    The system counts into a child's peak what its parent held when it started it: the caller must stay small.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, env=_as_installed())
        holding = _Holding(process.pid)
        try:
            with holding:
                _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        last = (out.read().strip().splitlines() or [""])[-1]
        failure = ""
        if process.returncode:
            failure = (err.read().strip().splitlines() or [f"exit status {process.returncode}"])[-1]
    says = json.loads(last) if last.startswith("{") and not failure else {}
    return Timing(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, says, failure, holding.most)


def _as_installed() -> dict[str, str]:
    """Give this environment without a ban on bytecode: what is installed is compiled once, and not at every start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Holding:
    """Watches how much memory a process holds that is its own.

    Attributes:
        most: the most that was seen, bytes.
    """

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._status = Path(f"/proc/{pid}/status")
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_BETWEEN_LOOKS):
            with suppress(OSError):  # it has ended, or there is no such file here
                for line in self._status.read_text().splitlines():
                    if line.startswith("RssAnon:"):
                        self.most = max(self.most, int(line.split()[1]) * 1024)
