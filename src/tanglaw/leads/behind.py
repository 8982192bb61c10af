"""The payments behind the leads, with their words: ``lead_payments.parquet``."""

from __future__ import annotations

import polars as pl

from tanglaw.leads.accounts import Accounts
from tanglaw.measures.intake import Intake
from tanglaw.payments.local_time import local_time
from tanglaw.payments.rates import Rates

_COLUMNS = (
    "payment_id", "executed_at", "time_known", "amount", "currency", "originator_id", "originator_name",
    "originator_country", "originator_city", "originator_timezone", "beneficiary_id", "beneficiary_name",
    "beneficiary_country", "beneficiary_city", "beneficiary_timezone", "reference", "rail", "institution",
)  # fmt: skip

_ORDER = (
    "lead_id", "payment_id", "executed_at", "originator_local", "beneficiary_local", "amount", "currency", "usd",
    "originator_id", "originator_name", "originator_country", "originator_city", "beneficiary_id", "beneficiary_name",
    "beneficiary_country", "beneficiary_city", "reference", "rail", "institution", "originator_entity",
    "beneficiary_entity",
)  # fmt: skip


def lead_payments(behind: pl.DataFrame, intake: Intake, rates: Rates) -> pl.DataFrame:
    """Fetch the payments behind leads.

    Args:
        behind: ``lead_id, row``.
        intake: where the accepted payments lie.
        rates: for the value in US dollars.

    Returns:
        One row a lead and payment, in the order of `behind`, with the local times of both sides (null where unknown)
        and the entity that each side's account belongs to (its own id where nobody joined it).
    """
    payments = intake.payments(behind["row"].unique().sort(), _COLUMNS)
    for side in ("originator", "beneficiary"):
        local = local_time(
            payments["executed_at"], payments["time_known"], payments[f"{side}_timezone"], payments[f"{side}_city"],
            payments[f"{side}_country"],
        )  # fmt: skip
        entity = Accounts.of_role(side, intake).entities(payments[f"{side}_id"])
        payments = payments.with_columns(local["local"].alias(f"{side}_local"), entity.alias(f"{side}_entity"))
    usd = rates.usd(payments["amount"], payments["currency"], payments["executed_at"].dt.date())
    payments = payments.with_columns(usd.alias("usd"))
    return behind.join(payments, on="row", how="left", maintain_order="left").select(_ORDER)
