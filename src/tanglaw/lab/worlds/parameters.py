"""Every figure a practice world rests on, with where it comes from.

A behaviour file declares its figures beside the code that uses them; the documentation is made from the same tables,
so a figure cannot lose its source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Mark = Literal["published", "assumed"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One figure, its unit and its source."""

    behaviour: str
    name: str
    value: float
    unit: str
    source: str
    mark: Mark


@dataclass(slots=True)
class Parameters:
    """The figures of one behaviour, in the order they were declared."""

    behaviour: str
    rows: list[Parameter] = field(default_factory=list)

    def published(self, name: str, value: float, unit: str, source: str) -> float:
        """Declare a published figure and return its value."""
        self.rows.append(Parameter(self.behaviour, name, value, unit, source, "published"))
        return value

    def assumed(self, name: str, value: float, unit: str, why: str) -> float:
        """Declare an assumption and return its value; ``why`` says what it was reasoned from."""
        self.rows.append(Parameter(self.behaviour, name, value, unit, why, "assumed"))
        return value
