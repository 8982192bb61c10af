"""Each payment's amount in one currency, as forms demand it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

import polars as pl

from tanglaw.filings.dossier.payment import Payment
from tanglaw.payments.currencies import currency_of
from tanglaw.payments.rates import Rates

_CENT: Final = Decimal("0.01")


def amounts_in(payments: Sequence[Payment], currency: str, rates: Rates) -> list[Decimal | None]:
    """Give every payment's amount in a currency.

    The record's own amount is taken where it is in that currency, then the amount received, then the reference rate of
    the day, rounded to cents half to even; ``None`` where no rate is known.
    """
    days = pl.Series("day", [payment.at.date() for payment in payments], dtype=pl.Date)
    sent = pl.Series([float(payment.sent.amount) for payment in payments], dtype=pl.Float64)
    codes = pl.Series([payment.sent.currency for payment in payments], dtype=pl.String)
    wanted = pl.Series([currency] * len(payments), dtype=pl.String)
    converted = rates.convert(sent, codes, wanted, days).to_list()
    found: list[Decimal | None] = []
    for payment, value in zip(payments, converted, strict=True):
        if payment.sent.currency == currency:
            found.append(payment.sent.amount)
        elif payment.received is not None and payment.received.currency == currency:
            found.append(payment.received.amount)
        elif currency == "USD" and payment.usd is not None:
            found.append(payment.usd.amount)
        else:
            found.append(None if value is None else Decimal(repr(value)).quantize(_CENT, ROUND_HALF_EVEN))
    return found


def home_currency(country: str) -> str:
    """Give a country's own currency; empty where the country is not known."""
    return currency_of(pl.Series([country])).to_list()[0] or ""


def plain_number(amount: Decimal) -> str:
    """Write an amount without exponent and without thousands separators."""
    return f"{amount:f}"
