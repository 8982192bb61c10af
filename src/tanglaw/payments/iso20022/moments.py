"""When a payment was executed, as the message says it."""

from __future__ import annotations

import re
from typing import Final

from tanglaw.payments.iso20022.elements import CREATED, EXECUTED_AT
from tanglaw.payments.iso20022.gather import Facts, first

_MIDNIGHT: Final = re.compile(r"(.{10})T00:00:00(?:\.0*)?(?:Z|[+-]\d\d:?\d\d)?")


def executed_at(facts: Facts) -> str | None:
    """The moment, or the bare date when no honest time of day is known.

    A time of exactly midnight is a date that was put in a time's place; a date's own offset (``2024-05-01+02:00``) is
    dropped.
    """
    found = first(facts, EXECUTED_AT)
    if found is None:
        created = first(facts, CREATED)
        return created[:10] if created else None
    if "T" not in found:
        return found[:10] if found[4:5] == "-" else found
    disguised = _MIDNIGHT.fullmatch(found)
    return disguised[1] if disguised else found
