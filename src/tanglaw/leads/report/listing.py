"""One line a lead: the index of a section, and the table of leads that are not shown in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import WITHHELD, Shield
from tanglaw.leads.text import clip, mask_contact, plain

MOST_NAMES = 3
"""Names shown beside the first, of accounts that are taken for one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lead in one line; ``anchor`` is empty when the lead is not shown in full."""

    lead: Lead
    anchor: str
    account: str
    name: str


def listing(leads: Sequence[Lead], shield: Shield, anchors: Mapping[str, str]) -> list[Row]:
    """Make the rows, in the order given."""
    return [Row(lead, anchors.get(lead.lead_id, ""), account(lead), shown_name(lead, shield)) for lead in leads]


def account(lead: Lead) -> str:
    """Return the subject's ids as they may be shown: the analyst finds the account by them."""
    return clip(", ".join(mask_contact(subject) for subject in lead.subject_ids), 120)


def shown_name(lead: Lead, shield: Shield) -> str:
    """Return a subject of review's name, and nobody else's."""
    if shield.covers_lead(lead):
        return WITHHELD
    if not lead.name:
        return "Name not recorded"
    names = {name.casefold(): name for name in reversed(lead.names)} if len(lead.subject_ids) > 1 else {}
    others = [name for name in reversed(names.values()) if name.casefold() != lead.name.casefold()]
    also = f", also recorded as {', '.join(others[:MOST_NAMES])}" if others else ""
    more = f" and {len(others) - MOST_NAMES} more" if len(others) > MOST_NAMES else ""
    return clip(plain(shield.scrub(lead.name + also)), 240) + more
