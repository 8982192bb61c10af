"""The structure of a goAML report as an XML schema, for validation where the FIU's own is not at hand."""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

from tanglaw.filings.goaml.structure import Node, Simple, Structure, structure

_XS: Final = "http://www.w3.org/2001/XMLSchema"


@cache
def structural_schema(version: str = "5.0.2", *, codes: bool = False) -> etree.XMLSchema:
    """Give the schema made from the structure.

    Args:
        version: of goAML.
        codes: also hold codes against the lists of the FIU that published the structure; other FIUs have their own.
    """
    return etree.XMLSchema(as_xsd(structure(version), codes=codes))


def as_xsd(parsed: Structure, *, codes: bool = False) -> etree._Element:
    """Write a structure as XML Schema 1.0."""
    root = _new("schema", None, elementFormDefault="qualified")
    for name, node in parsed.complex.items():
        if name == "report":
            report = _new("element", root, name="report")
            _content(node, _new("complexType", report), parsed)
        else:
            _content(node, _new("complexType", root, name=name), parsed)
    for simple in parsed.simple.values():
        _simple_type(simple, root, codes)
    return root


def _new(tag: str, parent: etree._Element | None, **attributes: str) -> etree._Element:
    name = f"{{{_XS}}}{tag}"
    if parent is None:
        return etree.Element(name, attributes, nsmap={"xs": _XS})
    return etree.SubElement(parent, name, attributes)


def _content(node: Node, parent: etree._Element, parsed: Structure) -> None:
    if node.extends:
        parent = _new("extension", _new("complexContent", parent), base=node.extends)
    sequence = _new("sequence", parent)
    for child in node.children:
        _particle(child, sequence, parsed)


def _particle(node: Node, parent: etree._Element, parsed: Structure) -> None:
    often = {"minOccurs": str(node.least), "maxOccurs": "unbounded" if node.most is None else str(node.most)}
    if not node.is_element:
        inner = _new("choice" if node.name == "choice" else "sequence", parent, **often)
        for child in node.children:
            _particle(child, inner, parsed)
        return
    element = _new("element", parent, name=node.name, **often)
    if node.type is None:
        _content(node, _new("complexType", element), parsed)
    elif node.facets:
        _facets(node.facets, _new("restriction", _new("simpleType", element), base=node.type))
    else:
        element.set("type", node.type)


def _simple_type(simple: Simple, root: etree._Element, codes: bool) -> None:
    restriction = _new("restriction", _new("simpleType", root, name=simple.name), base=simple.base)
    _facets(simple.facets, restriction)
    if codes:
        for code in simple.codes:
            _new("enumeration", restriction, value=code)


def _facets(facets: dict[str, int], restriction: etree._Element) -> None:
    for name, value in sorted(facets.items()):
        _new(name, restriction, value=str(value))
