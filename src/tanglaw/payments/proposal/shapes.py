"""How well a column's values fit each column of the payment table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from typing import Final

import polars as pl

from tanglaw.payments import codes
from tanglaw.payments.dates import decide_date_format, parse_dates
from tanglaw.payments.instants import parse_instants
from tanglaw.payments.money import decide_mark, parse_money
from tanglaw.payments.optional import rail_of
from tanglaw.payments.places import zone_codes

_PHONE: Final = re.compile(r"\+?[\d\s()/.-]{7,20}")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_IBAN: Final = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,38}")
_ACCOUNT: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .\-/]{4,50}")
_WORDS: Final = re.compile(r"[^\d@]{2,80}")
_MCC: Final = re.compile(r"\d{4}")
_ID: Final = re.compile(r"\S{1,80}")

TELLING: Final = frozenset({"currency", "country", "email", "ip", "timezone", "executed_at"})
"""Kinds of value that are recognised even under a name that says nothing."""


@dataclass(frozen=True, slots=True)
class Values:
    """A column's first values, blanks left out, and the share that was not blank."""

    texts: list[str]
    filled: float

    @classmethod
    def of(cls, column: pl.Series) -> Values:
        """Take a column of any type."""
        texts = column.cast(pl.String, strict=False).drop_nulls().str.strip_chars()
        texts = texts.filter(texts != "")
        return cls(texts.to_list(), texts.len() / max(column.len(), 1))


def value_fit(column: str, values: Values) -> float | None:
    """Share (0-1) of values that could stand in a column of the payment table; None where that tells nothing."""
    if not values.texts:
        return None
    kind = kind_of_value(column)
    if kind == "payment_id":
        return len(set(values.texts)) / len(values.texts) * _share(_ID, values.texts)
    if kind in _SHARES:
        return _SHARES[kind](values.texts)
    return None


def kind_of_value(column: str) -> str:
    """`originator_country` → `country`: both parties' columns hold the same kind of value."""
    return column.removeprefix("originator_").removeprefix("beneficiary_")


def _share(shape: re.Pattern[str], texts: list[str]) -> float:
    return sum(shape.fullmatch(text) is not None for text in texts) / len(texts)


def _known(code: Callable[[str], object]) -> Callable[[list[str]], float]:
    return lambda texts: sum(bool(code(text)) for text in texts) / len(texts)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _times(texts: list[str]) -> float:
    values = pl.Series(texts)
    at = parse_instants(values, decide_date_format(values)[0]).at.drop_nulls()
    return float(at.dt.year().is_between(1990, 2100).sum()) / len(texts)


def _birth_dates(texts: list[str]) -> float:
    values = pl.Series(texts)
    days = parse_dates(values, decide_date_format(values)[0]).drop_nulls()
    return float(days.is_between(date(1900, 1, 1), date(2020, 1, 1)).sum()) / len(texts)


def _amounts(texts: list[str]) -> float:
    values = pl.Series(texts)
    money = parse_money(values, decide_mark(values) or ".")
    return float((money > 0).sum()) / len(texts)


_SHARES: Final[dict[str, Callable[[list[str]], float]]] = {
    "executed_at": _times,
    "amount": _amounts,
    "currency": _known(codes.currency),
    "country": _known(codes.country),
    "id": lambda texts: _share(_ID, texts),
    "name": lambda texts: _share(_WORDS, texts),
    "city": lambda texts: _share(_WORDS, texts),
    "birth_date": _birth_dates,
    "birth_year": lambda texts: sum(text.isdecimal() and 1900 <= int(text) <= 2020 for text in texts) / len(texts),
    "phone": lambda texts: _share(_PHONE, texts),
    "email": lambda texts: _share(_EMAIL, texts),
    "ip": _known(_is_address),
    "account": lambda texts: max(_share(_IBAN, texts), _share(_ACCOUNT, texts)),
    "timezone": _known(lambda text: text in zone_codes()),
    "rail": _known(rail_of),
    "merchant_category": lambda texts: _share(_MCC, texts),
}
