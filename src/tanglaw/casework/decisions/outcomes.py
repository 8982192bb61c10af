"""What people found out, in the form that ``tanglaw detect --known`` takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from django.db.models import Prefetch
from django.db.models.functions import Coalesce

from tanglaw.casework.decisions.ordinary import OTHERS
from tanglaw.casework.intake.controls import meant
from tanglaw.casework.models import Appearance, User
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.reading import visible
from tanglaw.leads.known import COLUMNS, EXPLANATION

_OUTCOME: Final = {Kind.DISMISS: "dismissed", Kind.REFER: "confirmed", Kind.FILE: "confirmed"}
"""A case that is open and a lead that is watched are no outcome yet."""


def outcomes(reader: User | None = None) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield role, account, pattern, outcome and explanation of every final decision in force, in a fixed order.

    What was decided of a lead holds for each of its accounts; where two leads share one, the later decision counts. The
    explanation is the ordinary one that a lead was dismissed with, where it is one that competes in the score. A reader
    gets those of the leads that there are for them; the machine's own console, all.
    """
    decided = (
        visible.decisions(reader)
        .filter(standing=Standing.IN_FORCE, kind__in=_OUTCOME)
        .annotate(at=Coalesce("answered", "proposed"))
        .select_related("lead__key")
        .prefetch_related(Prefetch("lead__appearances", Appearance.objects.filter(own=True).order_by("pk")))
        .order_by("at", "pk")
    )
    latest: dict[tuple[str, str, str], tuple[str, str]] = {}
    for one in decided.iterator(chunk_size=500):
        lead, explanation = one.lead, "" if one.explanation in OTHERS else one.explanation
        for own in lead.appearances.all():  # only its own, by the prefetch
            latest[lead.role, own.party, lead.pattern] = _OUTCOME[Kind(one.kind)], explanation
    for (role, account, pattern), (outcome, explanation) in sorted(latest.items()):
        yield role, meant(account), pattern, outcome, explanation


def as_csv(reader: User | None = None) -> str:
    """Write the outcomes as CSV with a header line. For programs: texts stand as they are."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, EXPLANATION])
    writer.writerows(outcomes(reader))
    return text.getvalue()
