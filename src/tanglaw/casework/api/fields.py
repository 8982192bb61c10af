"""The types of what programs send: strict, bounded, and nothing that a database cannot hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema


class Asked(Schema):
    """A body or a query: nothing beyond what it names, no type taken for another."""

    model_config = ConfigDict(extra="forbid")


class Sent(Asked):
    """A body."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _whole(value: Any) -> Any:  # noqa: ANN401 -- whatever an address says
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,9}", value):
            raise ValueError("expected a whole number of up to nine digits")
        return int(value)
    return value


def _whole_in_json(value: Any) -> Any:  # noqa: ANN401
    """To JSON Schema 7.0 is as whole as 7."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _truth(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise ValueError("expected true or false")
        return value == "true"
    return value


def _day(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("expected a day like 2031-05-04")
    return date.fromisoformat(value)


# No control character but tab and line breaks. The patterns are told to programs, so they say all of it themselves:
# what counts as a space differs between languages, hence the four that are named.
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_ANY, _INK, _GAP = f"[^{_CONTROL}]", rf"[^\s{_CONTROL}]", r"[ \t\r\n]*"

Text = Annotated[str, StringConstraints(max_length=10_000, pattern=f"^{_ANY}*$")]
"""Text that may be empty."""

Note = Annotated[str, StringConstraints(max_length=10_000, pattern=f"^{_GAP}{_INK}{_ANY}*$")]
"""Text that says something."""


def words(least: int, most: int) -> StringConstraints:
    """Constrain text to a number of characters between the first and the last that are no spaces, both counted."""
    within = f"{_INK}{_ANY}{{{least - 2},}}{_INK}" if least > 1 else f"{_INK}{_ANY}*"
    return StringConstraints(max_length=most, pattern=f"^{_GAP}{within}{_GAP}$" if least else f"^{_ANY}*$")


Sentence = Annotated[str, words(10, 10_000)]
"""At least ten characters between the first and the last that are no spaces."""

Reason = Annotated[str, words(10, 1_000)]
Name = Annotated[str, StringConstraints(max_length=60, pattern=f"^{_INK}(?:{_ANY}*{_INK})?$")]
Find = Annotated[str, StringConstraints(max_length=120, pattern=f"^{_ANY}*$")]
Clock = Annotated[str, StringConstraints(pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A time of day, UTC."""

Handle = Annotated[str, Field(max_length=64, pattern=r"^[-a-zA-Z0-9_]+$")]
"""Names an account without saying it."""

Whole = Annotated[int, BeforeValidator(_whole)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
LeadId = Annotated[str, Field(max_length=32, pattern=r"^[-a-zA-Z0-9_]+$")]
KeyPrefix = Annotated[str, Field(max_length=12, pattern=r"^[a-z2-7]+$")]
SourceName = Annotated[str, Field(max_length=40, pattern=r"^[-a-zA-Z0-9_]+$")]
Username = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_.@+-]+$")]
# The bounds come before the reading of text: only so the description tells them.
Revision = Annotated[int, Field(ge=0, le=999_999_999), BeforeValidator(_whole_in_json)]
Year = Annotated[int, Field(ge=1800, le=9999), BeforeValidator(_whole_in_json)]
SentNumber = Annotated[int, Field(ge=1, le=999_999_999), BeforeValidator(_whole_in_json)]
"""A number in a body, where text is none."""
Number = Annotated[int, Field(ge=1, le=999_999_999), BeforeValidator(_whole)]
