"""The two tables: payments as the platform's warehouse holds them, and the truth."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import polars as pl

from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.ledger import Entry
from benchmarks.apart.guests.payout.seasons import FIRST
from benchmarks.apart.guests.payout.world import World

MONEY: Final = pl.Decimal(38, 18)
_MIDNIGHT: Final = datetime(FIRST.year, FIRST.month, FIRST.day)  # noqa: DTZ001 -- a wall clock; the zone comes per payer
_ORDER: Final = (
    "payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country", "beneficiary_id",
    "beneficiary_country", "originator_name", "originator_birth_year", "originator_phone", "originator_email",
    "originator_device", "originator_ip", "originator_city", "originator_timezone", "originator_account",
    "beneficiary_name", "beneficiary_birth_year", "beneficiary_phone", "beneficiary_email", "beneficiary_city",
    "beneficiary_account", "rail", "institution", "reference", "purpose_code", "status", "merchant_category",
)  # fmt: skip


def _instants(entries: pl.DataFrame) -> pl.DataFrame:
    """Wall clocks to UTC, zone by zone; an hour that the change to summer time skips is an hour later."""
    wall = pl.lit(_MIDNIGHT).dt.cast_time_unit("us") + pl.duration(seconds=pl.col("second"))
    parts = []
    for (zone,), part in entries.group_by("zone", maintain_order=True):
        clock = [
            (wall + pl.duration(hours=late)).dt.replace_time_zone(str(zone), ambiguous="earliest", non_existent="null")
            for late in (0, 1)
        ]
        parts.append(part.with_columns(pl.coalesce(clock).dt.convert_time_zone("UTC").alias("executed_at")))
    return pl.concat(parts).sort("executed_at", "order")


def _payers(payers: list[Payer]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "payer": [one.id for one in payers],
            "originator_name": [f"{one.first} {one.last}" for one in payers],
            "originator_birth_year": pl.Series([one.declared_birth for one in payers], dtype=pl.Int16),
            "originator_phone": pl.Series([one.phone for one in payers], dtype=pl.String),
            "originator_email": [one.email for one in payers],
            "originator_device": [one.device for one in payers],
            "home_ip": [one.home_ip for one in payers],
            "hides": [one.hides for one in payers],
            "home": [one.country for one in payers],
            "originator_city": [one.city for one in payers],
            "originator_account": [one.card for one in payers],
        }
    )


def _receivers(receivers: list[Receiver]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "receiver": [one.id for one in receivers],
            "beneficiary_name": [one.name for one in receivers],
            "beneficiary_birth_year": pl.Series([one.birth for one in receivers], dtype=pl.Int16),
            "beneficiary_phone": [one.phone for one in receivers],
            "beneficiary_email": pl.Series([one.email for one in receivers], dtype=pl.String),
            "beneficiary_city": [one.city for one in receivers],
            "beneficiary_account": [one.account for one in receivers],
            "rail": [one.rail for one in receivers],
        }
    )


def payments(world: World) -> pl.DataFrame:
    """Every payment, in order of time."""
    rng = world.dice.rng
    entries = pl.DataFrame(world.ledger.entries, schema=list(Entry._fields), orient="row", infer_schema_length=None)
    entries = _instants(entries.with_row_index("order"))
    table = entries.join(_payers(world.registry.payers), on="payer", how="left", maintain_order="left").join(
        _receivers(world.registry.receivers), on="receiver", how="left", maintain_order="left"
    )
    rows = table.height

    def some(share: float) -> pl.Expr:
        return pl.lit(pl.Series(rng.random(rows) < share))

    exits = pl.Series([f"203.0.113.{number}" for number in rng.integers(1, 60, rows)])
    roaming = pl.Series([f"100.{a}.{b}.{c}" for a, b, c in zip(
        rng.integers(64, 128, rows), rng.integers(0, 256, rows), rng.integers(1, 255, rows), strict=True
    )])  # fmt: skip
    hidden = pl.lit(pl.Series(rng.random(rows))) < pl.col("hides")
    abroad = pl.col("country") != pl.col("home")
    settled = pl.Series(
        rng.choice(["paid_out", "declined", "returned", "disputed"], rows, p=[0.965, 0.018, 0.011, 0.006])
    )
    return table.with_columns(
        payment_id=pl.format("pay_{}", pl.int_range(rows).cast(pl.String).str.zfill(8)),
        amount=pl.col("amount").cast(pl.Decimal(38, 2)).cast(MONEY),
        originator_ip=pl.when(some(0.06)).then(None).when(hidden).then(exits).when(abroad | some(0.22)).then(roaming)
        .otherwise(pl.col("home_ip")),
        originator_device=pl.when(some(0.05)).then(None).otherwise(pl.col("originator_device")),
        # The app reports its clock; a browser does not.
        originator_timezone=pl.when(some(0.8)).then(pl.col("zone")),
        originator_city=pl.when(abroad).then(None).otherwise(pl.col("originator_city")),
        institution=pl.when(pl.col("home").is_in(["AU", "NZ", "JP", "SG"])).then(pl.lit("Tindahan Pay APAC"))
        .when(pl.col("home").is_in(["US", "CA"])).then(pl.lit("Tindahan Pay Americas"))
        .otherwise(pl.lit("Tindahan Pay Europe")),
        reference=pl.col("note"),
        purpose_code=pl.col("product"),
        status=pl.coalesce(pl.col("status"), pl.lit(settled)),
        merchant_category=pl.col("category"),
    ).rename(
        {"payer": "originator_id", "receiver": "beneficiary_id", "country": "originator_country",
         "receiver_country": "beneficiary_country"}
    ).select(_ORDER)  # fmt: skip


def truth(world: World) -> pl.DataFrame:
    """One row for each account in the payments and role."""
    groups = {one.id: one.group for one in world.registry.receivers}
    persons = {one.id: one.person for one in world.registry.payers}
    persons |= {one.id: one.person for one in world.registry.receivers}
    rows = []
    for role in ("originator", "beneficiary"):
        hard = world.ledger.hard(role)
        rows += [
            (role, subject, pattern, groups.get(subject), subject in hard, persons[subject])
            for subject, pattern in sorted(world.ledger.kinds(role).items())
        ]
    schema = {"role": pl.String, "subject_id": pl.String, "pattern": pl.String, "group": pl.String, "hard": pl.Boolean,
              "person": pl.String}  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")
