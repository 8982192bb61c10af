"""The payments behind the leads, with their words and identifiers: ``lead_payments.parquet``."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.leads.accounts import Accounts
from tanglaw.measures.intake import Intake
from tanglaw.payments.currencies import currency_of
from tanglaw.payments.local_time import local_time
from tanglaw.payments.rates import Rates

_READ: Final = (
    "payment_id", "executed_at", "time_known", "amount", "currency", "originator_id", "originator_name",
    "originator_country", "originator_city", "originator_timezone", "beneficiary_id", "beneficiary_name",
    "beneficiary_country", "beneficiary_city", "beneficiary_timezone", "reference", "rail", "institution",
)  # fmt: skip

_IDENTIFYING: Final = (
    "originator_birth_date", "originator_birth_year", "originator_phone", "originator_email", "originator_device",
    "originator_ip", "originator_address", "originator_account", "beneficiary_birth_year", "beneficiary_phone",
    "beneficiary_email", "beneficiary_address", "beneficiary_account", "purpose_code", "status", "merchant_category",
)  # fmt: skip
"""What a report to an authority needs besides: whom and what an investigator can ask for."""

_ORDER: Final = (
    "lead_id", "payment_id", "executed_at", "originator_local", "beneficiary_local", "amount", "currency", "usd",
    "originator_id", "originator_name", "originator_country", "originator_city", "beneficiary_id", "beneficiary_name",
    "beneficiary_country", "beneficiary_city", "reference", "rail", "institution", "originator_entity",
    "beneficiary_entity", "time_known", "originator_clock", "beneficiary_clock", "received", "received_currency",
    *_IDENTIFYING,
)  # fmt: skip


def lead_payments(behind: pl.DataFrame, intake: Intake, rates: Rates) -> pl.DataFrame:
    """Fetch the payments behind leads.

    Args:
        behind: ``lead_id, row``.
        intake: where the accepted payments lie.
        rates: for the value in US dollars and in the receiver's currency.

    Returns:
        One row a lead and payment, in the order of `behind`, with the local times of both sides (null where unknown)
        and how each clock was found, the entity that each side's account belongs to (its own id where nobody joined
        it), and the value in the receiver's own currency at the day's reference rate.
    """
    payments = intake.payments(behind["row"].unique().sort(), (*_READ, *_IDENTIFYING))
    for side in ("originator", "beneficiary"):
        local = local_time(
            payments["executed_at"], payments["time_known"], payments[f"{side}_timezone"], payments[f"{side}_city"],
            payments[f"{side}_country"],
        )  # fmt: skip
        entity = Accounts.of_role(side, intake).entities(payments[f"{side}_id"])
        payments = payments.with_columns(
            local["local"].alias(f"{side}_local"),
            local["how"].cast(pl.String).alias(f"{side}_clock"),
            entity.alias(f"{side}_entity"),
        )
    day = payments["executed_at"].dt.date()
    usd = rates.usd(payments["amount"], payments["currency"], day)
    theirs = currency_of(payments["beneficiary_country"])
    received = rates.convert(payments["amount"], payments["currency"], theirs, day)
    payments = payments.with_columns(
        usd.alias("usd"), received.alias("received"), theirs.alias("received_currency")
    ).with_columns(received_currency=pl.when(pl.col("received").is_not_null()).then("received_currency"))
    return behind.join(payments, on="row", how="left", maintain_order="left").select(_ORDER)
