"""Forms groups from ties: of at most so many members, whatever the order in which ties are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tanglaw.leads.groups.group import Tie

MOST: Final = 40
"""Members of one group. More could not be read as one; a larger ring comes apart at its weakest ties. Assumed."""


@dataclass(frozen=True, slots=True)
class Formed:
    """Leads that belong together, the ties among them, and how many ties were cut for size."""

    leads: tuple[str, ...]
    ties: tuple[Tie, ...]
    beyond: int


def form(scores: Mapping[str, float], ties: Sequence[Tie], most: int = MOST) -> list[Formed]:
    """Join leads along ties, the strongest first; a tie that would make a group too large is cut.

    A tie is as strong as the less probable of its two leads, then by its number of payments.

    Args:
        scores: of every lead, 0–1.
        ties: among these leads.
        most: members a group may have.

    Returns:
        Groups of at least two, by their first lead id.
    """

    def strength(tie: Tie) -> tuple[float, int, str, str, str]:
        return (-min(scores[tie.left], scores[tie.right]), -tie.payments, tie.left, tie.right, tie.kind)

    head = {lead: lead for lead in scores}
    size = dict.fromkeys(scores, 1)

    def find(lead: str) -> str:
        while head[lead] != lead:
            head[lead] = head[head[lead]]
            lead = head[lead]
        return lead

    ordered = sorted(ties, key=strength)
    for tie in ordered:
        one, other = sorted((find(tie.left), find(tie.right)))
        if one != other and size[one] + size[other] <= most:
            head[other] = one
            size[one] += size[other]

    members: dict[str, list[str]] = {}
    for lead in sorted(scores):
        members.setdefault(find(lead), []).append(lead)
    inside: dict[str, list[Tie]] = {}
    cut: dict[str, int] = {}
    for tie in ordered:
        one, other = find(tie.left), find(tie.right)
        if one == other:
            inside.setdefault(one, []).append(tie)
        else:
            for end in (one, other):
                cut[end] = cut.get(end, 0) + 1
    formed = [
        Formed(tuple(leads), tuple(inside.get(top, ())), cut.get(top, 0))
        for top, leads in members.items()
        if len(leads) > 1
    ]
    return sorted(formed, key=lambda group: group.leads)
