"""YAML as plain data, with the place of every key and value.

Only what a pattern needs is understood: one document of mappings, lists, text, numbers, true, false and null. Tags,
anchors, aliases (which can make a small file unfold without end) and repeated keys are refused and the place is told.
Numbers and true/false are read as in YAML 1.2, so that ``no`` is a word and ``1e-4`` a number; keys are always text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Protocol

import yaml

from tanglaw.patterns.marked import Data, Marked, Path
from tanglaw.patterns.placed_fault import Place, quoted

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 8
_KEY: Final = -1
_SKIPPED: Final = -2
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_NUMBER: Final = re.compile(r"[-+]?(\d{1,18}|(\d{1,18}\.\d{0,30}|\.\d{1,30}|\d{1,18})([eE][-+]?\d{1,3})?)")
_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class _TooDeepError(Exception):
    """Nesting went past :data:`MAX_DEPTH`."""


def read_marked(raw: bytes, file: str, most: int = MAX_BYTES) -> Marked:
    """Read one YAML document; never raises, whatever the bytes: see :attr:`Marked.faults`."""
    marked = Marked(file)
    if len(raw) > most:
        marked.faults.append(marked.fault(Place(1, 1), f"{len(raw):,} bytes", f"at most {most:,}"))
        return marked
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        found = f"byte {raw[error.start]:#04x} at offset {error.start}"
        marked.faults.append(marked.fault(Place(line, 1), found, "UTF-8 text", "Save the file as UTF-8."))
        return marked
    marked.lines = _LINE_END.split(text)
    if (quick := _read_quickly(marked, text)) is not None:
        return quick
    try:
        _Builder(marked).document(yaml.parse(text, Loader=yaml.SafeLoader))
    except _TooDeepError:
        pass  # the builder has said where
    except yaml.MarkedYAMLError as error:
        found = f"broken YAML: {error.problem}"
        marked.faults.append(marked.fault(_place(error.problem_mark), found, error.context or "well-formed YAML"))
    except yaml.reader.ReaderError as error:
        line = len(_LINE_END.findall(text[: error.position])) + 1
        marked.faults.append(marked.fault(Place(line, 1), f"character U+{_code(error):04X}", "printable text"))
    except (ValueError, OverflowError) as error:  # PyYAML lets these through for escapes such as "\UFFFFFFFF"
        marked.faults.append(marked.fault(Place(1, 1), f"broken YAML: {error}", "well-formed YAML"))
    return marked


def _read_quickly(marked: Marked, text: str) -> Marked | None:
    """Read with libyaml, five times as fast; ``None`` where it is missing or balks: Python's parser says best why."""
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        return None
    quick = Marked(marked.file, marked.lines)
    try:
        _Builder(quick).document(yaml.parse(text, Loader=loader))
    except (_TooDeepError, yaml.YAMLError, ValueError, OverflowError):
        return None
    return quick


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


class _Mark(Protocol):
    line: int
    column: int


def _place(mark: _Mark | None, end: _Mark | None = None) -> Place:
    if mark is None:
        return Place(1, 1)
    width = end.column - mark.column if end and end.line == mark.line else 1
    return Place(mark.line + 1, mark.column + 1, max(1, width))


class _Builder:
    """Builds data out of YAML's event stream, which never follows an alias."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked

    def document(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            documents += 1
            if documents > 1:
                self._refuse(event, "a second document", "one document a file", "Put it in a file of its own.")
                return
            self.marked.data = self._value(next(events), events, ())

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Data:
        self.marked.places[path] = _place(event.start_mark, event.end_mark)
        if len(path) > MAX_DEPTH:
            self._refuse(event, "deeper nesting", f"at most {MAX_DEPTH} levels")
            raise _TooDeepError
        if isinstance(event, yaml.AliasEvent):
            self.marked.refused.add(path)
            self._refuse(event, f"the alias *{event.anchor}", "the value itself", "Write it out.")
            return None
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            raise TypeError(event)  # no other event can start a value
        if event.anchor is not None:
            self._refuse(event, f"the anchor &{event.anchor}", "no anchors", "Remove it and write values out.")
        if event.tag is not None:
            self._refuse(event, f"the tag {event.tag}", "no tags", "Remove it; text, numbers and true/false need none.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        return self._mapping(events, path)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Data:
        text = event.value
        if any("\ud800" <= character <= "\udfff" for character in text):
            self.marked.refused.add(path)
            self._refuse(
                event, "half a character (a lone surrogate)", "whole characters", "Write the character itself."
            )
            return None
        if event.style:  # libyaml says "" of a plain one
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _NUMBER.fullmatch(text):
            return float(text) if re.search(r"[.eE]", text) else int(text)
        return text

    def _list(self, events: Iterator[yaml.Event], path: Path) -> list[Data]:
        items: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Data]:
        entries: dict[str, Data] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            entry = self._key(event, events, path)
            if entry is None:
                self._value(next(events), events, (*path, _SKIPPED))
                continue
            self.marked.keys[*path, entry] = _place(event.start_mark, event.end_mark)
            entries[entry] = self._value(next(events), events, (*path, entry))
        return entries

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> str | None:
        """Return a key's text; ``None`` when it cannot be one, which has then been said."""
        self._value(event, events, (*path, _KEY))
        if isinstance(event, yaml.AliasEvent) or (*path, _KEY) in self.marked.refused:
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "a list or mapping as a key", "a plain word")
            return None
        first = self.marked.keys.get((*path, event.value))
        if first is not None:
            self._refuse(event, f"{quoted(event.value)} a second time", f"each key once (first on line {first.line})")
            return None
        return str(event.value)

    def _refuse(self, event: yaml.Event, found: str, expected: str, mend: str = "") -> None:
        place = _place(event.start_mark, event.end_mark)
        self.marked.faults.append(self.marked.fault(place, found, expected, mend))
