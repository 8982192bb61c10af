"""w5: the barest file (required columns, birth year); people are points in a space of habits, classes overlap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.apart.kit.ledger import CRIME, MONEY
from benchmarks.apart.kit.places import USD

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DAYS: Final = 620
_EPOCH: Final = int(datetime(2022, 9, 1, tzinfo=UTC).timestamp())
_HOMES: Final = {"AU": ("AUD", 10.0), "US": ("USD", -6.0), "GB": ("GBP", 0.5), "CA": ("CAD", -5.0), "DE": ("EUR", 1.5)}
_FAR: Final = {"PH": 0.45, "TH": 0.08, "CO": 0.08, "RO": 0.06, "MX": 0.1, "GH": 0.06, "IN": 0.12, "DO": 0.05}


@dataclass(frozen=True, slots=True)
class Class:
    """Where a kind of payer lies in the space: medians, with their spreads fixed for all (so that kinds overlap)."""

    share: float
    count: float  # payments, median
    gap: float  # days, median
    order: float  # regularity: shape of the gamma of gaps
    usd: float  # median sum
    vary: float  # spread of one payer's sums
    night: float  # share of payments at night
    roam: float  # how readily a payer takes a new receiver
    pool: str  # who the receivers are: own people, or a shared pool
    shared: float  # share of receivers that come from the pool
    age: tuple[float, float]
    grow: float = 0.0


_CLASSES: Final[Mapping[str, Class]] = {
    "family_support": Class(0.42, 12, 24, 6.0, 170, 0.4, 0.16, 0.35, "family_receiver", 0.25, (40, 12)),
    "family_wide": Class(0.05, 22, 12, 1.5, 70, 0.7, 0.25, 2.2, "collector", 0.3, (41, 12)),
    "partner_abroad": Class(0.08, 12, 10, 1.3, 90, 0.5, 0.32, 0.15, "partner_receiver", 0.3, (50, 11), 0.25),
    "freelancer_employer": Class(0.04, 18, 9, 3.0, 110, 0.5, 0.25, 0.7, "freelancer", 0.75, (40, 10)),
    "hobby_purchase": Class(0.13, 4, 16, 0.8, 27, 0.6, 0.4, 1.3, "seller", 0.9, (37, 13)),
    "donation": Class(0.03, 14, 28, 8.0, 38, 0.2, 0.15, 1.0, "charity", 0.6, (54, 13)),
    "student_support": Class(0.03, 9, 20, 1.2, 180, 0.6, 0.15, 0.1, "student", 0.0, (49, 6)),
    "hub_payment": Class(0.05, 3, 29, 8.0, 150, 0.3, 0.15, 0.3, "hub", 1.0, (38, 12)),
    "ordinary": Class(0.21, 1.6, 30, 0.7, 70, 0.9, 0.22, 1.5, "ordinary", 0.05, (38, 13)),
    "romance_fraud_victim": Class(
        0.009, 12, 7, 1.0, 180, 0.5, 0.28, 0.15, "romance_fraud_receiver", 0.8, (60, 10), 1.6
    ),
    "young_buyer": Class(0.02, 1.7, 2.0, 0.7, 70, 0.6, 0.45, 0.6, "dealer", 1.0, (21, 4)),
    "tipper": Class(0.006, 5, 12, 0.75, 28, 0.5, 0.5, 0.6, "performer", 0.95, (45, 12), 0.1),
    "extortion_victim": Class(0.0016, 3.0, 0.25, 0.7, 75, 0.7, 0.5, 0.5, "extortion_collection", 1.0, (19, 2.7)),
    "livestream_purchase": Class(0.0030, 4.2, 13, 0.75, 34, 0.5, 0.48, 0.6, "facilitation", 0.78, (51, 13), 0.35),
}
_SAME: Final = {"family_wide": "family_support", "young_buyer": "ordinary", "tipper": "hobby_purchase"}
"""Kinds of payer that truth calls by a wider name; receivers likewise."""
_SAME_PAYEE: Final = {"dealer": "seller", "performer": "seller"}
_POOL: Final = {
    "family_receiver": 9,
    "collector": 900,
    "freelancer": 120,
    "seller": 80,
    "charity": 1500,
    "hub": 350,
    "romance_fraud_receiver": 800,
    "extortion_collection": 800,
    "facilitation": 700,
    "ordinary": 60,
    "partner_receiver": 90,
    "dealer": 300,
    "performer": 700,
    "student": 5000,
}


def _payers(rng: np.random.Generator, name: str, kind: Class, size: int) -> dict[str, Floats]:
    """Draw the habits of a class's payers; the spreads are wide."""
    count = np.maximum(1, np.round(kind.count * np.exp(rng.normal(0, 0.75, size)))).astype(float)
    if name == "livestream_purchase":
        fate = rng.random(size)
        count[fate < 0.25] = rng.integers(1, 3, int((fate < 0.25).sum()))
        heavy = fate > 0.965
        count[heavy] = np.minimum(230, 90 + rng.pareto(1.2, int(heavy.sum())) * 30)
    gap = kind.gap * np.exp(rng.normal(0, 0.5, size))
    return {
        "count": count,
        "gap": np.minimum(gap, DAYS * 0.95 / count),
        "order": kind.order * np.exp(rng.normal(0, 0.5, size)),
        "usd": kind.usd * np.exp(rng.normal(0, 0.7, size)),
        "night": np.clip(rng.beta(kind.night * 3, (1 - kind.night) * 3, size), 0, 1),
        "roam": kind.roam * np.exp(rng.normal(0, 0.8, size)),
        "grow": rng.normal(kind.grow, 0.35, size),
        "age": np.clip(rng.normal(*kind.age, size), 14 if kind.age[0] < 25 else 18, 84),
    }


def _receivers(  # noqa: PLR0917
    rng: np.random.Generator, first: Ints, roam: Floats, of: Ints, pool: Ints, shared: float, fresh: int
) -> tuple[Ints, int]:
    """Seat payments one by one: a new receiver with the odds of a Chinese restaurant, else one paid before."""
    seats: list[int] = []
    out = np.empty(len(of), dtype=np.int64)
    coins, picks, kinds, ranks = rng.random((4, len(of)))
    weights = roam.tolist()
    beginning = first.tolist()
    for n, payer in enumerate(of.tolist()):
        if beginning[n]:
            seats = []
        paid = len(seats)
        theta = weights[payer]
        if paid == 0 or coins[n] < theta / (theta + paid):
            if kinds[n] < shared:
                seat = int(pool[int(len(pool) * ranks[n] ** 1.7)])
            else:
                seat = fresh
                fresh += 1
        else:
            seat = seats[int(picks[n] * paid)]
        seats.append(seat)
        out[n] = seat
    return out, fresh


def _round(rng: np.random.Generator, usd: Floats, rate: Floats, tidy: Floats) -> Floats:
    """Round as people do, each payer with an own leaning."""
    raw = usd / rate
    step = np.where(raw < 15, 1, np.where(raw < 60, 5, np.where(raw < 250, 10, 50)))
    neat = np.maximum(step, np.round(raw / step) * step)
    return np.where(rng.random(len(raw)) < tidy, neat, np.round(np.maximum(raw, 1.0), 2))


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Draw the world and write it."""
    rng = np.random.default_rng(seed * 7_919 + 5)
    fresh, parts, truth_o, payee_kind, payers = 0, [], [], {}, 0
    homes, far = list(_HOMES), list(_FAR)
    payee_country: dict[int, int] = {}
    pools: dict[str, Ints] = {}
    for kind in _CLASSES.values():
        size = max(3, senders // _POOL[kind.pool])
        pools[kind.pool] = np.arange(fresh, fresh + size)
        fresh += size
        payee_kind.update(dict.fromkeys(pools[kind.pool].tolist(), kind.pool))
    for name, kind in _CLASSES.items():
        size = max(3, round(senders * kind.share))
        habit = _payers(rng, name, kind, size)
        count = habit["count"].astype(np.int64)
        of = np.repeat(np.arange(size), count)
        step = np.concatenate([np.arange(c) for c in count])
        first = step == 0
        order = habit["order"][of]
        gaps = rng.gamma(order, habit["gap"][of] / order)
        gaps[first] = rng.random(size) * np.maximum(1.0, DAYS - 0.6 * habit["gap"] * count)
        running = np.cumsum(gaps)
        base = np.repeat(running[first] - gaps[first], count)
        t = running - base
        day = np.floor(t)
        is_night = rng.random(len(of)) < habit["night"][of]
        local = np.where(is_night, rng.normal(24.6, 2.2, len(of)), rng.normal(15.5, 3.6, len(of))) % 24
        quick = ~first & (gaps < 0.6)
        local = np.where(quick, (t - day) * 24, local)
        if kind.gap <= 2:  # what happens within hours follows the first payment's hour
            begun = np.repeat(np.floor(t[first]) + local[first] / 24, count)
            t = begun + t - np.repeat(t[first], count)
            day, local = np.floor(t), (t % 1.0) * 24
        progress = step / np.maximum(1, count[of] - 1)
        usd = habit["usd"][of] * np.exp(rng.normal(0, kind.vary, len(of)) + habit["grow"][of] * progress)
        payee, fresh2 = _receivers(rng, first.astype(np.int64), habit["roam"], of, pools[kind.pool], kind.shared, fresh)
        own_kind = "family_receiver" if kind.pool in {"collector", "charity"} else kind.pool
        payee_kind.update(dict.fromkeys(range(fresh, fresh2), own_kind))
        fresh = fresh2
        home = rng.integers(0, len(homes), size)
        where = rng.choice(len(far), p=np.array(list(_FAR.values())), size=size)
        for seat, payer in zip(payee.tolist(), of.tolist(), strict=True):
            payee_country.setdefault(seat, int(where[payer]))
        tidy = rng.choice([0.05, 0.6, 0.95], size)
        parts.append(
            pl.DataFrame(
                {
                    "day": day,
                    "local": local,
                    "usd": np.clip(usd, 1.0, 9000),
                    "o": of + payers,
                    "b": payee,
                    "home": home[of],
                    "tidy": tidy[of],
                    "age": habit["age"][of],
                }
            )
        )
        truth_o += [_SAME.get(name, name)] * size
        payers += size
    return _write(out, rng, pl.concat(parts), truth_o, payee_kind, payee_country)


def _write(  # noqa: PLR0917
    out: Path,
    rng: np.random.Generator,
    frame: pl.DataFrame,
    truth_o: list[str],
    payee_kind: dict[int, str],
    payee_country: dict[int, int],
) -> dict[str, int]:
    frame = frame.filter(pl.col("day") < DAYS)
    homes, far = list(_HOMES), list(_FAR)
    shift = np.array([_HOMES[h][1] for h in homes])[frame["home"].to_numpy()]
    rate = np.array([USD[_HOMES[h][0]] for h in homes])[frame["home"].to_numpy()]
    at = _EPOCH + frame["day"].to_numpy() * 86_400 + (frame["local"].to_numpy() - shift) * 3600
    o_code = rng.permutation(len(truth_o)) + 100_000
    b_code = rng.permutation(max(payee_kind) + 1) + 500_000
    amount = _round(rng, frame["usd"].to_numpy(), rate, frame["tidy"].to_numpy())
    table = frame.select(
        executed_at=pl.from_epoch(pl.Series(at.astype(np.int64)), time_unit="s")
        .dt.cast_time_unit("us")
        .dt.replace_time_zone("UTC"),
        amount=pl.Series(amount).cast(pl.Decimal(38, 8)).cast(MONEY),
        currency=pl.col("home").replace_strict(dict(enumerate(c for c, _ in _HOMES.values())), return_dtype=pl.String),
        originator_id=pl.format("C{}", pl.Series(o_code[frame["o"].to_numpy()])),
        originator_country=pl.col("home").replace_strict(dict(enumerate(homes)), return_dtype=pl.String),
        beneficiary_id=pl.format("R{}", pl.Series(b_code[frame["b"].to_numpy()])),
        beneficiary_country=pl.col("b").replace_strict(
            {k: far[v] for k, v in payee_country.items()}, return_dtype=pl.String
        ),
        originator_birth_year=(2023 - pl.col("age")).round().cast(pl.Int16),
    )
    table = table.sort("executed_at", "originator_id").with_row_index("n")
    table = table.select(pl.format("P{}", pl.col("n")).alias("payment_id"), pl.all().exclude("n"))
    out.mkdir(parents=True, exist_ok=True)
    table.write_parquet(out / "payments.parquet", compression="zstd")
    seen_o, seen_b = set(frame["o"].to_list()), set(frame["b"].to_list())
    rows = [("originator", f"C{o_code[n]}", kind) for n, kind in enumerate(truth_o) if n in seen_o]
    rows += [
        ("beneficiary", f"R{b_code[n]}", _SAME_PAYEE.get(kind, kind)) for n, kind in payee_kind.items() if n in seen_b
    ]
    truth = pl.DataFrame(rows, schema=["role", "subject_id", "pattern"], orient="row")
    few = pl.concat(
        table.group_by(f"{role}_id").len().rename({f"{role}_id": "subject_id"})
        for role in ("originator", "beneficiary")
    )
    truth = truth.join(few, on="subject_id", how="left").with_columns(
        group=pl.lit(None, pl.String), hard=pl.col("pattern").is_in(list(CRIME)) & (pl.col("len") <= 3)
    )
    truth = truth.select("role", "subject_id", "pattern", "group", "hard").sort("role", "subject_id")
    truth.write_parquet(out / "truth.parquet", compression="zstd")
    counts = {"payments": table.height, "subjects": truth.height}
    return counts | {p: truth.filter(pl.col("pattern") == p).height for p in sorted(CRIME)}
