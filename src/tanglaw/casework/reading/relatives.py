"""Who else is known of the people in a lead: leads that became part of it, earlier leads and reports, its group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from tanglaw.casework.models import Appearance, Decision, Group, Joining, Lead, User
from tanglaw.casework.models.decision import Kind, Standing
from tanglaw.casework.reading import visible
from tanglaw.casework.reading.drawing import Drawn
from tanglaw.casework.sealing.blind import blind
from tanglaw.leads import words
from tanglaw.leads.report.parties import OTHER_SIDE, WORD

_MOST: Final = 30
_MOST_TIES: Final = 20
_SHOWN: Final = ("key", "lead_id", "role", "sealed_subject", "pattern_title", "state")
"""Of another lead; to read all takes longer."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Another lead of somebody in this one.

    Attributes:
        who: what ties it to this lead, in words.
        decided: what was decided about it, the newest first.
        told: any of it reached somebody outside: a report was filed, or safeguarding was told.
    """

    lead: Lead
    who: str
    decided: Sequence[Decision]
    told: bool


@dataclass(frozen=True, slots=True)
class Belonging:
    """The group that a lead belongs to.

    Attributes:
        leads: its other members that the reader may see, payers first.
        ties: sentences.
    """

    group: Group
    leads: Sequence[Lead]
    hidden: int
    ties: Sequence[str]
    facts: str
    institutions: Sequence[dict[str, Any]]


def relatives(lead: Lead, drawn: Drawn, user: User) -> list[Relative]:
    """Find other leads of the same party, of what became part of it, and of the people on the other side."""
    found: dict[int, str] = {}

    def add(leads: Iterable[int], who: str) -> None:
        for one in leads:
            if one != lead.pk:
                found.setdefault(one, who)

    joinings = list(Joining.objects.filter(whole=lead).values_list("part", "until"))
    add((part for part, until in joinings if until is None), "part of this lead")
    add((part for part, until in joinings if until is not None), "was part of this lead")
    add(_own(blind(lead.role, one) for one in drawn.finding.subject_ids), f"the same {WORD[drawn.finding.role]}")
    other = OTHER_SIDE[drawn.finding.role]
    add(_own(lead.appearances.filter(role=other).values_list("index", flat=True)[:1_000]), f"a {WORD[other]}")
    there = visible.leads(user).select_related("key").only(*_SHOWN).in_bulk(found)
    seen = [(there[number], who) for number, who in found.items() if number in there][:_MOST]
    decided: dict[int, list[Decision]] = {}
    leads = {one.pk: one for one, _ in seen}
    for decision in Decision.objects.filter(lead__in=leads).select_related("proposed_by", "second"):
        decision.lead = leads[decision.lead_id]  # its key is at hand
        decided.setdefault(decision.lead_id, []).append(decision)
    return [
        Relative(
            one, who, decided.get(one.pk, []),
            any(held.standing == Standing.IN_FORCE and held.kind in {Kind.FILE, Kind.REFER}
                for held in decided.get(one.pk, [])),
        )
        for one, who in seen
    ]  # fmt: skip


def _own(indexes: Iterable[str]) -> list[int]:
    """Return the leads about any of these parties, what deserves attention most first."""
    rows = Appearance.objects.filter(own=True, index__in=list(indexes)).order_by("-lead__attention", "lead_id")
    return list(rows.values_list("lead_id", flat=True)[: _MOST + 1])


def belonging(lead: Lead, user: User) -> Belonging | None:
    """Find the group that the lead's newest run put it into."""
    group = Group.objects.filter(run=lead.last_run_id, leads=lead).first()
    if group is None:
        return None
    members = list(group.leads.order_by("-role", "-attention", "pk").select_related("assigned_to", "key"))
    may = set(visible.leads(user).filter(groups=group).values_list("pk", flat=True))
    seen = [one for one in members if one.pk in may]
    names = {one.lead_id: f"lead {one.pk}" for one in seen}
    content = group.content
    ties = [_tie(tie, names) for tie in content["ties"] if tie["left"] in names and tie["right"] in names]
    first, last = (datetime.fromisoformat(content[name]) for name in ("first", "last"))
    facts = f"{words.count(content['payments'], 'payment')}, {words.usd(content['usd'])}, {words.span(first, last)}"
    others = [one for one in seen if one.pk != lead.pk]
    return Belonging(group, others, len(members) - len(seen), ties[:_MOST_TIES], facts, content["institutions"])


def _tie(tie: dict[str, Any], names: dict[str, str]) -> str:
    """Say why two leads belong together, without any account or name."""
    left, right = names[tie["left"]], names[tie["right"]]
    if tie["kind"] == "payment":
        total = f", {words.usd(tie['usd'])}" if tie["usd"] else ""
        return f"{left} paid {right}: {words.count(tie['payments'], 'payment')}{total}"
    if tie["kind"] == "receiver":
        return f"{left} and {right} pay a receiver whom hardly anybody else pays"
    sure = "" if tie["probability"] is None else f" ({tie['probability']:.2f})"
    return f"{left} and {right} are about one {tie['kind']}{sure}"
