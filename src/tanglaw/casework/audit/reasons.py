"""Reasons that people give, in the log: sealed under the key of the record they concern, opened for who reads the log.

A reason is free text and may name somebody who is protected. The log can never be changed; when a record's key is
destroyed, the reason is unreadable, while the entry and its place in the chain stay.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tanglaw.casework.models import Entry, RecordKey
from tanglaw.casework.sealing.box import seal, unseal

GONE: Final = "(destroyed with the key of its record)"

_MARK: Final = "sealed:"
_TABLE: Final = "casework_entry"


def sealed_reason(key: RecordKey, it: str, reason: str) -> str:
    """Seal a reason for the log.

    Args:
        key: key of the record.
        it: id of the object that the entry will name.
        reason: what somebody wrote.
    """
    place = str(key.pk), _TABLE, it, "reason"
    return f"{_MARK}{key.pk}:{base64.b64encode(seal(key.data, place, reason.encode())).decode()}"


def opened(entries: Iterable[Entry]) -> dict[int, str]:
    """Return the detail of each entry with its reason opened, by number; entries without one as they stand."""
    entries = list(entries)
    said: dict[int, dict[str, Any]] = {
        one.number: json.loads(one.detail) for one in entries if f'"{_MARK}' in one.detail
    }
    names = {value.split(":")[1] for detail in said.values() for value in _sealed(detail).values()}
    keys = {str(key.pk): key for key in RecordKey.objects.filter(pk__in=names)}
    return {
        one.number: json.dumps(_open(one, said[one.number], keys), sort_keys=True, ensure_ascii=False)
        if one.number in said
        else one.detail
        for one in entries
    }


def _sealed(detail: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in detail.items() if isinstance(value, str) and value.startswith(_MARK)}


def _open(entry: Entry, detail: Mapping[str, Any], keys: Mapping[str, RecordKey]) -> dict[str, Any]:
    shown = dict(detail)
    for name, value in _sealed(detail).items():
        _, number, text = value.split(":", 2)
        key = keys.get(number)
        place = number, _TABLE, entry.object, "reason"
        shown[name] = unseal(key.data, place, base64.b64decode(text)).decode() if key else GONE
    return shown
