"""What the opponents see of a file: its payments in one shape, with dollars, local hours, kin, roundness and words."""

# ruff: noqa: E501 -- a pattern reads better unbroken

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.apart.countries import REST, REST_USD
from benchmarks.apart.kit.places import COUNTRIES, USD

WORDS: Final = {
    "innocuous": r"accommodation|uniform|medical|school|education|gift|family|support|birthday|treat|expenses|fees|invoice",
    "family": r"mama|food|grocer|allowance|rent|kids|bills|load|house|maint",
    "work": r"salary|invoice|week|va serv|milestone|bonus|design|payment",
    "trade": r"order|cards|game|shipping|lesson|coach|gold|account|pcs|top up",
    "handle": r"@|\d{7,}",
}
_OPTIONAL: Final = (
    "originator_name",
    "beneficiary_name",
    "originator_city",
    "beneficiary_city",
    "originator_timezone",
    "rail",
    "institution",
    "reference",
    "purpose_code",
    "status",
    "merchant_category",
    "originator_ip",
    "originator_device",
    "originator_phone",
    "beneficiary_phone",
    "beneficiary_email",
)
_YEARS: Final = ("originator_birth_year", "beneficiary_birth_year")
_MORE: Final = {
    "AT": ("EUR", "Europe/Vienna"), "BE": ("EUR", "Europe/Brussels"), "BR": ("BRL", "America/Sao_Paulo"),
    "CH": ("CHF", "Europe/Zurich"), "CN": ("CNY", "Asia/Shanghai"), "DK": ("DKK", "Europe/Copenhagen"),
    "ES": ("EUR", "Europe/Madrid"), "IE": ("EUR", "Europe/Dublin"), "IL": ("ILS", "Asia/Jerusalem"),
    "MY": ("MYR", "Asia/Kuala_Lumpur"), "QA": ("QAR", "Asia/Qatar"), "SA": ("SAR", "Asia/Riyadh"),
    "TW": ("TWD", "Asia/Taipei"),
    "BD": ("BDT", "Asia/Dhaka"), "EC": ("USD", "America/Guayaquil"), "ET": ("ETB", "Africa/Addis_Ababa"),
    "FI": ("EUR", "Europe/Helsinki"), "GT": ("GTQ", "America/Guatemala"), "HN": ("HNL", "America/Tegucigalpa"),
    "HU": ("HUF", "Europe/Budapest"), "KW": ("KWD", "Asia/Kuwait"), "LK": ("LKR", "Asia/Colombo"),
    "LT": ("EUR", "Europe/Vilnius"), "MT": ("EUR", "Europe/Malta"), "PK": ("PKR", "Asia/Karachi"),
    "SC": ("SCR", "Indian/Mahe"), "SN": ("XOF", "Africa/Dakar"), "SO": ("SOS", "Africa/Mogadishu"),
    "SV": ("USD", "America/El_Salvador"), "SY": ("SYP", "Asia/Damascus"),
}  # fmt: skip
"""Countries of the lab's worlds and the guests' only: currency and zone."""

_USD: Final = REST_USD | USD | {
    "CNY": 0.14, "ILS": 0.27, "MYR": 0.22, "QAR": 0.27, "TWD": 0.031, "BDT": 0.0085, "ETB": 0.0175, "GTQ": 0.13,
    "HNL": 0.04, "HUF": 0.0028, "KWD": 3.25, "LKR": 0.0033, "PKR": 0.0036, "SCR": 0.07, "SOS": 0.00175,
    "SYP": 0.000077,
}  # fmt: skip
_MAIN_ZONE: Final = {code: country.cities.values[0][1] for code, country in COUNTRIES.items()} | {
    code: zone for code, (_, zone) in (REST | _MORE).items()
}
_CURRENCY: Final = {code: country.currency for code, country in COUNTRIES.items()} | {
    code: currency for code, (currency, _) in (REST | _MORE).items()
}


def payments(raw: pl.DataFrame) -> pl.DataFrame:
    """Bring a world's file into one shape: every column, dollars, local hours, kin, roundness, words.

    A payment from a country that no table knows has no local time, one in a currency that none knows no dollars: null.
    """
    if "originator_birth_date" in raw.columns:
        raw = raw.with_columns(originator_birth_year=pl.col("originator_birth_date").dt.year())
    lacking = [pl.lit(None, pl.String).alias(c) for c in _OPTIONAL if c not in raw.columns]
    lacking += [pl.lit(None, pl.Int32).alias(c) for c in _YEARS if c not in raw.columns]
    frame = raw.with_columns(lacking).with_columns(
        pl.col("amount").cast(pl.Float64),
        zone=pl.coalesce("originator_timezone", _looked_up("originator_country", _MAIN_ZONE)),
        theirs=_looked_up("beneficiary_country", _CURRENCY),
    )
    frame = frame.with_columns(
        usd=pl.col("amount") * _dollars("currency"),
        abroad=pl.col("beneficiary_country") != pl.col("originator_country"),
    )
    frame = pl.concat(_local(part, zone) for (zone,), part in frame.group_by("zone", maintain_order=True)).sort(
        "executed_at", "payment_id"
    )
    start = frame["executed_at"].min()
    scale = (10.0 ** (-(pl.col("usd") / pl.col("amount")).log10()).round()).alias("scale")
    frame = frame.with_columns(scale, t=(pl.col("executed_at") - start).dt.total_seconds() / 86_400.0)
    text = pl.col("reference").str.to_lowercase()
    own = pl.col("amount") / pl.col("scale")
    foreign = pl.col("usd") / _dollars("theirs")
    hour = pl.col("hour")
    return frame.with_columns(
        _kin(),
        lusd=pl.col("usd").log(),
        round5=(own % 5 == 0),
        round10=(own % 10 == 0),
        cents=(pl.col("amount") % 1 > 0.001),
        ladder=((own * 100).round() % 500 == 499),
        digits=(foreign.log10().floor()),
        night=(hour >= 22) | (hour < 5),
        evening=hour.is_between(18, 22, closed="left"),
        office=hour.is_between(9, 17, closed="left"),
        small=pl.col("usd") < 100,
        tiny=pl.col("usd") < 36,
        band=pl.col("usd").is_between(7, 330),
        payday=pl.col("dom").is_in([1, 2, 15, 16, 28, 29, 30, 31]),
        blank=pl.col("reference").is_null(),
        failed=pl.col("status").fill_null("completed") != "completed",
        oage=pl.lit(2024) - pl.col("originator_birth_year"),
        bage=pl.lit(2024) - pl.col("beneficiary_birth_year"),
        cash=pl.col("rail") == "cash_pickup",
        wallet=pl.col("rail") == "wallet",
        bank=pl.col("rail") == "bank",
        card=pl.col("rail") == "card",
        crypto=pl.col("rail") == "crypto",
        firm=pl.col("beneficiary_name").str.contains(
            r"(?i)ltd|services|& co|trading|foundation|mission|school|clinic|agency|resid|rooms|travel|pastor"
        ),
        **{f"w_{name}": text.str.contains(pattern).fill_null(value=False) for name, pattern in WORDS.items()},
    )


def _looked_up(column: str, table: dict[str, str]) -> pl.Expr:
    return pl.col(column).replace_strict(table, default=None, return_dtype=pl.String)


def _dollars(column: str) -> pl.Expr:
    return pl.col(column).replace_strict(_USD, default=None, return_dtype=pl.Float64)


def _local(part: pl.DataFrame, zone: str | None) -> pl.DataFrame:
    local = pl.col("executed_at").dt.convert_time_zone(zone or "UTC")
    if zone is None:
        local = pl.when(False).then(local)
    return part.with_columns(
        hour=local.dt.hour() + local.dt.minute() / 60.0,
        dom=local.dt.day(),
        weekday=local.dt.weekday(),
        month=local.dt.month(),
    )


def _kin() -> pl.Expr:
    def parts(column: str) -> pl.Expr:
        return pl.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\s-]", " ").str.extract_all(r"\p{L}{4,}")

    return (parts("originator_name").list.set_intersection(parts("beneficiary_name")).list.len() > 0).alias("kin")
