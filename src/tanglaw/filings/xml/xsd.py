r"""Loads an XML schema that a user brings: hardened, offline, and with patterns as their author meant them.

Real schemas of FIUs write patterns as ``^[0-9]{4}$``. In XML Schema a pattern always holds for the whole value, and
``^`` and ``$`` are ordinary characters, so that such a pattern refuses every good value. The file itself is left as it
is; a corrected copy in memory is used, and what was corrected is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from tanglaw.common.errors import Fault, FaultsError, UsageError
from tanglaw.filings.xml.reading import read_xml

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"
_MOST_FILES: Final = 50


@dataclass(frozen=True)
class LoadedSchema:
    """A schema ready for use.

    Attributes:
        notes: what was corrected, one sentence each.
    """

    schema: etree.XMLSchema
    notes: tuple[str, ...]


def load_xsd(path: Path) -> LoadedSchema:
    """Load a schema and the files that it includes from its own folder.

    Raises:
        UsageError: the file cannot be read.
        FaultsError: it is no schema, includes what is not beside it, or is wrong in itself.
    """
    notes: list[str] = []
    root = _read(path)
    _take_in_includes(root, path.parent, {path.resolve()})
    for pattern in root.iter(f"{_XS}pattern"):
        value = pattern.get("value", "")
        mended = without_anchors(value)
        if mended != value:
            pattern.set("value", mended)
            notes.append(
                f"{path.name}: the pattern {value!r} of {_owner(pattern)} is written with ^ or $, which in XML Schema "
                f"are ordinary characters, so that it would refuse every good value; {mended!r} was used instead. "
                "Tell the FIU: its own validator may differ."
            )
    try:
        return LoadedSchema(etree.XMLSchema(root), tuple(dict.fromkeys(notes)))
    except etree.XMLSchemaParseError as error:
        # A tree in memory has no name; say the file's own.
        faults = [
            Fault(f"{path.name}:{entry.line}", entry.message, "a valid XML Schema 1.0", "Ask the FIU for a valid one.")
            for entry in error.error_log
        ] or [Fault(path.name, str(error), "a valid XML Schema 1.0")]
        raise FaultsError(f"{path.name} is a schema that cannot be used:", faults) from None


def without_anchors(pattern: str) -> str:
    r"""Take ``^`` off the start and ``$`` off the end of a pattern and of each of its branches.

    Escaped ones (``\^``, ``\$``) and those inside brackets are meant and stay.
    """
    kept: list[str] = []
    depth_in_class = 0
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            kept.append(pattern[at : at + 2])
            at += 2
            continue
        if sign == "[":
            depth_in_class += 1
        elif sign == "]" and depth_in_class:
            depth_in_class -= 1
        anchor = not depth_in_class and (
            (sign == "^" and (not kept or kept[-1] in {"(", "|"}))
            or (sign == "$" and (at + 1 == len(pattern) or pattern[at + 1] in {")", "|"}))
        )
        if not anchor:
            kept.append(sign)
        at += 1
    return "".join(kept)


def _read(path: Path) -> etree._Element:
    try:
        root = read_xml(path.read_bytes(), path.name)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; expected the FIU's XML schema (.xsd).") from error
    if root.tag != f"{_XS}schema":
        raise UsageError(f"{path.name}: found the element {root.tag}; expected an XML schema (xs:schema).")
    return root


def _take_in_includes(root: etree._Element, folder: Path, seen: set[Path]) -> None:
    """Put what a schema includes in its place, so that nothing is fetched when it is compiled."""
    faults: list[Fault] = []
    for include in [*root.iter(f"{_XS}include", f"{_XS}redefine", f"{_XS}import")]:
        place = include.get("schemaLocation", "")
        kind = etree.QName(include).localname
        target = (folder / place).resolve()
        beside = bool(place) and "://" not in place and target.parent == folder.resolve() and target.is_file()
        if kind != "include" or not beside:
            expected = "xs:include of a file in the same folder"
            mend = "Save the file beside the schema and include it by its bare name." if kind == "include" else ""
            faults.append(Fault("schema", f"xs:{kind} of {place or 'nothing'}", expected, mend))
            continue
        position = root.index(include)
        root.remove(include)
        if target in seen:
            continue
        seen.add(target)
        if len(seen) > _MOST_FILES:
            raise UsageError(f"The schema includes more than {_MOST_FILES} files.")
        other = _read(target)
        _take_in_includes(other, folder, seen)
        for offset, child in enumerate(list(other)):
            root.insert(position + offset, child)
    if faults:
        raise FaultsError("The schema needs files that are not read:", faults)


def _owner(pattern: etree._Element) -> str:
    for above in pattern.iterancestors():
        if name := above.get("name"):
            return str(name)
    return "an unnamed type"
