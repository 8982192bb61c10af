"""Payments of invented people, among a small practice world: a household under three names, and families."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl

HOUSEHOLD = ("R-7001", "R-7002", "R-7003")
"""Three receivers with three surnames, one phone number and one address."""

FAMILY = ("R-8001", "R-8002", "R-8003")
"""Mother, daughter and son-in-law under one roof, supported by two sons abroad."""

PERSON = ("C-6001", "C-6002")
"""One payer with two customer numbers."""

_START = datetime(2024, 3, 4, tzinfo=UTC)
_PAYERS = [
    ("AU", "AUD", "Peter Marlow"), ("AU", "AUD", "Colin Thorne"), ("AU", "AUD", "Desmond Pike"),
    ("GB", "GBP", "Alan Whitlock"), ("GB", "GBP", "Roger Hadley"), ("GB", "GBP", "Keith Sowerby"),
    ("US", "USD", "Warren Bickford"), ("US", "USD", "Dale Hutchins"), ("US", "USD", "Lyle Prentiss"),
    ("SE", "SEK", "Torbjorn Ekdahl"), ("SE", "SEK", "Stellan Rydberg"),
]  # fmt: skip
NAMES = {
    "R-7001": "Marivic Tolentino", "R-7002": "Jonalyn Tolentino Sarmiento", "R-7003": "Rogelio Sarmiento",
    "R-8001": "Luzviminda Catacutan", "R-8002": "Angelica Catacutan Magbanua", "R-8003": "Efren Magbanua",
}  # fmt: skip
_PHONES = {"R-7": "+63 917 555 0171", "R-8": "+63 917 555 0188"}
_NIGHT = {"AU": 12, "GB": 22, "US": 3, "SE": 21}
"""Hour in UTC at which the late evening begins."""

_ADDRESSES = {"R-7": "12 Halimbawa Street, Purok 3", "R-8": "40 Sampaguita Lane, Purok 7"}
_AMOUNT = {"AUD": 60, "GBP": 35, "USD": 45, "SEK": 450}


_CITIES = ("Cebu City", "Angeles", "Cagayan de Oro", "Iligan")
_GIVEN = ("Rhea", "Joel", "Maricar", "Dante", "Liezel")
_FAMILY = ("Pacquiano", "Dumaguing", "Valdehueza", "Ochotorena")


def _named(receiver: str) -> str:
    number = int(receiver[2:])
    return NAMES.get(receiver, f"{_GIVEN[number % 5]} {_FAMILY[number % 4]}")


def _city(receiver: str) -> str:
    return "Cebu City" if receiver in NAMES else _CITIES[int(receiver[2:]) % 4]


def _row(
    at: datetime, payer: tuple[str, str, str, str], receiver: str, amount: float, reference: str
) -> dict[str, object]:
    subject, country, currency, name = payer
    return {
        "executed_at": at, "amount": f"{amount:.2f}", "currency": currency,
        "originator_id": subject, "originator_country": country, "originator_name": name,
        "originator_birth_year": str(1950 + 3 * (len(name) % 11)), "originator_email": f"{name.lower().replace(' ', '.')}@example.org",
        "beneficiary_id": receiver, "beneficiary_country": "PH", "beneficiary_name": _named(receiver),
        "beneficiary_phone": _PHONES.get(receiver[:3]), "beneficiary_city": _city(receiver), "beneficiary_address": _ADDRESSES.get(receiver[:3]), "rail": "cash_pickup",
        "institution": "Remit One", "reference": reference,
    }  # fmt: skip


def household_payments() -> list[dict[str, object]]:
    """Eleven unrelated payers of four countries, each to one of three accounts, small sums by night."""
    rows = []
    for number, (country, currency, name) in enumerate(_PAYERS):
        payer = (f"C-70{number:02}", country, currency, name)
        for turn in range(3 + number % 2):
            at = _START + timedelta(days=22 * number + 13 * turn, hours=_NIGHT[country] + number % 4, minutes=7 * turn)
            amount = _AMOUNT[currency] * (1 + turn % 3 / 2)
            rows.append(_row(at, payer, HOUSEHOLD[number % 3], amount, ("", "school fees")[turn % 2]))
            for other in range(3):
                receiver = f"R-9{(3 * number + 5 * other) % 20:03}"
                rows.append(_row(at + timedelta(days=1 + other, minutes=9), payer, receiver, amount, "birthday"))
    return rows


def family_payments() -> list[dict[str, object]]:
    """Two sons abroad support their mother and their sister's household, monthly, after payday."""
    rows = []
    for number, (country, currency, amount) in enumerate((("AU", "AUD", 310), ("US", "USD", 260))):
        payer = (f"C-80{number:02}", country, currency, f"{('Ramon', 'Dindo')[number]} Catacutan")
        for month in range(10):
            at = _START + timedelta(days=30 * month + number, hours=3)
            rows.append(_row(at, payer, FAMILY[(month + number) % 3], amount, "family support"))
    return rows


def person_payments() -> list[dict[str, object]]:
    """One payer under two customer numbers, to ten unrelated receivers."""
    rows = []
    for turn in range(20):
        payer = (PERSON[turn % 2], "AU", "AUD", "Graham Selwyn")
        at = _START + timedelta(days=7 * turn, hours=13)
        rows.append(_row(at, payer, f"R-9{turn % 10:03}", 70, ("", "gift")[turn % 2]))
    return rows


def write_world(world: pl.DataFrame, path: Path) -> Path:
    """Write the world's payments and these, as Parquet."""
    rows = [*household_payments(), *family_payments(), *person_payments()]
    own = pl.DataFrame(rows).with_columns(payment_id=pl.format("H-{}", pl.int_range(pl.len())))
    own = own.with_columns(pl.col("executed_at").dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
    text = world.with_columns(pl.all().cast(pl.String)) if world.schema["executed_at"] == pl.String else world
    text = text.with_columns(pl.col("executed_at").cast(pl.Datetime("us", "UTC")).dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
    pl.concat([text.cast(pl.String), own.cast(pl.String)], how="diagonal").write_parquet(path)
    return path
