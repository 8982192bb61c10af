"""The firm's export: one row for each payment, with what the account and the address book hold."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.regional.clock import FIRST_DAY
from benchmarks.apart.guests.regional.firm import Firm, account_id, entry_id
from benchmarks.apart.guests.regional.people import digits
from benchmarks.apart.guests.regional.words import PURPOSES, REFERENCES
from tanglaw.payments.columns import COLUMNS, INSTANT, MONEY

STATUS: Final = (("paid", 0.945), ("refunded", 0.018), ("cancelled", 0.022), ("on_hold", 0.015))


def ordered(firm: Firm) -> pl.DataFrame:
    """Every order, by account and entry number, with its local moment, sum and reason."""
    sizes = np.array([len(run.when) for run in firm.runs])
    frame = pl.DataFrame(
        {
            "payer": np.repeat(np.array([run.payer for run in firm.runs]), sizes),
            "entry": np.repeat(np.array([run.entry for run in firm.runs]), sizes),
            "payer_reason": np.repeat(np.array([run.reason.payer for run in firm.runs]), sizes),
            "receiver_reason": np.repeat(np.array([run.reason.receiver for run in firm.runs]), sizes),
            "words": np.repeat(np.array([run.reason.words for run in firm.runs]), sizes),
            "when": np.concatenate([run.when for run in firm.runs]),
            "sum": np.concatenate([run.sums for run in firm.runs]),
        }
    )
    rng = firm.rng
    p = np.array([share for _, share in STATUS])
    status = rng.choice([name for name, _ in STATUS], size=len(frame), p=p / p.sum())
    frame = frame.with_columns(pl.Series("status", status))
    # A card that is declined or a session that breaks off leaves a failed order some minutes before the good one.
    failed = frame.filter(pl.Series(rng.random(len(frame)) < 0.012))
    earlier = rng.uniform(1, 25, len(failed)) / 1440
    failed = failed.with_columns(pl.col("when") - pl.Series(earlier), pl.lit("failed").alias("status"))
    return pl.concat([frame, failed]).sort("when", "payer", "entry", maintain_order=True)


def _messages(rng: np.random.Generator, words: list[str], writes: list[float]) -> list[str | None]:
    """What stands in the message box: nothing for most, else the payer's words, sometimes with a handle or number."""
    draw, tail = rng.random(len(words)), rng.random(len(words))
    texts: list[str | None] = []
    for kind, inclined, one, other in zip(words, writes, draw.tolist(), tail.tolist(), strict=True):
        if one > inclined:
            texts.append(None)
            continue
        known = REFERENCES[kind]
        text = known[int(other * len(known))]
        contact = kind in {"hobby", "arranged", "pressed", "freelance"} and other * 97 % 1 < 0.04
        texts.append(f"{text} @{text[:3].strip()}{digits(rng, 3)}" if contact else text)
    return texts


def _addresses(rng: np.random.Generator, nets: list[str], hides: list[float]) -> list[str | None]:
    """Home network, the mobile carrier's shared address, or an exit that strangers share."""
    kinds, numbers = rng.random((len(nets), 2)), rng.integers(1, 255, (len(nets), 2))
    out: list[str | None] = []
    for net, hidden, (veil, mobile), (a, b) in zip(nets, hides, kinds.tolist(), numbers.tolist(), strict=True):
        if veil < hidden:
            out.append(f"203.0.113.{a % 60}")
        elif mobile < 0.1:
            out.append(None)
        else:
            out.append(f"198.18.{a % 90}.{b}" if mobile < 0.45 else f"{net}{a % 6 + 1:x}")
    return out


def _accounts(firm: Firm) -> pl.DataFrame:
    rows = firm.accounts
    return pl.DataFrame(
        {
            "payer": [p.index for p in rows],
            "originator_id": [account_id(p.index) for p in rows],
            "currency": [p.currency for p in rows],
            "originator_country": [p.country for p in rows],
            "originator_name": [p.name for p in rows],
            "originator_birth_date": [p.born for p in rows],
            "originator_phone": [p.phone for p in rows],
            "originator_email": [p.email for p in rows],
            "originator_device": [p.device for p in rows],
            "originator_city": [p.city for p in rows],
            "zone": [p.timezone for p in rows],
            "originator_account": [p.funding for p in rows],
            "net": [p.home_net for p in rows],
            "hides": [p.hides for p in rows],
            "writes": [p.writes for p in rows],
        }
    )


def _entries(firm: Firm) -> pl.DataFrame:
    rows = firm.entries
    return pl.DataFrame(
        {
            "entry": np.arange(len(rows)),
            "beneficiary_id": [entry_id(n) for n in range(len(rows))],
            "beneficiary_country": [firm.receivers[e.receiver].country for e in rows],
            "beneficiary_name": [e.name for e in rows],
            "beneficiary_phone": pl.Series([e.phone for e in rows], dtype=pl.String),
            "beneficiary_account": pl.Series([e.account for e in rows], dtype=pl.String),
            "beneficiary_city": pl.Series([e.city for e in rows], dtype=pl.String),
            "beneficiary_email": pl.Series([e.email for e in rows], dtype=pl.String),
            "rail": [e.rail for e in rows],
        }
    )


def _in_utc(frame: pl.DataFrame) -> pl.DataFrame:
    """Local moments as instants; the hour that summer time skips is the one after it."""
    first = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day)  # noqa: DTZ001 -- local time, the zone comes next
    local = pl.lit(first) + pl.duration(seconds=(pl.col("when") * 86_400).cast(pl.Int64))
    parts = []
    for (zone,), part in frame.with_columns(local.alias("local")).group_by("zone", maintain_order=True):
        there = pl.col("local").dt.replace_time_zone(str(zone), ambiguous="earliest", non_existent="null")
        later = (pl.col("local") + pl.duration(hours=1)).dt.replace_time_zone(
            str(zone), ambiguous="earliest", non_existent="null"
        )
        parts.append(part.with_columns(pl.coalesce(there, later).dt.convert_time_zone("UTC").alias("executed_at")))
    return pl.concat(parts).drop("local").sort("executed_at", "payer", "entry", maintain_order=True)


def payment_table(firm: Firm, orders: pl.DataFrame) -> pl.DataFrame:
    """The payments in the contract's columns and types."""
    rng = firm.rng
    frame = orders.join(_accounts(firm), on="payer", how="left", maintain_order="left")
    frame = _in_utc(frame.join(_entries(firm), on="entry", how="left", maintain_order="left"))
    honest = pl.Series(rng.random(len(frame)) < 0.5)
    by_app = pl.Series(rng.random(len(frame)) < 0.62)
    frame = frame.with_columns(
        pl.format("RM{}", pl.int_range(700_001, 700_001 + len(frame))).alias("payment_id"),
        pl.col("sum").round(2).cast(pl.Decimal(38, 2)).cast(MONEY).alias("amount"),
        pl.col("executed_at").cast(INSTANT),
        pl.when(by_app).then("originator_device").alias("originator_device"),
        pl.when(by_app).then("zone").alias("originator_timezone"),
        pl.Series("originator_ip", _addresses(rng, frame["net"].to_list(), frame["hides"].to_list()), dtype=pl.String),
        pl.Series("reference", _messages(rng, frame["words"].to_list(), frame["writes"].to_list()), dtype=pl.String),
        pl.when(honest)
        .then(pl.col("words").replace_strict(PURPOSES))
        .otherwise(pl.lit("FAMILY"))
        .alias("purpose_code"),
    )
    held = [column for column in COLUMNS if column.name in frame.columns]
    return frame.select(pl.col(column.name).cast(column.dtype) for column in held)
