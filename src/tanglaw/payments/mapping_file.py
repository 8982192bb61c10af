"""Reads a mapping from a TOML file; everything wrong in it is told at once."""

from __future__ import annotations

import codecs
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from zoneinfo import available_timezones

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.columns import BY_NAME
from tanglaw.payments.conventions import is_date_format
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.nearest import nearest

SECTIONS: Final = ("file", "columns", "constants", "values")


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
    """Make a mapping of parsed TOML; `where` names it in faults.

    Raises:
        FaultsError: with everything that is wrong in it.
    """
    faults = [_unknown(where, section, SECTIONS, "a section") for section in content if section not in SECTIONS]
    stated, columns, constants, values = (_section(content, name, where, faults) for name in SECTIONS)
    _check_settings(stated, where, faults)
    columns = {name: _names(given, f"{where} [columns] {name}", faults) for name, given in columns.items()}
    constants = {name: _text(value, f"{where} [constants] {name}", faults) for name, value in constants.items()}
    values = {name: _words(words, f"{where} [values.{name}]", faults) for name, words in values.items()}
    faults += [
        Fault(f"{where} [constants] {name}", "it under [columns] too", "one of the two")
        for name in columns.keys() & constants.keys()
    ]
    if faults:
        raise FaultsError(f"The mapping {where} cannot be used.", sorted(faults, key=str))
    return Mapping(columns=columns, constants=constants, values=values, **stated)


def _section(content: dict[str, Any], name: str, where: str, faults: list[Fault]) -> dict[str, Any]:
    part = content.get(name, {})
    if not isinstance(part, dict):
        faults.append(Fault(f"{where} [{name}]", repr(part), f"a section [{name}] with lines of name = value"))
        return {}
    if name != "file":
        unknown = [column for column in part if column not in BY_NAME]
        faults += [_unknown(f"{where} [{name}]", column, tuple(BY_NAME), "a column") for column in unknown]
    return part


def _is_delimiter(value: object) -> bool:
    return isinstance(value, str) and len(value) == 1 and value.isascii() and value not in '"\r\n\0'


def _is_encoding(value: object) -> bool:
    try:
        return isinstance(value, str) and codecs.lookup(value)._is_text_encoding  # noqa: SLF001 -- no public way to tell
    except LookupError:
        return False


def _is_form(value: object) -> bool:
    return isinstance(value, str) and is_date_format(value)


SETTINGS: Final[dict[str, tuple[Callable[[Any], bool], str]]] = {
    "delimiter": (_is_delimiter, 'one character, such as ";" or "\\t"'),
    "encoding": (_is_encoding, 'an encoding such as "utf-8" or "cp1252"'),
    "decimal": (lambda value: value in (".", ","), '"." or ","'),
    "date_format": (_is_form, 'a form such as "%d.%m.%Y %H:%M", or "epoch_s", "epoch_ms", "epoch_us"'),
    "birth_date_format": (_is_form, 'a form such as "%d.%m.%Y"'),
    "timezone": (lambda value: isinstance(value, str) and value in available_timezones(), "an IANA time zone"),
    "skip_lines": (lambda value: type(value) is int and value >= 0, "a number of lines"),
}
"""Settings of a mapping's ``[file]``: what each may be, as a test and in words."""


def _check_settings(stated: dict[str, Any], where: str, faults: list[Fault]) -> None:
    for key, value in stated.items():
        if key not in SETTINGS:
            faults.append(_unknown(f"{where} [file]", key, tuple(SETTINGS), "a setting"))
        elif not SETTINGS[key][0](value):
            faults.append(Fault(f"{where} [file] {key}", repr(value), SETTINGS[key][1]))


def _names(given: object, where: str, faults: list[Fault]) -> tuple[str, ...]:
    names = [given] if isinstance(given, str) else given
    if isinstance(names, list) and names and all(isinstance(name, str) for name in names):
        return tuple(names)
    faults.append(Fault(where, repr(given), "the name of a column, or a list of names"))
    return ()


def _words(words: object, where: str, faults: list[Fault]) -> dict[str, str]:
    if isinstance(words, dict):
        return {word: _text(to, f"{where} {word}", faults) for word, to in words.items()}
    faults.append(Fault(where, repr(words), 'lines of "the file\'s word" = "the payment table\'s word"'))
    return {}


def _text(value: object, where: str, faults: list[Fault]) -> str:
    if isinstance(value, str) or type(value) is int:
        return str(value)
    faults.append(Fault(where, repr(value), "text"))
    return ""


def _unknown(where: str, found: str, known: tuple[str, ...], what: str) -> Fault:
    close = nearest(found, known)
    mend = f"Did you mean {close}?" if close else f"Known: {', '.join(known)}."
    return Fault(where, repr(found), f"{what} that exists", mend)
