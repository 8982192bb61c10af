"""From an element to its facts: a flat dictionary of the paths that somebody asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tanglaw.payments.iso20022.elements import JOINED, PATHS, SEEN_THROUGH

Facts = dict[str, str]

_DEEPEST: Final = 30
"""No element that is read stands deeper in a transaction; what does was made to hurt."""
_LONGEST: Final = 10_000
"""Characters kept of one element's text; ISO 20022 allows 2,048 at most where we read."""


@dataclass(slots=True)
class Step:
    """An element on the way to something wanted; `path` is null if it holds no text that is wanted itself."""

    path: str | None = None
    joined: bool = False
    steps: dict[str, Step | None] = field(default_factory=dict)


def local(tag: object) -> str:
    """An element's name without its namespace; empty for a comment or an entity."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def plan(level: str) -> Step:
    """What to gather at one level of a message (a key of PATHS), as a tree. Not shared: it remembers the names it met."""
    root = Step()
    for path in PATHS[level]:
        step = root
        for name in path.removeprefix(f"{level}/").split("/"):
            found = step.steps.get(name)
            if found is None:
                found = step.steps[name] = Step()
            step = found
        step.path = path
        step.joined = any(path.endswith(ending) for ending in JOINED)
    return root


def gather(element: etree._Element, step: Step, facts: Facts, depth: int = 0) -> Facts:
    """Add to `facts` what `step` wants of `element`, and give it back.

    An amount's currency is kept as ``path@Ccy``.
    """
    steps = step.steps
    for child in element:
        tag = child.tag
        try:
            below = steps[tag]
        except KeyError:
            name = local(tag)
            below = steps.get(name) or (step if name in SEEN_THROUGH else None)
            if len(steps) < 1_000:  # a file may invent names without end
                steps[tag] = below
        if below is None:
            continue
        path = below.path
        if path is not None and below is not step:
            _note(child, path, below.joined, facts)
        if below.steps and depth < _DEEPEST:
            gather(child, below, facts, depth + 1)
    return facts


def _note(element: etree._Element, path: str, joined: bool, facts: Facts) -> None:
    text = element.text
    if text is None:
        return
    text = text.strip()
    if not text:
        return
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    earlier = facts.get(path)
    if earlier is None:
        facts[path] = text
        if path.endswith("Amt"):
            currency = element.get("Ccy")
            if currency:
                facts[f"{path}@Ccy"] = currency.strip()
    elif joined and len(earlier) < _LONGEST:
        facts[path] = f"{earlier} {text}"


def first(facts: Facts, paths: tuple[str, ...]) -> str | None:
    """The first of `paths` that is filled."""
    for path in paths:
        found = facts.get(path)
        if found is not None:
            return found
    return None
