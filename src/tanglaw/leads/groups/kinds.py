"""Which patterns belong together: those of one relation between payers and receivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanglaw.inference.relation_table import library_table

TITLES: Final[Mapping[str, str]] = {
    "livestream": "Live-streamed sexual abuse of children",
    "extortion": "Financial sexual extortion of children",
    "minors": "Self-produced material bought from minors",
    "material": "Buying child sexual abuse material",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One relation. ``one_sided``: no pattern describes its receivers, so that they can be no leads."""

    name: str
    one_sided: bool


@cache
def kinds() -> Mapping[str, Kind]:
    """Give the kind of every explanation that the table of relations names."""
    return {
        role: Kind(name, not relation.receivers)
        for name, relation in library_table().relations.items()
        for role in (*relation.payers, *relation.receivers)
    }


def kind_of(pattern: str) -> Kind:
    """Give a pattern's kind; one that the table does not name belongs with its like only."""
    return kinds().get(pattern) or Kind(pattern, one_sided=True)
