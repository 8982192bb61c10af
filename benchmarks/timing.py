"""Time whole processes: wall clock, CPU and peak memory, as the system counts them."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Timing:
    """One run of one command.

    Attributes:
        seconds: wall clock, from start to exit, starting Python included.
        cpu: seconds of all cores together.
        peak: largest resident memory, bytes.
        says: what the command printed as its last line, if that was a JSON object.
        failure: why it did not work, in its own last words; empty when it did.
    """

    seconds: float
    cpu: float
    peak: int
    says: dict[str, Any] = field(default_factory=dict)
    failure: str = ""


def run(command: Sequence[str]) -> Timing:
    """Run a command and wait for it.

    The system counts into a child's peak what its parent held when it started it: the caller must stay small.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        try:
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
    return Timing(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, says, failure)
