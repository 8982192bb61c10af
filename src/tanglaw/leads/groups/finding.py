"""From leads, their payments and the identities behind them to ranked groups."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from tanglaw.leads.groups.common import common_rows, shared_parties, views_of
from tanglaw.leads.groups.forming import Formed, form
from tanglaw.leads.groups.group import Group, Member
from tanglaw.leads.groups.kinds import TITLES, kind_of
from tanglaw.leads.groups.rows import OTHER, ROLES, rows_of
from tanglaw.leads.groups.tying import Degrees, identity_ties, payment_ties, receiver_ties
from tanglaw.leads.lead import Lead
from tanglaw.leads.ranking import attention
from tanglaw.leads.shield import Shield

_PAYMENTS: Final = 2_000
_NOBODY: Final[Degrees] = {}


def find_groups(
    leads: Sequence[Lead], payments: pl.DataFrame, links: pl.DataFrame | None = None, degrees: Degrees = _NOBODY
) -> list[Group]:
    """Find the groups among the leads of a run.

    Args:
        leads: all of them, in any order.
        payments: the payments behind them, columns of ``lead_payments.parquet``, in any order.
        links: pairs of accounts that are one person or household, columns of ``links.parquet``; none when left out.
        degrees: how many counterparties a party has in all the data, see :func:`tanglaw.leads.groups.tying.degrees_of`.

    Returns:
        Groups of two or more leads, by the attention they deserve; each lead is in one at most. The same leads,
        payments and links give the same groups, whatever their order.
    """
    if len(leads) < 2:
        return []
    leads = sorted(leads, key=lambda lead: lead.lead_id)
    rows = rows_of(leads, payments)
    ties = payment_ties(leads, rows) + receiver_ties(leads, rows, degrees)
    if links is not None and not links.is_empty():
        ties += identity_ties(leads, links)
    by_id = {lead.lead_id: lead for lead in leads}
    shield = Shield.of(leads)
    formed = form({lead.lead_id: lead.score for lead in leads}, ties)
    own = _own_rows(formed, rows)
    groups = [_group(one, by_id, own[number], degrees, shield) for number, one in enumerate(formed)]
    groups.sort(key=lambda group: (-attention(group.score, group.urgency), -len(group.members), group.group_id))
    return [replace(group, rank=rank) for rank, group in enumerate(groups, 1)]


def _own_rows(formed: Sequence[Formed], rows: pl.DataFrame) -> list[pl.DataFrame]:
    """Give each group the payments of its members, in order of time."""
    place = pl.DataFrame(
        [(lead, number) for number, group in enumerate(formed) for lead in group.leads],
        schema={"lead": pl.String, "group": pl.Int64},
        orient="row",
    )
    sides = [
        rows.join(place.rename({"lead": f"{role}_lead"}), on=f"{role}_lead", how="inner").select(*rows.columns, "group")
        for role in ROLES
    ]
    # A payment of two members comes from both sides; one between members of two groups belongs to both groups.
    own = pl.concat(sides).unique(["group", "payment_id"], keep="first").sort("group", "executed_at", "payment_id")
    parts = own.partition_by("group", as_dict=True, include_key=False)
    return [parts.get((number,), rows.clear()) for number in range(len(formed))]


def _group(formed: Formed, by_id: Mapping[str, Lead], own: pl.DataFrame, degrees: Degrees, shield: Shield) -> Group:
    leads = sorted((by_id[one] for one in formed.leads), key=lambda lead: (ROLES.index(lead.role), lead.rank))
    kind = kind_of(leads[0].pattern).name
    shared = shared_parties(leads, own, by_id, degrees, shield)
    common, whole = common_rows(formed.leads, own, shared)
    first = min(lead.first_seen for lead in leads)
    last = max(lead.last_seen for lead in leads)
    missed = 1.0
    for lead in leads:
        missed *= 1 - lead.score
    because = {text for lead in leads for text in lead.joined_because}
    return Group(
        group_id=_group_id(kind, leads, own),
        rank=0,
        kind=kind,
        title=TITLES.get(kind) or leads[0].pattern_title,
        score=max(lead.score for lead in leads),
        score_if_independent=1 - missed,
        urgency=max(lead.urgency for lead in leads),
        protect=any(shield.covers_lead(lead) for lead in leads),
        members=tuple(_member(lead, own, common, shield) for lead in leads),
        ties=formed.ties,
        beyond=formed.beyond,
        shared=shared,
        joined_because=tuple(sorted(because)),
        whole=whole,
        payment_ids=tuple(common["payment_id"].head(_PAYMENTS)),
        payments=common.height,
        total_usd=round(float(common["usd"].sum()), 2),
        first_seen=common["executed_at"].min() if common.height else first,  # type: ignore[arg-type]
        last_seen=common["executed_at"].max() if common.height else last,  # type: ignore[arg-type]
        payers=common["originator_entity"].n_unique(),
        receivers=common["beneficiary_entity"].n_unique(),
        unsaid=common["institution"].null_count(),
        views=views_of(common.drop_nulls("institution"), pl.col("institution")),
        corridors=views_of(common, pl.col("originator_country") + "→" + pl.col("beneficiary_country")),
    )


def _group_id(kind: str, leads: Sequence[Lead], own: pl.DataFrame) -> str:
    """Name a group after the account of the member whose payments begin first.

    Who joins later changes nothing, nor does a new account of a member. Of two who begin together, the receiver: a
    group gathers around those it pays.
    """
    oldest = min(leads, key=lambda lead: (lead.first_seen, ROLES[::-1].index(lead.role), min(lead.subject_ids)))
    accounts = own.filter(pl.col(f"{oldest.role}_lead") == oldest.lead_id)[f"{oldest.role}_id"]
    account = accounts[0] if accounts.len() else min(oldest.subject_ids)
    return "G-" + hashlib.blake2b(f"{kind}\x1f{oldest.role}\x1f{account}".encode(), digest_size=6).hexdigest()


def _member(lead: Lead, own: pl.DataFrame, common: pl.DataFrame, shield: Shield) -> Member:
    other = OTHER[lead.role]
    inside = own.filter(pl.col(f"{lead.role}_lead") == lead.lead_id)[f"{other}_lead"].drop_nulls()
    seen = common.filter(pl.col(f"{lead.role}_lead") == lead.lead_id)
    return Member(
        lead_id=lead.lead_id,
        rank=lead.rank,
        role=lead.role,
        pattern=lead.pattern,
        entity_id=lead.entity_id,
        subject_ids=lead.subject_ids,
        score=lead.score,
        urgency=lead.urgency,
        protect=shield.covers_lead(lead),
        inside=inside.n_unique(),
        counterparties=lead.counterparties,
        payments=seen.height,
        institutions=tuple(seen["institution"].drop_nulls().unique().sort()),
    )
