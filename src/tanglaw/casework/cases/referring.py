"""Safeguarding referrals: proposed, approved by a second person, then told. Never to anybody of the case itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.models import Case, Referral, User
from tanglaw.casework.models.referral import Basis, Recipient, ReferralStanding
from tanglaw.casework.reading.case_parties import party_named
from tanglaw.casework.site.problems import RefusedError


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to refer, as they wrote it; the fields are those of the referral."""

    kind: str
    recipient: str
    contact: str
    basis: str
    law: str
    told: str
    grounds: str
    apart: bool
    """The proposer says that nobody at the recipient belongs to the household or holds an account."""


def propose(number: int, user: User, who: Who, wish: Wish) -> Referral:
    """Propose a referral.

    Raises:
        RefusedError: the wish is incomplete, or the recipient is a party of the case.
    """
    if wish.kind not in Recipient.values or wish.basis not in Basis.values:
        raise RefusedError("No such recipient or basis", "Choose an authority or service, and on what basis.", 422)
    fields = {
        "recipient": said(wish.recipient, "The recipient", 300, 3),
        "contact": said(wish.contact, "The contact", 300, 0), "law": said(wish.law, "The provision", 300, 0),
        "told": said(wish.told, "What is told", 10_000, 10),
        "grounds": said(wish.grounds, "Why", 10_000, 10),
    }  # fmt: skip
    if not wish.apart:
        raise RefusedError(
            "Not looked at",
            "Look whether anybody there belongs to the household or holds an account in this case, and say so.",
            422,
        )
    with held(number) as case:
        _apart(case, f"{fields['recipient']}\n{fields['contact']}")
        referral = Referral.objects.create(
            case=case, kind=wish.kind, basis=wish.basis, standing=ReferralStanding.PROPOSED, proposed_by=user,
            proposed=timezone.now(), **fields,
        )  # fmt: skip
        _log(who, Action.REFERRAL_PROPOSED, referral)
    return referral


def approve(case: int, referral: UUID, user: User, who: Who, answer: str) -> None:
    """Approve as the second person. Approved is not told.

    Raises:
        RefusedError: the proposer's own, it no longer waits, or its recipient became a party of the case meanwhile.
    """
    with _waiting(case, referral) as found:
        _another(found, user)
        _apart(found.case, f"{found.recipient}\n{found.contact}")
        _answer(found, user, answer, ReferralStanding.APPROVED)
        _log(who, Action.REFERRAL_APPROVED, found)


def refuse(case: int, referral: UUID, user: User, who: Who, answer: str) -> None:
    """Do not approve, and say why.

    Raises:
        RefusedError: no reason, the proposer's own, or it no longer waits.
    """
    answer = said(answer, "The reason", 10_000, 10)
    with _waiting(case, referral) as found:
        _another(found, user)
        _answer(found, user, answer, ReferralStanding.REFUSED)
        _log(who, Action.REFERRAL_NOT_APPROVED, found)


def withdraw(case: int, referral: UUID, user: User, who: Who) -> None:
    """Take one's own referral back, before anybody was told.

    Raises:
        RefusedError: somebody else's, or it was told or answered otherwise.
    """
    with _waiting(case, referral, ReferralStanding.PROPOSED, ReferralStanding.APPROVED) as found:
        if found.proposed_by_id != user.pk:
            raise RefusedError("Not your referral", "Only who proposed it can withdraw it.", 403)
        found.standing = ReferralStanding.WITHDRAWN
        found.save(update_fields=["standing"])
        _log(who, Action.REFERRAL_WITHDRAWN, found)


def tell(  # noqa: PLR0917 -- what is recorded of a telling
    case: int, referral: UUID, user: User, who: Who, at: datetime | None, means: str, reference: str
) -> None:
    """Record that the recipient was told.

    Raises:
        RefusedError: it is not approved, no day or one to come, or not said how.
    """
    if at is None or at > timezone.now():
        raise RefusedError("No day", "Say when they were told; not a moment to come.", 422)
    means, reference = said(means, "How they were told", 120, 3), said(reference, "Their reference", 120, 0)
    with _waiting(case, referral, ReferralStanding.APPROVED) as found:
        found.standing, found.made, found.made_by = ReferralStanding.TOLD, at, user
        found.means, found.reference = means, reference
        found.save(update_fields=["standing", "made", "made_by", "means", "sealed_reference"])
        _log(who, Action.REFERRAL_TOLD, found)


@contextmanager
def _waiting(number: int, referral: UUID, *standings: ReferralStanding) -> Iterator[Referral]:
    with held(number) as case:
        found = Referral.objects.select_related("proposed_by").filter(pk=referral, case=case).first()
        if found is None:
            raise RefusedError("No such referral", "It is not one of this case.", 404)
        if found.standing not in (standings or (ReferralStanding.PROPOSED,)):
            raise RefusedError(
                "It cannot follow", f"This referral is: {found.get_standing_display().lower()}. Nothing was changed."
            )
        found.case = case
        yield found


def _another(referral: Referral, user: User) -> None:
    if referral.proposed_by_id == user.pk:
        raise RefusedError("A second person decides", "You proposed this; somebody else has to look at it.", 403)


def _apart(case: Case, text: str) -> None:
    if (party := party_named(case, text)) is not None:
        raise RefusedError(
            "The recipient is part of this case",
            f"It names {party}. Nobody whose account or name stands in the payments is ever told: a guardian may be "
            "the facilitator, and a receiver may be the child. Choose the authority or service whose office it is.",
            422,
        )


def _answer(referral: Referral, user: User, answer: str, standing: ReferralStanding) -> None:
    referral.standing, referral.second = standing, user
    referral.answered, referral.answer = timezone.now(), said(answer, "The answer", 10_000, 0)
    referral.save(update_fields=["standing", "second", "answered", "sealed_answer"])


def _log(who: Who, action: Action, referral: Referral) -> None:
    append(who, action, "case", referral.case_id, {"referral": str(referral.pk), "to": referral.kind})
