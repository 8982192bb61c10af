"""Who is under 18 by the records is protected, whatever a pattern says of its account holders.

A child who pays, or is paid, under a pattern of review is a child first: named in no list of suspects, and never
contacted. Ages are those on record; who has none on record is taken as the pattern says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tanglaw.common.roles import Role
from tanglaw.patterns.pattern import Pattern

ADULT: Final = 18

_AGE: Final[dict[Role, str]] = {"originator": "payer_age", "beneficiary": "receiver_age"}
_WHO: Final[dict[Role, str]] = {"originator": "payer", "beneficiary": "receiver"}


def is_minor(role: Role, facts: Mapping[str, object]) -> bool:
    """Tell whether the account holder is under 18 by the records.

    Args:
        role: the side of the account.
        facts: the subject's row of measures; its age is in years at the median payment.
    """
    age = facts.get(_AGE[role])
    return isinstance(age, int | float) and age < ADULT


def protects(pattern: Pattern, facts: Mapping[str, object]) -> bool:
    """Tell whether the holder of a lead is to be protected: the pattern says so, or the records."""
    return pattern.protect or is_minor(pattern.role, facts)


def account_holder(pattern: Pattern, facts: Mapping[str, object]) -> str:
    """Say who the account holder may be."""
    if not pattern.protect and is_minor(pattern.role, facts):
        return f"{_WHO[pattern.role]}: a minor by the records, to be protected"
    return pattern.account_holder
