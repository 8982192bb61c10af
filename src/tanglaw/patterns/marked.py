"""What a file says, with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from tanglaw.patterns.placed_fault import Place, PlacedFault

Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions that lead from the top of a document to a value."""

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"


@dataclass(slots=True)
class Marked:
    """What a file says, and where.

    Attributes:
        data: the document; ``None`` when it could not be read at all.
        places: path of keys and positions → where the value stands.
        keys: path of a mapping's entry → where its key stands.
        faults: what was refused.
        refused: paths whose value was refused, so that nobody complains of them twice.
    """

    file: str
    lines: list[str] = field(default_factory=list)
    data: Data = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[PlacedFault] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)

    def fault(self, place: Place, found: str, expected: str, mend: str = "") -> PlacedFault:
        """Make a fault of this file, with the line it stands in."""
        excerpt = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return PlacedFault(f"{self.file}:{place.line}", found, expected, mend, self.file, place, excerpt[:200])

    def value_at(self, path: Path) -> Place:
        """Return where the value at ``path`` stands, or the nearest thing that holds it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(1, 1))

    def key_at(self, path: Path) -> Place:
        """Return where the key of ``path`` stands, or its value's place."""
        return self.keys.get(path) or self.value_at(path)
