"""What the members of a group have in common: payments, counterparties, institutions, corridors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from tanglaw.leads.groups.group import Shared, View
from tanglaw.leads.groups.hubs import is_hub
from tanglaw.leads.groups.rows import OTHER, ROLES
from tanglaw.leads.groups.tying import Degrees
from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield

MOST_SHARED = 200
"""Counterparties of several members that are kept of one group, those of most members first."""


def shared_parties(
    leads: Sequence[Lead], own: pl.DataFrame, by_id: Mapping[str, Lead], degrees: Degrees, shield: Shield
) -> tuple[Shared, ...]:
    """Find who pays, or is paid by, several members and is no member.

    Args:
        leads: the members.
        own: their payments, with leads and entities of both sides.
        by_id: all leads of the run.
        degrees: counterparties in all the data.
        shield: whom the run protects.
    """
    members = [lead.lead_id for lead in leads]
    elsewhere: dict[tuple[str, str], list[str]] = {}
    for lead in sorted(by_id.values(), key=lambda lead: lead.rank):
        elsewhere.setdefault((lead.role, lead.entity_id), []).append(lead.lead_id)
    found: list[Shared] = []
    for role in ROLES:
        other = OTHER[role]
        met = (
            own.filter(
                pl.col(f"{other}_lead").is_in(members) & ~pl.col(f"{role}_lead").is_in(members).fill_null(value=False)
            )
            .group_by(f"{role}_entity")
            .agg(members=pl.col(f"{other}_lead").n_unique(), payments=pl.len(), accounts=pl.col(f"{role}_id").unique())
            .filter(pl.col("members") > 1)
        )
        for entity, number, payments, accounts in met.iter_rows():
            everybody = degrees.get((role, entity))
            found.append(
                Shared(
                    role=role,
                    entity_id=entity,
                    members=number,
                    payments=payments,
                    counterparties=everybody,
                    hub=is_hub(number, everybody),
                    lead_ids=tuple(elsewhere.get((role, entity), ())),
                    protect=any(shield.covers(role, account) for account in accounts),
                )
            )
    found.sort(key=lambda one: (one.hub, -one.members, -one.payments, one.role, one.entity_id))
    return tuple(found[:MOST_SHARED])


def common_rows(members: Sequence[str], own: pl.DataFrame, shared: Sequence[Shared]) -> tuple[pl.DataFrame, bool]:
    """Choose the group's payments: between members, or with a counterparty of several that is no hub.

    Returns:
        The payments in order of time, and whether they are all payments of the members because there is none such.
    """
    meeting = {role: [one.entity_id for one in shared if one.role == role and not one.hub] for role in ROLES}

    def inside(role: str) -> pl.Expr:
        # A payment without a lead on a side has null there.
        return pl.col(f"{role}_lead").is_in(members).fill_null(value=False)

    chosen = own.filter(
        inside("originator") & (inside("beneficiary") | pl.col("beneficiary_entity").is_in(meeting["beneficiary"]))
        | inside("beneficiary") & pl.col("originator_entity").is_in(meeting["originator"])
    )
    return (own, True) if chosen.is_empty() else (chosen, False)


def views_of(rows: pl.DataFrame, by: pl.Expr) -> tuple[View, ...]:
    """Count payers, receivers and payments by what `by` says, those with most payments first."""
    counted = (
        rows.group_by(by.alias("name"))
        .agg(
            payers=pl.col("originator_entity").n_unique(),
            receivers=pl.col("beneficiary_entity").n_unique(),
            payments=pl.len(),
            usd=pl.col("usd").sum().round(2),
        )
        .drop_nulls("name")
        .sort(["payments", "name"], descending=[True, False])
    )
    return tuple(View(*row) for row in counted.iter_rows())
