"""Every measure Tanglaw takes, by role."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from tanglaw.common.roles import Role
from tanglaw.measures import age, company, growth, hours, payers, rail, receivers, reference, rhythm, value
from tanglaw.measures.measure import Measure

_BOTH: Final = (value, growth, rhythm, hours, reference, rail, age)

OWN: Final[dict[Role, tuple[Measure, ...]]] = {
    "originator": tuple(m for family in _BOTH for m in family.measures("originator")),
    "beneficiary": (*(m for family in _BOTH for m in family.measures("beneficiary")), *payers.ROW_MEASURES),
}
"""Measures read from the subject's own prepared rows."""

OF_PAIRS: Final[dict[Role, tuple[Measure, ...]]] = {"originator": receivers.MEASURES, "beneficiary": payers.MEASURES}
"""Measures read from the subject's pairs."""

OF_COMPANY: Final = company.MEASURES
"""Measures of a payer read from its receivers' other payers."""

MEASURES: Final[tuple[Measure, ...]] = (
    *OWN["originator"], *OF_PAIRS["originator"], *OF_COMPANY, *OWN["beneficiary"], *OF_PAIRS["beneficiary"],
)  # fmt: skip


def of_role(role: Role) -> tuple[Measure, ...]:
    """Give the measures of one role, in the order of the catalogue."""
    return tuple(measure for measure in MEASURES if measure.role == role)


def without_columns(role: Role, columns: Collection[str]) -> tuple[Measure, ...]:
    """Give the measures of one role that must abstain where the data have only these optional columns."""
    return tuple(m for m in of_role(role) if not set(m.needs) <= set(columns))


def bands() -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the labels of every measure's bands, by role and id: what pattern files are checked against."""
    return {(measure.role, measure.id): measure.bands for measure in MEASURES}
