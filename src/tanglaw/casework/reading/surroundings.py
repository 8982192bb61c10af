"""What stands around a lead on its page: its accounts, its people's other leads, its group, its places."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from tanglaw.casework.models import Joining, Lead, Link, User
from tanglaw.casework.reading import visible
from tanglaw.casework.reading.drawing import Drawn
from tanglaw.casework.reading.places import Place, places
from tanglaw.casework.reading.relatives import Belonging, Relative, belonging, relatives
from tanglaw.casework.sealing.blind import blind
from tanglaw.leads.text import clip, mask_contact, plain


@dataclass(frozen=True, slots=True)
class Account:
    """One of the lead's accounts, as the reader may see it."""

    handle: str
    shown: str


@dataclass(frozen=True, slots=True)
class Split:
    """Two accounts that a person told apart, as the reader may see them."""

    link: Link
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All of it."""

    accounts: Sequence[Account]
    splits: Sequence[Split]
    joinings: Sequence[Joining]
    relatives: Sequence[Relative]
    belonging: Belonging | None
    places: Sequence[Place]
    whole: Lead | None

    def data(self) -> dict[str, Any]:
        """Write it as plain data, for the page's twin."""
        group = self.belonging
        return {
            "accounts": [dataclasses.asdict(one) for one in self.accounts],
            "splits": [_split(one) for one in self.splits],
            "part_of": self.whole.lead_id if self.whole else None,
            "parts": [
                {"lead_id": one.part.lead_id, "stood": one.state, "came_up": one.came_up, "until": one.until_id}
                for one in self.joinings
            ],
            "relatives": [
                {"lead_id": one.lead.lead_id, "who": one.who, "state": one.lead.state, "told_outside": one.told,
                 "decisions": len(one.decided)}
                for one in self.relatives
            ],
            "group": {
                "group_id": group.group.group_id, "title": group.group.title, "score": group.group.score,
                "facts": group.facts, "ties": list(group.ties), "hidden": group.hidden,
                "leads": [one.lead_id for one in group.leads],
            } if group else None,
            "from_where_to_where": [dataclasses.asdict(one) for one in self.places],
        }  # fmt: skip


def surroundings(lead: Lead, drawn: Drawn, user: User) -> Surroundings:
    """Gather what stands around a lead."""
    subjects = drawn.finding.subject_ids
    indexes = [blind(lead.role, one) for one in subjects]
    held = Link.objects.filter(Q(lead=lead) | Q(left_index__in=indexes) | Q(right_index__in=indexes))

    def shown(account: str) -> str:
        return clip(plain(account) if drawn.open else mask_contact(account), 80)

    return Surroundings(
        accounts=[Account(blind(lead.role, one), shown(one)) for one in subjects],
        splits=[
            Split(one, shown(one.left), shown(one.right))
            for one in held.select_related("decided_by", "undone_by", "lead__key")
        ],
        joinings=list(Joining.objects.filter(whole=lead, part__in=visible.leads(user)).select_related("part")),
        relatives=relatives(lead, drawn, user),
        belonging=belonging(lead, user),
        whole=visible.leads(user).filter(pk=lead.part_of_id).first() if lead.part_of_id else None,
        places=places(drawn.finding, drawn.payments, drawn.everybody),
    )


def _split(one: Split) -> dict[str, Any]:
    link = one.link
    return {
        "number": str(link.pk),
        "left": one.left,
        "right": one.right,
        "level": link.level,
        "grounds": link.grounds,
        "decided_by": link.decided_by.username,
        "decided": link.decided.isoformat(),
        "pending": link.run_id is None and link.undone is None,
        "undone": link.undone.isoformat() if link.undone else None,
    }
