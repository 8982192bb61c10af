"""Self-check of the world: its contract, its determinism, and the figures that the field publishes."""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from benchmarks.apart.guests.regional import build
from benchmarks.apart.guests.regional.places import PER_DOLLAR
from tanglaw.payments.columns import BY_NAME, REQUIRED


def contract(payments: pl.DataFrame, truth: pl.DataFrame) -> None:
    """Columns, types, required values, unique ids, and one truth row for every id."""
    for name, dtype in payments.schema.items():
        assert dtype == BY_NAME[name].dtype, (name, dtype)
    for name in REQUIRED:
        assert payments[name].null_count() == 0, name
    assert payments["payment_id"].is_unique().all()
    assert (payments["amount"] > 0).all()
    for role in ("originator", "beneficiary"):
        known = truth.filter(pl.col("role") == role)["subject_id"]
        assert known.is_unique().all()
        assert set(known) == set(payments[f"{role}_id"]), role
    assert truth.select("role", "subject_id", "pattern", "hard", "person").null_count().sum_horizontal().item() == 0


def in_dollars(payments: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """Payments with rough US dollars, local hour, age and the truth of both sides."""
    sides = payments
    for role, short in (("originator", "payer"), ("beneficiary", "receiver")):
        side = truth.filter(pl.col("role") == role).select(
            pl.col("subject_id").alias(f"{role}_id"),
            pl.col("pattern").alias(short),
            pl.col("person").alias(f"{short}_p"),
        )
        sides = sides.join(side, on=f"{role}_id", how="left")
    per_dollar = {code: first for code, (first, _) in PER_DOLLAR.items()}
    return sides.with_columns(
        (pl.col("amount").cast(pl.Float64) / pl.col("currency").replace_strict(per_dollar)).alias("usd"),
        (2024 - pl.col("originator_birth_date").dt.year()).alias("age"),
    )


def figures(rows: pl.DataFrame) -> None:
    """Print sums, ages, counterparties and gaps of each pattern."""
    by_payer = rows.group_by("payer", "payer_p").agg(
        pl.len().alias("n"),
        pl.col("usd").median(),
        pl.col("age").first(),
        pl.col("receiver_p").n_unique().alias("receivers"),
        (pl.col("executed_at").sort().diff().dt.total_minutes() / 1440).median().alias("gap"),
    )
    print(by_payer.group_by("payer").agg(
        pl.len().alias("people"), pl.col("n").mean().alias("payments"), pl.col("n").median().alias("median_n"),
        pl.col("usd").median(), pl.col("age").median(), pl.col("receivers").mean(), pl.col("gap").median(),
    ).sort("payer"))  # fmt: skip
    by_receiver = rows.group_by("receiver", "receiver_p").agg(
        pl.len().alias("n"), pl.col("usd").median(), pl.col("payer_p").n_unique().alias("payers")
    )
    print(by_receiver.group_by("receiver").agg(
        pl.len().alias("people"), pl.col("n").mean().alias("payments"), pl.col("usd").median(),
        pl.col("payers").mean(), pl.col("payers").max().alias("most_payers"),
    ).sort("receiver"))  # fmt: skip
    crime = rows.filter((pl.col("payer") == "livestream_purchase") & (pl.col("receiver") == "facilitation"))
    each = crime.group_by("payer_p").len().sort("len", descending=True)["len"]
    half = int((each.cum_sum() < each.sum() / 2).sum()) + 1
    print("livestream, US dollars", crime.select(pl.median("usd"), pl.mean("usd").alias("mean")).row(0))
    print("livestream, payments each", each.mean(), "most", each[:4].to_list(), "people who made half", half)
    forced = rows.filter((pl.col("payer") == "extortion_victim") & (pl.col("receiver") == "extortion_collection"))
    forced = forced.filter(pl.col("status") != "failed")
    total = forced.group_by("payer_p").agg(pl.col("usd").sum(), pl.col("usd").first().alias("first"), pl.len())
    print(total.select(pl.col("usd", "first", "len").median(), pl.col("usd").max().alias("most")))


def main(out: Path, senders: int) -> None:
    """Build twice, compare, check, print."""
    counts = [build(out / name, 7, senders) for name in ("one", "two")]
    tables = [[pl.read_parquet(out / name / f"{t}.parquet") for t in ("payments", "truth")] for name in ("one", "two")]
    assert counts[0] == counts[1]
    assert all(first.equals(second) for first, second in zip(*tables, strict=True))
    payments, truth = tables[0]
    contract(payments, truth)
    with pl.Config(tbl_rows=60, tbl_cols=20, tbl_width_chars=160):
        print(counts[0], {name: f"{payments[name].null_count() / len(payments):.0%}" for name in payments.columns})
        print(truth.group_by("role", "pattern").agg(
            pl.len().alias("ids"), pl.col("person").n_unique().alias("people"), pl.col("hard").mean(),
        ).sort("role", "pattern"))  # fmt: skip
        figures(in_dollars(payments, truth))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
