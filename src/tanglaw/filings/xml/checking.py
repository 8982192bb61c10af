"""Holds a document against a schema, and says every fault with the dossier's field that would mend it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from tanglaw.filings.rendering import Findings

_STRUCTURE: Final = frozenset(
    {"SCHEMAV_ELEMENT_CONTENT", "SCHEMAV_CVC_COMPLEX_TYPE_2_4", "SCHEMAV_CVC_COMPLEX_TYPE_2_3"}
)
_LENGTH: Final = re.compile(
    r"has a length of '(\d+)'; this (exceeds|underruns) the allowed (?:maximum|minimum) length of '(\d+)'"
)
_PATTERN: Final = re.compile(r"The value .* is not accepted by the pattern '(.*)'", re.DOTALL)
_EXPECTED: Final = re.compile(r"Expected is(?: one of)? \((.*)\)", re.DOTALL)


def check(
    root: etree._Element,
    schema: etree.XMLSchema,
    fields: Mapping[etree._Element, str],
    findings: Findings,
    *,
    report_missing: bool = True,
) -> None:
    """Validate a document; every fault goes into `findings`.

    Args:
        root: the document.
        schema: what it is held against.
        fields: element → field of the dossier; an element without one takes that of the nearest above it.
        findings: where faults go.
        report_missing: also report elements that are missing or out of place; left off where they were found before.
    """
    if schema.validate(root):
        return
    tree = root.getroottree()
    prefixes = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    for entry in list(schema.error_log):  # type: ignore[call-overload]
        if entry.type_name in _STRUCTURE and not report_missing and findings.faults:
            continue  # what is missing was said already, and one missing element makes the next look misplaced
        found = tree.xpath(entry.path, namespaces=prefixes) if entry.path else []
        element = found[0] if isinstance(found, list) and found else root
        assert isinstance(element, etree._Element)  # noqa: SLF001 -- lxml names its element class so
        where = _field(element, fields)
        name = etree.QName(element).localname
        text, expected = _words(entry.message, element, name)
        findings.refuse(where, text, expected)


def _field(element: etree._Element, fields: Mapping[etree._Element, str]) -> str:
    above: etree._Element | None = element
    while above is not None:
        if above in fields:
            return fields[above]
        above = above.getparent()
    return "dossier"


def _words(message: str, element: etree._Element, name: str) -> tuple[str, str]:
    shown = element.text or ""
    short = shown if len(shown) <= 60 else f"{shown[:57]}…"
    if length := _LENGTH.search(message):
        word = "at most" if length[2] == "exceeds" else "at least"
        return f"{int(length[1]):,} characters ({short!r})", f"{word} {int(length[3]):,} in the element {name}"
    if pattern := _PATTERN.search(message):
        return repr(short), f"what the pattern {pattern[1]} of the element {name} accepts"
    if expected := _EXPECTED.search(message):
        return f"the element {name} out of place or nothing before it", f"{expected[1].strip()}"
    return repr(short), f"what the schema takes in the element {name} ({_plain(message)})"


def _plain(message: str) -> str:
    return re.sub(r"Element '[^']*':\s*", "", re.sub(r"\[facet '\w+'\]\s*", "", message)).strip().rstrip(".")
