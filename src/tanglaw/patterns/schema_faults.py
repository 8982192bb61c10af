"""What pydantic found, in words for the author of a pattern file."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from tanglaw.patterns.marked import Marked, Path
from tanglaw.patterns.placed_fault import PlacedFault, quoted
from tanglaw.patterns.schema import PriorForm

_Form = TypeVar("_Form", bound=BaseModel)

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "literal_error": "{expected}",
    "greater_than": "a number above {gt:g}",
    "greater_than_equal": "a number from {ge:g}",
    "less_than": "a number below {lt:g}",
    "less_than_equal": "a number up to {le:g}",
    "string_too_long": "at most {max_length} characters",
    "string_pattern_mismatch": "lower-case letters, digits and _, 3 to 60 of them, a letter first",
    "too_short": "at least one entry",
}
_MEND = {
    "string_type": "Put it in quotes if it is meant as text.",
    "float_type": "Numbers are written without quotes or signs: 0.25, not 25%.",
    "bool_type": "Write true or false.",
}


def validate(form: type[_Form], data: object, path: Path, marked: Marked) -> tuple[_Form | None, list[PlacedFault]]:
    """Validate ``data``, which stands at ``path`` of the file; return the form, or every fault of it."""
    try:
        return form.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [_fault(form, detail, path, marked) for detail in details if not _told(detail, path, marked)]
        return None, faults


def closest(word: str, known: list[str]) -> str:
    """Return a hint at the nearest of ``known``, or at all of them when few; empty when nothing helps."""
    near = process.extractOne(word, known, score_cutoff=60)
    if near:
        return f"Did you mean {quoted(near[0])}?"
    return f"Known: {', '.join(known)}." if 0 < len(known) <= 20 else ""


def _told(detail: ErrorDetails, path: Path, marked: Marked) -> bool:
    full = (*path, *detail["loc"])
    return any(full[:length] in marked.refused for length in range(len(full) + 1))


def _fault(form: type[BaseModel], detail: ErrorDetails, path: Path, marked: Marked) -> PlacedFault:
    kind, loc = detail["type"], detail["loc"]
    full: Path = (*path, *loc)
    if kind == "missing":
        owner = f" in {quoted(str(full[-2]))}" if len(full) > 1 else ""
        at = marked.key_at(full[:-1]) if len(full) > 1 else marked.value_at(())
        return marked.fault(at, f"no {quoted(str(full[-1]))}{owner}", "it to be given", f"Add {full[-1]}: …")
    if kind == "extra_forbidden":
        known = list((PriorForm if loc[:-1] == ("prior",) else form).model_fields)
        hint = closest(str(loc[-1]), known)
        return marked.fault(marked.key_at(full), f"the unknown key {quoted(str(loc[-1]))}", "a known key", hint)
    if kind == "value_error":
        found, _, expected = detail["msg"].removeprefix("Value error, ").removeprefix("found ").partition("; expected ")
        return marked.fault(marked.value_at(full), found, expected)
    context: dict[str, Any] = detail.get("ctx", {})
    expected = _EXPECTED[kind].format(**context) if kind in _EXPECTED else detail["msg"]
    return marked.fault(marked.value_at(full), f"{_found(detail)} in {_named(full)}", expected, _MEND.get(kind, ""))


def _found(detail: ErrorDetails) -> str:
    value = detail["input"]
    if isinstance(value, dict | list):
        return ("a mapping" if isinstance(value, dict) else "a list") + ("" if value else " without entries")
    return quoted(value)


def _named(path: Path) -> str:
    return quoted(str(path[-1])) if path else "the file"
