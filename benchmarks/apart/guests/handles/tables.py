"""The rows that the institution holds: identifiers, what it knows of both sides, where and when in UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Final

import numpy as np
import polars as pl

from .book import Account
from .clock import FIRST, MINUTES, Ints
from .places import COUNTRIES
from .sums import typed
from .world import World

MONEY: Final = pl.Decimal(38, 18)
Fact = str | int | None
_STATUS: Final = ("completed", "failed", "refunded")
_CASH_LANDS: Final = {"PH", "MX", "CO", "DO", "NG", "GH", "KE", "CI", "VN"}


def payments(world: World, ids: list[str]) -> pl.DataFrame:
    """All payments in the order of execution; `ids` are the app's ids of the accounts."""
    ledger, accounts, rng = world.ledger, world.book.accounts, world.rng
    payers, payees = ledger.column(ledger.payers), ledger.column(ledger.payees)
    minutes = np.concatenate(ledger.minutes)
    days = (minutes // MINUTES).astype(np.int64)
    lands, cities, zones = _whereabouts(accounts, payers, days)
    status = _disturbed(rng, ledger.column(ledger.statuses))
    frame = pl.DataFrame({
        "local": np.datetime64(datetime.combine(FIRST, time()), "us") + (minutes * 60e6).astype("timedelta64[us]"),
        "amount": _amounts(world, payers, payees),
        "currency": _known(accounts, payers, lambda account: COUNTRIES[account.country].currency),
        "originator_id": _known(accounts, payers, lambda account: ids[account.index]),
        "originator_country": lands,
        "beneficiary_id": _known(accounts, payees, lambda account: ids[account.index]),
        "beneficiary_country": _known(accounts, payees, lambda account: account.country),
        "originator_name": _known(accounts, payers, lambda account: account.display),
        "originator_birth_year": _known(accounts, payers, lambda account: account.birth),
        "originator_phone": _known(accounts, payers, lambda account: account.phone),
        "originator_email": _known(accounts, payers, lambda account: account.email),
        "originator_device": _devices(accounts, payers, days),
        "originator_city": cities,
        "originator_timezone": zones,
        "beneficiary_name": _known(accounts, payees, lambda account: account.display),
        # Who only receives need not show papers, so the year is asked of verified accounts alone.
        "beneficiary_birth_year": _known(accounts, payees, lambda account: account.birth if account.verified else None),
        "beneficiary_phone": _known(accounts, payees, lambda account: account.phone),
        "beneficiary_email": _known(accounts, payees, lambda account: account.email),
        "beneficiary_account": _known(accounts, payees, lambda account: f"@{account.handle}"),
        "rail": _rails(accounts, payees),
        "reference": [note or None for note in ledger.notes],
        "status": [_STATUS[code] for code in status.tolist()],
    })  # fmt: skip
    by_zone = [
        part.with_columns(
            pl.col("local").dt.replace_time_zone(str(zone), ambiguous="earliest", non_existent="null")
            .dt.convert_time_zone("UTC").alias("executed_at")
        )
        for (zone,), part in frame.partition_by("originator_timezone", as_dict=True, maintain_order=True).items()
    ]  # fmt: skip
    # The hour that does not exist in spring: take the clock as it stood before.
    table = pl.concat(by_zone).with_columns(
        pl.col("executed_at").fill_null(pl.col("local").dt.replace_time_zone("UTC")).dt.truncate("1s"),
        pl.col("amount").round(2).cast(pl.Decimal(20, 2)).cast(MONEY),
        pl.col("originator_birth_year", "beneficiary_birth_year").cast(pl.Int16),
    )
    table = table.sort("executed_at", "originator_id", "beneficiary_id", "amount", "reference").drop("local")
    number = pl.int_range(pl.len()).cast(pl.String).str.zfill(8)
    return table.select(pl.format("pay_{}", number).alias("payment_id"), "executed_at", pl.exclude("executed_at"))


def _known(accounts: list[Account], who: Ints, fact: Callable[[Account], Fact]) -> list[Fact]:
    facts = [fact(account) for account in accounts]
    return [facts[index] for index in who.tolist()]


def _whereabouts(accounts: list[Account], payers: Ints, days: Ints) -> tuple[list[str], list[str | None], list[str]]:
    """Country, city and clock of the phone: on a trip they are those of the place, and no city is recorded."""
    lands: list[str] = []
    cities: list[str | None] = []
    zones: list[str] = []
    for index, day in zip(payers.tolist(), days.tolist(), strict=True):
        account = accounts[index]
        trip = account.trip
        if trip and trip.first <= day <= trip.last:
            lands.append(trip.country)
            cities.append(None)
            zones.append(COUNTRIES[trip.country].cities[0][1])
        else:
            city, zone = COUNTRIES[account.country].cities[account.city]
            lands.append(account.country)
            cities.append(city)
            zones.append(zone)
    return lands, cities, zones


def _devices(accounts: list[Account], payers: Ints, days: Ints) -> list[str]:
    pairs = zip(payers.tolist(), days.tolist(), strict=True)
    return [accounts[index].devices[int(day >= accounts[index].device_day)] for index, day in pairs]


def _rails(accounts: list[Account], payees: Ints) -> list[str]:
    """An account keeps its money in the app, has it sent on to a bank or, in some countries, fetches it in cash."""
    ways = []
    for account in accounts:
        lot = int(account.devices[0][:4], 16) % 100
        if account.country in _CASH_LANDS and lot < 18:
            ways.append("cash_pickup")
        else:
            ways.append("bank" if lot < 38 else "wallet")
    return [ways[index] for index in payees.tolist()]


def _amounts(world: World, payers: Ints, payees: Ints) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    accounts, ledger = world.book.accounts, world.ledger
    rate = np.array([COUNTRIES[account.country].per_usd for account in accounts])
    unit = np.array([COUNTRIES[account.country].unit for account in accounts])
    return typed(
        np.concatenate(ledger.dollars), ledger.column(ledger.styles),
        (rate[payers], rate[payees]), (unit[payers], unit[payees]),
    )  # fmt: skip


def _disturbed(rng: np.random.Generator, status: Ints) -> Ints:
    """In any app one payment in sixty fails or is sent back."""
    draw = rng.random(status.size)
    return np.where(status == 0, np.where(draw < 0.011, 1, np.where(draw < 0.018, 2, 0)), status)
