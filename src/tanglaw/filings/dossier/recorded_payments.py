"""The payments of a filing from the rows of its runs, each once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from decimal import ROUND_HALF_EVEN, Decimal

import polars as pl

from tanglaw.filings.dossier.gathering import Row
from tanglaw.filings.dossier.money import CENT, Money, exact
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.dossier.people import Keys
from tanglaw.filings.dossier.run_folder import RunFolder
from tanglaw.filings.dossier.same_party import SameParty
from tanglaw.payments.handles import has_handle


def rows_of(runs: Sequence[RunFolder]) -> list[Row]:
    """Give every payment once, in order of time; of two records of one, that of the run whose data reach further."""
    rows: dict[str, Row] = {}
    for run in sorted(runs, key=lambda run: str(run.run.get("period", {}).get("to", ""))):
        rows |= {row["payment_id"]: row for row in run.payments.to_dicts()}
    return sorted(rows.values(), key=lambda row: (row["executed_at"], row["payment_id"]))


def payments_of(rows: Sequence[Row], keys: Keys, same: SameParty) -> tuple[Payment, ...]:
    """Write the rows as payments between parties."""
    contact = has_handle(pl.Series([row["reference"] for row in rows], dtype=pl.String)).to_list()
    return tuple(_payment(row, keys, same, bool(held)) for row, held in zip(rows, contact, strict=True))


def _payment(row: Row, keys: Keys, same: SameParty, contact: bool) -> Payment:
    at = row["executed_at"].astimezone(UTC)
    return Payment(
        payment_id=row["payment_id"],
        at=at,
        time_known=bool(row["time_known"]),
        payer_local=_clock(at, row["originator_local"]),
        receiver_local=_clock(at, row["beneficiary_local"]),
        payer_clock=row["originator_clock"] or "unknown",
        receiver_clock=row["beneficiary_clock"] or "unknown",
        payer=keys[same.of("originator", row["originator_entity"])],
        receiver=keys[same.of("beneficiary", row["beneficiary_entity"])],
        payer_country=row["originator_country"],
        receiver_country=row["beneficiary_country"],
        payer_city=row["originator_city"],
        receiver_city=row["beneficiary_city"],
        payer_account=row["originator_account"],
        receiver_account=row["beneficiary_account"],
        payer_device=row["originator_device"],
        payer_ip=row["originator_ip"],
        sent=Money(amount=exact(row["amount"]), currency=row["currency"]),
        received=at_rate(row["received"], row["received_currency"]),
        usd=at_rate(row["usd"], "USD"),
        reference=row["reference"],
        holds_contact=contact,
        purpose_code=row["purpose_code"],
        rail=row["rail"],
        institution=row["institution"],
        status=row["status"],
        merchant_category=row["merchant_category"],
    )


def _clock(at: datetime, local: datetime | None) -> datetime | None:
    if local is None:
        return None
    return local.replace(tzinfo=timezone(local - at.replace(tzinfo=None) + timedelta(0)))


def at_rate(amount: float | None, currency: str | None) -> Money | None:
    """Give an amount worked out at a reference rate, in cents."""
    if amount is None or currency is None:
        return None
    rounded = Decimal(repr(amount)).quantize(CENT, ROUND_HALF_EVEN)
    return Money(amount=rounded, currency=currency, basis="reference rate")
