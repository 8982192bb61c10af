"""What a detection under way says on stderr, line by line: progress as JSON, everything else for the log."""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

_MOST_LINES: Final = 400
_LONGEST_LINE: Final = 500
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LAST_SAID: Final = 12


@dataclass(frozen=True, slots=True)
class State:
    """How far it is: stage, its rows that are done, rows a second."""

    stage: str = ""
    rows: int = 0
    rate: float = 0.0


@dataclass(slots=True)
class Told:
    """Gathers what was said; lines come from one thread and are read from another."""

    state: State = field(default_factory=State)
    _lines: deque[str] = field(default_factory=lambda: deque(maxlen=_MOST_LINES))
    _lock: Lock = field(default_factory=Lock)

    def hear(self, line: str) -> None:
        """Take one line."""
        progress = _progress(line)
        with self._lock:
            if progress is None:
                self._write(line)
            else:
                if progress.stage != self.state.stage:
                    self._write(progress.stage)
                self.state = progress

    def _write(self, line: str) -> None:
        line = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", line.rstrip())[:_LONGEST_LINE]
        if line:
            self._lines.append(line)

    @property
    def log(self) -> str:
        """The last lines, progress as one line a stage."""
        with self._lock:
            return "\n".join(self._lines)

    @property
    def reason(self) -> str:
        """The last that was said, where an error stands: from the line on that the command line itself began."""
        with self._lock:
            lines = list(self._lines)
        begins = [place for place, line in enumerate(lines) if line.startswith("tanglaw: ")]
        said = lines[begins[-1] :] if begins else lines[-1:]
        return "\n".join(said[:_LAST_SAID]).removeprefix("tanglaw: ")


def _progress(line: str) -> State | None:
    if not line.startswith('{"stage"'):
        return None
    try:
        said = json.loads(line)
        stage, rows, seconds = str(said["stage"])[:60], int(said["rows"]), float(said["seconds"])
    except (ValueError, KeyError, TypeError, OverflowError):
        return None
    return State(stage, rows, rows / seconds if seconds > 0 else 0.0)
