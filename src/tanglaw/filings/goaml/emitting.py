"""Writes values as elements in the structure's order, says what is missing, and remembers where each came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from tanglaw.filings.goaml.structure import Node, Structure
from tanglaw.filings.rendering import Findings
from tanglaw.filings.xml.text import carried

FIELD: Final = "@field"
"""Key of a mapping of values that names the part of the dossier it was made from."""


@dataclass(frozen=True, slots=True)
class Said:
    """The text of an element, and the dossier's field it comes from."""

    text: str
    field: str


Values = Mapping[str, Any]
"""Element name → :class:`Said`, a further mapping, or a list of either; ``None`` and empty ones are left out."""


@dataclass
class Emitter:
    """Turns values into elements.

    Attributes:
        fields: element → field of the dossier; holds the elements, so that each stays itself.
    """

    structure: Structure
    findings: Findings
    wanted: Mapping[str, str]
    mandatory: frozenset[str] = frozenset()
    fields: dict[etree._Element, str] = field(default_factory=dict)

    def document(self, values: Values) -> etree._Element:
        """Write a whole report."""
        root = etree.Element("report")
        self._fill(root, self.structure.complex["report"], values, "report")
        return root

    def _fill(self, element: etree._Element, node: Node, values: Values, type_name: str) -> None:
        where = str(values.get(FIELD, "dossier"))
        self.fields[element] = where
        kept = {name: value for name, value in values.items() if name != FIELD and not _empty(value)}
        known: dict[str, Node] = {}
        for child in self.structure.elements(node):
            known.setdefault(child.name, child)
        lost = kept.keys() - known.keys()
        assert not lost, f"{type_name} has no element {sorted(lost)}"
        self._missing(node, kept, where, type_name)
        for name, child in known.items():
            if name in kept:
                for value in _each(kept[name]):
                    self._one(etree.SubElement(element, name), child, value)

    def _one(self, element: etree._Element, node: Node, value: Said | Values) -> None:
        if isinstance(value, Said):
            element.text = carried(value.text)
            if element.text != value.text:
                self.findings.remark(
                    f"{value.field}: characters that XML cannot carry are written as their code points, [U+…]."
                )
            self.fields[element] = value.field
            return
        content = self.structure.content(node)
        assert content is not None, f"{node.name} holds text"
        self._fill(element, content, value, node.type or node.name)

    def _missing(self, node: Node, kept: Mapping[str, Any], where: str, type_name: str) -> None:
        for name in sorted(self._lacking(node, kept)):
            self._refuse(name, where, type_name)
        for demanded in sorted(self.mandatory):
            of_type, _, name = demanded.partition("/")
            if of_type == type_name and name not in kept:
                self._refuse(name, where, type_name)

    def _refuse(self, name: str, where: str, type_name: str) -> None:
        first = name.split(" or ", maxsplit=1)[0]
        part = self.wanted.get(f"{type_name}/{first}") or self.wanted.get(first)
        place = f"{where}.{part}" if part and not part.startswith("filer") else part or where
        self.findings.refuse(place, "nothing", f"what {name} of {type_name} needs, which this profile demands")

    def _lacking(self, node: Node, kept: Mapping[str, Any]) -> list[str]:
        """Name the elements that are demanded here and not there; a choice is named by its alternatives."""
        lacking = self._lacking(self.structure.complex[node.extends], kept) if node.extends else []
        for child in node.children:
            if child.is_element:
                lacking += [child.name] if child.least and child.name not in kept else []
            elif child.name == "group":
                if child.least or self._touched(child, kept):
                    lacking += self._lacking(child, kept)
            elif child.least or self._touched(child, kept):
                chosen = [branch for branch in child.children if self._touched(branch, kept)]
                if not chosen:
                    names = [found.name for branch in child.children for found in self._heads(branch)]
                    lacking.append(" or ".join(dict.fromkeys(names)))
                # One name may stand in several branches: the branch that lacks least is the one that was meant.
                else:
                    lacks: list[list[str]] = [
                        [] if branch.is_element else self._lacking(branch, kept) for branch in chosen
                    ]
                    lacking += min(lacks, key=len)  # type: ignore[arg-type]
        return lacking

    def _heads(self, node: Node) -> list[Node]:
        return [node] if node.is_element else self._heads(node.children[0])

    def _touched(self, node: Node, kept: Mapping[str, Any]) -> bool:
        if node.is_element:
            return node.name in kept
        return any(self._touched(child, kept) for child in node.children)


def _empty(value: object) -> bool:
    if isinstance(value, Said):
        return value.text == ""
    if isinstance(value, Mapping):
        return all(_empty(inner) for name, inner in value.items() if name != FIELD)
    return value is None or value in ((), [])


def _each(value: object) -> Sequence[Any]:
    return [one for one in value if not _empty(one)] if isinstance(value, list | tuple) else [value]
