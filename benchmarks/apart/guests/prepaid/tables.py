"""The two tables that a world leaves behind: the payments, and the truth about each account."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Final

import polars as pl

from .ledger import CRIMES, Ledger
from .season import FIRST

_FIELDS: Final = {
    "second": pl.Int64, "zone": pl.String, "cents": pl.Int64, "currency": pl.String, "originator_id": pl.String,
    "originator_country": pl.String, "originator_birth_year": pl.Int16, "originator_name": pl.String,
    "originator_device": pl.String, "originator_city": pl.String, "beneficiary_id": pl.String,
    "beneficiary_country": pl.String, "rail": pl.String, "beneficiary_name": pl.String,
    "beneficiary_birth_year": pl.Int16, "institution": pl.String, "status": pl.String, "reference": pl.String,
    "person": pl.String, "merchant_category": pl.String,
}  # fmt: skip
_ORDER: Final = (
    "payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country", "beneficiary_id",
    "beneficiary_country", "originator_name", "originator_birth_year", "originator_device", "originator_city",
    "beneficiary_name", "beneficiary_birth_year", "rail", "institution", "reference", "status", "merchant_category",
)  # fmt: skip
_FEW: Final = 3


def payments(ledger: Ledger) -> pl.DataFrame:
    """The payments in order of time, in UTC, under the contract's names and types."""
    frame = pl.DataFrame(ledger.rows, schema=_FIELDS, orient="row")
    start = datetime(FIRST.year, FIRST.month, FIRST.day)  # noqa: DTZ001 -- local time of each payer, zone joined below
    local = pl.lit(start) + pl.duration(seconds="second")
    frame = pl.concat(
        part.with_columns(
            # The hour that spring skips is moved on, the hour that autumn repeats is read as the first.
            local.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
            .fill_null(
                (local + pl.duration(hours=1)).dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
            )
            .dt.convert_time_zone("UTC")
            .cast(pl.Datetime("us", "UTC"))
            .alias("executed_at")
        )
        for (zone,), part in frame.partition_by("zone", as_dict=True, maintain_order=True).items()
    )
    units, rest = pl.col("cents") // 100, pl.col("cents") % 100
    amount = pl.format("{}.{}", units, rest.cast(pl.String).str.zfill(2)).cast(pl.Decimal(38, 18))
    return (
        frame.sort("executed_at", "originator_id", "beneficiary_id", "cents", maintain_order=True)
        .with_columns(amount.alias("amount"))
        .with_row_index("number")
        .with_columns(pl.format("T{}", (pl.col("number") + 10_000_001)).alias("payment_id"))
        .select(_ORDER)
    )


def truth(ledger: Ledger) -> pl.DataFrame:
    """One row for each account on each side of the payments."""
    holdings: dict[str, set[str]] = defaultdict(set)
    for (_, subject), person in ledger.persons.items():
        holdings[person].add(subject)
    company = _company(ledger)
    rows = []
    for (role, subject), kinds in ledger.kinds.items():
        person = ledger.persons[role, subject]
        pattern = _pattern(ledger.worth[role, subject])
        groups = ledger.groups.get((role, subject))
        rows.append(
            (
                role,
                subject,
                pattern,
                min(groups, key=lambda group: (-groups[group], group)) if groups else None,
                pattern in CRIMES
                and (kinds[pattern] <= _FEW or person in ledger.imitators or not company.get((pattern, person))),
                person if len(holdings[person]) > 1 else subject,
            )
        )
    schema = {"role": pl.String, "subject_id": pl.String, "pattern": pl.String, "group": pl.String, "hard": pl.Boolean,
              "person": pl.String}  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row").sort("role", "subject_id")


def _pattern(worth: Counter[str]) -> str:
    """The crime if there is one, else the kind on which most money went."""
    for crime in CRIMES:
        if crime in worth:
            return crime
    return min(worth, key=lambda kind: (-worth[kind], kind))


def _company(ledger: Ledger) -> dict[tuple[str, str], bool]:
    """Whether a person of a crime shares a counterparty with another person of the same pattern."""
    receiving = {
        "livestream_purchase": "facilitation",
        "extortion_victim": "extortion_collection",
        "material_purchase": "material_vendor",
        "minor_purchase": "minor_recipient",
    }
    shared: dict[tuple[str, str], bool] = {}
    for crime, pairs in ledger.meetings.items():
        payers = Counter(payer for payer, _ in pairs)
        payees = Counter(payee for _, payee in pairs)
        for payer, payee in pairs:
            shared[crime, payer] = shared.get((crime, payer), False) or payees[payee] > 1
            shared[receiving[crime], payee] = shared.get((receiving[crime], payee), False) or payers[payer] > 1
    return shared


def write(ledger: Ledger, out: Path) -> int:
    """Write both tables in `out`; the number of payments."""
    out.mkdir(parents=True, exist_ok=True)
    frame = payments(ledger)
    frame.write_parquet(out / "payments.parquet")
    truth(ledger).write_parquet(out / "truth.parquet")
    return frame.height
