"""The payments of a dossier as CSV: opens right in a spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.rendering import safe_name
from tanglaw.leads.spreadsheet import safe

COLUMNS: Final = (
    "payment_id", "executed_at_utc", "time_of_day_known", "payer_clock_showed", "receiver_clock_showed", "sent",
    "sent_currency", "received", "received_currency", "received_basis", "usd", "usd_basis", "payer", "payer_id",
    "payer_name", "payer_country", "payer_city", "payer_account", "payer_device", "payer_ip", "receiver", "receiver_id",
    "receiver_name", "receiver_country", "receiver_city", "receiver_account", "reference", "reference_holds_contact",
    "purpose_code", "rail", "institution", "status", "merchant_category",
)  # fmt: skip
"""One row a payment, in order of time. ``payer`` and ``receiver`` are the dossier's keys of parties."""

_AMOUNTS: Final = frozenset({"sent", "received", "usd"})
"""Columns of plain decimals, which no spreadsheet takes for a formula; they stay as exact as they are."""


def payments_name(dossier: Dossier) -> str:
    """Name the file: a table has no place for its marking, so its name carries it (at most 150 characters)."""
    return f"{safe_name(dossier.reference)}-payments.{dossier.markings.in_name}.csv"


def payments_csv(dossier: Dossier) -> bytes:
    """Write all payments: UTF-8 with byte order mark, commas, every text quoted.

    Texts that a spreadsheet would take for a formula or spoil as a number carry an apostrophe in front; what stood
    there verbatim is in ``evidence.json`` of the pack and in the dossier.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        [cell if name in _AMOUNTS else safe(cell) for name, cell in zip(COLUMNS, row, strict=True)]
        for row in rows(dossier)
    )
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    """Give the cells of each payment, in the order of ``COLUMNS``, as they stand in the dossier."""
    parties = {party.key: party for party in dossier.parties}
    for payment in dossier.payments:
        yield _row(payment, parties[payment.payer], parties[payment.receiver])


def _row(payment: Payment, payer: Party, receiver: Party) -> tuple[str, ...]:
    return (
        payment.payment_id,
        payment.at.isoformat() if payment.time_known else payment.at.date().isoformat(),
        "yes" if payment.time_known else "no",
        payment.payer_local.isoformat() if payment.payer_local else "",
        payment.receiver_local.isoformat() if payment.receiver_local else "",
        f"{payment.sent.amount:f}",
        payment.sent.currency,
        *_money(payment.received),
        *_money(payment.usd)[::2],
        payer.key,
        payer.ids[0] if payer.ids else "",
        payer.names[0] if payer.names else "",
        payment.payer_country,
        payment.payer_city or "",
        payment.payer_account or "",
        payment.payer_device or "",
        payment.payer_ip or "",
        receiver.key,
        receiver.ids[0] if receiver.ids else "",
        receiver.names[0] if receiver.names else "",
        payment.receiver_country,
        payment.receiver_city or "",
        payment.receiver_account or "",
        payment.reference or "",
        "yes" if payment.holds_contact else "",
        payment.purpose_code or "",
        payment.rail or "",
        payment.institution or "",
        payment.status or "",
        payment.merchant_category or "",
    )


def _money(money: Money | None) -> tuple[str, str, str]:
    return (f"{money.amount:f}", money.currency, money.basis) if money else ("", "", "")
