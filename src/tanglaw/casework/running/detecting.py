"""``tanglaw detect`` in a process of its own: watched, and ended when asked to."""

from __future__ import annotations

import os
import signal
import subprocess  # nosec B404 -- our own interpreter and modules only
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import Enum
from threading import Thread
from typing import Final

from tanglaw.casework.running.told import Told
from tanglaw.casework.site.environment import without_secrets

_GRACE: Final = 10.0


class Ended(Enum):
    """How it ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    STOPPED = "this worker was told to end"
    LOST = "another worker has taken it up"


def detect(arguments: Sequence[str], told: Told, beat: Callable[[], Ended | None], every: float) -> Ended:
    """Run detection until it ends, or until a beat says why to stop.

    Args:
        arguments: of ``tanglaw detect``.
        told: hears what it says.
        beat: called again and again; an answer ends it.
        every: seconds between two beats.
    """
    command = [
        sys.executable, "-m", "tanglaw.casework.running.child", "detect", *arguments, "--progress-lines", "--json",
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603  # nosec B603 -- our own interpreter and module; nothing of it comes from a page
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        env=without_secrets(), text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    reader = Thread(target=_hear, args=(process.stderr or [], told), name="hears detection", daemon=True)
    reader.start()
    try:
        while True:
            with suppress(subprocess.TimeoutExpired):
                process.wait(every)
            why = beat()
            if process.poll() is not None:
                break
            if why is not None:
                _end(process)
                return why
    finally:
        if process.poll() is None:
            _end(process)
        reader.join(_GRACE)
    if process.returncode < 0:
        name = signal.Signals(-process.returncode).name
        hint = " Often that is a machine with too little memory." if process.returncode == -signal.SIGKILL else ""
        told.hear(f"tanglaw: detection was ended from outside ({name}).{hint}")
    if why == Ended.LOST:
        return why
    return Ended.DONE if process.returncode == 0 else Ended.FAILED


def _hear(stream: Iterable[str], told: Told) -> None:
    for line in stream:
        told.hear(line)


def _end(process: subprocess.Popen[str]) -> None:
    """End it and everything it started: asked first, so that it takes its half-written files away."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
