"""Writes elements of a FinCEN batch: numbered one after another, each knowing its field of the dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tanglaw.filings.rendering import Findings
from tanglaw.filings.xml.text import carried, one_line

NAMESPACE: Final = "www.fincen.gov/base"


@dataclass
class Sheet:
    """The document under way.

    Attributes:
        fields: element → field of the dossier.
    """

    findings: Findings
    fields: dict[etree._Element, str] = field(default_factory=dict)
    _number: int = 0

    def part(self, parent: etree._Element | None, name: str, where: str) -> etree._Element:
        """Open a numbered element."""
        tag = f"{{{NAMESPACE}}}{name}"
        element = etree.Element(tag, nsmap={"fc2": NAMESPACE}) if parent is None else etree.SubElement(parent, tag)
        if parent is not None:
            self._number += 1
            element.set("SeqNum", str(self._number))
        self.fields[element] = where
        return element

    def say(self, parent: etree._Element, name: str, text: str | None, where: str) -> None:
        """Write one element of text on one line; nothing where there is none."""
        if text is None or not (line := one_line(text)):
            return
        if carried(text) != text:
            self.findings.remark(f"{where}: characters that XML cannot carry are written as their code points, [U+…].")
        element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
        element.text = line
        self.fields[element] = where

    def mark(self, parent: etree._Element, name: str, holds: bool, where: str) -> None:
        """Tick an indicator that holds."""
        if holds:
            self.say(parent, name, "Y", where)
