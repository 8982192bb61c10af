"""A group as text for a terminal, and as plain data for a program."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tanglaw.leads import words
from tanglaw.leads.files import read_leads
from tanglaw.leads.groups import phrases
from tanglaw.leads.groups.files import read_groups
from tanglaw.leads.groups.group import Group
from tanglaw.leads.lead import Lead
from tanglaw.leads.report import listing
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import mask_contact, plain

_WIDTH: Final = 96
_TIES: Final = 20


def find_group(folder: Path, group_id: str) -> Group | None:
    """Look a group up in the folder of a finished run."""
    return next((group for group in read_groups(folder) if group.group_id == group_id), None)


def group_of_lead(folder: Path) -> dict[str, str]:
    """Give the group of every lead of a finished run that is part of one."""
    return {member.lead_id: group.group_id for group in read_groups(folder) for member in group.members}


def group_text(group: Group, folder: Path, shield: Shield) -> str:
    """Write a group in full, names of protected people withheld."""
    leads = {lead.lead_id: lead for lead in read_leads(folder)}
    return "\n".join(_lines(group, leads, shield)) + "\n\nA score ranks attention. It is not a verdict.\n"


def group_data(group: Group) -> dict[str, Any]:
    """Write the same as plain data; it holds no names."""
    data = dataclasses.asdict(group)
    return data | {name: getattr(group, name).isoformat() for name in ("first_seen", "last_seen")}


def _lines(group: Group, leads: Mapping[str, Lead], shield: Shield) -> Iterator[str]:
    yield f"Group {group.rank} · {phrases.made_of(group)} · {group.group_id}"
    yield from _wrap(
        f"Payment patterns consistent with {words.sentence_middle(plain(group.title))}, and belonging together."
    )
    yield ""
    yield from _wrap(f"Probability: {words.probability(group.score)} {phrases.score(group)}.")
    yield from _wrap(f"Urgency: {words.urgency(group.urgency)}, the most urgent member's.")
    yield from _wrap(f"Payments: {phrases.facts(group)}.")
    yield from _wrap(f"Who sees what: {phrases.institutions(group)}")
    yield from _wrap(f"Corridors: {phrases.corridors(group)}")
    yield ""
    yield "Members:"
    names = {}
    for member in group.members:
        lead = leads[member.lead_id]
        names[member.lead_id] = f"lead {member.rank}"
        yield from _wrap(
            f"{words.sentence_start(phrases.ROLE[member.role])}, {phrases.standing(member)}: {listing.account(lead)} "
            f"({listing.shown_name(lead, shield)}), lead {member.rank}, {words.probability(member.score)}; "
            f"{phrases.place(member)}",
            "  · ",
        )
    yield ""
    yield "What ties them together:"
    for tie in group.ties[:_TIES]:
        yield from _wrap(phrases.tie(tie, names), "  · ")
    if len(group.ties) > _TIES:
        yield f"  · and {words.count(len(group.ties) - _TIES, 'further tie')}, in groups.parquet"
    for because in group.joined_because:
        yield from _wrap(plain(shield.scrub(because)), "  · ")
    if group.beyond:
        yield from _wrap(phrases.beyond(group), "  · ")
    if group.shared:
        yield ""
        yield "Counterparties that several members share:"
    for one in group.shared[:_TIES]:
        yield from _wrap(phrases.shared(one, mask_contact(one.entity_id)), "  · ")


def _wrap(text: str, first: str = "", rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
    )  # fmt: skip
