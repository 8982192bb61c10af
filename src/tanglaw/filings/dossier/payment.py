"""One payment of a filing, with the clock and the money of both sides."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.party import Country


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A moment, kept in UTC."""


class Payment(Part):
    """One payment.

    Attributes:
        payment_id: the institution's own.
        at: when it was executed, UTC.
        time_known: whether the record holds a time of day; if not, only the date of `at` counts.
        payer_local, receiver_local: the clock on the wall of each side, with its offset; ``None``: no zone is known.
        payer_clock, receiver_clock: how the zone was found; see :data:`tanglaw.payments.local_time.How`.
        payer, receiver: keys of parties.
        sent: as recorded.
        received: in the receiver's currency; ``None`` where neither a record nor a rate tells.
        usd: in US dollars at the day's reference rate.
        reference: verbatim.
        holds_contact: the reference holds a handle, phone number, e-mail or web address.
    """

    payment_id: str
    at: Instant
    time_known: bool = True
    payer_local: AwareDatetime | None = None
    receiver_local: AwareDatetime | None = None
    payer_clock: str = "unknown"
    receiver_clock: str = "unknown"
    payer: str
    receiver: str
    payer_country: Country
    receiver_country: Country
    payer_city: str | None = None
    receiver_city: str | None = None
    payer_account: str | None = None
    receiver_account: str | None = None
    payer_device: str | None = None
    payer_ip: str | None = None
    sent: Money
    received: Money | None = None
    usd: Money | None = None
    reference: str | None = None
    holds_contact: bool = False
    purpose_code: str | None = None
    rail: str | None = None
    institution: str | None = None
    status: str | None = None
    merchant_category: str | None = None
