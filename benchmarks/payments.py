"""Payments to measure with: invented people, columns and cardinalities like a remitter's.

However many payments there are, every person has a phone number of their own: a file of ten million is no copy of one
of a million. Names repeat, as names do; a few accounts are a person's second one, a few people share a phone under one
roof, and a few use an agent's, so that the linkage has as much to do as on a real platform.

Run as ``python -m benchmarks.payments ROWS FILE`` (``.parquet`` or ``.csv``), so that the process that times others
stays small. These rows have the shape of payments and no story: to test what is found, use ``tanglaw simulate``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa
import pyarrow.parquet

_BATCH: Final = 500_000
_PAYMENTS_A_PAYER: Final = 12
_START: Final = 1_704_067_200  # 2024-01-01, seconds
_YEAR: Final = 31_536_000

_FROM: Final = (
    ("AU", "AUD", "Australia/Brisbane", "Brisbane", "+6141"),
    ("US", "USD", "America/New_York", "New York", "+1202"),
    ("GB", "GBP", "Europe/London", "Leeds", "+44747"),
    ("DE", "EUR", "Europe/Berlin", "Bremen", "+491512"),
    ("CA", "CAD", "America/Toronto", "Toronto", "+1416"),
)
_TO: Final = (
    ("PH", "Asia/Manila", "+63917", ("Cebu City", "Manila", "Angeles City", "Iligan City", "Davao City")),
    ("TH", "Asia/Bangkok", "+6681", ("Chiang Mai", "Bangkok", "Pattaya")),
    ("KE", "Africa/Nairobi", "+25471", ("Nairobi", "Mombasa")),
    ("CO", "America/Bogota", "+57310", ("Medellín", "Cali")),
    ("RO", "Europe/Bucharest", "+4074", ("Cluj-Napoca", "Iași")),
    ("IN", "Asia/Kolkata", "+91981", ("Kochi", "Pune", "Chennai")),
)
"""Country, its time zone and towns, and how its mobile numbers start."""

_SECOND_ACCOUNTS: Final = 0.02
_AT_HOME: Final = 0.06
_AT_AN_AGENT: Final = 0.002
_AGENTS: Final = 50
_SUBSCRIBERS: Final = 8_000_000
_STRIDE: Final = 4_943_207
"""Numbers behind a prefix: seven digits, from 2,000,000 on, for none starts with 0 or 1 in North America; strewn over
all of them, however few are used."""

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


class _People:
    """Who stands behind each account: a name, a phone number, a year of birth.

    Args:
        accounts: how many accounts there are.
        random: where chance comes from.
    """

    def __init__(self, accounts: int, random: np.random.Generator) -> None:
        # Mostly the account's own number; of a second account the number of the person's first.
        self.person = self._some(np.arange(accounts), _SECOND_ACCOUNTS, accounts, random)
        # Whose phone they use and whose surname they bear: their own, or of somebody at home.
        self.home = self._some(np.arange(accounts), _AT_HOME, accounts, random)[self.person]
        self.line = self._some(self.home, _AT_AN_AGENT, min(_AGENTS, accounts), random)
        self._given = random.integers(0, 400, accounts)[self.person]
        # Some ten thousand surnames, of which a few are common.
        self._surname = np.minimum(random.exponential(150, accounts), len(_SYLLABLES) ** 3 - 1).astype(np.int64)

    @staticmethod
    def _some(
        own: npt.NDArray[np.int64], share: float, below: int, random: np.random.Generator
    ) -> npt.NDArray[np.int64]:
        """Put some number below `below` in the place of a share of all."""
        others = random.random(len(own)) < share
        return np.where(others, random.integers(0, below, len(own)), own)

    def names(self) -> pl.Series:
        """Given name and surname."""
        words = pl.Series(
            [f"{one}{two}{three}".title() for one in _SYLLABLES for two in _SYLLABLES for three in _SYLLABLES]
        )
        return pl.select(
            pl.concat_str(words.gather(self._given), words.gather(self._surname[self.home]), separator=" ")
        ).to_series()

    def phones(self, prefixes: pl.Series) -> pl.Series:
        """Numbers in international form, each person's own (up to eight million a prefix)."""
        number = pl.Series(self.line * _STRIDE % _SUBSCRIBERS + 2_000_000).cast(pl.String)
        return pl.select(pl.concat_str(prefixes.gather(self.line), number)).to_series()

    def births(self, random: np.random.Generator) -> pl.Series:
        """Years of birth."""
        return pl.Series(random.integers(1940, 2006, len(self.person))[self.person], dtype=pl.Int16)


def _payers(count: int, random: np.random.Generator) -> pl.DataFrame:
    people = _People(count, random)
    where = random.choice(len(_FROM), count, p=[0.3, 0.3, 0.2, 0.1, 0.1])[people.home]
    columns = list(zip(*_FROM, strict=True))
    number, person = pl.Series(np.arange(count)), pl.Series(people.person)
    return pl.DataFrame({"number": number, "person": person, "originator_name": people.names()}).select(
        originator_id=pl.format("C-{}", "number"),
        originator_country=pl.Series(columns[0]).gather(where),
        currency=pl.Series(columns[1]).gather(where),
        originator_timezone=pl.Series(columns[2]).gather(where),
        originator_city=pl.Series(columns[3]).gather(where),
        originator_name="originator_name",
        originator_birth_year=people.births(random),
        originator_phone=people.phones(pl.Series(columns[4]).gather(where)),
        originator_email=pl.format("payer{}@example.org", "number"),
        originator_device=pl.format("dev-{}", "person"),
        originator_account=pl.format("AC{}", pl.col("number").cast(pl.String).str.zfill(10)),
        institution=pl.Series(["Remit One", "Remit Two", "Bank Three"]).gather(random.integers(0, 3, count)),
    )


def _receivers(count: int, random: np.random.Generator) -> pl.DataFrame:
    people = _People(count, random)
    towns = [(country, zone, prefix, city) for country, zone, prefix, cities in _TO for city in cities]
    where = random.integers(0, len(towns), count)[people.home]
    columns = list(zip(*towns, strict=True))
    return pl.DataFrame({"number": np.arange(count), "beneficiary_name": people.names()}).select(
        beneficiary_id=pl.format("R-{}", "number"),
        beneficiary_country=pl.Series(columns[0]).gather(where),
        beneficiary_timezone=pl.Series(columns[1]).gather(where),
        beneficiary_city=pl.Series(columns[3]).gather(where),
        beneficiary_name="beneficiary_name",
        beneficiary_phone=people.phones(pl.Series(columns[2]).gather(where)),
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
