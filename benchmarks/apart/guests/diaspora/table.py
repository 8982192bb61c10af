"""The payment table as the app would hand it over: ledger rows joined to what it holds of its customers."""

from __future__ import annotations

import polars as pl

from benchmarks.apart.guests.diaspora.people import Account, Payer, Receiver, scattered
from benchmarks.apart.guests.diaspora.world import World
from tanglaw.payments.columns import BY_NAME, COLUMNS

INSTITUTION = "Tulay Remit"


def payment_table(world: World) -> pl.DataFrame:
    """All payments in the order of time, with the columns that an app remitter holds, typed by the contract."""
    rows = sorted(world.ledger.rows, key=lambda row: (row.at, row.account_id, row.receiver_id, row.cents))
    table = pl.DataFrame(
        {
            "payment_id": [f"TR{scattered(number):07d}" for number in range(len(rows))],
            "executed_at": [row.at for row in rows],
            "amount": [f"{row.cents // 100}.{row.cents % 100:02d}" for row in rows],
            "originator_id": [row.account_id for row in rows],
            "beneficiary_id": [row.receiver_id for row in rows],
            "originator_device": [row.device for row in rows],
            "originator_ip": [row.ip for row in rows],
            "reference": [row.reference for row in rows],
            "purpose_code": [row.purpose for row in rows],
            "status": [row.status for row in rows],
        },
        schema_overrides={"originator_ip": pl.String, "reference": pl.String, "purpose_code": pl.String},
    ).with_columns(pl.from_epoch("executed_at", time_unit="us").dt.replace_time_zone("UTC"))
    payers = [_payer(payer, account) for payer in world.register.payers for account in payer.accounts]
    receivers = [_receiver(receiver) for receiver in world.register.receivers]
    table = table.join(pl.DataFrame(payers, infer_schema_length=None), on="originator_id", how="left")
    table = table.join(pl.DataFrame(receivers, infer_schema_length=None), on="beneficiary_id", how="left")
    table = table.with_columns(institution=pl.lit(INSTITUTION)).sort("executed_at", "payment_id")
    held = [column.name for column in COLUMNS if column.name in table.columns]
    return table.select(pl.col(name).cast(BY_NAME[name].dtype) for name in held)


def _payer(payer: Payer, account: Account) -> dict[str, object]:
    """What the app asks at registration; the time zone comes from the phone."""
    return {
        "originator_id": account.account_id,
        "originator_country": payer.abroad.code,
        "currency": payer.abroad.currency,
        "originator_name": payer.name,
        "originator_birth_date": payer.birth if payer.documented else None,
        "originator_phone": account.phone,
        "originator_email": account.email,
        "originator_city": payer.city,
        "originator_timezone": payer.timezone,
    }


def _receiver(receiver: Receiver) -> dict[str, object]:
    """What the payer types in about the receiver: a town only where cash is picked up or a bank insists."""
    return {
        "beneficiary_id": receiver.receiver_id,
        "beneficiary_country": receiver.home.code,
        "beneficiary_name": receiver.name,
        "beneficiary_phone": receiver.phone,
        "beneficiary_city": receiver.town if receiver.rail != "wallet" else None,
        "beneficiary_account": receiver.account,
        "rail": receiver.rail,
    }
