"""Figures as people read them. One place, so that the table, the spreadsheet and the report agree."""

from __future__ import annotations

import math
from datetime import datetime
from decimal import Decimal
from typing import Final

_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WITHOUT_CENTS: Final = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF", "RWF"})
_LETTERS: Final = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_MOST_FACTOR: Final = 10_000


def percent(share: float) -> str:
    """Write a share of 0–1 in per cent, with a digit after the point where it matters."""
    value = share * 100
    if 0 < value < 0.1:
        return f"under 0.1{_NARROW}%"
    if value < 10 and round(value, 1) % 1:
        return f"{value:.1f}{_NARROW}%"
    return f"{value:.0f}{_NARROW}%"


def probability(score: float) -> str:
    """Write a probability of 0–1 in whole per cent, never as certain."""
    if score < 0.01:
        return f"<{_NARROW}1{_NARROW}%"
    if score > 0.99:
        return f">{_NARROW}99{_NARROW}%"
    return f"{score * 100:.0f}{_NARROW}%"


def urgency(value: float) -> str:
    """Name an urgency of 0–1: the boundaries are a third and two thirds."""
    return "high" if value >= 2 / 3 else "medium" if value >= 1 / 3 else "low"


def factor(weight: float) -> str:
    """Write a weight in nats as what it does to the odds: ``× 12`` or ``÷ 3.1``."""
    times = math.exp(min(abs(weight), math.log(_MOST_FACTOR) + 1))
    sign = "×" if weight >= 0 else "÷"
    if times > _MOST_FACTOR:
        return f"{sign}{_NARROW}over {_MOST_FACTOR:,}"
    return f"{sign}{_NARROW}{_two_digits(times)}"


def one_in(log_share: float) -> str:
    """Write the log of a small share as ``1 in 20,000``, rounded to two digits."""
    return f"1 in {_two_digits(math.exp(min(-log_share, 30)))}"


def _two_digits(value: float) -> str:
    if value < 10:
        return f"{value:.1f}".removesuffix(".0")
    step = 10 ** (math.floor(math.log10(value)) - 1)
    return f"{round(value / step) * step:,}"


def nats(value: float) -> str:
    """Write a contribution to the log-odds with its sign, to three places."""
    return f"{value:+.3f}".replace("-", "\N{MINUS SIGN}")


def number(value: int) -> str:
    """Write a whole number within a sentence: in letters up to twelve."""
    return _LETTERS[value] if 0 <= value < len(_LETTERS) else f"{value:,}"


def count(number: int, noun: str) -> str:
    """Write ``1 payment``, ``14 payments``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def usd(value: float) -> str:
    """Write US dollars; cents only where the sum is small."""
    return f"US${value:,.0f}" if abs(value) >= 100 else f"US${value:,.2f}"


def money(amount: Decimal, currency: str) -> str:
    """Write an exact amount with its currency code; never rounded, at least to cents where the currency has them."""
    digits = f"{amount:,f}"
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0")
    if currency not in _WITHOUT_CENTS:
        fraction = fraction.ljust(2, "0")
    return f"{currency}\N{NO-BREAK SPACE}{whole}{'.' if fraction else ''}{fraction}"


def day(at: datetime) -> str:
    """Write ``8 Mar 2025``."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def minute(at: datetime) -> str:
    """Write ``8 Mar 2025, 22:41``."""
    return f"{day(at)}, {at.hour:02}:{at.minute:02}"


def span(first: datetime, last: datetime) -> str:
    """Write a period of days, saying the year once where it can."""
    if first.date() == last.date():
        return f"on {day(first)}"
    start = day(first) if first.year != last.year else day(first).rsplit(" ", 1)[0]
    return f"{start} – {day(last)}"


def sentence_start(text: str) -> str:
    """Raise the first letter."""
    return text[:1].upper() + text[1:]


def sentence_middle(text: str) -> str:
    """Lower the first letter, unless the first word is an abbreviation or a name with a capital inside."""
    word = text.split(" ", 1)[0]
    return text if any(letter.isupper() for letter in word[1:]) else text[:1].lower() + text[1:]
