"""The two tables: payments as the contract has them, and the truth about every id."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.agents.ledger import Ledger
from benchmarks.apart.guests.agents.names import as_typed
from benchmarks.apart.guests.agents.partners import PARTNERS
from benchmarks.apart.guests.agents.people import Register
from benchmarks.apart.guests.agents.places import START
from tanglaw.payments.columns import BY_NAME

CRIMES: Final = ("livestream_purchase", "facilitation", "extortion_victim", "extortion_collection")


def rows(ledger: Ledger, register: Register) -> pl.DataFrame:
    """Every payment in order of time, with the columns of the contract and those of the truth (prefixed `true_`)."""
    sizes = np.array([chunk["size"] for chunk in ledger.chunks])

    def joined(key: str) -> np.ndarray:
        return np.concatenate([chunk[key] for chunk in ledger.chunks])

    def spread(values: list[object]) -> pl.Series:
        return pl.Series(values).gather(np.repeat(np.arange(len(values)), sizes))

    stories = [chunk["story"] for chunk in ledger.chunks]
    frame = pl.DataFrame(
        {
            "second": joined("second"),
            "cents": joined("cents"),
            "new_phone": joined("new_phone"),
            "to_counter": joined("to_counter"),
            "reference": pl.Series([word for chunk in ledger.chunks for word in chunk["reference"]], dtype=pl.String),
            "currency": spread([chunk["currency"] for chunk in ledger.chunks]),
            "account": spread([chunk["account"] for chunk in ledger.chunks]),
            "receiver": spread([chunk["receiver"] for chunk in ledger.chunks]),
            "purpose_code": spread([chunk["purpose"] for chunk in ledger.chunks]),
            "true_payer": spread([story.payer_kind for story in stories]),
            "true_receiver": spread([story.receiver_kind for story in stories]),
            "true_group": spread([story.group for story in stories]).cast(pl.String),
            "true_quiet": spread([story.quiet for story in stories]),
        }
    )
    return (
        frame.join(_accounts(register), on="account", how="left")
        .join(_receivers(register), on="receiver", how="left")
        .sort("second", "account", "receiver", "cents")
        .with_row_index("number", offset=1)
    )


def _accounts(register: Register) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "account": [account.index for account in register.accounts],
            "partner": [account.partner for account in register.accounts],
            "institution": [PARTNERS[account.partner].name for account in register.accounts],
            "originator_id": [account.subject for account in register.accounts],
            "originator_name": [account.name for account in register.accounts],
            "originator_birth_year": pl.Series([a.birth_year for a in register.accounts], dtype=pl.Int16),
            "originator_country": [payer.country for payer in register.owners],
            "originator_city": [
                payer.city if account.tells_city else None
                for account, payer in zip(register.accounts, register.owners, strict=True)
            ],
            "person": [payer.person for payer in register.owners],
        }
    )


def _receivers(register: Register) -> pl.DataFrame:
    """Receivers; the name is the partner's spelling, the card's id, city, phone and year are the network's own."""
    people = register.receivers
    return pl.DataFrame(
        {
            "receiver": [person.index for person in people],
            "beneficiary_id": [person.subject for person in people],
            "beneficiary_country": [person.country for person in people],
            "beneficiary_city": [person.city for person in people],
            "beneficiary_birth_year": pl.Series([person.born for person in people], dtype=pl.Int16),
            "spellings": [[as_typed(person.name, how) for how in range(4)] for person in people],
            "phone": [person.phones[0] for person in people],
            "phone_later": [person.phones[1] for person in people],
            "usual_rail": [person.rail for person in people],
        }
    )


def payments(frame: pl.DataFrame) -> pl.DataFrame:
    """The table a detector may see."""
    spelling = (pl.col("partner") * 5 + pl.col("receiver")) % 11
    rail = pl.when("to_counter").then(pl.lit("cash_pickup")).otherwise("usual_rail")
    phone = pl.when("new_phone").then("phone_later").otherwise("phone")
    lot = (pl.col("number").cast(pl.Int64) * 7919) % 1000
    return frame.select(
        payment_id=pl.format("PO-{}", pl.col("number").cast(pl.String).str.zfill(8)),
        executed_at=(pl.lit(START) + pl.duration(seconds="second")).cast(pl.Datetime("us", "UTC")),
        amount=pl.format(
            "{}.{}", pl.col("cents") // 100, (pl.col("cents") % 100).cast(pl.String).str.zfill(2)
        ).cast(BY_NAME["amount"].dtype),
        currency="currency",
        originator_id="originator_id",
        originator_country="originator_country",
        beneficiary_id="beneficiary_id",
        beneficiary_country="beneficiary_country",
        originator_name="originator_name",
        originator_birth_year="originator_birth_year",
        originator_city="originator_city",
        beneficiary_name=pl.col("spellings").list.get(pl.when(spelling < 4).then(spelling).otherwise(0)),
        beneficiary_birth_year="beneficiary_birth_year",
        # A wallet is a phone number; at a counter the clerk asks for one and two in three give it.
        beneficiary_phone=pl.when((rail == "wallet") | (pl.col("receiver") % 3 < 2)).then(phone),
        beneficiary_city="beneficiary_city",
        beneficiary_account=pl.when(rail == "wallet").then(phone.str.replace_all("[+ ]", "")),
        rail=rail,
        institution="institution",
        reference="reference",
        purpose_code="purpose_code",
        status=pl.when(lot < 12).then(pl.lit("returned unclaimed")).when(lot < 30).then(pl.lit("name amended"))
        .otherwise(pl.lit("paid out")),
    )  # fmt: skip


def truth(frame: pl.DataFrame) -> pl.DataFrame:
    """What each id really is: the crime if any payment was one, else what it did most."""
    payers = _side(frame, "originator", "originator_id", "true_payer", other="beneficiary_id", person="person")
    receivers = _side(frame, "beneficiary", "beneficiary_id", "true_receiver", other="person", person="beneficiary_id")
    return pl.concat([payers, receivers]).sort("role", "subject_id")


def _side(frame: pl.DataFrame, role: str, subject: str, kind: str, *, other: str, person: str) -> pl.DataFrame:
    crime = pl.col(kind).is_in(CRIMES)
    counts = (
        frame.group_by(subject, kind)
        .agg(
            paid=pl.len(),
            group=pl.col("true_group").drop_nulls().mode().sort().first(),
            quiet=pl.col("true_quiet").any(),
        )
        .sort([subject, crime, "paid", kind], descending=[False, True, True, False])
        .group_by(subject, maintain_order=True)
        .first()
    )
    # Where namesakes share an id, it is the person of the crime, else the one who paid most.
    owners = (
        frame.group_by(subject, owner=person)
        .agg(crime=crime.any(), paid=pl.len())
        .sort([subject, "crime", "paid", "owner"], descending=[False, True, True, False])
        .group_by(subject, maintain_order=True)
        .first()
    )
    alone = _alone(frame.filter(crime), subject, kind, other, person)
    return (
        counts.join(owners.select(subject, "owner"), on=subject, how="left")
        .join(alone, on=subject, how="left")
        .select(
            role=pl.lit(role),
            subject_id=pl.col(subject),
            pattern=pl.col(kind),
            group="group",
            hard=crime & ((pl.col("paid") <= 3) | pl.col("quiet") | pl.col("alone").fill_null(value=False)),
            person=pl.col(subject) if person == subject else pl.col("owner"),
        )
    )


def _alone(crimes: pl.DataFrame, subject: str, kind: str, other: str, person: str) -> pl.DataFrame:
    """Ids none of whose counterparties in the crime dealt with another person of the same pattern."""
    company = crimes.group_by(kind, other).agg(met=pl.col(person).n_unique())
    return (
        crimes.join(company, on=[kind, other], how="left")
        .group_by(subject)
        .agg(alone=pl.col("met").max() <= 1)
    )  # fmt: skip
