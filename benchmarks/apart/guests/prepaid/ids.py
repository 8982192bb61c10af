"""Account numbers that tell nothing: the order of issue is scrambled."""

from __future__ import annotations

from .chance import Chance

_SPACE = 10**8
_STRIDE = 2_654_435_761  # no factor in common with the space, so that no number comes twice


class Numbers:
    """A source of different eight-digit numbers."""

    def __init__(self, chance: Chance) -> None:
        self._next = chance.between(1, _SPACE // 2)

    def take(self) -> str:
        """The next number."""
        self._next += 1
        return f"{self._next * _STRIDE % _SPACE:08d}"
