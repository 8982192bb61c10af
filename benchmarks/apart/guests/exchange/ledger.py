"""The book of payments while the world runs, and the table that the institution would hand over."""

from __future__ import annotations

from datetime import UTC, datetime

import polars as pl

from .people import Payer
from .places import HOSTS
from .profiles import Profile
from .seasons import FIRST, utc_shift_hours

Truth = tuple[Payer, Profile, str, str, str | None, bool]
"""Payer, receiver's profile, payer's kind, receiver's kind, ring or household, and if it imitates ordinary life."""

Details = tuple[str, str | None, str | None, str, str | None]
"""Rail, purpose code, reference, status, device."""

_EPOCH = int(datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC).timestamp())


class Ledger:
    """Payments in the order in which the mechanisms made them."""

    def __init__(self) -> None:
        self.truths: list[Truth] = []
        self.paid: set[str] = set()
        self.seconds: list[int] = []
        self.minors: list[int] = []
        self._details: list[Details] = []

    def write(self, tie: Truth, second: int, minor: int, details: Details) -> None:
        """Book a payment; `second` counts from the window's start in the payer's local time."""
        shift = utc_shift_hours(tie[0].host, second // 86400)
        self.truths.append(tie)
        self.paid.add(tie[0].id)
        self.seconds.append(_EPOCH + second - shift * 3600)
        self.minors.append(minor)
        self._details.append(details)

    def table(self) -> pl.DataFrame:
        """The payment table in order of time, numbered as the core system numbers them."""
        payers = [truth[0] for truth in self.truths]
        profiles = [truth[1] for truth in self.truths]
        hosts = [HOSTS[payer.host] for payer in payers]
        rails = [details[0] for details in self._details]
        amounts = [
            f"{minor / 100:.2f}" if host.digits else str(minor) for minor, host in zip(self.minors, hosts, strict=True)
        ]
        columns: dict[str, pl.Series] = {
            "executed_at": pl.Series(self.seconds, dtype=pl.Int64),
            "amount": pl.Series(amounts, dtype=pl.String),
            "currency": pl.Series([host.currency for host in hosts]),
            "originator_id": pl.Series([payer.id for payer in payers]),
            "originator_country": pl.Series([host.code for host in hosts]),
            "beneficiary_id": pl.Series([profile.id for profile in profiles]),
            "beneficiary_country": pl.Series([profile.home for profile in profiles]),
            "originator_name": pl.Series([payer.name for payer in payers]),
            "originator_birth_date": pl.Series([payer.birth for payer in payers], dtype=pl.Date),
            "originator_phone": pl.Series([payer.phone for payer in payers], dtype=pl.String),
            "originator_device": pl.Series([details[4] for details in self._details], dtype=pl.String),
            "originator_city": pl.Series([payer.city for payer in payers]),
            "beneficiary_name": pl.Series([profile.name for profile in profiles]),
            "beneficiary_phone": pl.Series([profile.phone for profile in profiles], dtype=pl.String),
            # Only a payout branch has a city; an account or wallet has a number instead.
            "beneficiary_city": pl.Series(
                [p.city if rail == "cash_pickup" else None for p, rail in zip(profiles, rails, strict=True)],
                dtype=pl.String,
            ),
            "beneficiary_account": pl.Series(
                [_account(p, rail) for p, rail in zip(profiles, rails, strict=True)], dtype=pl.String
            ),
            "rail": pl.Series(rails),
            "institution": pl.Series([host.entity for host in hosts]),
            "reference": pl.Series([details[2] for details in self._details], dtype=pl.String),
            "purpose_code": pl.Series([details[1] for details in self._details], dtype=pl.String),
            "status": pl.Series([details[3] for details in self._details]),
        }
        return (
            pl.DataFrame(columns)
            .sort("executed_at", "originator_id", "beneficiary_id", "amount")
            .with_row_index("number", offset=1)
            .with_columns(
                pl.format("HX{}", pl.col("number").cast(pl.String).str.zfill(8)).alias("payment_id"),
                pl.from_epoch("executed_at", time_unit="s").cast(pl.Datetime("us")).dt.replace_time_zone("UTC"),
                pl.col("amount").cast(pl.Decimal(38, 18)),
            )
            .drop("number")
            .select("payment_id", *columns)
        )


def _account(profile: Profile, rail: str) -> str | None:
    if rail == "cash_pickup":
        return None
    return profile.phone if rail == "wallet" and profile.phone else profile.account
