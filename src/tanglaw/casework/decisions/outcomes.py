"""What people found out, in the form that ``tanglaw detect --known`` takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from tanglaw.casework.decisions.ordinary import OTHERS
from tanglaw.casework.models import Decision
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.leads.known import COLUMNS, EXPLANATION

_OUTCOME: Final = {Kind.DISMISS: "dismissed", Kind.REFER: "confirmed", Kind.FILE: "confirmed"}
"""A case that is open and a lead that is watched are no outcome yet."""


def outcomes() -> Iterator[tuple[str, str, str, str, str]]:
    """Yield role, subject, pattern, outcome and explanation of every lead with a final decision in force, in order.

    The explanation is the ordinary one that a lead was dismissed with, where it is one that competes in the score.
    """
    decided = (
        Decision.objects.filter(standing=Standing.IN_FORCE, kind__in=_OUTCOME)
        .order_by("lead__role", "lead__subject", "lead__pattern")
        .values_list("lead__role", "lead__subject", "lead__pattern", "kind", "explanation")
    )
    for role, subject, pattern, kind, explanation in decided.iterator():
        yield role, subject, pattern, _OUTCOME[Kind(kind)], "" if explanation in OTHERS else explanation


def as_csv() -> str:
    """Write the outcomes as CSV with a header line. For programs: texts stand as they are."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, EXPLANATION])
    writer.writerows(outcomes())
    return text.getvalue()
