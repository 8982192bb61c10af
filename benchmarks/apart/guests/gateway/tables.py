"""The payment table as the platform would export it: what it holds, what it leaves empty, and in which form."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import numpy as np
import polars as pl

from .accounts import Account
from .arrays import Ints
from .ledger import Ledger
from .places import LANDS

_MONEY: Final = pl.Decimal(38, 18)
_BORN_BEFORE: Final = date(2024, 1, 1)


def _instant(zone: str) -> pl.Expr:
    """The instant of a local second; an hour skipped in spring is taken as UTC, which is rare and harmless."""
    local = pl.from_epoch("local", time_unit="s").cast(pl.Datetime("us"))
    known = local.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")
    return known.fill_null(local.dt.replace_time_zone("UTC"))


def lines(ledger: Ledger) -> pl.DataFrame:
    """One row a payment in account and tie numbers, in order of time, which runs from the first to the last row."""
    ties = ledger.tie
    kinds = pl.DataFrame(
        {
            "tie": np.arange(len(ties)),
            "payer_kind": [t.payer_kind for t in ties],
            "receiver_kind": [t.receiver_kind for t in ties],
            "group": pl.Series([t.group for t in ties], dtype=pl.String),
            "rail": [t.rail for t in ties],
            "merchant_category": pl.Series([t.code if t.rail == "card" else None for t in ties], dtype=pl.String),
            "veil": [max(t.veil, t.payer.veil) for t in ties],
            "trouble": [t.trouble for t in ties],
        }
    )
    rows = pl.DataFrame(
        {
            "payer": ledger.payer,
            "receiver": ledger.receiver,
            "local": np.concatenate(ledger.when),
            "amount": np.concatenate(ledger.amount),
            "zone": ledger.zone,
            "tie": ledger.tie_of,
            "reference": pl.Series(ledger.reference, dtype=pl.String),
        }
    )
    rows = rows.join(kinds, on="tie", how="left", maintain_order="left").with_row_index("entry")
    zones = rows.partition_by("zone", as_dict=True, maintain_order=True).items()
    parts = [part.with_columns(_instant(str(zone)).alias("executed_at")) for (zone,), part in zones]
    return pl.concat(parts).sort("executed_at", "entry").drop("entry", "local", "zone")


def _flat(rng: np.random.Generator, holders: Ints, lists: list[list[str]]) -> list[str | None]:
    """For each row one item of its holder's list, the first most often."""
    counts = np.asarray([len(items) for items in lists])
    starts = np.cumsum(counts) - counts
    flat = [item for items in lists for item in items]
    spots = starts[holders] + np.floor(rng.random(len(holders)) ** 2.2 * counts[holders]).astype(np.int64)
    return [flat[int(spot)] for spot in spots]


def _people(rng: np.random.Generator, accounts: list[Account]) -> pl.DataFrame:
    """What is on file for each account; the platform asks its own customers for more than it asks receivers."""
    born = [
        _BORN_BEFORE - timedelta(days=int(a.age * 365.2425)) if a.age and rng.random() < 0.96 else None
        for a in accounts
    ]
    return pl.DataFrame(
        {
            "id": [a.subject_id for a in accounts],
            "country": [a.country for a in accounts],
            "name": [a.name for a in accounts],
            "shown": [a.name if a.shows_name else None for a in accounts],
            "born": born,
            "phone": [a.phone for a in accounts],
            "email": [a.email for a in accounts],
            "city": [a.city.name if a.city and rng.random() < 0.8 else None for a in accounts],
            "zone": [a.city.zone if a.city and rng.random() < 0.85 else None for a in accounts],
            "funding": [a.funding for a in accounts],
        },
        schema_overrides={"born": pl.Date, "phone": pl.String, "funding": pl.String, "city": pl.String},
    )


def payments(rng: np.random.Generator, rows: pl.DataFrame, accounts: list[Account]) -> pl.DataFrame:
    """The contract's columns that such a platform fills, and an institution column that it has no use for."""
    count = rows.height
    people = _people(rng, accounts)
    payer, receiver = rows["payer"].to_numpy(), rows["receiver"].to_numpy()
    sender, taker = people[payer], people[receiver]
    hidden = rng.random(count) < rows["veil"].to_numpy()
    # Anonymisers leave through few doors, which many unconnected people share.
    doors = rng.integers(1, 200, count)
    network = _flat(rng, payer, [a.addresses or ["198.18.0.1"] for a in accounts])
    ips = [f"203.0.113.{int(d)}" if h else n for d, h, n in zip(doors, hidden, network, strict=True)]
    device = _flat(rng, payer, [a.devices or ["d-0"] for a in accounts])
    unseen = rng.random((count, 2)) < (0.12, 0.06)
    draws = rng.random(count)
    trouble = rows["trouble"].to_numpy()
    status = np.where(draws < trouble * 0.5, "chargeback", np.where(draws < trouble, "refunded", "completed"))
    return pl.DataFrame(
        {
            "payment_id": [f"GW{n:08d}" for n in range(1, count + 1)],
            "executed_at": rows["executed_at"],
            "amount": rows["amount"].round(2).cast(pl.Decimal(18, 2)).cast(_MONEY),
            "currency": sender["country"].replace_strict({code: land.currency for code, land in LANDS.items()}),
            "originator_id": sender["id"],
            "originator_country": sender["country"],
            "beneficiary_id": taker["id"],
            "beneficiary_country": taker["country"],
            "originator_name": sender["name"],
            "originator_birth_date": sender["born"],
            "originator_phone": sender["phone"],
            "originator_email": sender["email"],
            "originator_device": pl.Series([None if u else d for d, u in zip(device, unseen[:, 0], strict=True)]),
            "originator_ip": pl.Series([None if u else i for i, u in zip(ips, unseen[:, 1], strict=True)]),
            "originator_city": sender["city"],
            "originator_timezone": sender["zone"],
            "originator_account": sender["funding"],
            "beneficiary_name": taker["shown"],
            "beneficiary_phone": taker["phone"],
            "beneficiary_email": taker["email"],
            "rail": rows["rail"],
            "institution": pl.Series([None] * count, dtype=pl.String),
            "reference": rows["reference"],
            "status": pl.Series(status.tolist(), dtype=pl.String),
            "merchant_category": rows["merchant_category"],
        }
    )
