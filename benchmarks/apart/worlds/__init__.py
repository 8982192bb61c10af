"""The worlds, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.apart.kit.ledger import Shape
from benchmarks.apart.kit.world import World
from benchmarks.apart.worlds import w1, w3

Build = Callable[[int, int], tuple[World, Shape]]
"""Takes a seed and a number of payers; returns a world that has lived, and the shape of its file."""

WORLDS: Final[dict[str, Build]] = {"w1": w1.build, "w3": w3.build}
