"""The payments of leads, each once a kind, with the leads on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.leads.accounts import with_entities
from tanglaw.leads.groups.kinds import kind_of
from tanglaw.leads.lead import Lead

ROLES: Final[tuple[Role, ...]] = ("originator", "beneficiary")
OTHER: Final[dict[Role, Role]] = {"originator": "beneficiary", "beneficiary": "originator"}

_NODES: Final = pl.Schema(
    {"lead_id": pl.String, "kind": pl.String, "one_sided": pl.Boolean, "role": pl.String, "entity": pl.String}
)


def nodes(leads: Sequence[Lead]) -> pl.DataFrame:
    """Give ``lead_id, kind, one_sided, role, entity``, a row a lead."""
    rows = []
    for lead in leads:
        kind = kind_of(lead.pattern)
        rows.append((lead.lead_id, kind.name, kind.one_sided, lead.role, lead.entity_id))
    return pl.DataFrame(rows, schema=_NODES, orient="row")


def rows_of(leads: Sequence[Lead], payments: pl.DataFrame) -> pl.DataFrame:
    """Give every payment once a kind.

    Args:
        leads: all leads of a run.
        payments: columns of ``lead_payments.parquet``; an account without an entity is its own.

    Returns:
        The payments with ``kind`` in the place of ``lead_id``, ``originator_entity``, ``beneficiary_entity``, and the
        leads of this kind on both sides, ``originator_lead`` and ``beneficiary_lead`` (null where there is none), in
        order of time and id.
    """
    held = nodes(leads)
    rows = with_entities(payments).join(held.select("lead_id", "kind"), on="lead_id", how="inner").drop("lead_id")
    rows = rows.unique(["kind", "payment_id"], keep="first").sort("executed_at", "payment_id", "kind")
    for role in ROLES:
        side = held.filter(role=role).select("kind", pl.col("entity").alias(f"{role}_entity"), "lead_id")
        # A pattern set of one's own may give an entity two leads of a kind: the payment is the first one's.
        side = side.sort("lead_id").unique(["kind", f"{role}_entity"], keep="first")
        rows = rows.join(
            side.rename({"lead_id": f"{role}_lead"}), on=["kind", f"{role}_entity"], how="left", maintain_order="left"
        )
    return rows
