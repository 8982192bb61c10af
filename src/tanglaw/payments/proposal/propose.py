"""Weighs names and values and gives each column of the payment table the file's column that fits it best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from tanglaw.payments.columns import BY_NAME, REQUIRED
from tanglaw.payments.proposal.names import is_time_of_day, name_fits
from tanglaw.payments.proposal.sample import Sample
from tanglaw.payments.proposal.shapes import TELLING, Values, kind_of_value, value_fit

Sureness = Literal["sure", "likely", "a guess"]

_LEAST: Final = 0.35
"""Below this nothing is proposed."""

_MOST: Final = 0.99
"""A person should look at every line."""

_TIME_SHAPE: Final = r"^\s*\d{1,2}:\d{2}(:\d{2})?\s*([AaPp]\.?[Mm]\.?)?\s*$"


@dataclass(frozen=True, slots=True)
class Guess:
    """One proposed column.

    Attributes:
        column: of the payment table.
        names: the file's column, or two that are joined.
        confidence: 0-1; no probability, but 0.85 and more has name and values on its side.
        why: in words.
    """

    column: str
    names: tuple[str, ...]
    confidence: float
    why: str

    @property
    def sureness(self) -> Sureness:
        """The confidence as a word."""
        return "sure" if self.confidence >= 0.85 else "likely" if self.confidence >= 0.6 else "a guess"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed mapping: the guesses in the payment table's order, and what stays open."""

    sample: Sample
    guesses: tuple[Guess, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]


def propose(sample: Sample) -> Proposal:
    """Propose a mapping by a file's header and first rows."""
    values = {name: Values.of(sample.rows[name]) for name in sample.rows.columns}
    ranked = sorted(
        (guess for name in sample.rows.columns for guess in _guesses(name, values[name])),
        key=lambda guess: (
            -guess.confidence,
            list(BY_NAME).index(guess.column),
            sample.rows.columns.index(guess.names[0]),
        ),
    )
    chosen: dict[str, Guess] = {}
    taken: set[str] = set()
    for guess in ranked:
        if guess.column not in chosen and not taken & set(guess.names):
            chosen[guess.column] = guess
            taken.update(guess.names)
    if "executed_at" in chosen:
        chosen["executed_at"] = _with_time(chosen["executed_at"], sample.rows, taken)
        taken.update(chosen["executed_at"].names)
    return Proposal(
        sample=sample,
        guesses=tuple(chosen[column] for column in BY_NAME if column in chosen),
        missing=tuple(column for column in REQUIRED if column not in chosen),
        unused=tuple(name for name in sample.rows.columns if name not in taken),
    )


def _guesses(name: str, values: Values) -> list[Guess]:
    names = name_fits(name)
    found: list[Guess] = []
    for column in BY_NAME:
        by_name = names.get(column, 0.0)
        by_value = value_fit(column, values) if by_name or kind_of_value(column) in TELLING else None
        if by_value is None:
            confidence = 0.9 * by_name
            why = f"name fits {by_name:.0%}; values cannot tell"
        else:
            confidence = by_name * (0.35 + 0.65 * by_value)
            if kind_of_value(column) in TELLING:
                confidence = max(confidence, 0.4 * by_value if by_value > 0.95 else 0.0)
            why = f"name fits {by_name:.0%}, {by_value:.0%} of values fit"
        if confidence >= _LEAST:
            found.append(Guess(column, (name,), round(min(confidence, _MOST), 2), why))
    return found


def _with_time(guess: Guess, rows: pl.DataFrame, taken: set[str]) -> Guess:
    """Join a column of times of day to a column of bare dates."""
    if rows[guess.names[0]].cast(pl.String, strict=False).str.contains(":").any():
        return guess
    for name in rows.columns:
        texts = rows[name].cast(pl.String, strict=False).drop_nulls()
        if name not in taken and is_time_of_day(name) and texts.len() and texts.str.contains(_TIME_SHAPE).all():
            return Guess(
                guess.column, (*guess.names, name), guess.confidence, f"{guess.why}; the time of day is in {name!r}"
            )
    return guess
