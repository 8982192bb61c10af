"""Accounts that people said are not one: decided on a lead's page, pending until a run knew it, undone likewise."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.intake.controls import meant
from tanglaw.casework.models import Lead, Link, Run, User
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError
from tanglaw.identities.decided import COLUMNS

LEVELS: Final = {"originator": "person", "beneficiary": "household"}
"""Payers are counted as persons, receivers as households: what has to be split for two leads to come of one."""

_LEAST_GROUNDS: Final = 10
_LONGEST_GROUNDS: Final = 2_000


def split(  # noqa: PLR0917 -- who, what and why
    lead: Lead, accounts: Sequence[str], apart: Collection[str], grounds: str, user: User, who: Who
) -> list[Link]:
    """Say that some accounts of a lead are somebody else's than the others; the next run takes it up.

    Args:
        lead: where it is decided.
        accounts: every account of the lead.
        apart: those of somebody else.
        grounds: why, in a sentence or two.
        user: who says so.
        who: the same, for the log.

    Raises:
        RefusedError: no grounds, or none or all of the accounts.
    """
    grounds = grounds.strip()
    if not _LEAST_GROUNDS <= len(grounds) <= _LONGEST_GROUNDS:
        raise RefusedError("No grounds given", "Say in a sentence or two why they are not one; it is logged.", 422)
    chosen = [account for account in accounts if account in apart]
    others = [account for account in accounts if account not in apart]
    if not chosen or not others:
        raise RefusedError("Nothing to split", "Choose at least one account, and not all of them.", 422)
    level = LEVELS[lead.role]
    with transaction.atomic():
        Lead.objects.select_for_update().get(pk=lead.pk)
        pairs = sorted(tuple(sorted((one, other))) for one in chosen for other in others)
        indexes = {(blind(lead.role, left), blind(lead.role, right)): (left, right) for left, right in pairs}
        there = Link.objects.filter(level=level, undone=None, left_index__in=[left for left, _ in indexes])
        known = set(there.values_list("left_index", "right_index"))
        now = timezone.now()
        made = Link.objects.bulk_create(
            Link(
                lead=lead, role=lead.role, level=level, decided_by=user, decided=now,
                **sealed(left=left, right=right, grounds=grounds),
            )
            for pair, (left, right) in indexes.items() if pair not in known
        )  # fmt: skip
        if not made:
            raise RefusedError("Split already", "These accounts were split before; the next run takes it up.")
        said = {"pairs": len(made), "level": level, "reason": sealed_reason(lead.key, lead.lead_id, grounds)}
        append(who, Action.ACCOUNTS_SPLIT, "lead", lead.lead_id, said)
    return made


def undo(lead: Lead, number: UUID, user: User, who: Who) -> Link:
    """Take a split back; from the next run on the accounts may be found to be one again.

    Raises:
        RefusedError: there is no such split in force.
    """
    with transaction.atomic():
        link = Link.objects.select_for_update().filter(pk=number, lead=lead, undone=None).first()
        if link is None:
            raise RefusedError("No such split", "There is none in force of this number; nothing was changed.", 404)
        link.undone, link.undone_by = timezone.now(), user
        link.save(update_fields=["undone", "undone_by"])
        append(who, Action.SPLIT_UNDONE, "lead", lead.lead_id, {"link": link.pk})
    return link


def went_along(run: Run, started: datetime | None) -> None:
    """Note that a run, which began at `started`, knew the links decided before."""
    if started is not None:
        Link.objects.filter(run=None, decided__lt=started, undone=None).update(run=run)


def as_csv() -> str:
    """Write every link in force for ``detect --links``, in a fixed order."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    held = Link.objects.filter(undone=None).select_related("lead__key")
    rows = {(one.role, meant(one.left), meant(one.right), one.level) for one in held}
    writer.writerows((*row, "split") for row in sorted(rows))
    return text.getvalue()
