"""The distributor's file and its truth. A telephone number is all that most receivers are."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from benchmarks.apart.kit.places import COUNTRIES

from .kinds import AIRTIME, PRIORITY, VOUCHER, WALLET
from .phones import Phone
from .till import Sale, Till

_MERCHANT = {AIRTIME: "4814", VOUCHER: "5816", WALLET: None}


def _mask(name: str | None) -> str | None:
    """As wallets return a name to who pays them: the first one, and an initial."""
    if name is None:
        return None
    parts = name.split()
    return name if len(parts) < 2 or "'" in name else f"{parts[0]} {parts[-1][0]}."


def _key(phone: Phone) -> str:
    return phone.email or phone.number


def payments(till: Till) -> pl.DataFrame:
    """One row a sale, ordered by time; names only where a wallet returned one, devices only from the app."""
    sales, d = till.sales, till.dice
    guest = [s.payer.email is not None for s in sales]
    shown = {}
    for sale in sales:
        key = _key(sale.phone)
        if key not in shown:
            shown[key] = d.chance(0.6 if "@" not in key else 0.1)
    frame = pl.DataFrame(
        {
            "executed_at": pl.Series(
                [datetime.fromtimestamp(s.at, UTC) for s in sales], dtype=pl.Datetime("us", "UTC")
            ),
            "amount": [s.amount for s in sales],
            "currency": [COUNTRIES[s.payer.country].currency for s in sales],
            "originator_id": [s.account for s in sales],
            "originator_country": [s.payer.country for s in sales],
            "beneficiary_id": [_key(s.phone) for s in sales],
            "beneficiary_country": [s.phone.country for s in sales],
            "originator_name": pl.Series([s.payer.name for s in sales], dtype=pl.String),
            "originator_birth_year": pl.Series([s.payer.year for s in sales], dtype=pl.Int16),
            "originator_phone": pl.Series(
                [None if g else s.payer.phone for s, g in zip(sales, guest, strict=True)], dtype=pl.String
            ),
            "originator_email": pl.Series([s.payer.email for s in sales], dtype=pl.String),
            "originator_device": pl.Series(
                [None if g else s.payer.device for s, g in zip(sales, guest, strict=True)], dtype=pl.String
            ),
            "originator_ip": pl.Series([s.ip for s in sales], dtype=pl.String),
            "originator_timezone": [s.payer.zone for s in sales],
            "beneficiary_name": pl.Series(
                [_mask(s.phone.name) if s.product == WALLET and shown[_key(s.phone)] else None for s in sales],
                dtype=pl.String,
            ),
            "beneficiary_phone": pl.Series(
                [s.phone.number if s.phone.email is None else None for s in sales], dtype=pl.String
            ),
            "beneficiary_email": pl.Series([s.phone.email for s in sales], dtype=pl.String),
            "rail": pl.Series(["card" if s.product == VOUCHER else "wallet" for s in sales]),
            "institution": pl.Series(["Ringo Top-up"] * len(sales)),
            "reference": pl.Series([s.words for s in sales], dtype=pl.String),
            "status": [s.status for s in sales],
            "merchant_category": pl.Series([_MERCHANT[s.product] for s in sales], dtype=pl.String),
        }
    )
    frame = frame.sort("executed_at", "originator_id", "beneficiary_id", "amount", maintain_order=True)
    exact = pl.col("amount").round(2).cast(pl.Decimal(38, 2)).cast(pl.Decimal(38, 18))
    number = pl.int_range(pl.len()).cast(pl.String).str.zfill(9)
    return frame.with_columns(exact).select(pl.format("T{}", number).alias("payment_id"), pl.all())


def _subjects(sales: list[Sale], *, payer: bool) -> pl.DataFrame:
    """Truth of one role. Hard: three payments of it or fewer, kept like kin, or a company of none."""
    side = 0 if payer else 1
    frame = pl.DataFrame(
        {
            "subject_id": [s.account if payer else _key(s.phone) for s in sales],
            "other": [s.phone.owner if payer else s.payer.owner for s in sales],
            "person": [s.payer.owner if payer else s.phone.owner for s in sales],
            "pattern": [s.kind[side] for s in sales],
            "group": pl.Series([s.group for s in sales], dtype=pl.String),
            "quiet": [payer and s.payer.quiet for s in sales],
        }
    )
    rank = {name: len(PRIORITY) - n for n, name in enumerate(PRIORITY)}
    kinds = frame.group_by("subject_id", "pattern").agg(
        pl.len().alias("n"), pl.col("person").first(), pl.col("other").n_unique().alias("others"),
        pl.col("group").drop_nulls().mode().sort().first(), pl.col("quiet").any(),
    ).with_columns(
        crime=pl.col("pattern").replace_strict(rank, default=0),
        special=(pl.col("pattern") != "ordinary") & (pl.col("n") >= 3),
    )  # fmt: skip
    main = kinds.sort(["crime", "special", "n", "pattern"], descending=[True, True, True, False]).unique(
        "subject_id", keep="first", maintain_order=True
    )
    met = Counter[tuple[str, str]]()
    for pattern, other, _ in frame.select("pattern", "other", "person").unique().sort(pl.all()).rows():
        met[pattern, other] += 1
    pairs = frame.select("subject_id", "pattern", "other").unique()
    shared = [met[pattern, other] for pattern, other in pairs.select("pattern", "other").rows()]
    most = pairs.with_columns(most=pl.Series(shared)).group_by("subject_id", "pattern").agg(pl.col("most").max())
    main = main.join(most, on=["subject_id", "pattern"])
    alone = pl.col("most") < 2 if payer else pl.col("others") < 2
    return main.select(
        role=pl.lit("originator" if payer else "beneficiary"),
        subject_id="subject_id",
        pattern="pattern",
        group=pl.when(pl.col("crime") > 0).then("group"),
        hard=(pl.col("crime") > 0) & ((pl.col("n") <= 3) | pl.col("quiet") | alone),
        person="person",
    ).sort("subject_id")


def write(till: Till, out: Path) -> int:
    """Write both tables; return the number of payments."""
    out.mkdir(parents=True, exist_ok=True)
    payments(till).write_parquet(out / "payments.parquet")
    pl.concat([_subjects(till.sales, payer=True), _subjects(till.sales, payer=False)]).write_parquet(
        out / "truth.parquet"
    )
    return len(till.sales)
