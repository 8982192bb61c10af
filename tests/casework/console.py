"""The command line inside the test's own process: what it says and how it ends, without the second that starting takes."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from subprocess import CompletedProcess

from tanglaw.cli.main import main


def run(*arguments: str, stdin: str = "") -> CompletedProcess[str]:
    """Run a command; ``.returncode``, ``.stdout`` and ``.stderr`` are those of a process."""
    before = sys.argv, sys.stdin
    sys.argv, sys.stdin = ["tanglaw", *arguments], io.StringIO(stdin)
    said, told, status = io.StringIO(), io.StringIO(), 0
    try:
        with redirect_stdout(said), redirect_stderr(told):
            main()
    except SystemExit as ended:
        status = int(ended.code or 0)
    finally:
        sys.argv, sys.stdin = before
    return CompletedProcess(["tanglaw", *arguments], status, said.getvalue(), told.getvalue())


if __name__ == "__main__":  # several commands, one after the other: [[arguments, stdin], ...] on stdin
    for arguments, stdin in json.load(sys.stdin):
        done = run(*arguments, stdin=stdin)
        if done.returncode:
            sys.exit(f"{arguments}: {done.stderr}")
