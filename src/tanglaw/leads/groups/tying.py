"""Finds what ties leads together: payments between them, identities, and receivers whom hardly anybody else pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.leads.accounts import with_entities
from tanglaw.leads.groups.group import Tie, TieKind
from tanglaw.leads.groups.hubs import is_closed, is_hub
from tanglaw.leads.groups.kinds import kind_of
from tanglaw.leads.groups.rows import nodes
from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Party

Degrees = Mapping[Party, int]
"""How many counterparties a party has in all the data, by role and entity id."""


def payment_ties(leads: Sequence[Lead], rows: pl.DataFrame) -> list[Tie]:
    """Tie payers to receivers of the same kind whom they pay, unless either is a hub.

    Args:
        leads: all leads.
        rows: as :func:`tanglaw.leads.groups.rows.rows_of` gives them.
    """
    met = (
        rows.drop_nulls(["originator_lead", "beneficiary_lead"])
        .group_by(left="originator_lead", right="beneficiary_lead")
        .agg(payments=pl.len(), usd=pl.col("usd").sum())
        .sort("left", "right")
    )
    many = {lead.lead_id: lead.counterparties for lead in leads}
    hubs = {
        lead for side in ("left", "right") for lead, held in met.group_by(side).len().rows() if is_hub(held, many[lead])
    }
    return [
        Tie("payment", left, right, payments, round(usd, 2))
        for left, right, payments, usd in met.iter_rows()
        if left not in hubs and right not in hubs
    ]


def identity_ties(leads: Sequence[Lead], links: pl.DataFrame) -> list[Tie]:
    """Tie leads of one kind and role that are linked as one person or one household.

    Args:
        leads: all leads.
        links: ``role, left, right, level, probability, why``: pairs of accounts, as the linkage writes them.
    """
    held = nodes(leads).select("lead_id", "kind", "role")
    accounts = pl.DataFrame(
        [(lead.lead_id, account) for lead in leads for account in lead.subject_ids],
        schema={"lead_id": pl.String, "account": pl.String},
        orient="row",
    ).join(held, on="lead_id", how="inner")
    ends = links
    for side in ("left", "right"):
        own = accounts.rename({"account": side, "lead_id": f"{side}_lead"})
        ends = ends.join(own, on=["role", side, *(["kind"] if side == "right" else [])], how="inner")
    surest: dict[tuple[str, str], Tie] = {}
    order = ends.sort("probability", "level", "left", "right", descending=[True, True, False, False])
    for one, other, level, probability, why in order.select(
        "left_lead", "right_lead", "level", "probability", "why"
    ).iter_rows():
        pair = (min(one, other), max(one, other))
        kind: TieKind = "person" if level == "person" else "household"
        if one != other and (pair not in surest or (surest[pair].kind == "household" and kind == "person")):
            surest[pair] = Tie(kind, *pair, probability=probability, why=tuple(why or ()))
    return [surest[pair] for pair in sorted(surest)]


def receiver_ties(leads: Sequence[Lead], rows: pl.DataFrame, degrees: Degrees) -> list[Tie]:
    """Tie payers through a receiver whom hardly anybody else pays, where no pattern describes receivers.

    Elsewhere a receiver that belongs to a group is a lead itself, and one that is not joins nobody.

    Args:
        leads: all leads.
        rows: as :func:`tanglaw.leads.groups.rows.rows_of` gives them.
        degrees: of receivers; one that is not in it joins nobody.
    """
    one_sided = {lead.lead_id for lead in leads if lead.role == "originator" and kind_of(lead.pattern).one_sided}
    met = (
        rows.filter(pl.col("originator_lead").is_in(sorted(one_sided)))
        .group_by("kind", "beneficiary_entity")
        .agg(pl.col("originator_lead").unique().sort().alias("payers"))
        .sort("kind", "beneficiary_entity")
    )
    ties: dict[tuple[str, str], Tie] = {}
    for _, receiver, payers in met.iter_rows():
        everybody = degrees.get(("beneficiary", receiver))
        if is_closed(len(payers), everybody):
            why = f"both pay a receiver of whose {everybody} payers {len(payers)} are leads"
            for other in payers[1:]:
                pair = (payers[0], other)
                ties.setdefault(pair, Tie("receiver", *pair, why=(why,)))
    return list(ties.values())


def degrees_of(scored: Mapping[Role, pl.DataFrame], payments: pl.DataFrame) -> dict[Party, int]:
    """Look up how many counterparties those have who appear in leads' payments.

    Args:
        scored: the subjects of each role, ``subject_id`` (an entity's, where accounts are joined) and
            ``counterparties``.
        payments: columns of ``lead_payments.parquet``.
    """
    met = with_entities(payments)
    found: dict[Party, int] = {}
    for role, subjects in scored.items():
        ids = met.select(pl.col(f"{role}_entity").alias("subject_id")).unique()
        known = subjects.select("subject_id", "counterparties").join(ids, on="subject_id", how="semi")
        known = known.group_by("subject_id").agg(pl.col("counterparties").sum())  # at home and abroad
        found |= {(role, party): int(number) for party, number in known.iter_rows()}
    return found
