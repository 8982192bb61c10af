"""What the shapes on a timeline stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Legend:
    """What a shape on the timeline stands for."""

    shape: str
    label: str
    payments: int
