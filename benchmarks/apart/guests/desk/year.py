"""The year as one table of numbers: who, whom, what, when (UTC), how much, through which source, under which ids."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.apart.guests.desk.clock import DAYS, YEAR_STARTS
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.places import DOLLARS, HOME_ZONE
from benchmarks.apart.guests.desk.sources import FIRUL, SOURCES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_DAY_US: Final = 86_400_000_000
_PREFIXES: Final = ("DG", "BR", "pl_", "FR", "RD", "VX", "c-", "ap", "BZ", "LR")


@dataclass(frozen=True, slots=True)
class Year:
    """All payments in the order in which they were made; arrays of one length, `cents` in `currency`."""

    payer: Ints
    receiver: Ints
    kind: Ints
    source: Ints
    mimic: npt.NDArray[np.bool_]
    day: Floats
    executed_at: pl.Series
    cents: Ints
    currency: pl.Series
    originator_id: pl.Series
    beneficiary_id: pl.Series


def _instants(day: Floats, zones: pl.Series, source: Ints) -> pl.Series:
    """UTC instants of local days; a source without hours writes the date in Bucharest at midnight."""
    start = int(YEAR_STARTS.timestamp()) * 1_000_000
    local = start + np.floor(day * 86_400).astype(np.int64) * 1_000_000
    frame = pl.DataFrame({"local": pl.Series(local).cast(pl.Datetime("us")), "zone": zones}).with_row_index("row")
    parts = [
        part.with_columns(
            pl.col("local")
            .dt.replace_time_zone(str(zone), ambiguous="earliest", non_existent="null")
            .dt.convert_time_zone("UTC")
            .fill_null(pl.col("local").dt.replace_time_zone("UTC"))
        )
        for (zone,), part in frame.group_by("zone", maintain_order=True)
    ]
    instants = pl.concat(parts).sort("row").get_column("local")
    dates = instants.dt.convert_time_zone(HOME_ZONE).dt.date().cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
    blind = pl.Series(np.array([not source_.hours for source_ in SOURCES])[source])
    return dates.zip_with(blind, instants)


def _originators(rng: np.random.Generator, payer: Ints, source: Ints) -> pl.Series:
    """Customer numbers: every source has its own, so that one person is a stranger to the next source."""
    pair = payer * len(SOURCES) + source
    pairs, place = np.unique(pair, return_inverse=True)
    numbers = rng.permutation(9 * len(pairs))[: len(pairs)] + 100_000
    ids = [f"{_PREFIXES[int(p) % len(SOURCES)]}{number}" for p, number in zip(pairs, numbers, strict=True)]
    return pl.Series(ids).gather(place)


def _beneficiaries(rng: np.random.Generator, ledger: Ledger, receiver: Ints, source: Ints, day: Floats) -> pl.Series:
    """Numbers of identity cards, which seven sources and both wallets share; one source hashes its own profile number.

    Whoever renews the card during the year becomes two numbers.
    """
    n = len(ledger.crowd.receivers)
    numbers = rng.permutation(40 * n)[: 2 * n] + 1_000_000
    cards = [f"CI{number}" for number in numbers]
    hashes = [hashlib.sha256(f"firul/{number}".encode()).hexdigest()[:20] for number in numbers[:n]]
    renewed = np.array([receiver_.renewed for receiver_ in ledger.crowd.receivers])
    place = np.where(source == FIRUL, 2 * n + receiver, receiver + n * (day > renewed[receiver]))
    return pl.Series(cards + hashes).gather(place)


def _sums(
    rng: np.random.Generator, ledger: Ledger, *, payer: Ints, source: Ints, day: Floats, own: Floats
) -> tuple[Ints, pl.Series]:
    """Cents and currency as each source reports them.

    The rate drifts from day to day: whoever thinks in lei sends an odd sum of his own money, and a source that reports
    lei makes an odd sum of everybody else's round one. One source drops the cents.
    """
    payers = ledger.crowd.payers
    drift = np.exp(np.cumsum(rng.normal(0, 0.0022, DAYS + 2)))[np.clip(day.astype(np.int64), 0, DAYS)]
    currency = np.array([p.land.currency for p in payers])[payer]
    thinks_lei = np.array([p.habit == "payout" for p in payers])[payer]
    at_home = currency == "RON"
    rate = np.array([DOLLARS[p.land.currency] for p in payers])[payer] / DOLLARS["RON"]
    lei = own * rate
    in_lei = np.array([s.in_lei for s in SOURCES])[source]
    whole = np.array([s.whole for s in SOURCES])[source]
    drift = np.where(at_home, 1.0, drift)
    amount = np.where(in_lei, np.where(thinks_lei, np.round(lei / 10) * 10, lei / drift * 0.988), own)
    amount = np.where(thinks_lei & ~in_lei, own * drift, amount)
    amount = np.where(whole, np.round(amount), amount)
    cents = np.maximum(np.round(amount * 100), np.where(whole, 100, 50)).astype(np.int64)
    return cents, pl.Series(np.where(in_lei, "RON", currency))


def settle(rng: np.random.Generator, ledger: Ledger) -> tuple[Year, list[str]]:
    """The ledger in order of time, and the words of each payment."""
    sizes = np.array(ledger.sizes)
    day = np.concatenate(ledger.days)
    order = np.argsort(day, kind="stable")
    payer = np.repeat(np.array(ledger.payers), sizes)[order]
    receiver = np.repeat(np.array(ledger.receivers), sizes)[order]
    source = np.array(ledger.routes)[order]
    day = day[order]
    cents, currency = _sums(rng, ledger, payer=payer, source=source, day=day, own=np.concatenate(ledger.amounts)[order])
    year = Year(
        payer=payer,
        receiver=receiver,
        kind=np.repeat(np.array(ledger.kinds), sizes)[order],
        source=source,
        mimic=np.repeat(np.array(ledger.mimics), sizes)[order],
        day=day,
        executed_at=_instants(day, pl.Series([p.timezone for p in ledger.crowd.payers]).gather(payer), source),
        cents=cents,
        currency=currency,
        originator_id=_originators(rng, payer, source),
        beneficiary_id=_beneficiaries(rng, ledger, receiver, source, day),
    )
    return year, [ledger.words[int(i)] for i in order]
