"""The ledger: parties, payments and truth, gathered in lists and written as the two tables of a world."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from benchmarks.apart.kit.dice import Dice

CRIME: Final = frozenset(
    {
        "livestream_purchase",
        "material_purchase",
        "extortion_victim",
        "minor_purchase",
        "facilitation",
        "extortion_collection",
        "minor_recipient",
        "material_vendor",
    }
)
"""Patterns; `material_vendor` receives for `material_purchase` and is nobody's target: judges leave it out."""

MONEY: Final = pl.Decimal(38, 18)


@dataclass(slots=True)
class Party:
    """One record of a payer or a receiver at an institution (a person may have several)."""

    role: str
    id: str
    country: str
    city: str
    zone: str
    name: str
    family: str
    culture: str
    born: date
    phone: str
    email: str
    device: str
    ip: str
    account: str
    address: str
    rail: str
    institution: str
    person: int
    pattern: str = ""
    group: str = ""
    hard: bool = False
    ix: int = -1

    def mark(self, pattern: str, group: str = "", *, hard: bool = False) -> None:
        """Say what the party is; a pattern outranks an ordinary kind, and the first said otherwise stays."""
        if not self.pattern or (pattern in CRIME and self.pattern not in CRIME) or self.pattern == "ordinary":
            self.pattern, self.group, self.hard = pattern, group or self.group, hard


@dataclass(slots=True)
class Household:
    """A family at the destination; several supporters may share it."""

    country: str
    place: tuple[str, str]
    family: str
    members: list[Party] = field(default_factory=list)


PARTY_COLUMNS: Final = {
    "name": "name",
    "phone": "phone",
    "email": "email",
    "city": "city",
    "address": "address",
    "account": "account",
    "timezone": "zone",
    "device": "device",
    "ip": "ip",
    "birth_date": "born",
}
_PAYER: Final = tuple(PARTY_COLUMNS)
_PAYEE: Final = ("name", "phone", "email", "city", "address", "account", "timezone")


@dataclass(slots=True)
class Shape:
    """Which columns a world's file has, and how often a value is empty (by party: registers are incomplete so)."""

    absent: frozenset[str] = frozenset()
    empty: dict[str, float] = field(default_factory=dict)
    blank_rows: dict[str, float] = field(default_factory=dict)
    birth_year_only: bool = False


@dataclass(slots=True)
class Ledger:
    """Everything that happened."""

    payers: list[Party] = field(default_factory=list)
    payees: list[Party] = field(default_factory=list)
    rows: list[tuple[object, ...]] = field(default_factory=list)

    def add(self, party: Party) -> Party:
        """Register a party under its role."""
        side = self.payers if party.role == "originator" else self.payees
        party.ix = len(side)
        side.append(party)
        return party

    def write(self, out: Path, shape: Shape, dice: Dice) -> dict[str, int]:
        """Write `payments.parquet` and `truth.parquet`; return counts."""
        out.mkdir(parents=True, exist_ok=True)
        payments = self._payments(shape, dice)
        payments.write_parquet(out / "payments.parquet", compression="zstd")
        self._mark_hard()
        truth = self._truth(payments)
        truth.write_parquet(out / "truth.parquet", compression="zstd")
        counts = {"payments": payments.height, "subjects": truth.height}
        for pattern in sorted(CRIME):
            counts[pattern] = truth.filter(pl.col("pattern") == pattern).height
        return counts

    def _mark_hard(self) -> None:
        """Hard are those who show little: three payments or fewer, or no partner shared with another of the pattern."""
        paid: dict[int, list[int]] = defaultdict(list)
        got: dict[int, list[int]] = defaultdict(list)
        for row in self.rows:
            payer, payee = row[3], row[4]
            assert isinstance(payer, int)
            assert isinstance(payee, int)
            paid[payer].append(payee)
            got[payee].append(payer)
        for side, mine, theirs in ((self.payers, paid, got), (self.payees, got, paid)):
            for ix, partners in mine.items():
                party = side[ix]
                if party.pattern not in CRIME or party.hard:
                    continue
                fellows = {far for partner in set(partners) for far in theirs[partner] if far != ix}
                alone = not any(side[far].pattern == party.pattern for far in fellows)
                party.hard = len(partners) <= 3 or alone

    def _payments(self, shape: Shape, dice: Dice) -> pl.DataFrame:
        names = (
            "at",
            "amount",
            "currency",
            "o",
            "b",
            "rail",
            "institution",
            "reference",
            "purpose_code",
            "status",
            "merchant_category",
            "ip",
            "device",
        )
        types = (pl.Int64, pl.Float64, pl.String, pl.Int64, pl.Int64, *[pl.String] * 8)
        columns = zip(*self.rows, strict=True)
        raw = pl.DataFrame({n: pl.Series(n, c, dtype=t) for n, t, c in zip(names, types, columns, strict=True)})
        raw = raw.sort("at", "o", "b", maintain_order=True).with_row_index("n")
        raw = raw.join(_frame(self.payers, "originator", _PAYER), on="o", how="left", maintain_order="left")
        raw = raw.join(_frame(self.payees, "beneficiary", _PAYEE), on="b", how="left", maintain_order="left")
        raw = raw.with_columns(
            payment_id=pl.format("P{}", pl.col("n").cast(pl.String).str.zfill(8)),
            executed_at=pl.from_epoch("at", time_unit="s").dt.cast_time_unit("us").dt.replace_time_zone("UTC"),
            amount=pl.col("amount").cast(pl.Decimal(38, 8)).cast(MONEY),
            originator_ip=pl.coalesce("ip", "originator_ip"),
            originator_device=pl.coalesce("device", "originator_device"),
            originator_birth_year=pl.col("originator_birth_date").dt.year().cast(pl.Int16),
        )
        raw = _with_gaps(raw, shape, dice)
        dropped = {*shape.absent, "n", "at", "o", "b", "ip", "device"}
        dropped.add("originator_birth_date" if shape.birth_year_only else "originator_birth_year")
        first = ["payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country"]
        rest = [c for c in raw.columns if c not in first and c not in dropped]
        return raw.select([*first, *rest])

    def _truth(self, payments: pl.DataFrame) -> pl.DataFrame:
        parts = []
        for role, side in (("originator", self.payers), ("beneficiary", self.payees)):
            seen = set(payments[f"{role}_id"].unique().to_list())
            kept = [p for p in side if p.id in seen]
            parts.append(
                pl.DataFrame(
                    {
                        "role": [role] * len(kept),
                        "subject_id": [p.id for p in kept],
                        "pattern": [p.pattern or "ordinary" for p in kept],
                        "group": [p.group or None for p in kept],
                        "hard": [p.hard for p in kept],
                    },
                    schema_overrides={"group": pl.String},
                )
            )
        return pl.concat(parts).unique(["role", "subject_id"], keep="first").sort("role", "subject_id")


def _frame(side: list[Party], role: str, columns: tuple[str, ...]) -> pl.DataFrame:
    data: dict[str, list[object]] = {role[0]: [p.ix for p in side], f"{role}_id": [p.id for p in side]}
    data[f"{role}_country"] = [p.country for p in side]
    for column in columns:
        values = [getattr(p, PARTY_COLUMNS[column]) for p in side]
        data[f"{role}_{column}"] = [v or None for v in values]
    return pl.DataFrame(data)


def _with_gaps(raw: pl.DataFrame, shape: Shape, dice: Dice) -> pl.DataFrame:
    """Empty values by party and by row; the hash of an id and a salt decides, so that it is the same in every row."""
    gaps = []
    for column, share in {**shape.empty, **shape.blank_rows}.items():
        if column not in raw.columns:
            continue
        by_row = column in shape.blank_rows or not column.startswith(("originator", "beneficiary"))
        key = "payment_id" if by_row else f"{column.split('_', maxsplit=1)[0]}_id"
        chance = pl.col(key).hash(dice.randrange(2**32)) % 100_000
        gaps.append(pl.when(chance >= int(share * 100_000)).then(pl.col(column)).alias(column))
    return raw.with_columns(gaps)
