"""The truth about each id of the table: its pattern, ring, person, and whether it shows little."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.guests.sepa.book import Book

CRIMES: Final = ("livestream_purchase", "facilitation", "extortion_victim", "extortion_collection", "material_purchase",
                 "material_vendor", "minor_purchase", "minor_recipient")  # fmt: skip
_FEW: Final = 3


def _main_pattern(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """One pattern an id: the crime if there is one.

    Else its commonest purpose, if that is three payments or a third of all.
    """
    counted = rows.group_by(by, "as").agg(pl.len().alias("times"))
    total = rows.group_by(by).agg(pl.len().alias("all"))
    standing = counted.join(total, on=by).with_columns(
        pl.col("as").is_in(CRIMES).alias("crime"),
        ((pl.col("as") != "ordinary") & ((pl.col("times") >= _FEW) | (pl.col("times") * 3 >= pl.col("all")))).alias(
            "marked"
        ),
    )
    ranked = standing.sort([by, "crime", "marked", "times", "as"], descending=[False, True, True, True, False])
    first = ranked.group_by(by, maintain_order=True).first()
    shown = pl.when(pl.col("crime") | pl.col("marked")).then("as").otherwise(pl.lit("ordinary"))
    return first.select(by, shown.alias("pattern"))


def _shows_little(rows: pl.DataFrame, by: str, other: str) -> pl.DataFrame:
    """Which ids of a crime show little of it: three payments or fewer, or no counterparty shared.

    A receiver who has two payers of the crime shows something even if each of them pays nobody else.
    """
    crime = rows.filter(pl.col("as").is_in(CRIMES), pl.col("for").is_in(CRIMES))
    company = crime.group_by(other, "as").agg(pl.col(by).n_unique().alias("company"))
    alone = pl.col("company") < 2
    if by == "beneficiary_id":
        alone &= pl.col("others") < 2
    return (
        crime.join(company, on=[other, "as"])
        .group_by(by)
        .agg(pl.len().alias("times"), pl.col("company").max(), pl.col(other).n_unique().alias("others"))
        .select(by, ((pl.col("times") <= _FEW) | alone).alias("little"))
    )


def truth(book: Book, table: pl.DataFrame) -> pl.DataFrame:
    """`truth.parquet`: one row for each originator and each beneficiary id that occurs in the payments."""
    customers, receivers = book.customers, book.payees.all
    twin = {c: int(customers.twin[c]) for c in range(len(customers)) if customers.twin[c] >= 0}
    person = {customers.account[c]: customers.account[min(c, twin.get(c, c))] for c in range(len(customers))}
    rings = {customers.account[c]: ring for one, ring in book.rings.items() for c in (one, twin.get(one, one))}
    imitators = {customers.account[c] for one in book.imitators for c in (one, twin.get(one, one))}
    payee = pl.DataFrame(
        {
            "payee": range(len(receivers)),
            "as": [one.pattern for one in receivers],
            "group": pl.Series([one.group for one in receivers], dtype=pl.String),
            "who": pl.Series([one.who for one in receivers], dtype=pl.String),
            "imitates": [one.imitates for one in receivers],
        }
    ).with_columns(pl.col("payee").cast(pl.Int64))
    paid = table.select("originator_id", "beneficiary_id", pl.col("kind").alias("as"), pl.col("kind").alias("for"))
    got = table.select("originator_id", "beneficiary_id", "payee", pl.col("kind").alias("for")).join(payee, on="payee")
    payers = (
        _main_pattern(paid, "originator_id")
        .join(_shows_little(paid, "originator_id", "beneficiary_id"), on="originator_id", how="left")
        .with_columns(
            pl.lit("originator").alias("role"),
            pl.col("originator_id").alias("subject_id"),
            pl.col("originator_id").replace_strict(rings, default=None, return_dtype=pl.String).alias("group"),
            pl.col("originator_id").is_in(list(imitators)).alias("imitates"),
            pl.col("originator_id").replace_strict(person).alias("person"),
        )
    )
    # A name shared behind a partner's account is one id: the crime's ring and person count, if one of its people is in
    # it.
    about = got.sort(pl.col("as").is_in(CRIMES), descending=True, maintain_order=True).group_by(
        "beneficiary_id", maintain_order=True
    )
    got_by = (
        _main_pattern(got, "beneficiary_id")
        .join(_shows_little(got, "beneficiary_id", "originator_id"), on="beneficiary_id", how="left")
        .join(
            about.agg(pl.col("group").first(), pl.col("who").first(), pl.col("imitates").first()), on="beneficiary_id"
        )
        .with_columns(
            pl.lit("beneficiary").alias("role"),
            pl.col("beneficiary_id").alias("subject_id"),
            pl.coalesce("who", "beneficiary_id").replace(person).alias("person"),
        )
    )
    columns = ("role", "subject_id", "pattern", "group", "hard", "person")
    both = []
    for side in (payers, got_by):
        crime = pl.col("pattern").is_in(CRIMES)
        hard = crime & (pl.col("little").fill_null(value=False) | pl.col("imitates"))
        ring = pl.when(crime | pl.col("pattern").str.starts_with("romance")).then("group").alias("group")
        both.append(side.with_columns(hard.alias("hard"), ring).select(columns))
    return pl.concat(both).sort("role", "subject_id")
