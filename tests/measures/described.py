"""Payments of invented people from a short description, and what the four passes measure of them.

Everybody pays from Brisbane, which keeps one clock all year (UTC+10), so a time in a description is the payer's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.identities.kinship import surname_counts
from tanglaw.measures import catalogue, subjects
from tanglaw.measures.rows import Enrichment, both_parts, narrow, subject_key
from tanglaw.payments.batch import RawBatch
from tanglaw.payments.checks import check
from tanglaw.payments.columns import COLUMNS
from tanglaw.payments.rates import Rates

Payment = dict[str, str]
Values = dict[str, float | None]

PESOS = 50
"""Pesos to the US dollar on every day of these tests."""

LAST = "2024-12-31 12:00"
"""When the data ends."""


def pay(when: str, usd: float = 50, *, by: str = "C", to: str = "R", **columns: str | int) -> Payment:
    """One payment in US dollars at a time of the payer's clock; `columns` are the payment table's."""
    payment = {
        "executed_at": f"{when.replace(' ', 'T')}:00+10:00" if " " in when else when,
        "amount": str(usd),
        "currency": "USD",
        "originator_id": by,
        "originator_country": "AU",
        "originator_timezone": "Australia/Brisbane",
        "originator_city": "Brisbane",
        "beneficiary_id": to,
        "beneficiary_country": "PH",
    }
    return payment | {name: str(value) for name, value in columns.items()}


def times(count: int, days: float = 7, start: str = "2024-02-02 12:00", **described: Any) -> list[Payment]:
    """The same payment over and over, `days` apart."""
    return at_gaps([days] * (count - 1), start, **described)


def at_gaps(gaps: Sequence[float], start: str = "2024-02-02 12:00", **described: Any) -> list[Payment]:
    """The same payment after each of these waits in days; a list under ``usd`` gives each its own sum."""
    sums = described.pop("usd", 50)
    made, moment = [], datetime.fromisoformat(start)
    for number, gap in enumerate([0.0, *gaps]):
        moment += timedelta(days=gap)
        usd = sums[number] if isinstance(sums, list) else sums
        made.append(pay(f"{moment:%Y-%m-%d %H:%M}", usd, **described))
    return made


def each(column: str, values: Iterable[str | int], **described: Any) -> list[Payment]:
    """One payment a value of `column` (``to`` and ``by`` too), a week apart."""
    found = []
    for number, value in enumerate(values):
        moment = datetime(2024, 2, 2, 12) + timedelta(days=7 * number)  # noqa: DTZ001 -- the payer's clock
        found.append(pay(**{"when": f"{moment:%Y-%m-%d %H:%M}", **described, column: value}))
    return found


@cache
def rates() -> Rates:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rates.csv"
        days = pl.date_range(date(2023, 10, 1), date(2025, 1, 31), eager=True)
        pl.DataFrame({"date": days}).with_columns(currency=pl.lit("PHP"), usd_per_unit=1 / PESOS).write_csv(path)
        return Rates.load(path)


@cache
def _surnames_of_others() -> pl.DataFrame:
    """A thousand people whose surnames are all different, so that a surname met twice means something."""
    ids = pl.int_range(1000, eager=True, dtype=pl.UInt64)
    none = pl.lit(None, pl.UInt64)
    return ids.alias("id").to_frame().with_columns(s1=pl.col("id").hash(1), s2=none, s3=none)


def table_of(payments: Sequence[Payment], drop: Iterable[str] = ()) -> pl.DataFrame:
    """Described payments as a file holds them: only columns that are filled, and none of `drop`."""
    raw = pl.DataFrame(
        [{**payment, "payment_id": f"P{number}"} for number, payment in enumerate(payments)],
        schema={column.name: pl.String for column in COLUMNS},
    )
    return raw.select(
        name for name in raw.columns if raw[name].null_count() < raw.height and name not in frozenset(drop)
    )


def rows_of(payments: Sequence[Payment], drop: Iterable[str] = ()) -> pl.DataFrame:
    """The measured rows of described payments, as reading, checking and narrowing make them."""
    raw = table_of(payments, drop).with_row_index("line", 1).cast({"line": pl.Int64})
    batch = check(RawBatch("described", raw))
    assert not batch.rejected.height, batch.rejected["problem"].to_list()
    assert not batch.warnings, batch.warnings
    return narrow(batch.accepted, 0, Enrichment(rates()))


def four_passes(rows: pl.DataFrame) -> dict[Role, pl.DataFrame]:
    """Measure rows in any order as one bucket; ``key`` and a column for each measure of the role."""
    parties = [rows.select(id=side, **{f"s{n}": f"{side}_s{n}" for n in (1, 2, 3)}) for side in ("o", "b")]
    shares = surname_counts(pl.concat([*parties, _surnames_of_others()]))
    until = int(datetime.fromisoformat(LAST.replace(" ", "T") + "+10:00").timestamp())
    first = subjects.payers_and_pairs(rows.sort("o", "t", "cents", "row"), shares, until)
    second = subjects.receivers(rows.sort("b", "t", "cents", "row"), shares, until)
    third = subjects.receivers_and_messages(first["pairs"].sort("b", "o"))
    fourth = subjects.company(third["messages"].sort("o", "b"))
    return {
        "originator": first["payers"].join(fourth["payers"], on="key", how="left").sort("key"),
        "beneficiary": second["receivers"].join(third["receivers"], on="key", how="left").sort("key"),
    }


def measured(payments: Sequence[Payment], drop: Iterable[str] = ()) -> dict[tuple[Role, str], Values]:
    """What is measured of every payer and receiver of described payments, by role and id.

    Of who pays, or is paid, both abroad and within one country: what is within it.
    """
    found: dict[tuple[Role, str], Values] = {}
    tables = four_passes(rows_of(payments, drop))
    for role, column in (("originator", "originator_id"), ("beneficiary", "beneficiary_id")):
        names = [measure.id for measure in catalogue.of_role(role)]
        ids = pl.DataFrame({"id": sorted({payment[column] for payment in payments})})
        bare = ids.select(subject_key(pl.col("id"))).to_series()
        parts = pl.DataFrame({"id": pl.concat([ids["id"], ids["id"]]), "key": both_parts(bare)})
        known = parts.join(tables[role], on="key")
        for subject, *values in known.select("id", *names).iter_rows():
            found[role, subject] = dict(zip(names, values, strict=True))
    return found
