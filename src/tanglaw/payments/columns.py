# ruff: noqa: E501 -- a table reads better unbroken
"""The payment table: every column Tanglaw reads, its type, and what it means.

The names are the contract that other programs rely on; the terms are FATF Recommendation 16's (originator, beneficiary).
A *checked* payment table always has every column below, in this order; a column that the input lacks is all null.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

MONEY: Final = pl.Decimal(38, 18)
"""Exact money: 20 digits before the point, 18 after (the smallest unit any listed crypto-asset uses)."""

INSTANT: Final = pl.Datetime("us", "UTC")

RAILS: Final = ("cash_pickup", "wallet", "bank", "card", "crypto")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the payment table."""

    name: str
    dtype: pl.DataType
    meaning: str
    example: str
    required: bool = False


_TEXT: Final = pl.String()

COLUMNS: Final[tuple[Column, ...]] = (
    Column("payment_id", _TEXT, "Unique id of the payment", "P-000017", required=True),
    Column("executed_at", INSTANT, "When it was executed; ISO 8601, naive times are UTC, a bare date has no time of day",
           "2025-03-08T22:41:07+10:00", required=True),
    Column("amount", MONEY, "Amount sent, in `currency`; above zero", "51.00", required=True),
    Column("currency", _TEXT, "Currency of `amount`, ISO 4217", "AUD", required=True),
    Column("originator_id", _TEXT, "The institution's id of the payer", "C-4411", required=True),
    Column("originator_country", _TEXT, "Country the payer pays from, ISO 3166 alpha-2", "AU", required=True),
    Column("beneficiary_id", _TEXT, "The institution's id of the receiver", "R-9020", required=True),
    Column("beneficiary_country", _TEXT, "Country the receiver is paid in, ISO 3166 alpha-2", "PH", required=True),
    Column("originator_name", _TEXT, "Payer's name as recorded", "Alan Example"),
    Column("originator_birth_date", pl.Date(), "Payer's date of birth", "1963-05-02"),
    Column("originator_birth_year", pl.Int16(), "Payer's year of birth (taken from the date when only that is given)", "1963"),
    Column("originator_phone", _TEXT, "Payer's phone number", "+61 491 570 006"),
    Column("originator_email", _TEXT, "Payer's e-mail address", "alan@example.org"),
    Column("originator_device", _TEXT, "Device id the payment was ordered from", "dev-77ab"),
    Column("originator_ip", _TEXT, "IP address the payment was ordered from", "203.0.113.9"),
    Column("originator_city", _TEXT, "Payer's city", "Brisbane"),
    Column("originator_address", _TEXT, "Payer's address", "1 Example St"),
    Column("originator_timezone", _TEXT, "Payer's IANA time zone", "Australia/Brisbane"),
    Column("originator_account", _TEXT, "Payer's account (IBAN or local number)", "DE89370400440532013000"),
    Column("beneficiary_name", _TEXT, "Receiver's name as recorded", "Maria Example"),
    Column("beneficiary_birth_year", pl.Int16(), "Receiver's year of birth", "1990"),
    Column("beneficiary_phone", _TEXT, "Receiver's phone number", "+63 917 555 0100"),
    Column("beneficiary_email", _TEXT, "Receiver's e-mail address", "maria@example.org"),
    Column("beneficiary_city", _TEXT, "Receiver's city", "Cebu City"),
    Column("beneficiary_address", _TEXT, "Receiver's address", "Example Road"),
    Column("beneficiary_account", _TEXT, "Receiver's account or wallet", "0917-555-0100"),
    Column("beneficiary_timezone", _TEXT, "Receiver's IANA time zone", "Asia/Manila"),
    Column("rail", _TEXT, "How it was paid out: cash_pickup, wallet, bank, card or crypto", "cash_pickup"),
    Column("institution", _TEXT, "Institution that sent it", "Remit One"),
    Column("reference", _TEXT, "Reference or message, verbatim", "school fees"),
    Column("purpose_code", _TEXT, "Purpose code, verbatim", "FAMI"),
    Column("status", _TEXT, "Status at the institution, verbatim", "completed"),
    Column("merchant_category", _TEXT, "Merchant category code (ISO 18245), for card payments", "5734"),
)  # fmt: skip

BY_NAME: Final = {column.name: column for column in COLUMNS}
REQUIRED: Final = tuple(column.name for column in COLUMNS if column.required)

PROVENANCE: Final[dict[str, pl.DataType]] = {"source": pl.String(), "line": pl.Int64()}
"""Where a row stood: file as the user named it, and line (CSV), row (Parquet) or transaction number (XML), from 1."""

CHECKED_SCHEMA: Final = pl.Schema(
    {column.name: column.dtype for column in COLUMNS} | {"time_known": pl.Boolean()} | PROVENANCE
)
"""A checked batch: the columns, whether `executed_at` carried a time of day, and where the row stood."""

REJECTED_SCHEMA: Final = pl.Schema(
    {"source": pl.String, "line": pl.Int64, "field": pl.String, "problem": pl.String, "raw": pl.String}
)
"""A rejected row: `problem` says what was found and what was expected; `raw` is the row as it stood."""
