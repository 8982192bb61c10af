"""How well a column's name fits each column of the payment table."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from tanglaw.payments.columns import BY_NAME
from tanglaw.payments.nearest import folded
from tanglaw.payments.proposal.words import CONNECTING, PARTY, PAYMENT, ROLES, TIME_OF_DAY

_LEAST_ALIKE: Final = 0.72
"""Below this likeness two short words share letters by chance."""

_NO_PARTY_NAMED: Final = 0.45


@cache
def name_fits(header: str) -> dict[str, float]:
    """For each column of the payment table, 0-1: 1 is a name known to mean it."""
    if folded(header).replace(" ", "_") in BY_NAME:
        return {folded(header).replace(" ", "_"): 1.0}
    fits = {column: _alike(_joined(header), words) for column, words in PAYMENT.items()}
    roles = {role: _without(header, words) for role, words in ROLES.items()}
    named = [role for role, rest in roles.items() if rest is not None]
    if len(named) == 1:  # the column is about a party, not about the payment
        fits = {column: fit * 0.6 for column, fit in fits.items()}
    for role in ROLES:
        rest = roles[role]
        for what, words in PARTY.items():
            column = f"{role}_{what}"
            if column not in BY_NAME:
                continue
            if rest is not None and len(named) == 1:
                fits[column] = _alike(rest, words) if rest else (0.7 if what in {"id", "name"} else 0.0)
            elif not named:
                fits[column] = _NO_PARTY_NAMED * _alike(_joined(header), words) * (1.0 if role == "originator" else 0.9)
    return {column: fit for column, fit in fits.items() if fit > 0}


def is_time_of_day(header: str) -> bool:
    """Whether the name says that a column holds times of day."""
    return _alike(_joined(header), TIME_OF_DAY) > 0.85


def _joined(text: str) -> str:
    return folded(text).replace(" ", "")


def _without(header: str, words: tuple[str, ...]) -> str | None:
    """The name without the party's word, or None if it has none. Compounds such as `Empfängerland` are taken apart."""
    parts = folded(header).split()
    for word in sorted(words, key=len, reverse=True):
        short = len(word) <= 4  # as a part of other words `to` and `from` mean nothing
        if word in parts:
            return "".join(part for part in parts if part != word and part not in CONNECTING)
        if not short and word in "".join(parts):
            return re.sub(f"{word}s?", "", "".join(part for part in parts if part not in CONNECTING), count=1)
    return None


def _alike(text: str, words: tuple[str, ...]) -> float:
    best = max((fuzz.ratio(text, word) / 100 for word in words), default=0.0)
    return best if best >= _LEAST_ALIKE else 0.0
