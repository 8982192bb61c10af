"""What each account was used for, and how much of it shows."""

from __future__ import annotations

import polars as pl

from .ledger import Rows
from .people import Account

_MEANS = {
    "family": ("family_support", "family_receiver"),
    "partner": ("partner_abroad", "partner_receiver"),
    "work": ("freelancer_employer", "freelancer"),
    "trade": ("hobby_purchase", "seller"),
    "gift": ("donation", "charity"),
    "study": ("student_support", "student"),
    "hub": ("hub_payment", "hub"),
    "romance": ("romance_fraud_victim", "romance_fraud_receiver"),
    "everyday": ("ordinary", "ordinary"),
    "errand": ("ordinary", "seller"),
    "circle": ("ordinary", "collector"),
    "livestream": ("livestream_purchase", "facilitation"),
    "extortion": ("extortion_victim", "extortion_collection"),
    "material": ("material_purchase", "material_vendor"),
    "minor": ("minor_purchase", "minor_recipient"),
}
"""What a kind of payment makes of its payer and of its receiver."""

CRIMES = ("livestream", "extortion", "material", "minor")


def _role(rows: pl.DataFrame, role: str, side: int) -> pl.DataFrame:
    """Return one row an account of that role: its crime if there is one, else what it mainly did."""
    other = "beneficiary" if role == "originator" else "originator"
    means = {kind: pair[side] for kind, pair in _MEANS.items()}
    uses = rows.group_by(role, "kind").agg(pl.len().alias("uses"), pl.col(f"{other}_shared").any().alias("shares"))
    return (
        uses.with_columns(
            pl.col("kind").is_in(CRIMES).alias("crime"), pl.col("kind").replace_strict(means).alias("pattern")
        )
        .sort(role, "crime", "uses", "kind", descending=[False, True, True, False])
        .group_by(role, maintain_order=True)
        .first()
        .rename({role: "serial"})
        .with_columns(pl.lit(role).alias("role"))
    )


def _shared(rows: pl.DataFrame) -> pl.DataFrame:
    """Mark the payments whose payer, or whose receiver, has another counterparty of the same pattern."""
    return rows.with_columns(
        (pl.col("originator").n_unique().over("beneficiary", "kind") > 1).alias("beneficiary_shared"),
        (pl.col("beneficiary").n_unique().over("originator", "kind") > 1).alias("originator_shared"),
    )


def truth_table(rows: Rows, accounts: list[Account]) -> pl.DataFrame:
    """Return the truth on each originator and each beneficiary.

    A subject of a crime is `hard` when it made three payments or fewer of it, imitates ordinary life, or shares no
    counterparty with others of its pattern. `person` is filled where one person holds several accounts of the table.
    """
    paid = _shared(pl.DataFrame({"originator": rows.originator, "beneficiary": rows.beneficiary, "kind": rows.kind}))
    used = pl.concat([_role(paid, "originator", 0), _role(paid, "beneficiary", 1)])
    people = pl.DataFrame(
        {
            "serial": [account.serial for account in accounts],
            "subject_id": [account.code for account in accounts],
            "person": [f"person-{account.person.number:06d}" for account in accounts],
            "group": pl.Series([account.person.group for account in accounts], dtype=pl.String),
            "imitates": [account.person.imitates for account in accounts],
        }
    )
    hard = (pl.col("uses") <= 3) | pl.col("imitates") | ~pl.col("shares")
    return (
        used.join(people, on="serial", how="left")
        .with_columns(
            (pl.col("crime") & hard).alias("hard"),
            pl.when(pl.col("subject_id").n_unique().over("person") > 1).then(pl.col("person")).alias("person"),
        )
        .select("role", "subject_id", "pattern", "group", "hard", "person")
        .sort("role", "subject_id")
    )
