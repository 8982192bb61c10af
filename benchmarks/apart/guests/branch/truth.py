"""The truth: what each id's payments are, in which ring or household, and whether it shows little."""

from __future__ import annotations

import polars as pl

from .ledger import CRIMES, LIVES, Ledger

FEW = 3
_SIDES = (("originator", 0), ("beneficiary", 1))


def _lonely(rows: pl.DataFrame, person: str, other: str) -> pl.DataFrame:
    """People of a crime none of whose counterparties in it deals with anybody else of it."""
    pairs = rows.select("life", person, other).unique()
    reach = pairs.group_by("life", other).agg(deals=pl.len())
    shared = pairs.join(reach, on=["life", other]).group_by("life", person).agg(most=pl.col("deals").max())
    return shared.filter(pl.col("most") == 1).select("life", person, lonely=pl.lit(value=True))


def truth(payments: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """One row an id. `payments` has life and group beside the ids and the persons.

    The crime wins where an id has both; among ordinary lives the one with most payments wins. Payments are counted for
    the id (that is what a table shows), shared counterparties for the persons behind the ids.
    """
    crimes = payments.filter(pl.col("life").is_in(sorted(CRIMES)))
    tables = []
    for role, side in _SIDES:
        other = "beneficiary" if role == "originator" else "originator"
        key, person = f"{role}_id", f"{role}_person"
        main = (
            payments.group_by(key, person, "life")
            .agg(n=pl.len(), group=pl.col("group").sort().mode(maintain_order=True).first())
            .with_columns(crime=pl.col("life").is_in(sorted(CRIMES)))
            .sort(key, "crime", "n", "life", descending=[False, True, True, False])
            .group_by(key, maintain_order=True)
            .first()
            .join(_lonely(crimes, person, f"{other}_person"), on=["life", person], how="left")
        )
        imitators = [
            f"{'payer' if side == 0 else 'receiver'}-{index}"
            for kind, index in sorted(ledger.imitators)
            if kind == role
        ]
        little = (pl.col("n") <= FEW) | pl.col("lonely").fill_null(value=False) | pl.col(person).is_in(imitators)
        tables.append(
            main.select(
                role=pl.lit(role),
                subject_id=pl.col(key),
                pattern=pl.col("life").replace_strict(
                    {i: pair[side] for i, pair in enumerate(LIVES)}, return_dtype=pl.String
                ),
                group=pl.col("group")
                .replace_strict(dict(enumerate(ledger.groups)), return_dtype=pl.String)
                .replace("", None),
                hard=pl.col("crime") & little,
                person=pl.col(person),
                ids=pl.len().over(person),
            ).with_columns(person=pl.when(pl.col("ids") > 1).then("person").otherwise("subject_id"))
        )
    return pl.concat(tables).drop("ids").sort("role", "subject_id")
