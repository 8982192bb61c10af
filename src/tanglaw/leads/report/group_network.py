"""A group as a drawing: payers left, receivers right, lines for payments, dashes for one person or household."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tanglaw.leads.groups.group import Group
from tanglaw.leads.report.network import ROW, Line

MOST: Final = 14
"""Parties drawn on a side; the table holds them all."""

_PAYER_X, _RECEIVER_X, _BRACKET_X = 38.0, 62.0, 36.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A party: where it is, what it is called, and whether it is a member and to be reviewed, a victim, or beside."""

    x: str
    y: str
    label: str
    style: str


@dataclass(frozen=True, slots=True)
class GroupNetwork:
    """The drawing. ``paid``: lines between the sides; ``same``: between parties of one side.

    Attributes:
        beside: somebody drawn is no member.
        more: how many are not drawn.
    """

    height: str
    payers: list[Dot]
    receivers: list[Dot]
    paid: list[Line]
    same: list[Line]
    beside: bool
    more: int

    @classmethod
    def of(
        cls, group: Group, paid: Mapping[tuple[str, str], int], labels: Mapping[tuple[str, str], str]
    ) -> GroupNetwork:
        """Lay out a group.

        Args:
            group: the group.
            paid: payments by entity of payer and of receiver.
            labels: what each party is called, by role and entity.
        """
        sides = {role: _side(group, role) for role in ("originator", "beneficiary")}
        drawn = {role: parties[:MOST] for role, parties in sides.items()}
        height = max(2, *(len(parties) for parties in drawn.values())) * ROW
        down = {
            (role, party): (number + 0.5) * ROW + (height - len(parties) * ROW) / 2
            for role, parties in drawn.items()
            for number, (party, _) in enumerate(parties)
        }
        across = {"originator": _PAYER_X, "beneficiary": _RECEIVER_X}
        dots = {
            role: [
                Dot(_percent(across[role]), f"{down[role, party]:.1f}", labels[role, party], style)
                for party, style in parties
            ]
            for role, parties in drawn.items()
        }
        most = max(paid.values(), default=1)
        lines = [
            Line(
                _percent(_PAYER_X), f"{down['originator', payer]:.1f}", _percent(_RECEIVER_X),
                f"{down['beneficiary', receiver]:.1f}", f"{1.5 + 5.5 * (number / most) ** 0.5:.1f}",
            )
            for (payer, receiver), number in sorted(paid.items())
            if ("originator", payer) in down and ("beneficiary", receiver) in down
        ]  # fmt: skip
        return cls(
            height=f"{height:.0f}",
            payers=dots["originator"],
            receivers=dots["beneficiary"],
            paid=lines,
            same=_same(group, down),
            beside=any(style == "beside" for parties in drawn.values() for _, style in parties),
            more=sum(len(parties) - len(drawn[role]) for role, parties in sides.items()),
        )


def _side(group: Group, role: str) -> list[tuple[str, str]]:
    """List the parties of a side and their styles: members, then whom they share; those of one household together."""
    head = {member.lead_id: member.lead_id for member in group.members}
    for tie in group.ties:
        if tie.kind in {"person", "household"}:
            one, other = sorted((head[tie.left], head[tie.right]))
            head = {lead: one if top == other else top for lead, top in head.items()}
    members = [member for member in group.members if member.role == role]
    place = {head[member.lead_id]: number for number, member in reversed(list(enumerate(members)))}
    members.sort(key=lambda member: (place[head[member.lead_id]], member.rank, member.lead_id))
    own = [(member.entity_id, "victim" if member.protect else "review") for member in members]
    return own + [(one.entity_id, "beside") for one in group.shared if one.role == role and not one.hub]


def _same(group: Group, down: Mapping[tuple[str, str], float]) -> list[Line]:
    who = {member.lead_id: (member.role, member.entity_id) for member in group.members}
    lines = []
    for tie in group.ties:
        one, other = who[tie.left], who[tie.right]
        if tie.kind in {"person", "household"} and one in down and other in down:
            x = _percent(_BRACKET_X if one[0] == "originator" else 100 - _BRACKET_X)
            lines.append(Line(x, f"{down[one]:.1f}", x, f"{down[other]:.1f}", "2"))
    return lines


def _percent(share: float) -> str:
    return f"{share:.0f}%"
