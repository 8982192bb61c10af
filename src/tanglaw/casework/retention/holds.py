"""Holds: placed for a reason, lifted by somebody, both logged."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.models import Case, Lead, LegalHold, User
from tanglaw.casework.retention.reasons import checked
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError


def place(held: Lead | Case, user: User, who: Who, reason: str) -> LegalHold:
    """Hold a lead or a case: nothing of it is deleted until the hold is lifted.

    Raises:
        RefusedError: no reason, or it is held already.
    """
    reason = checked(reason)
    on = {"lead": held} if isinstance(held, Lead) else {"case": held}
    with transaction.atomic():
        if LegalHold.objects.filter(**on, lifted__isnull=True).exists():
            raise RefusedError("It is on hold already", "One hold is enough; nothing was changed.")
        hold = LegalHold(**on, placed=timezone.now(), placed_by=user, **sealed(reason=reason))
        hold.save(force_insert=True)
        kind, it = _named(held)
        append(who, Action.HOLD_PLACED, kind, it, {"hold": hold.pk, "reason": sealed_reason(held.key, it, reason)})
    return hold


def lift(number: int, user: User, who: Who) -> None:
    """Lift a hold.

    Raises:
        RefusedError: there is none, or it was lifted already.
    """
    with transaction.atomic():
        hold = LegalHold.objects.filter(pk=number, lifted__isnull=True).first()
        held = (hold.lead or hold.case) if hold else None
        if hold is None or held is None:
            raise RefusedError("No such hold", "It does not exist, or was lifted meanwhile; nothing was changed.", 404)
        hold.lifted, hold.lifted_by = timezone.now(), user
        hold.save(update_fields=["lifted", "lifted_by"])
        append(who, Action.HOLD_LIFTED, *_named(held), {"hold": hold.pk})


def _named(held: Lead | Case) -> tuple[str, str]:
    return ("lead", held.lead_id) if isinstance(held, Lead) else ("case", str(held.pk))
