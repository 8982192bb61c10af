"""How the people of a case are written for one reader: names withheld until a reason is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.audit.reasons import sealed_reason
from tanglaw.casework.models import Case, CaseLook, CaseSubject, User
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.reading import names
from tanglaw.casework.reading.case_parties import CaseParty
from tanglaw.casework.sealing.fields import sealed
from tanglaw.leads.shield import WITHHELD, Party, Shield
from tanglaw.leads.text import clip, initials, mask_contact, plain

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class CaseNames:
    """Writes names, accounts and people's words as one reader may see them."""

    open: bool
    everybody: Mapping[Party, CaseParty]
    shield: Shield
    own: Shield

    @classmethod
    def of(cls, subjects: list[CaseSubject], everybody: Mapping[Party, CaseParty], *, unmasked: bool) -> CaseNames:
        """Gather whose names must be kept out: everybody protected, and all of the case but its subjects of review."""
        shield = names.shield()
        kept: dict[Party, frozenset[str]] = {}
        for one in subjects:
            if one.role == SubjectRole.REVIEW and not shield.covers(one.side, one.party):
                continue
            recorded = everybody.get((one.side, one.party))
            kept[one.side, one.party or f"#{one.pk}"] = frozenset(
                {*(recorded.names if recorded else ()), *([one.name] if one.name else ())}
            )
        return cls(unmasked, everybody, shield, Shield.over(kept))

    def text(self, words: str) -> str:
        """Write people's words, protected names struck out of them."""
        return words if self.open else self.own.scrub(self.shield.scrub(words))

    def account(self, party: str) -> str:
        """Write an account; one that is itself a telephone number or an address only for who gave a reason."""
        return clip(plain(party) if self.open else mask_contact(party), 80)

    def subject(self, one: CaseSubject) -> str:
        """Write somebody's name."""
        recorded = self.everybody.get((one.side, one.party))
        known = [one.name] if one.name else sorted(recorded.names) if recorded else []
        if not known:
            return "not recorded"
        if self.open or (one.role == SubjectRole.REVIEW and not self.shield.covers(one.side, one.party)):
            return clip("; ".join(plain(name) for name in known), _LONGEST)
        if one.role == SubjectRole.VICTIM or self.shield.covers(one.side, one.party):
            return WITHHELD
        return initials(known[0]) or WITHHELD


def look_of(case: Case, user: User) -> CaseLook | None:
    """Return the reason under which this person sees the names in this case now, if there is one."""
    return case.looks.filter(user=user, until__gt=timezone.now()).order_by("-until").first()


def unmask(case: Case, user: User, who: Who, reason: str) -> CaseLook:
    """Show the names in a case to one person for a while. The reason is logged.

    Raises:
        RefusedError: no reason.
    """
    reason = names.given(reason)
    with transaction.atomic():
        now = timezone.now()
        look = CaseLook.objects.create(
            case=case, user=user, **sealed(reason=reason), since=now, until=now + names.SHOWN_FOR
        )
        minutes = names.SHOWN_FOR.seconds // 60
        said = {"reason": sealed_reason(case.key, str(case.pk), reason), "minutes": minutes}
        append(who, Action.NAMES_UNMASKED, "case", case.pk, said)
    return look
