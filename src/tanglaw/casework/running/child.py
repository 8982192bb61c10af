"""``python -m tanglaw.casework.running.child ARGUMENTS``: the command line, at low priority, ending with its parent.

A worker that is killed takes its detection along: two on one source would otherwise run side by side once it is taken
up again. Started in a session of its own, so that everything it started itself ends, too.
"""

from __future__ import annotations

import os
import runpy
import signal

from tanglaw.casework.running import lifeline

_LOW = 10


def main() -> None:
    """Run the command line with this process's arguments."""
    os.nice(_LOW)
    lifeline.hold(lambda: os.killpg(0, signal.SIGKILL))
    runpy.run_module("tanglaw", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
