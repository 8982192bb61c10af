"""Who is on the other side of a lead's payments, as they may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.leads.lead import Lead
from tanglaw.leads.report.network import Counterparty
from tanglaw.leads.shield import Party, Shield
from tanglaw.leads.text import initials, mask_contact, shorten

OTHER_SIDE: Mapping[Role, Role] = {"originator": "beneficiary", "beneficiary": "originator"}
WORD: Mapping[str, str] = {"originator": "payer", "beneficiary": "receiver"}


def meetings(leads: Sequence[Lead], payments: pl.DataFrame) -> dict[Party, list[int]]:
    """Map every party to the ranks of the leads it appears in, as subject or on the other side."""
    found: dict[Party, set[int]] = {}
    by_id = {lead.lead_id: lead for lead in leads}
    for lead in leads:
        found.setdefault((lead.role, lead.entity_id), set()).add(lead.rank)
    seen = payments.select("lead_id", "originator_entity", "beneficiary_entity").unique()
    for lead_id, payer, receiver in seen.iter_rows():
        if lead_id in by_id:
            lead = by_id[lead_id]
            other = OTHER_SIDE[lead.role]
            found.setdefault((other, receiver if other == "beneficiary" else payer), set()).add(lead.rank)
    return {party: sorted(held) for party, held in found.items()}


def counterparties(
    lead: Lead, payments: pl.DataFrame, met: Mapping[Party, Sequence[int]], shield: Shield
) -> list[Counterparty]:
    """List the other side, the most frequent first, with the other leads each appears in."""
    role = OTHER_SIDE[lead.role]
    groups = (
        payments.group_by(pl.col(f"{role}_entity").alias("id"))
        .agg(
            pl.len().alias("payments"),
            pl.col(f"{role}_name").drop_nulls().sort().first().alias("name"),
            pl.col(f"{role}_id").unique().sort().alias("accounts"),
        )
        .sort(["payments", "id"], descending=[True, False])
    )
    return [
        Counterparty(
            identifier,
            party_label(role, accounts[0], name, shield, more=len(accounts) - 1),
            number,
            tuple(rank for rank in met.get((role, identifier), ()) if rank != lead.rank),
        )
        for identifier, number, name, accounts in groups.iter_rows()
    ]


def party_label(role: str, identifier: str, name: str | None, shield: Shield, more: int = 0) -> str:
    """Return an id with initials, and how many ``more`` accounts the party has; a protected party's id stands alone.

    A receiver may be a child even where no lead says so: nobody's name is written out but a subject of review's own.
    """
    shown = shorten(mask_contact(identifier), 22) + (f" +{more}" if more else "")
    letters = "" if name is None or shield.covers(role, identifier) else initials(name)
    # Isolated, so that initials in a script written from right to left do not turn what follows them around.
    return f"{shown} · \N{FIRST STRONG ISOLATE}{letters}\N{POP DIRECTIONAL ISOLATE}" if letters else shown
