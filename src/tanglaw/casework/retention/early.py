"""Deletion before its time: one person asks, another approves."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.models import CaseLead, EarlyDeletion, Lead, User
from tanglaw.casework.models.lead import State
from tanglaw.casework.retention.due import held
from tanglaw.casework.retention.erasing import erase_early
from tanglaw.casework.retention.reasons import checked
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError


def ask(lead_id: str, user: User, who: Who, reason: str) -> EarlyDeletion:
    """Ask that a lead be deleted before its time.

    Raises:
        RefusedError: no reason, a hold, a case that it is in, a proposal that waits, or somebody asked already.
    """
    reason = checked(reason)
    with transaction.atomic():
        lead = Lead.objects.select_for_update().get(lead_id=lead_id)
        _may_go(lead)
        if EarlyDeletion.objects.filter(lead=lead).exists():
            raise RefusedError("Asked already", "It waits for a second person; nothing was changed.")
        wish = EarlyDeletion(lead=lead, asked=timezone.now(), asked_by=user, **sealed(reason=reason))
        wish.save(force_insert=True)
        append(who, Action.DELETION_ASKED, "lead", lead_id, {"reason": sealed_reason(lead.key, lead_id, reason)})
    return wish


def approve(number: int, user: User, who: Who) -> None:
    """Approve as the second person; the lead is deleted.

    Raises:
        RefusedError: the own wish, or what stands against it.
    """
    with transaction.atomic():
        wish = _wish(number)
        if wish.asked_by_id == user.pk:
            raise RefusedError("A second person decides", "You asked for this; somebody else has to look at it.", 403)
        lead = Lead.objects.select_for_update().get(pk=wish.lead_id)
        _may_go(lead)
        erase_early(lead, who, wish.asked_by, user)


def refuse(number: int, user: User, who: Who) -> None:
    """Do not approve, or take one's own wish back; the lead stays.

    Raises:
        RefusedError: nobody asks for it any more.
    """
    with transaction.atomic():
        wish = _wish(number)
        lead_id = wish.lead.lead_id
        said = {"by": "who asked" if wish.asked_by_id == user.pk else "the second person"}
        wish.delete()
        append(who, Action.DELETION_NOT_APPROVED, "lead", lead_id, said)


def _wish(number: int) -> EarlyDeletion:
    wish = EarlyDeletion.objects.select_related("lead", "asked_by").filter(pk=number).first()
    if wish is None:
        raise RefusedError("It no longer waits", "It was answered or taken back; nothing was changed.", 404)
    return wish


def _may_go(lead: Lead) -> None:
    if held(lead):
        raise RefusedError("It is on hold", "What is on hold is not deleted; lift the hold first.")
    if CaseLead.objects.filter(lead=lead, taken_out__isnull=True).exists():
        raise RefusedError("It is in a case", "It goes with the case, or after it was taken out of it.")
    if lead.state == State.PROPOSED:
        raise RefusedError("A proposal waits", "Answer what is proposed for this lead first.")
