"""The payments as the network exports them, with each person's second numbers resolved."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.apart.guests.kiosk.calendar import DAY, START
from benchmarks.apart.guests.kiosk.people import phone
from benchmarks.apart.guests.kiosk.places import HOSTS
from benchmarks.apart.guests.kiosk.world import World

_PURPOSES = {"family_support": "FAMI", "donation": "CHAR", "student_support": "EDUC", "freelancer_employer": "SERV"}


def rows(world: World) -> pl.DataFrame:
    """One row a payment with people's indices, kinds and group, local seconds, and the ids they were made under."""
    parts = world.stretches
    lengths = [len(s.when) for s in parts]

    def each(values: list[object], dtype: pl.DataType | type[pl.DataType]) -> pl.Series:
        return pl.Series(values, dtype=dtype).gather(np.repeat(np.arange(len(parts)), lengths))

    frame = pl.DataFrame(
        {
            "payer": each([s.payer.index for s in parts], pl.Int64),
            "receiver": each([s.receiver.index for s in parts], pl.Int64),
            "pays": each([s.tie.pays for s in parts], pl.String),
            "gets": each([s.tie.gets for s in parts], pl.String),
            "group": each([s.tie.group for s in parts], pl.String),
            "quiet": each([s.tie.quiet for s in parts], pl.Boolean),
            "when": np.concatenate([s.when for s in parts]),
            "value": np.concatenate([s.amount for s in parts]),
            "app": np.concatenate([s.app for s in parts]),
            "reference": pl.Series([t for s in parts for t in s.text], dtype=pl.String),
        }
    )
    return _second_numbers(world, frame)


def _second_numbers(world: World, frame: pl.DataFrame) -> pl.DataFrame:
    """A new SIM replaces the old one from a day on; a second one beside it takes a share of the payments."""
    people = world.people
    after = np.array([p.second[1] * DAY if p.second and p.second[0] == "after" else np.inf for p in people])
    beside = np.array([p.second[1] if p.second and p.second[0] == "beside" else 0.0 for p in people])
    payer = frame["payer"].to_numpy()
    other = (frame["when"].to_numpy() >= after[payer]) | (world.rng.random(len(frame)) < beside[payer])
    # Ids are given out by when somebody enrolled, which says nothing: both are shuffled.
    numbers = world.rng.permutation(2 * len(people))
    labels = world.rng.permutation(len(world.book.entries))
    return frame.with_columns(
        second=pl.Series(other),
        originator_id=_label("W", numbers[2 * payer + other]),
        beneficiary_id=_label("B", labels[frame["receiver"].to_numpy()]),
    )


def _label(letter: str, numbers: NDArray[np.int64]) -> pl.Series:
    return letter + pl.Series(numbers).cast(pl.String).str.zfill(6)


def _payers(world: World) -> pl.DataFrame:
    people, rng = world.people, world.rng
    return pl.DataFrame(
        {
            "payer": [p.index for p in people],
            "originator_country": [p.host for p in people],
            "currency": [HOSTS[p.host].currency for p in people],
            "originator_name": [p.name for p in people],
            "originator_birth_year": pl.Series([p.shown_birth_year for p in people], dtype=pl.Int16),
            "phone": [p.phone for p in people],
            "other_phone": [phone(rng, HOSTS[p.host].dial) for p in people],
            "originator_timezone": [p.timezone for p in people],
            "originator_city": [p.city for p in people],
            "handset": rng.permutation(len(people)),
            # Most put the other SIM into the same handset.
            "two_handsets": rng.random(len(people)) < 0.35,
            "site": rng.integers(0, 40, len(people)),
        }
    )


def _receivers(world: World) -> pl.DataFrame:
    entries = world.book.entries
    return pl.DataFrame(
        {
            "receiver": [r.index for r in entries],
            "beneficiary_country": [r.country for r in entries],
            "beneficiary_name": pl.Series([r.name for r in entries], dtype=pl.String),
            "beneficiary_phone": pl.Series([r.phone for r in entries], dtype=pl.String),
            "beneficiary_account": pl.Series([r.account for r in entries], dtype=pl.String),
            "beneficiary_city": pl.Series([r.city for r in entries], dtype=pl.String),
            "rail": [r.rail for r in entries],
        }
    )


def _utc(zone: str) -> pl.Expr:
    """Local seconds as an instant; the hour that a clock skips in spring is read as the one after it."""
    naive = pl.lit(START).cast(pl.Datetime("us")) + pl.duration(seconds=pl.col("when").cast(pl.Int64))
    there = naive.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
    moved = (naive + pl.duration(hours=1)).dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
    return pl.coalesce(there, moved).dt.convert_time_zone("UTC")


def payments(world: World, frame: pl.DataFrame) -> pl.DataFrame:
    """The export: kiosk payments carry the terminal (shared by everybody who uses it), wallet ones a handset."""
    rng, n = world.rng, len(frame)
    full = frame.join(_payers(world), on="payer", how="left", maintain_order="left")
    full = full.join(_receivers(world), on="receiver", how="left", maintain_order="left")
    zoned = [
        part.with_columns(executed_at=_utc(str(zone)))
        for (zone,), part in full.with_columns(
            roll=pl.Series(rng.random(n)), purpose_roll=pl.Series(rng.random(n)), usual=pl.Series(rng.random(n) < 0.75),
            elsewhere=pl.Series(rng.integers(0, 40, n)),
        ).partition_by("originator_timezone", as_dict=True, maintain_order=True).items()
    ]  # fmt: skip
    hour = pl.col("when").cast(pl.Int64) % DAY // 3600
    # Only the machines at filling stations (sites 0 to 9) stay lit at night.
    lit = pl.when((hour < 6) | (hour >= 23)).then(pl.col("site") % 10).otherwise(pl.col("site"))
    site = (
        pl.when("usual")
        .then(lit)
        .otherwise(pl.when((hour < 6) | (hour >= 23)).then(pl.col("elsewhere") % 10).otherwise("elsewhere"))
    )
    terminal = pl.format("KSK-{}-{}", pl.col("originator_city").str.slice(0, 3).str.to_uppercase(), site)
    handset = pl.format("APP-{}{}", "handset", pl.when(pl.col("second") & pl.col("two_handsets")).then(1).otherwise(0))
    asked = pl.col("beneficiary_country").is_in(["IN", "MA", "TH"]) & (pl.col("purpose_roll") < 0.8)
    table = pl.concat(zoned).sort("executed_at", "originator_id", "beneficiary_id", "value", maintain_order=True)
    return table.select(
        payment_id=pl.format("K{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(8)),
        executed_at="executed_at",
        amount=pl.col("value").round(2).cast(pl.Decimal(38, 2)).cast(pl.Decimal(38, 18)),
        currency="currency",
        originator_id="originator_id",
        originator_country="originator_country",
        beneficiary_id="beneficiary_id",
        beneficiary_country="beneficiary_country",
        originator_name="originator_name",
        originator_birth_year="originator_birth_year",
        originator_phone=pl.when("second").then("other_phone").otherwise("phone"),
        originator_device=pl.when("app").then(handset).otherwise(terminal),
        originator_city=pl.when(~pl.col("app")).then("originator_city"),
        originator_timezone="originator_timezone",
        beneficiary_name="beneficiary_name",
        beneficiary_phone="beneficiary_phone",
        beneficiary_city="beneficiary_city",
        beneficiary_account="beneficiary_account",
        rail="rail",
        institution=pl.lit("Lantern Kiosks"),
        reference="reference",
        # Some destinations ask for a purpose; the menu opens on family support, and most leave it there.
        purpose_code=pl.when(asked & (pl.col("purpose_roll") < 0.4)).then(pl.lit("FAMI"))
        .when(asked).then(pl.col("pays").replace_strict(_PURPOSES, default="FAMI")),
        status=pl.when(pl.col("roll") < 0.012).then(pl.lit("refunded")).otherwise(pl.lit("completed")),
    )  # fmt: skip
