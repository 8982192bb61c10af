"""The structure of a goAML report: which elements, in which order, how often, of which type and length.

It is read from ``goaml-5.0.2.txt``, so that elements are written in the right order whatever order they were thought of
in, and a report can be held against it where no schema is at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

_LINE: Final = re.compile(r"(?P<name>[\w.]+) \[(?P<least>\d+)\.\.(?P<most>\d+|n)\](?: (?P<type>[\w:]+))?(?P<facets>.*)")
_FACET: Final = re.compile(r"(\w+)=(\d+)")
_SIMPLE: Final = re.compile(r"(\w+): (xs:\w+)(.*)")


@dataclass
class Node:
    """An element, or a ``choice`` or ``group`` of elements.

    Attributes:
        most: ``None``: any number.
        type: name of a simple or complex type; ``None``: the children are its content.
        facets: ``minLength``, ``maxLength``, ``fractionDigits``.
        extends: complex type whose elements come before the children.
    """

    name: str
    least: int
    most: int | None
    type: str | None
    facets: dict[str, int]
    children: list[Node] = field(default_factory=list)
    extends: str | None = None

    @property
    def is_element(self) -> bool:
        """Whether it is written as an element of its own."""
        return self.name not in {"choice", "group"}


@dataclass(frozen=True)
class Simple:
    """A simple type: its XML Schema base, its limits, and the codes that the publishing FIU lists, if all are known."""

    name: str
    base: str
    facets: dict[str, int]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Structure:
    """Complex types by name (``report`` among them), and simple types by name."""

    complex: dict[str, Node]
    simple: dict[str, Simple]

    def elements(self, node: Node) -> list[Node]:
        """Give the elements that may stand directly inside a node, in order."""
        found = self.elements(self.complex[node.extends]) if node.extends else []
        for child in node.children:
            found += [child] if child.is_element else self.elements(child)
        return found

    def content(self, node: Node) -> Node | None:
        """Give the node whose children are an element's content; ``None`` for text."""
        if node.type is None:
            return node
        return self.complex.get(node.type)


@cache
def structure(version: str = "5.0.2") -> Structure:
    """Read the structure that the package carries."""
    text = files("tanglaw.filings.goaml").joinpath(f"goaml-{version}.txt").read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> Structure:
    """Read a structure: two spaces of indentation a level, types at the margin."""
    complex_types: dict[str, Node] = {}
    simple_types: dict[str, Simple] = {}
    open_nodes: list[tuple[int, Node]] = []
    for number, line in enumerate(text.splitlines(), 1):
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        depth = len(line) - len(line.lstrip(" "))
        if depth == 0:
            if simple := _SIMPLE.fullmatch(content):
                simple_types[simple[1]] = _simple(*simple.groups())
                open_nodes = []
            else:
                complex_types[content] = root = Node(content, 1, 1, None, {})
                open_nodes = [(0, root)]
            continue
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        parent = open_nodes[-1][1]
        if content.startswith("extends "):
            parent.extends = content.removeprefix("extends ")
            continue
        node = _node(content, number)
        parent.children.append(node)
        open_nodes.append((depth, node))
    return Structure(complex_types, simple_types)


def _node(content: str, number: int) -> Node:
    found = _LINE.fullmatch(content)
    if found is None:
        raise ValueError(f"line {number}: {content!r} is no element of a structure")
    facets = {name: int(value) for name, value in _FACET.findall(found["facets"])}
    most = None if found["most"] == "n" else int(found["most"])
    return Node(found["name"], int(found["least"]), most, found["type"], facets)


def _simple(name: str, base: str, rest: str) -> Simple:
    _, _, codes = rest.partition("codes: ")
    complete = codes and not codes.rstrip().endswith("…")
    facets = {facet: int(value) for facet, value in _FACET.findall(rest)}
    return Simple(name, base, facets, tuple(codes.split()) if complete else ())
