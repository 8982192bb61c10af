"""How fast programs may ask: counted a minute, in this process."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import Final

REQUESTS: Final = 600
"""Requests a minute of one key."""

REFUSALS: Final = 30
"""Refused keys a minute from one address; more are turned away without an entry in the log."""

_WINDOW: Final = 60.0
_MOST: Final = 10_000


class Pace:
    """Counts by name in windows of a minute. Names are forgotten, the oldest first, so that memory stays bounded."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = Lock()
        self._counts: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def step(self, name: str, now: float | None = None) -> int:
        """Count one; return 0 where it may go on, else the seconds until it may."""
        now = time.monotonic() if now is None else now
        with self._lock:
            since, count = self._counts.pop(name, (now, 0))
            if now - since >= _WINDOW:
                since, count = now, 0
            self._counts[name] = (since, count + 1)
            while len(self._counts) > _MOST:
                self._counts.popitem(last=False)
        return 0 if count < self.most else max(1, round(since + _WINDOW - now))

    def full(self, name: str, now: float | None = None) -> int:
        """Say whether a name has used its minute up, without counting."""
        now = time.monotonic() if now is None else now
        with self._lock:
            since, count = self._counts.get(name, (now, 0))
        return max(1, round(since + _WINDOW - now)) if count >= self.most and now - since < _WINDOW else 0


requests = Pace(REQUESTS)
refusals = Pace(REFUSALS)
