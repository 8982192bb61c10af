"""From an element to its facts: a flat dictionary of the paths that somebody asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from tanglaw.payments.iso20022.elements import JOINED, PATHS, SEEN_THROUGH

Facts = dict[str, str]

_MOST_SHAPES: Final = 200
_LARGEST_SHAPE: Final = 2_000
_LONGEST: Final = 10_000
"""Characters kept of one element's text; ISO 20022 allows 2,048 at most where we read."""


@dataclass(slots=True)
class _Step:
    """An element on the way to something wanted; `path` is null if it holds no text that is wanted itself."""

    path: str | None = None
    steps: dict[str, _Step] = field(default_factory=dict)


_NOWHERE: Final = _Step()


_Wanted = tuple[int, str, bool, str | None]
"""A text to take: its element's place in document order, its path, whether texts of one path are joined, and the path
of its currency, if it is an amount."""


class Gatherer:
    """Gathers the facts of one level of a message (a key of PATHS).

    Most of a file's transactions have one of few shapes. Where in a shape the wanted texts stand is worked out once,
    which halves the time of gathering.
    """

    def __init__(self, level: str) -> None:
        self._root = _Step()
        self._shapes: dict[tuple[tuple[str, ...], tuple[int, ...]], list[_Wanted]] = {}
        for path in PATHS[level]:
            step = self._root
            for name in path.removeprefix(f"{level}/").split("/"):
                step = step.steps.setdefault(name, _Step())
            step.path = path

    def whole(self, element: etree._Element, facts: Facts) -> Facts:
        """Add to `facts` what is wanted of `element`, and give it back; an amount's currency as ``path@Ccy``."""
        return self._gather(list(element.iter()), facts)

    def head(self, element: etree._Element, facts: Facts) -> Facts:
        """The same for an element that also holds transactions: these are not visited."""
        found = [element]
        for child in element:
            name = local(child.tag)
            if name in self._root.steps or name in SEEN_THROUGH:
                found.extend(child.iter())
        return self._gather(found, facts)

    def _gather(self, found: list[etree._Element], facts: Facts) -> Facts:
        counts = list(map(len, found))
        counts[0] = -1  # whatever else the first one holds is not in the list
        shape = (tuple([element.tag for element in found]), tuple(counts))
        wanted = self._shapes.get(shape)
        if wanted is None:
            wanted = self._work_out(*shape)
            if len(self._shapes) >= _MOST_SHAPES:
                self._shapes.clear()
            if len(found) <= _LARGEST_SHAPE:
                self._shapes[shape] = wanted
        for at, path, joined, currency in wanted:
            text = found[at].text
            if not text or not (text := text.strip()):
                continue
            if len(text) > _LONGEST:
                text = f"{text[:_LONGEST]}…"
            if path not in facts:
                facts[path] = text
                if currency and (stated := found[at].get("Ccy")):
                    facts[currency] = stated.strip()
            elif joined and len(facts[path]) < _LONGEST:
                facts[path] = f"{facts[path]} {text}"
        return facts

    def _work_out(self, tags: Sequence[str], counts: Sequence[int]) -> list[_Wanted]:
        """Find the wanted texts of a shape: names in document order, with each element's number of children."""
        wanted: list[_Wanted] = []
        above: list[tuple[_Step, int]] = []
        here, left = self._root, -1
        for at in range(1, len(tags)):
            while not left:
                here, left = above.pop()
            left -= 1
            name = local(tags[at])
            below = here.steps.get(name) or (here if name in SEEN_THROUGH else _NOWHERE)
            if below.path is not None and below is not here:
                joined = any(below.path.endswith(ending) for ending in JOINED)
                wanted.append((at, below.path, joined, f"{below.path}@Ccy" if name.endswith("Amt") else None))
            if counts[at]:
                above.append((here, left))
                here, left = below, counts[at]
        return wanted


@lru_cache(maxsize=4_096)
def local(tag: object) -> str:
    """An element's name without its namespace; empty for a comment or an entity."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def first(facts: Facts, paths: tuple[str, ...]) -> str | None:
    """The first of `paths` that is filled."""
    for path in paths:
        found = facts.get(path)
        if found is not None:
            return found
    return None
