"""Payments to measure with: every column of the contract, invented people, cardinalities like a remitter's.

Run as ``python -m benchmarks.payments ROWS FILE`` (``.parquet`` or ``.csv``), so that the process that times others
stays small. These rows have the shape of payments and no story: to test what is found, use ``tanglaw simulate``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet

_BATCH: Final = 500_000
_PAYMENTS_A_PAYER: Final = 12
_START: Final = 1_704_067_200  # 2024-01-01, seconds
_YEAR: Final = 31_536_000

_FROM: Final = (
    ("AU", "AUD", "Australia/Brisbane", "Brisbane", "+61491570"),
    ("US", "USD", "America/New_York", "New York", "+1202555"),
    ("GB", "GBP", "Europe/London", "Leeds", "+44770090"),
    ("DE", "EUR", "Europe/Berlin", "Bremen", "+491555011"),
    ("CA", "CAD", "America/Toronto", "Toronto", "+1416555"),
)
_TO: Final = (
    ("PH", "Asia/Manila", ("Cebu City", "Manila", "Angeles City", "Iligan City", "Davao City")),
    ("TH", "Asia/Bangkok", ("Chiang Mai", "Bangkok", "Pattaya")),
    ("KE", "Africa/Nairobi", ("Nairobi", "Mombasa")),
    ("CO", "America/Bogota", ("Medellín", "Cali")),
    ("RO", "Europe/Bucharest", ("Cluj-Napoca", "Iași")),
    ("IN", "Asia/Kolkata", ("Kochi", "Pune", "Chennai")),
)
_REFERENCES: Final = (
    "",
    "family support",
    "school fees",
    "gift",
    "rent",
    "medical",
    "for mum",
    "invoice 1182",
    "thank you",
)
_RAILS: Final = ("cash_pickup", "wallet", "bank", "card")
_SYLLABLES: Final = ("ba", "ka", "lo", "mi", "ne", "ra", "san", "to", "ver", "wil", "dan", "cho")


def _names(count: int, random: np.random.Generator) -> pl.Series:
    """Invent names: some ten thousand surnames, of which a few are common."""
    parts = [f"{one}{two}{three}".title() for one in _SYLLABLES for two in _SYLLABLES for three in _SYLLABLES]
    surnames = np.minimum(random.exponential(150, count), len(parts) - 1).astype(np.int64)
    given = random.integers(0, 400, count)
    words = pl.Series(parts)
    return pl.select(pl.concat_str(words.gather(given), words.gather(surnames), separator=" ")).to_series()


def _payers(count: int, random: np.random.Generator) -> pl.DataFrame:
    where = random.choice(len(_FROM), count, p=[0.3, 0.3, 0.2, 0.1, 0.1])
    number = pl.Series(np.arange(count))
    columns = list(zip(*_FROM, strict=True))
    return pl.DataFrame({"number": number, "originator_name": _names(count, random)}).select(
        originator_id=pl.format("C-{}", "number"),
        originator_country=pl.Series(columns[0]).gather(where),
        currency=pl.Series(columns[1]).gather(where),
        originator_timezone=pl.Series(columns[2]).gather(where),
        originator_city=pl.Series(columns[3]).gather(where),
        originator_name="originator_name",
        originator_birth_year=pl.Series(random.integers(1940, 2006, count), dtype=pl.Int16),
        originator_phone=pl.concat_str(pl.Series(columns[4]).gather(where), (pl.col("number") % 1_000).cast(pl.String)),
        originator_email=pl.format("payer{}@example.org", "number"),
        originator_device=pl.format("dev-{}", "number"),
        originator_account=pl.format("AC{}", pl.col("number").cast(pl.String).str.zfill(10)),
        institution=pl.Series(["Remit One", "Remit Two", "Bank Three"]).gather(random.integers(0, 3, count)),
    )


def _receivers(count: int, random: np.random.Generator) -> pl.DataFrame:
    towns = [(country, zone, city) for country, zone, cities in _TO for city in cities]
    where = random.integers(0, len(towns), count)
    columns = list(zip(*towns, strict=True))
    return pl.DataFrame({"number": np.arange(count), "beneficiary_name": _names(count, random)}).select(
        beneficiary_id=pl.format("R-{}", "number"),
        beneficiary_country=pl.Series(columns[0]).gather(where),
        beneficiary_timezone=pl.Series(columns[1]).gather(where),
        beneficiary_city=pl.Series(columns[2]).gather(where),
        beneficiary_name="beneficiary_name",
        beneficiary_phone=pl.format("+639175550{}", pl.col("number") % 1_000),
        beneficiary_account=pl.format("09{}", pl.col("number").cast(pl.String).str.zfill(9)),
    )


def batches(rows: int, seed: int = 1) -> Iterator[pl.DataFrame]:
    """Make payments batch by batch, in order of time; few payers make most of them.

    Args:
        rows: how many in all.
        seed: the same seed makes the same payments.
    """
    random = np.random.default_rng(seed)
    payers = _payers(max(rows // _PAYMENTS_A_PAYER, 10), random)
    receivers = _receivers(max(rows // _PAYMENTS_A_PAYER, 10), random)
    # Published for remitters: 3 % of payers make half the payments. A Pareto share of exponent 1.25 comes near.
    share = random.pareto(1.25, payers.height) + 1
    reach = np.cumsum(share) / share.sum()
    for start in range(0, rows, _BATCH):
        count = min(_BATCH, rows - start)
        payer = np.minimum(np.searchsorted(reach, random.random(count)), payers.height - 1)
        # Each payer has a handful of receivers of its own, with some shared.
        receiver = (payer * 7 + random.geometric(0.45, count) * 101) % receivers.height
        at = _START + np.sort(random.integers(0, _YEAR, count)) // max(rows // _BATCH, 1) + start * _YEAR // rows
        yield pl.concat(
            [
                pl.DataFrame(
                    {
                        "payment_id": pl.Series(np.arange(start, start + count)),
                        "executed_at": pl.Series(at * 1_000_000).cast(pl.Datetime("us", "UTC")),
                        "amount": pl.Series(np.round(random.lognormal(4, 0.9, count) + 1, 2)).cast(pl.Decimal(18, 2)),
                        "reference": pl.Series(_REFERENCES).gather(random.integers(0, len(_REFERENCES), count)),
                        "rail": pl.Series(_RAILS).gather(random.integers(0, len(_RAILS), count)),
                    }
                ).with_columns(payment_id=pl.format("P-{}", "payment_id")),
                payers.select(pl.all().gather(pl.Series(payer))),
                receivers.select(pl.all().gather(pl.Series(receiver))),
            ],
            how="horizontal",
        )


def write(rows: int, path: Path) -> None:
    """Write payments as Parquet or CSV, by the file's ending."""
    if path.suffix == ".csv":
        with path.open("wb") as file:
            for number, frame in enumerate(batches(rows)):
                frame.write_csv(file, include_header=number == 0, datetime_format="%Y-%m-%dT%H:%M:%S%z")
        return
    frames = batches(rows)
    first = next(frames).to_arrow()
    with pa.parquet.ParquetWriter(path, first.schema, compression="zstd") as writer:
        writer.write_table(first)
        for frame in frames:
            writer.write_table(frame.to_arrow())


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
