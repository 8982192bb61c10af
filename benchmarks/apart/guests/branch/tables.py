"""The two files: payments under the contract's columns, and the truth."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

from tanglaw.payments.columns import BY_NAME

from . import counter, papers, words
from .ledger import CRIMES, PROFILES, Ledger
from .people import People
from .truth import truth

COLUMNS = [
    "payment_id",
    "executed_at",
    "amount",
    "currency",
    "originator_id",
    "originator_country",
    "beneficiary_id",
    "beneficiary_country",
    "originator_name",
    "originator_birth_date",
    "originator_phone",
    "originator_city",
    "originator_address",
    "originator_timezone",
    "beneficiary_name",
    "beneficiary_birth_year",
    "beneficiary_phone",
    "beneficiary_city",
    "beneficiary_account",
    "rail",
    "institution",
    "reference",
    "purpose_code",
    "status",
]


def _utc(rows: pl.DataFrame) -> pl.DataFrame:
    """Read each local time on the branch's clock. An hour that the clocks skip is taken as the one after."""
    parts = []
    for zone in rows["originator_timezone"].unique().sort():
        local = pl.col("local").dt.cast_time_unit("us")
        read = local.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
        after = local.dt.offset_by("1h").dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
        parts.append(
            rows.filter(pl.col("originator_timezone") == zone).with_columns(
                executed_at=pl.coalesce(read, after).dt.convert_time_zone("UTC")
            )
        )
    return pl.concat(parts)


def write(out: Path, rng: np.random.Generator, people: People, ledger: Ledger) -> int:
    """Turn the ledger into files; returns the number of payments."""
    payer, receiver, profile, days, usd, life, late, rounding, group = ledger.columns()
    wary = {int(index) for index in np.unique(payer[np.isin(life, list(CRIMES))])}
    document = papers.documents(rng, people.payers, wary, payer, days)
    name = receiver.astype(np.int64) * PROFILES + profile
    cents = counter.paid(
        rng, people.payers, people.receivers, payer=payer, receiver=receiver, days=days, usd=usd, rounding=rounding
    )
    rows = pl.DataFrame(
        {
            "payer_key": document,
            "receiver_key": name,
            "local": counter.visits(rng, people.payers, payer, days, late),
            "cents": cents,
            "life": life,
            "group": group,
            "reference": words.messages(rng, life),
            "purpose_code": words.purposes(rng, life),
            "status": words.statuses(rng, life),
        }
    )
    rows = rows.join(papers.payer_table(rng, people.payers, np.unique(document)), on="payer_key")
    rows = rows.join(papers.receiver_table(rng, people.receivers, np.unique(name)), on="receiver_key")
    rows = _utc(rows).sort("executed_at", "payer_key", "receiver_key", "cents", maintain_order=True)
    rows = rows.with_columns(
        payment_id=pl.format("CT{}", pl.int_range(pl.len()) * 3 + 10_000_000),
        amount=(pl.col("cents").cast(BY_NAME["amount"].dtype) / pl.lit(100)).cast(BY_NAME["amount"].dtype),
    )
    out.mkdir(parents=True, exist_ok=True)
    rows.select(pl.col(column).cast(BY_NAME[column].dtype) for column in COLUMNS).write_parquet(
        out / "payments.parquet"
    )
    truth(rows, ledger).write_parquet(out / "truth.parquet")
    return rows.height
