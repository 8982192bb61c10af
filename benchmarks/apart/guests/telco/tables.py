"""From the ledger to the payments table: what the operator's extract holds, batches, failures and gaps included."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.apart.guests.telco.accounts import OPERATOR, PARTNERS, Account
from benchmarks.apart.guests.telco.almanac import EPOCH, HOUR, MICROSECONDS, MINUTE, Instants
from benchmarks.apart.guests.telco.ledger import Ledger, Relation

MONEY: Final = pl.Decimal(38, 18)
BATCH_HOURS: Final = (1, 5, 11)
"""UTC hours (9, 13 and 19 at home) at which the bank partner posts what came in since the last batch."""

_PURPOSES: Final = {
    "family_support": "FAMILY SUPPORT",
    "student_support": "EDUCATION",
    "freelancer_employer": "SERVICES",
    "donation": "DONATION",
    "hobby_purchase": "GOODS",
    "hub_payment": "SERVICES",
}


def payments(ledger: Ledger, rng: np.random.Generator) -> pl.DataFrame:
    """All payments in order of time, with the contract's columns that such an operator holds."""
    which = np.concatenate(ledger.relation_of)
    when = np.concatenate(ledger.when)
    sums = np.concatenate(ledger.sums)
    texts = ledger.texts
    institutions = np.asarray([relation.payer.institution for relation in ledger.relations])[which]
    when = _posted(when, institutions)
    failed = np.flatnonzero(rng.random(which.size) < 0.012)
    before = when[failed] - rng.integers(60, 720, failed.size) * MICROSECONDS
    status = np.where(rng.random(which.size) < 0.004, "reversed", "completed")
    relations = pl.DataFrame([_described(relation) for relation in ledger.relations], infer_schema_length=None)
    rows = pl.DataFrame(
        {
            "relation": np.concatenate([which, which[failed]]),
            "executed_at": np.concatenate([when, before]),
            "amount": np.concatenate([sums, sums[failed]]),
            "reference": [*texts, *(texts[n] for n in failed.tolist())],
            "status": np.concatenate([status, np.full(failed.size, "failed")]),
        }
    ).sort("executed_at", "relation", "amount", "status")
    serial = np.cumsum(rng.integers(1, 6, rows.height))
    return (
        rows.with_columns(
            relations.select(pl.all().gather(rows["relation"])),
        )
        .with_columns(
            payment_id=pl.format("SM{}", pl.Series(serial).cast(pl.String).str.zfill(9)),
            executed_at=pl.col("executed_at").cast(pl.Datetime("us", "UTC")),
            originator_birth_year=pl.col("originator_birth_year").cast(pl.Int16),
            beneficiary_birth_year=pl.col("beneficiary_birth_year").cast(pl.Int16),
            amount=pl.col("amount").round(2).cast(pl.Decimal(38, 2)).cast(MONEY),
        )
        .drop("relation")
        .select(
            "payment_id",
            "executed_at",
            "amount",
            "currency",
            pl.col("^originator_.*$"),
            pl.col("^beneficiary_.*$"),
            "rail",
            "institution",
            "reference",
            "purpose_code",
            "status",
        )
    )


def _posted(when: Instants, institutions: npt.NDArray[np.str_]) -> Instants:
    """When the operator booked it: at once, at the next quarter of an hour, or with the next of three batches."""
    posted = when.copy()
    for name, partner in PARTNERS.items():
        mine = institutions == name
        if partner.posting == "quarter_hour":
            posted[mine] = -(-when[mine] // (15 * MINUTE)) * (15 * MINUTE)
        elif partner.posting == "three_a_day":
            since = when[mine] - EPOCH
            hour = since % (24 * HOUR) / HOUR
            nth = np.searchsorted(np.asarray(BATCH_HOURS), hour)
            hours = np.asarray([*BATCH_HOURS, BATCH_HOURS[0] + 24])[nth]
            posted[mine] = EPOCH + since // (24 * HOUR) * (24 * HOUR) + hours * HOUR
    return posted


def _described(relation: Relation) -> dict[str, str | int | None]:
    """The columns that every payment of a relation shares."""
    payer, receiver = relation.payer, relation.receiver
    return {
        "currency": relation.currency,
        **_originator(payer, relation.device),
        "beneficiary_id": receiver.id,
        "beneficiary_country": receiver.country,
        "beneficiary_name": relation.template.typed_name
        if receiver.shows_name or payer.institution != OPERATOR
        else None,
        "beneficiary_birth_year": receiver.birth_year if receiver.shows_birth_year else None,
        "beneficiary_phone": receiver.phone,
        "beneficiary_city": receiver.city if receiver.shows_city else None,
        "rail": "cash_pickup" if relation.template.cash_pickup else "wallet",
        "institution": payer.institution,
        "purpose_code": _purpose(relation),
    }


def _originator(payer: Account, device: str | None) -> dict[str, str | int | None]:
    return {
        "originator_id": payer.id,
        "originator_country": payer.country,
        "originator_name": payer.name if payer.shows_name else None,
        "originator_birth_year": payer.birth_year if payer.shows_birth_year else None,
        "originator_phone": payer.phone if payer.shows_phone else None,
        "originator_city": payer.city if payer.shows_city else None,
        "originator_device": device,
    }


def _purpose(relation: Relation) -> str | None:
    """At home the product; abroad a menu whose first entry, "FAMILY SUPPORT", most people leave as it stands."""
    if relation.payer.institution == OPERATOR:
        return relation.product
    if relation.payer.institution == "Padala Direct":
        return None
    if relation.template.menu < 0.6:
        return "FAMILY SUPPORT"
    return _PURPOSES.get(relation.kind.payer, "GIFT" if relation.template.menu < 0.88 else "OTHER")
