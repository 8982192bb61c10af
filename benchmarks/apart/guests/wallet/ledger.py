"""The reports as they reach the unit: one row a payment, one file on each account, and the truth beside them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from random import Random

import polars as pl

from .people import Account
from .places import FIRST_DAY

MONEY = pl.Decimal(38, 18)


@dataclass(slots=True)
class Rows:
    """The payments, a list a column, in order of time."""

    executed_at: list[int]
    amount: list[str]
    currency: list[str]
    originator_country: list[str]
    beneficiary_country: list[str]
    rail: list[str]
    institution: list[str]
    reference: list[str | None]
    purpose_code: list[str | None]
    status: list[str]
    originator: list[int]
    beneficiary: list[int]
    kind: list[str]
    live_city: list[str]


def empty_rows() -> Rows:
    """Return a ledger without payments."""
    return Rows(*([] for _ in fields(Rows)))


def _street(random: Random) -> str:
    road = random.choice(("Station Road", "Mill Lane", "Harbour Street", "Second Avenue", "Garden Way"))
    return f"{random.randrange(1, 220)} {road}"


def account_files(accounts: list[Account], random: Random) -> pl.DataFrame:
    """Return what each institution holds on the person behind an account; a fact not on file is null."""
    files = []
    for account in accounts:
        person, holds = account.person, account.institution.holds
        on_file = {
            fact: random.random() < holds.get(fact, 0.0)
            for fact in (
                "name",
                "birth_date",
                "birth_year",
                "phone",
                "email",
                "device",
                "ip",
                "city",
                "address",
                "account",
            )
        }
        facts = {
            "name": account.name,
            "birth_date": person.born,
            "birth_year": person.born.year,
            "phone": person.phone,
            "email": f"{person.given}.{person.family}{person.number * 48_271 % 9_973}@example.org".lower().replace(
                " ", ""
            ),
            # one telephone in five is shared or replaced between two accounts of a person, so the device differs
            "device": f"d{person.number * 7919 % 1_000_003:06x}" + ("b" if random.random() < 0.2 else ""),
            "ip": f"2001:db8:{random.randrange(65536):x}:{person.number * 48_271 % 65_521:x}::1",
            "city": person.home.name,
            "address": _street(random),
            "account": person.phone.replace(" ", "")
            if account.institution.rail == "wallet"
            else f"{account.serial:011d}",
        }
        known = {fact: value if on_file[fact] else None for fact, value in facts.items()}
        files.append({"serial": account.serial, "id": account.code, **known})
    return pl.DataFrame(
        files,
        schema_overrides={"birth_year": pl.Int16, "birth_date": pl.Date, "serial": pl.Int64},
        infer_schema_length=None,
    )


def payment_table(rows: Rows, files: pl.DataFrame) -> pl.DataFrame:
    """Return the payment table, with the parties' files beside each payment, in the contract's names and types."""
    ledger = pl.DataFrame({column.name: getattr(rows, column.name) for column in fields(Rows)})
    payers = files.rename({name: f"originator_{name}" for name in files.columns if name != "serial"})
    shown = ("id", "name", "birth_year", "phone", "city", "account")
    receivers = files.select("serial", *(pl.col(name).alias(f"beneficiary_{name}") for name in shown))
    start = FIRST_DAY.replace(tzinfo=None)
    return (
        ledger.sort("executed_at", maintain_order=True)
        .with_row_index("row")
        .join(payers, left_on="originator", right_on="serial", how="left", maintain_order="left")
        .join(receivers, left_on="beneficiary", right_on="serial", how="left", maintain_order="left")
        .with_columns(
            pl.format("T{}", (pl.col("row") + 1_000_000).cast(pl.String)).alias("payment_id"),
            (pl.lit(start) + pl.duration(seconds=pl.col("executed_at")))
            .cast(pl.Datetime("us"))
            .dt.replace_time_zone("UTC")
            .alias("executed_at"),
            pl.col("amount").cast(MONEY),
            # an app sees where its user is; a counter's file keeps the home town
            pl.when(pl.col("originator_ip").is_not_null())
            .then(pl.col("live_city"))
            .otherwise(pl.col("originator_city"))
            .alias("originator_city"),
        )
    )


_LISTED = """
payment_id executed_at amount currency originator_id originator_country beneficiary_id beneficiary_country
originator_name originator_birth_date originator_birth_year originator_phone originator_email originator_device
originator_ip originator_city originator_address originator_account beneficiary_name beneficiary_birth_year
beneficiary_phone beneficiary_city beneficiary_account rail institution reference purpose_code status
"""
COLUMNS = tuple(_LISTED.split())
"""The columns these institutions can fill; nobody reports time zones, card categories or receivers' addresses."""
