"""How early each known subject would have been found, and what was paid after that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from tanglaw.engines.layout import Buckets
from tanglaw.leads.backtesting.periods import Period
from tanglaw.leads.known import Known
from tanglaw.measures.intake import Intake
from tanglaw.measures.rows import bare, both_parts, subject_key

Rows = Mapping[tuple[str, str], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Found:
    """One known subject through the periods.

    Attributes:
        protect: may be a victim: the outcome's pattern says so, or in some period the account was in a protected lead,
            under this pattern or another (:mod:`tanglaw.leads.minors`).
        ranks: rank in each period of the lead that held it, alone or with other accounts; ``None`` where none did.
        lead: the first period at whose end it was a lead; ``None``: never.
        first: the first period at whose end it stood among the first leads; ``None``: never.
        payments, usd: of the subject in all the data; US dollars at the day's rate.
        after_payments, after_usd: of these, what was paid after the end of `first`: what people could have looked at
            before it was made.
        first_seen, last_seen: first and last payment, UTC seconds; ``None`` without any payment.
    """

    role: str
    subject_id: str
    pattern: str
    outcome: str
    protect: bool
    ranks: tuple[int | None, ...]
    lead: str | None
    first: str | None
    payments: int
    usd: float
    after_payments: int
    after_usd: float
    first_seen: int | None
    last_seen: int | None


def follow(  # noqa: PLR0917 -- whom, in what, when, and who counts as found
    known: Known, intake: Intake, leads: Sequence[pl.DataFrame], when: Sequence[Period], first: int, protected: set[str]
) -> list[Found]:
    """Follow every known subject through the periods.

    Args:
        known: outcomes; they are looked up here only and never told to the detector.
        intake: all payments.
        leads: of each period, see :data:`tanglaw.leads.backtesting.ranked.RANKED`.
        when: the periods.
        first: how many leads people look at in each.
        protected: patterns whose holders may be victims.
    """
    rows = _payments(known, intake)
    places = [
        {(role, subject, pattern): rank for role, subject, pattern, rank in
         frame.explode("subject_ids").select("role", "subject_ids", "pattern", "rank").iter_rows()}
        for frame in leads
    ]  # fmt: skip
    sheltered = {
        party for frame in leads
        for party in frame.filter("protect").explode("subject_ids").select("role", "subject_ids").iter_rows()
    }  # fmt: skip
    found = []
    outcomes = known.outcomes.select("role", "subject_id", "pattern", "outcome").sort(pl.all())
    for role, subject, pattern, outcome in outcomes.iter_rows():
        ranks = tuple(held.get((role, subject, pattern)) for held in places)
        lead = next((at for at, rank in enumerate(ranks) if rank is not None), None)
        top = next((at for at, rank in enumerate(ranks) if rank is not None and rank <= first), None)
        own = rows.get((role, subject), pl.DataFrame(schema={"t": pl.Int64, "cents": pl.Int64}))
        late = own.filter(pl.col("t") >= when[top].end) if top is not None else own.clear()
        found.append(
            Found(
                role, subject, pattern, outcome, pattern in protected or (role, subject) in sheltered, ranks,
                None if lead is None else when[lead].name, None if top is None else when[top].name,
                own.height, int(own["cents"].sum()) / 100, late.height, int(late["cents"].sum()) / 100,
                int(own["t"].min()) if own.height else None,  # type: ignore[arg-type]
                int(own["t"].max()) if own.height else None,  # type: ignore[arg-type]
            )
        )  # fmt: skip
    return found


def _payments(known: Known, intake: Intake) -> dict[tuple[str, str], pl.DataFrame]:
    """Read time and value of the payments of known subjects."""
    found: dict[tuple[str, str], pl.DataFrame] = {}
    for role, side, buckets in (
        ("originator", "o", intake.by_payer), ("beneficiary", "b", intake.by_receiver),
    ):  # fmt: skip
        ids = known.outcomes.filter(role=role).select("subject_id").unique().sort("subject_id")
        keyed = ids.with_columns(subject_key(pl.col("subject_id")).alias("key"))
        rows = _of(buckets, both_parts(keyed["key"])).filter(~pl.col("row").is_in(intake.dropped.implode()))
        parts = rows.select("t", "cents", bare(pl.col(side)).alias("key")).partition_by(
            "key", as_dict=True, include_key=False
        )
        for subject, key in keyed.iter_rows():
            if (key,) in parts:
                found[role, subject] = parts[key,]
    return found


def _of(buckets: Buckets, keys: pl.Series) -> pl.DataFrame:
    parts = [
        buckets.read_keys(bucket, own)
        for bucket in range(len(buckets))
        if (own := keys.filter(keys % len(buckets) == bucket)).len()
    ]
    return pl.concat(parts) if parts else buckets.schema.to_frame()
