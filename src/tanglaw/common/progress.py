"""What a long run tells its user: the stage, how fast, how long; and what it leaves in ``run.json``."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    import rich.progress

_BETWEEN_LINES: Final = 0.5
"""Seconds between two lines of one stage: often enough to watch, too seldom to cost anything."""


class Stage:
    """One stage under way; told of rows as they are done."""

    def __init__(
        self, bar: rich.progress.Progress | None, task: rich.progress.TaskID | None, lines: _Lines | None = None
    ) -> None:
        self.rows = 0
        self._bar, self._task, self._lines = bar, task, lines

    def advance(self, rows: int) -> None:
        """Count ``rows`` more rows as done."""
        self.rows += rows
        if self._lines is not None:
            self._lines.say(self.rows)
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task, rows)

    def expect(self, total: int) -> None:
        """Say how many rows there will be, once that is known."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=total)

    def _finish(self) -> None:
        """Leave the bar full and still: a stage without a known total would pulse for ever."""
        if self._lines is not None:
            self._lines.say(self.rows, last=True)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self.rows, completed=self.rows)
            self._bar.stop_task(self._task)


class _Lines:
    """One stage as lines of JSON on stderr, for a program that watches: ``stage``, ``rows``, ``seconds``."""

    def __init__(self, stage: str) -> None:
        self._stage, self._start = stage, time.perf_counter()
        self._said = 0.0
        self.say(0)

    def say(self, rows: int, *, last: bool = False) -> None:
        """Write a line, unless one was written a moment ago; the last is always written."""
        now = time.perf_counter()
        if now - self._said < _BETWEEN_LINES and not last:
            return
        self._said = now
        line = {"stage": self._stage, "rows": rows, "seconds": round(now - self._start, 3)}
        print(json.dumps(line), file=sys.stderr, flush=True)  # noqa: T201


class Progress:
    """Progress of one run: a bar on stderr where a person watches, silence elsewhere, the figures either way.

    A program that watches asks for lines of JSON instead of the bar.

    Attributes:
        seconds: wall-clock seconds per stage, in order of their start; a stage entered again adds up.
        rows: rows done per stage.
    """

    def __init__(self, enabled: bool | None = None, *, lines: bool = False) -> None:
        """Draw a bar if ``enabled``, or, when None, if stderr is a terminal; write ``lines`` instead of any bar."""
        self.seconds: dict[str, float] = {}
        self.rows: dict[str, int] = {}
        self._lines = lines
        wanted = sys.stderr.isatty() if enabled is None else enabled
        self._bar = _bar() if wanted and not lines else None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Stage]:
        """Time a stage of the run.

        Args:
            name: what is being done, in words for the user ("reading").
            total: rows expected, or None when that is not known.
        """
        task = self._bar.add_task(name, total=total) if self._bar is not None else None
        stage = Stage(self._bar, task, _Lines(name) if self._lines else None)
        self.seconds.setdefault(name, 0.0)
        start = time.perf_counter()
        try:
            yield stage
            stage._finish()  # noqa: SLF001 -- the two classes are one concept
        finally:
            self.seconds[name] += time.perf_counter() - start
            self.rows[name] = self.rows.get(name, 0) + stage.rows

    @property
    def peak_memory(self) -> int:
        """Largest resident memory so far, bytes: of this process or of any child that has ended, whichever is more."""
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        return max(_own_peak(), children)


def _own_peak() -> int:
    """Peak resident memory of this process, bytes.

    Linux's own record is asked first: ``getrusage`` also counts what the process was before it became Python, so that
    a run started from a large process would report that one's size.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _bar() -> rich.progress.Progress:
    """Make the bar: stage, bar, rows, rate, elapsed."""
    from rich.console import Console  # noqa: PLC0415 -- 40 ms that a quiet run need not pay
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
    )
    from rich.text import Text  # noqa: PLC0415

    class Rate(ProgressColumn):
        """Rows done and rows a second."""

        def render(self, task: Task) -> Text:
            if not task.completed or not task.elapsed:
                return Text("")
            return Text(
                f"{task.completed:,.0f} rows, {task.completed / task.elapsed:,.0f}/s", style="progress.data.speed"
            )

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        Rate(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
