"""The ordinary explanations that a lead can be dismissed with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern_set import PatternSet

OTHERS: Final[Mapping[str, str]] = {
    "facts_wrong": "The records are wrong (two people under one number, an agent, a wrong birth year)",
    "other_ordinary": "Another ordinary explanation, given in the grounds",
    "nothing_found": "Nothing was found that supports the pattern",
}
"""Beside the explanations that compete in the score."""


@cache
def explanations(role: str) -> Mapping[str, str]:
    """Return id and title of everything that can explain a lead of this role."""
    ordinary = {
        pattern.id: pattern.title for pattern in _library() if pattern.kind == "ordinary" and pattern.role == role
    }
    return {**ordinary, **OTHERS}


@cache
def _library() -> PatternSet:
    return load([LIBRARY], catalogue.bands())
