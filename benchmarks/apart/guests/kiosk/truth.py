"""What each account really is, told from the ties that its payments were drawn from."""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.guests.kiosk.world import World

CRIME: Final = ("livestream_purchase", "facilitation", "extortion_victim", "extortion_collection")


def _side(frame: pl.DataFrame, role: str, kind: str, other: str) -> pl.DataFrame:
    """One row a subject: the crime if there is one, else the kind with most payments.

    A payer of a crime shows little with three such payments or fewer, when they imitate support, or when no other
    payer of the pattern has the same counterparty; a receiver likewise, or when one payer is all there is.
    """
    subject = f"{role}_id"
    ties = frame.group_by(subject, kind).agg(pl.len().alias("count"), pl.col("quiet").all())
    ties = ties.with_columns(crime=pl.col(kind).is_in(CRIME))
    main = ties.sort("crime", "count", kind, descending=[True, True, False]).unique(subject, keep="first")
    own = frame.join(main.select(subject, kind), on=[subject, kind])
    group = (
        own.group_by(subject, "group").agg(pl.len().alias("n")).sort("n", "group", descending=True, nulls_last=True)
    ).unique(subject, keep="first")
    # People are counted, not numbers: somebody with two numbers shares nothing with himself.
    met = own.join(own.group_by(other, kind).agg(pl.col("payer").n_unique().alias("sharers")), on=[other, kind])
    shown = met.group_by(subject).agg(pl.col("sharers").max(), pl.col("payer").n_unique().alias("payers"))
    alone = pl.col("sharers" if role == "originator" else "payers") < 2
    return (
        main.join(group.select(subject, "group"), on=subject)
        .join(shown, on=subject)
        .select(
            role=pl.lit(role),
            subject_id=subject,
            pattern=kind,
            group="group",
            hard=pl.col("crime") & ((pl.col("count") <= 3) | pl.col("quiet") | alone),
        )
    )


def truth(world: World, frame: pl.DataFrame) -> pl.DataFrame:
    """One row for each originator and beneficiary id; `person` joins a person's several ids, also across roles."""
    payers = frame.select("originator_id", "payer", "second").unique()
    several = payers.group_by("payer").len().filter(pl.col("len") > 1)["payer"]
    mules = {r.person for r in world.book.entries if r.person.startswith("pp")}
    known = pl.format("pp{}", pl.col("payer").cast(pl.String).str.zfill(6))
    payers = payers.select(
        subject_id="originator_id",
        joined=pl.when(pl.col("payer").is_in(several.implode()) | known.is_in(sorted(mules))).then(known),
    )
    persons = pl.Series([r.person for r in world.book.entries])
    twice = set(persons.filter(persons.is_duplicated())) | mules
    named = pl.DataFrame(
        {
            "receiver": [r.index for r in world.book.entries],
            "joined": pl.Series([r.person if r.person in twice else None for r in world.book.entries], dtype=pl.String),
        }
    )
    receivers = frame.select("beneficiary_id", "receiver").unique().join(named, on="receiver")
    receivers = receivers.select(subject_id="beneficiary_id", joined="joined")
    sides = pl.concat(
        [_side(frame, "originator", "pays", "beneficiary_id"), _side(frame, "beneficiary", "gets", "originator_id")]
    )
    return (
        sides.join(pl.concat([payers, receivers]), on="subject_id", how="left")
        .select("role", "subject_id", "pattern", "group", "hard", person=pl.coalesce("joined", "subject_id"))
        .sort("role", "subject_id", descending=[True, False])
    )
