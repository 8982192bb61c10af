"""What people found out, in the form that ``tanglaw detect --known`` takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from tanglaw.casework.models import Decision
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.leads.known import COLUMNS

_OUTCOME: Final = {Kind.DISMISS: "dismissed", Kind.REFER: "confirmed", Kind.FILE: "confirmed"}
"""A case that is open and a lead that is watched are no outcome yet."""


def outcomes() -> Iterator[tuple[str, str, str, str]]:
    """Yield role, subject, pattern and outcome of every lead with a final decision in force, in a fixed order."""
    decided = (
        Decision.objects.filter(standing=Standing.IN_FORCE, kind__in=_OUTCOME)
        .order_by("lead__role", "lead__subject", "lead__pattern")
        .values_list("lead__role", "lead__subject", "lead__pattern", "kind")
    )
    for role, subject, pattern, kind in decided.iterator():
        yield role, subject, pattern, _OUTCOME[Kind(kind)]


def as_csv() -> str:
    """Write the outcomes as CSV with a header line. For programs: texts stand as they are."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(outcomes())
    return text.getvalue()
