"""What a group is: leads that belong together, how they do, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tanglaw.common.roles import Role

TieKind = Literal["payment", "person", "household", "receiver"]
"""Money went from one to the other; one person; one household; or both pay a receiver whom hardly anybody else pays."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two leads belong together.

    Attributes:
        left, right: lead ids; of a payment, the payer's and the receiver's, otherwise in order.
        payments: how many payments went between the two, 0 where they are tied otherwise.
        usd: their sum in US dollars, those without a rate left out.
        probability: of the identity behind it, 0–1; ``None`` where no identity is.
        why: in words, the strongest first.
    """

    kind: TieKind
    left: str
    right: str
    payments: int = 0
    usd: float = 0.0
    probability: float | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A lead as part of a group.

    Attributes:
        protect: the member may be a victim, under this lead or any other.
        inside: counterparties that are members too.
        counterparties: counterparties in all.
        payments: of the group's payments, those of this member.
        institutions: who sees those, in order of name.
    """

    lead_id: str
    rank: int
    role: Role
    pattern: str
    entity_id: str
    subject_ids: tuple[str, ...]
    score: float
    urgency: float
    protect: bool
    inside: int
    counterparties: int
    payments: int
    institutions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A counterparty of several members that is no member.

    Attributes:
        members: how many members pay it, or are paid by it.
        counterparties: how many anybodies do in all the data; ``None`` if not known.
        hub: so many do that it says nothing about the members.
        lead_ids: leads it has itself, of another kind or left out as a hub.
        protect: it may be a victim.
    """

    role: Role
    entity_id: str
    members: int
    payments: int
    counterparties: int | None
    hub: bool
    lead_ids: tuple[str, ...]
    protect: bool


@dataclass(frozen=True, slots=True)
class View:
    """What one institution, or one corridor, sees of a group's payments."""

    name: str
    payers: int
    receivers: int
    payments: int
    usd: float


@dataclass(frozen=True, slots=True)
class Group:
    """Leads of one kind that belong together. It ranks attention; it is no verdict on any of them.

    Attributes:
        group_id: stays from run to run as long as the member whose payments begin first does.
        kind: the relation between payers and receivers, such as ``livestream``.
        score: probability that at least one member is truly of its pattern, at the least: the highest member's.
        score_if_independent: the same, were members independent, which they are not: at the most.
        urgency: the most urgent member's.
        protect: a member may be a victim.
        members: payers before receivers, each by rank.
        beyond: ties to leads outside, cut because the group would have grown too large.
        whole: the group's payments are all payments of its members, as there is none among them.
        payments: between members, or to a receiver that several share and that is no hub.
        payers, receivers: parties on both sides of these, members or not.
        unsaid: of these payments, how many do not name their institution.
        views: by institution.
        corridors: such as ``AU→PH``.
    """

    group_id: str
    rank: int
    kind: str
    title: str
    score: float
    score_if_independent: float
    urgency: float
    protect: bool
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]
    beyond: int
    shared: tuple[Shared, ...]
    joined_because: tuple[str, ...]
    whole: bool
    payment_ids: tuple[str, ...]
    payments: int
    total_usd: float
    first_seen: datetime
    last_seen: datetime
    payers: int
    receivers: int
    unsaid: int
    views: tuple[View, ...]
    corridors: tuple[View, ...]

    def of_role(self, role: Role) -> list[Member]:
        """Give the payers, or the receivers."""
        return [member for member in self.members if member.role == role]
