"""A mapping file: what an institution calls its columns, and how it writes numbers, dates and words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from zoneinfo import available_timezones

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.columns import BY_NAME
from tanglaw.payments.conventions import is_date_format
from tanglaw.payments.money import DecimalMark
from tanglaw.payments.nearest import nearest


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one institution's files become the payment table. Everything may be left out.

    Attributes:
        columns: column of the payment table → the file's column, or several that are joined with a space.
        constants: column → its value in every row of files that lack it.
        values: column → the file's word → the payment table's word.
        delimiter, encoding: of CSV files; None to find out.
        decimal: decimal mark of amounts in text; None to find out.
        date_format: strptime form of `executed_at`, or epoch_s, epoch_ms, epoch_us; None to find out.
        birth_date_format: strptime form of `originator_birth_date`; None to find out.
        timezone: IANA zone of times that carry no offset.
        skip_lines: lines above the header of CSV files; None to find out.
    """

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    delimiter: str | None = None
    encoding: str | None = None
    decimal: DecimalMark | None = None
    date_format: str | None = None
    birth_date_format: str | None = None
    timezone: str = "UTC"
    skip_lines: int | None = None


_SECTIONS: Final = ("file", "columns", "constants", "values")


def load_mapping(path: Path) -> Mapping:
    """Read a mapping from TOML.

    Raises:
        FaultsError: the file cannot be read, or with everything that is wrong in it.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fault = Fault(str(path), str(error), "a mapping file in TOML", "docs/columns.md has an example.")
        raise FaultsError("The mapping cannot be read.", [fault]) from error
    return mapping_from(content, str(path))


def mapping_from(content: dict[str, Any], where: str) -> Mapping:
    """Make a mapping of parsed TOML; `where` names it in faults (all of them at once, as FaultsError)."""
    faults: list[Fault] = []
    for section in content.keys() - set(_SECTIONS):
        faults.append(_unknown(where, section, _SECTIONS, "a section"))
    parts = {name: content.get(name, {}) for name in _SECTIONS}
    for name, part in parts.items():
        if not isinstance(part, dict):
            faults.append(Fault(f"{where} [{name}]", repr(part), f"a section [{name}] with lines of name = value"))
            parts[name] = {}
    stated = _stated(parts["file"], where, faults)
    for name in ("columns", "constants", "values"):
        for column in parts[name]:
            if column not in BY_NAME:
                faults.append(_unknown(f"{where} [{name}]", column, tuple(BY_NAME), "a column"))
    columns = _columns(parts["columns"], where, faults)
    constants = {
        column: _text(value, f"{where} [constants] {column}", faults) for column, value in parts["constants"].items()
    }
    for column in columns.keys() & constants.keys():
        faults.append(Fault(f"{where} [constants] {column}", "it under [columns] too", "one of the two"))
    values: dict[str, dict[str, str]] = {}
    for column, words in parts["values"].items():
        if isinstance(words, dict):
            values[column] = {
                word: _text(to, f"{where} [values.{column}] {word}", faults) for word, to in words.items()
            }
        else:
            faults.append(Fault(f"{where} [values] {column}", repr(words), f"a section [values.{column}]"))
    if faults:
        raise FaultsError(f"The mapping {where} cannot be used.", sorted(faults, key=str))
    return Mapping(columns=columns, constants=constants, values=values, **stated)


def _is_encoding(value: object) -> bool:
    try:
        return isinstance(value, str) and isinstance(b"".decode(value), str)
    except LookupError:
        return False


_FILE_KEYS: Final[dict[str, tuple[Callable[[Any], bool], str]]] = {
    "delimiter": (lambda v: isinstance(v, str) and len(v) == 1 and v.isascii() and v not in '"\r\n', 'one character, such as ";" or "\\t"'),
    "encoding": (_is_encoding, 'an encoding such as "utf-8" or "cp1252"'),
    "decimal": (lambda v: v in (".", ","), '"." or ","'),
    "date_format": (lambda v: isinstance(v, str) and is_date_format(v), 'a form such as "%d.%m.%Y %H:%M", or "epoch_s"'),
    "birth_date_format": (lambda v: isinstance(v, str) and is_date_format(v), 'a form such as "%d.%m.%Y"'),
    "timezone": (lambda v: isinstance(v, str) and v in available_timezones(), 'an IANA time zone such as "Australia/Sydney"'),
    "skip_lines": (lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0, "a number of lines"),
}  # fmt: skip

FILE_KEYS: Final = tuple(_FILE_KEYS)


def _stated(part: dict[str, Any], where: str, faults: list[Fault]) -> dict[str, Any]:
    for key, value in part.items():
        if key not in _FILE_KEYS:
            faults.append(_unknown(f"{where} [file]", key, FILE_KEYS, "a setting"))
        elif not _FILE_KEYS[key][0](value):
            faults.append(Fault(f"{where} [file] {key}", repr(value), _FILE_KEYS[key][1]))
    return part


def _columns(part: dict[str, Any], where: str, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    columns: dict[str, tuple[str, ...]] = {}
    for column, given in part.items():
        names = (given,) if isinstance(given, str) else given
        if isinstance(names, (list, tuple)) and names and all(isinstance(name, str) for name in names):
            columns[column] = tuple(names)
        else:
            faults.append(Fault(f"{where} [columns] {column}", repr(given), "the name of a column, or a list of names"))
    return columns


def _text(value: object, where: str, faults: list[Fault]) -> str:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    faults.append(Fault(where, repr(value), "text"))
    return ""


def _unknown(where: str, found: str, known: tuple[str, ...], what: str) -> Fault:
    close = nearest(found, known)
    return Fault(
        where, repr(found), f"{what} that exists", f"Did you mean {close}?" if close else f"Known: {', '.join(known)}."
    )
