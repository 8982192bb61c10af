"""The groups of a run: which leads belong together, and why."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, Final

from tanglaw.casework.intake.controls import pictured, pictured_row
from tanglaw.casework.models import Group, Lead, Run
from tanglaw.leads.groups.group import Group as Finding

_BATCH: Final = 500


def keep(groups: Sequence[Finding], run: Run, leads: Mapping[str, Lead]) -> None:
    """Keep the groups of a run; a member that the run does not list as a lead is left out.

    Args:
        groups: as the run found them.
        run: that found them.
        leads: every lead of the run, by its id.
    """
    made = Group.objects.bulk_create(
        [
            Group(run=run, group_id=one.group_id, title=pictured(one.title), score=one.score, urgency=one.urgency,
                  content=_content(one))
            for one in groups
        ],
        batch_size=_BATCH,
    )  # fmt: skip
    through = Group.leads.through
    through.objects.bulk_create(
        [
            through(group_id=group.pk, lead_id=leads[member.lead_id].pk)
            for group, one in zip(made, groups, strict=True)
            for member in one.members
            if member.lead_id in leads
        ],
        batch_size=_BATCH,
    )


def _content(one: Finding) -> dict[str, Any]:
    """Write what the page shows: no account and no name, which stand with the leads and are shown as the reader may."""
    said, _ = pictured_row(
        {
            "score_if_independent": one.score_if_independent,
            "payments": one.payments,
            "usd": one.total_usd,
            "first": one.first_seen.isoformat(),
            "last": one.last_seen.isoformat(),
            "whole": one.whole,
            "beyond": one.beyond,
            "shared": len(one.shared),
            "hubs": sum(party.hub for party in one.shared),
            "institutions": [dataclasses.asdict(view) for view in one.views],
            "corridors": [view.name for view in one.corridors],
            "ties": [
                {"kind": tie.kind, "left": tie.left, "right": tie.right, "payments": tie.payments, "usd": tie.usd,
                 "probability": tie.probability}
                for tie in one.ties
            ],
        }
    )  # fmt: skip
    return said
