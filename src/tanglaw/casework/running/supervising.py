"""``python -m tanglaw.casework.running.supervising``: keeps one worker beside the server, and ends with it."""

from __future__ import annotations

import signal
import subprocess  # nosec B404 -- our own interpreter and modules only
import sys
import time
from threading import Event
from typing import Final

from tanglaw.casework.running import lifeline

_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 60.0
_GRACE: Final = 15.0


def beside(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a supervisor whose worker has this environment; it ends when this process does."""
    return subprocess.Popen(  # nosec B603 -- our own interpreter and module
        [sys.executable, "-m", "tanglaw.casework.running.supervising"], stdin=subprocess.PIPE, env=environment
    )


def main() -> None:
    """Start a worker, and another whenever one ends; wait longer each time that one ended at once."""
    ended = Event()
    lifeline.hold(ended.set)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    pause = _FIRST_PAUSE
    while not ended.is_set():
        started = time.monotonic()
        worker = subprocess.Popen(  # nosec B603 -- our own interpreter and module
            [sys.executable, "-m", "tanglaw.casework.running.worker"], stdin=subprocess.PIPE
        )
        while worker.poll() is None and not ended.wait(0.5):
            pass
        if worker.poll() is None:
            _end(worker)
            return
        pause = _FIRST_PAUSE if time.monotonic() - started > _LONGEST_PAUSE else min(pause * 2, _LONGEST_PAUSE)
        print(f"The worker ended ({worker.returncode}); another starts in {pause:.0f} s.", file=sys.stderr, flush=True)  # noqa: T201
        ended.wait(pause)


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(_GRACE)
    except subprocess.TimeoutExpired:
        worker.kill()


if __name__ == "__main__":
    main()
