"""The two tables: payments as the institution would hand them over, and the truth about each id in them."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.postbank.ledger import Ledger
from benchmarks.apart.guests.postbank.seasons import START

MONEY: Final = pl.Decimal(38, 18)
CRIME: Final = (
    "livestream_purchase",
    "facilitation",
    "extortion_victim",
    "extortion_collection",
    "minor_purchase",
    "minor_recipient",
)
_OF_PAYER: Final = pl.Schema(
    {
        "originator_name": pl.String,
        "originator_birth_year": pl.Int16,
        "originator_phone": pl.String,
        "originator_city": pl.String,
        "originator_account": pl.String,
        "originator_country": pl.String,
        "person": pl.String,
    }
)


def entered(ledger: Ledger, rng: np.random.Generator) -> pl.DataFrame:
    """Every payment with its parties and the truth beside it, in order of time."""
    ledger.turn()
    rows = pl.concat(ledger.pages)
    payers = pl.DataFrame(
        [{"originator_id": key} | known for key, known in ledger.originators.items()],
        schema={"originator_id": pl.String} | dict(_OF_PAYER),
    ).rename({"person": "originator_person"})
    accounts = pl.DataFrame(
        {
            "beneficiary_id": [a.id for a in ledger.accounts.values()],
            "beneficiary_name": [a.name for a in ledger.accounts.values()],
            "beneficiary_birth_year": [a.birth_year for a in ledger.accounts.values()],
            "beneficiary_phone": [a.phone for a in ledger.accounts.values()],
            "beneficiary_city": [a.city for a in ledger.accounts.values()],
            "beneficiary_address": [a.address for a in ledger.accounts.values()],
            "beneficiary_account": [a.number for a in ledger.accounts.values()],
            "merchant_category": [a.category for a in ledger.accounts.values()],
            "beneficiary_person": [a.person for a in ledger.accounts.values()],
        },
        schema_overrides={"beneficiary_birth_year": pl.Int16, "merchant_category": pl.String},
    )
    joined = rows.join(payers, on="originator_id", how="left", maintain_order="left")
    joined = joined.join(accounts, on="beneficiary_id", how="left", maintain_order="left")
    second = pl.lit(pl.Series(rng.integers(0, 60, rows.height)))
    local = pl.lit(START) + pl.duration(days="day", minutes="minute", seconds=second)
    joined = _in_utc(joined.with_columns(local.cast(pl.Datetime("us")).alias("local")))
    status = rng.choice(("PAID", "PAID", "RETURNED", "CANCELLED"), rows.height, p=(0.9, 0.085, 0.009, 0.006))
    joined = joined.with_columns(pl.Series("status", status.tolist()), beneficiary_country=pl.lit("PH"))
    joined = joined.sort("executed_at", "originator_id", "beneficiary_id", "sum", maintain_order=True)
    number = pl.int_range(joined.height).cast(pl.String).str.zfill(8)
    return joined.with_columns(
        payment_id="KB" + number, amount=pl.col("sum").round(2).cast(pl.Decimal(38, 2)).cast(MONEY)
    )


def _in_utc(rows: pl.DataFrame) -> pl.DataFrame:
    """Instants from local clocks; a partner that delivers files has its file's time (10, 16 and 21 o'clock)."""
    parts = []
    for (zone,), part in rows.with_row_index("row").partition_by("zone", as_dict=True, maintain_order=True).items():
        assert isinstance(zone, str)
        # An hour that the clocks skipped is the next one; an hour that came twice is its first.
        later = pl.col("local") + pl.duration(hours=1)
        instants = [
            clock.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")
            for clock in (pl.col("local"), later)
        ]
        parts.append(part.with_columns(executed_at=pl.coalesce(instants)))
    at = pl.col("executed_at")
    midnight = at.dt.truncate("1d")
    hour = at.dt.hour()
    file = pl.when(hour < 2).then(2).when(hour < 8).then(8).when(hour < 13).then(13).otherwise(26)
    batch = midnight + pl.duration(hours=file, minutes=pl.col("row") % 7)
    return pl.concat(parts).sort("row").with_columns(executed_at=pl.when("batches").then(batch).otherwise(at))


def truth(rows: pl.DataFrame) -> pl.DataFrame:
    """One row for each id by role: the crime if there is one, else the main kind; hard when little shows."""
    payer = _side(rows, "originator", "beneficiary", "payer_pattern")
    receiver = _side(rows, "beneficiary", "originator", "receiver_pattern")
    both = pl.concat([payer, receiver])
    held = both.group_by("person").agg(pl.col("subject_id").n_unique().alias("held"))
    both = both.join(held, on="person", how="left")
    person = pl.when(pl.col("held") > 1).then("person").otherwise("subject_id")
    return both.with_columns(person=person).drop("held").sort("role", "subject_id")


def _side(rows: pl.DataFrame, role: str, other: str, pattern: str) -> pl.DataFrame:
    subject = f"{role}_id"
    crime = pl.col(pattern).is_in(CRIME)
    of_crime = rows.filter(crime)
    # Counted by id: what is shared is what an analyst could see.
    crowd = of_crime.group_by(f"{other}_id", pattern).agg(pl.col(subject).n_unique().alias("crowd"))
    # A receiver whom several pay is seen by that; a payer, only by sharing a receiver with another.
    many = pl.col(f"{other}_id").n_unique() if role == "beneficiary" else pl.lit(0)
    shown = (
        of_crime.join(crowd, on=[f"{other}_id", pattern], how="left")
        .group_by(subject)
        .agg(
            few=pl.len() <= 3,
            guise=pl.col("imitates").mean() > 0.5,
            alone=pl.max_horizontal(pl.col("crowd").max(), many) < 2,
        )
        .select(subject, hard=pl.col("few") | pl.col("guise") | pl.col("alone"))
    )
    ranked = (
        rows.group_by(subject, pattern)
        .agg(pl.len().alias("n"), pl.col("group").drop_nulls().mode().sort().first(), pl.col(f"{role}_person").first())
        .with_columns(crime.alias("crime"))
        .sort(subject, "crime", "n", pattern, descending=[False, True, True, False])
        .group_by(subject, maintain_order=True)
        .first()
    )
    return ranked.join(shown, on=subject, how="left").select(
        pl.lit(role).alias("role"),
        pl.col(subject).alias("subject_id"),
        pl.col(pattern).alias("pattern"),
        pl.col("group"),
        pl.col("hard").fill_null(False),
        pl.col(f"{role}_person").alias("person"),
    )
