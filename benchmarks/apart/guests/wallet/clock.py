"""The event queue: lives are generators that yield the moment at which they next wake."""

from __future__ import annotations

import heapq
from collections.abc import Generator
from random import Random

from .people import Person
from .places import DAYS, hours_ahead

Life = Generator[float, None, None]
"""A need that wakes, acts, and says when it wakes next, in days since the world began."""


class Clock:
    """Wakes lives in order of time, so that what one person does (limits, arrears, news) is seen by the next."""

    def __init__(self, random: Random) -> None:
        self.now = 0.0
        self.random = random
        self._queue: list[tuple[float, int, Life]] = []
        self._started = 0

    def start(self, life: Life) -> None:
        """Let a life take its first step at the present moment."""
        self._started += 1
        heapq.heappush(self._queue, (self.now, self._started, life))

    def run(self) -> None:
        """Wake everybody until the year is over."""
        while self._queue:
            self.now, number, life = heapq.heappop(self._queue)
            wake = next(life, None)
            if wake is not None and wake < DAYS:
                heapq.heappush(self._queue, (max(wake, self.now), number, life))

    def local(self, person: Person, day: float, hour: float | None = None, spread: float = 2.5) -> float:
        """Return a moment on that day of the world, near an hour of the person's local day (the usual one if none)."""
        wanted = self.random.gauss(person.hour if hour is None else hour, spread) % 24
        moment = int(day) + (wanted - hours_ahead(person.place(day).zone, day)) / 24
        return moment if moment > self.now else moment + 1 if moment + 1 > self.now else self.now + 0.01

    def gap(self, mean: float) -> float:
        """Return a waiting time in days, irregular as life is."""
        return self.random.gammavariate(2.0, mean / 2.0)
