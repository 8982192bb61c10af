"""The counterparties' counterparties of each lead: ``lead_neighbours.parquet``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from tanglaw.leads.accounts import Accounts
from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield
from tanglaw.measures.intake import Intake
from tanglaw.measures.kept import rows_of
from tanglaw.measures.rows import bare, both_parts, subject_key

MOST_COUNTERPARTIES: Final = 50
"""Of a lead's counterparties, the most frequent are looked at; a report beyond that names nobody's next step."""

MOST_NEIGHBOURS: Final = 10
"""Of those who deal with one counterparty, the most frequent are listed; the rest are counted."""

_INSTANT: Final = pl.Datetime("us", "UTC")

_COLUMNS: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "lead_id": pl.String,
    "counterparty_id": pl.String,
    "others": pl.Int64,  # how many deal with the counterparty besides the lead's subject
    "neighbour_id": pl.String,
    "neighbour_name": pl.String,  # null for a protected person: their name is in lead_payments.parquet alone
    "neighbour_country": pl.String,
    "payments": pl.Int64,  # between neighbour and counterparty
    "usd": pl.Float64,  # null where no payment had a rate
    "first_seen": _INSTANT,
    "last_seen": _INSTANT,
}
NEIGHBOURS_SCHEMA: Final = pl.Schema(_COLUMNS)

_OTHER: Final = {"originator": "beneficiary", "beneficiary": "originator"}


def lead_neighbours(leads: Sequence[Lead], payments: pl.DataFrame, intake: Intake) -> pl.DataFrame:
    """Look up who else deals with those on the other side of each lead.

    Args:
        leads: all leads of a run.
        payments: their payments (``lead_payments``).
        intake: where all accepted payments lie.

    Returns:
        In ``NEIGHBOURS_SCHEMA``, in the order of `leads`; within a lead the most frequent counterparty and neighbour
        first. Parties are named by their entity, an account that nobody joined by its own id.
    """
    shield = Shield.of(leads)
    found = [_of_role(role, [lead for lead in leads if lead.role == role], payments, intake, shield) for role in _OTHER]
    order = pl.DataFrame({"lead_id": [lead.lead_id for lead in leads]}, schema={"lead_id": pl.String})
    own = pl.DataFrame(
        [(lead.lead_id, account) for lead in leads for account in lead.subject_ids],
        schema={"lead_id": pl.String, "neighbour_id": pl.String},
        orient="row",
    )
    # Another account of the lead's own person or household is nobody else.
    table = pl.concat(found).join(own, on=["lead_id", "neighbour_id"], how="anti", maintain_order="left")
    return order.join(table, on="lead_id", how="inner", maintain_order="left_right").select(NEIGHBOURS_SCHEMA.names())


def _of_role(role: str, leads: Sequence[Lead], payments: pl.DataFrame, intake: Intake, shield: Shield) -> pl.DataFrame:
    other = _OTHER[role]
    own, far = Accounts.of_role(role, intake), Accounts.of_role(other, intake)
    met = (
        payments.join(
            pl.DataFrame({"lead_id": [lead.lead_id for lead in leads]}, schema={"lead_id": pl.String}), on="lead_id",
            how="semi",
        )
        .group_by("lead_id", counterparty_id=f"{other}_entity", subject_id=f"{role}_entity")
        .agg(with_subject=pl.len())
        .sort("lead_id", "with_subject", "counterparty_id", descending=[False, True, False])
        .group_by("lead_id", maintain_order=True)
        .head(MOST_COUNTERPARTIES)
    )  # fmt: skip
    if met.is_empty():
        return NEIGHBOURS_SCHEMA.to_frame()
    met = met.with_columns(counterparty=_keys(met["counterparty_id"], far), subject=_keys(met["subject_id"], own))
    ties = met.join(_ties(other, met["counterparty"].unique().sort(), intake), on="counterparty", how="inner")
    ties = ties.filter(pl.col("neighbour") != pl.col("subject")).sort(
        "lead_id", "with_subject", "counterparty_id", "payments", "cents", "row",
        descending=[False, True, False, True, True, False],
    )  # fmt: skip
    listed = (
        ties.with_columns(others=pl.len().over("lead_id", "counterparty_id").cast(pl.Int64))
        .group_by("lead_id", "counterparty_id", maintain_order=True)
        .head(MOST_NEIGHBOURS)
    )
    words = intake.payments(listed["row"].unique().sort(), [f"{role}_{what}" for what in ("id", "name", "country")])
    protected = [identifier for side, identifier in shield.names if side == role]
    named = words.select(
        "row",
        neighbour_id=own.entities(words[f"{role}_id"]),
        neighbour_name=pl.when(~pl.col(f"{role}_id").is_in(protected)).then(f"{role}_name"),
        neighbour_country=f"{role}_country",
    )
    return (
        listed.join(named, on="row", how="left", maintain_order="left")
        .with_columns(
            usd=pl.when(pl.col("valued") > 0).then(pl.col("cents") / 100),
            first_seen=pl.from_epoch("first_t", "s").cast(_INSTANT),
            last_seen=pl.from_epoch("last_t", "s").cast(_INSTANT),
        )
        .select(pl.col(name).cast(dtype) for name, dtype in NEIGHBOURS_SCHEMA.items())
    )


def _keys(entities: pl.Series, accounts: Accounts) -> pl.Series:
    """Give the hashed key of each entity; an account that nobody joined is its own."""
    joined = accounts.joined.select("entity_id", "key").unique("entity_id")
    known = entities.to_frame("entity_id").join(joined, on="entity_id", how="left", maintain_order="left")
    return known.select(pl.coalesce("key", subject_key(pl.col("entity_id")))).to_series()


def _ties(side: str, wanted: pl.Series, intake: Intake) -> pl.DataFrame:
    """Fold all payments of some parties of one side into ties with those on the other."""
    key, far = ("o", "b") if side == "originator" else ("b", "o")
    parts = [
        rows.group_by(counterparty=bare(pl.col(key)), neighbour=bare(pl.col(far))).agg(
            payments=pl.len().cast(pl.Int64),
            cents=pl.col("cents").sum(),
            valued=pl.col("cents").count(),
            first_t=pl.col("t").min(),
            last_t=pl.col("t").max(),
            row=pl.col("row").min(),
        )
        for rows in rows_of(intake, key, both_parts(wanted))
    ]
    # What two parties paid each other within one country and abroad lies in two parts.
    counts, firsts = pl.col("payments", "cents", "valued").sum(), pl.col("first_t", "row").min()
    return pl.concat(parts).group_by("counterparty", "neighbour").agg(counts, firsts, pl.col("last_t").max())
