"""Payments as the institution holds them: its own ids, instants, sums, shown names, devices, messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.superapp.accounts import Account, telephones
from benchmarks.apart.guests.superapp.chatter import message
from benchmarks.apart.guests.superapp.days import START, Ints
from benchmarks.apart.guests.superapp.names import shown_name
from benchmarks.apart.guests.superapp.places import HOMES
from benchmarks.apart.guests.superapp.world import Cause, World

_EPOCH_US: Final = int(datetime(START.year, START.month, START.day, tzinfo=UTC).timestamp()) * 1_000_000
_ABROAD_ASIDE: Final = 0.65
"""Of an account aside, the share of payments abroad that go through it."""


@dataclass(slots=True)
class Ledger:
    """All payments in columns of indices: account, holder, receiver, local minute, hundredths, cause."""

    account: Ints
    holder: Ints
    receiver: Ints
    minute: Ints
    hundredths: Ints
    cause: Ints
    causes: list[Cause]


def ledger(world: World, changed: dict[int, tuple[int, int]], aside: dict[int, int]) -> Ledger:
    """Put the rows together: send them to numbers in force on their day, and order them from the right account."""
    rng = world.rng
    lengths = [len(row[1]) for row in world.rows]
    holder = np.repeat(np.array([row[0] for row in world.rows]), lengths)
    cause = np.repeat(np.array([row[4] for row in world.rows]), lengths)
    receiver, minute, hundredths = (np.concatenate([row[part] for row in world.rows]) for part in (1, 2, 3))
    day = minute // 1440
    # A number that has not moved is its own heir, after the end of time.
    heirs, moved = np.arange(len(world.receivers)), np.full(len(world.receivers), 10**6)
    for number in world.receivers:
        if number.moves:
            moved[number.index], heirs[number.index] = number.moves
    receiver = np.where(day >= moved[receiver], heirs[receiver], receiver)
    since, later, other = (np.full(len(world.payers), value) for value in (10**6, -1, -1))
    for index, (first, account_then) in changed.items():
        since[index], later[index] = first, account_then
    for index, account_aside in aside.items():
        other[index] = account_aside
    homes = np.array([number.country in HOMES for number in world.receivers])
    set_aside = (other[holder] >= 0) & ~homes[receiver] & (rng.random(len(holder)) < _ABROAD_ASIDE)
    account = np.where(set_aside, other[holder], np.where(day >= since[holder], later[holder], holder))
    causes = list(world.causes)
    return Ledger(account, holder, receiver, minute, hundredths, cause, causes)


def _zones(world: World, rows: Ledger) -> list[str]:
    """The zone of the payer's telephone: that of their city, or of where they travel."""
    zones = []
    for holder, day in zip(rows.holder.tolist(), (rows.minute // 1440).tolist(), strict=True):
        payer = world.payers[holder]
        away = payer.trip is not None and payer.trip[0] <= day <= payer.trip[1]
        zones.append(payer.trip[2] if away and payer.trip else payer.zone)
    return zones


def _instants(world: World, rows: Ledger, zones: list[str]) -> pl.Series:
    """UTC instants of local minutes; an hour that the clock skips in spring is told an hour later."""
    local = _EPOCH_US + rows.minute * 60_000_000 + world.rng.integers(0, 60, len(rows.minute)) * 1_000_000
    table = pl.DataFrame({"row": np.arange(len(local)), "local": local, "zone": zones}).with_columns(
        pl.col("local").cast(pl.Datetime("us"))
    )
    parts = []
    for (zone,), part in table.group_by("zone", maintain_order=True):

        def told(clock: pl.Expr, name: str = str(zone)) -> pl.Expr:
            return clock.dt.replace_time_zone(name, ambiguous="earliest", non_existent="null").dt.convert_time_zone(
                "UTC"
            )

        clock = pl.col("local")
        parts.append(part.select("row", told(clock).fill_null(told(clock + pl.duration(hours=1))).alias("instant")))
    return pl.concat(parts).sort("row")["instant"]


def _sometimes(world: World, values: list[str], empty: float) -> list[str | None]:
    """Values of which a share was never filled in."""
    blank = world.rng.random(len(values)) < empty
    return [None if gone else value for value, gone in zip(values, blank, strict=True)]


def _shown(world: World) -> list[str | None]:
    """Names as receivers set them; on a new number people mostly set what they had before."""
    rng = world.rng
    shown = [number.name if number.firm else shown_name(rng, number.name) for number in world.receivers]
    for number in world.receivers:
        if number.moves and rng.random() < 0.6:
            shown[number.moves[1]] = shown[number.index]
    return shown


def subject_ids(world: World, prefix: str, count: int) -> list[str]:
    """Ids in an order that tells nothing of when or why somebody was made."""
    places = world.rng.permutation(count * 7)[:count]
    return [f"{prefix}{1_000_000 + int(place)}" for place in places]


def payments(
    world: World, rows: Ledger, accounts: list[Account], payer_ids: list[str], number_ids: list[str]
) -> pl.DataFrame:
    """The table of payments, oldest first."""
    rng = world.rng
    phones, shown = telephones(world), _shown(world)
    zones = _zones(world, rows)
    holders = [world.payers[index] for index in rows.holder.tolist()]
    used = [accounts[index] for index in rows.account.tolist()]
    numbers = [world.receivers[index] for index in rows.receiver.tolist()]
    cities = _sometimes(world, [world.payers[account.holder].city for account in accounts], 0.18)
    days = (rows.minute // 1440).tolist()
    topics = [rows.causes[cause].topic for cause in rows.cause.tolist()]
    devices = [
        (number.orders_from if topic == "passed" else None) or account.devices[day >= account.renewed]
        for account, number, topic, day in zip(used, numbers, topics, days, strict=True)
    ]
    fate = rng.choice(("completed", "reversed", "expired"), size=len(days), p=(0.986, 0.006, 0.008))
    table = pl.DataFrame(
        {
            "executed_at": _instants(world, rows, zones),
            "hundredths": rows.hundredths,
            "currency": [HOMES[payer.home].currency for payer in holders],
            "originator_id": [payer_ids[index] for index in rows.account.tolist()],
            "originator_country": [payer.home for payer in holders],
            "beneficiary_id": [number_ids[index] for index in rows.receiver.tolist()],
            "beneficiary_country": [number.country for number in numbers],
            "originator_name": [account.name for account in used],
            "originator_birth_year": pl.Series([account.born for account in used], dtype=pl.Int16),
            "originator_phone": [phones[account.number] for account in used],
            "originator_device": _sometimes(world, devices, 0.015),
            "originator_city": [cities[index] for index in rows.account.tolist()],
            "originator_timezone": _sometimes(world, zones, 0.06),
            "beneficiary_name": [shown[index] for index in rows.receiver.tolist()],
            "beneficiary_phone": [phones[index] for index in rows.receiver.tolist()],
            "rail": [number.rail for number in numbers],
            "reference": [
                message(rng, topic, HOMES[payer.home].language, payer.chatty)
                for topic, payer in zip(topics, holders, strict=True)
            ],
            "status": fate,
        }
    )
    hundredths = pl.col("hundredths")
    sums = pl.format("{}.{}", hundredths // 100, (hundredths % 100).cast(pl.String).str.zfill(2))
    table = table.with_columns(amount=sums.cast(pl.Decimal(38, 18))).drop("hundredths")
    table = table.sort("executed_at", "originator_id", "beneficiary_id", "amount", maintain_order=True)
    ids = pl.Series("payment_id", [f"T{place:08d}" for place in range(len(table))])
    first = ("executed_at", "amount", "currency")
    return table.with_columns(ids).select("payment_id", *first, pl.exclude("payment_id", *first))
