"""A measure: one number about one subject, with the bands it is read in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import polars as pl

from tanglaw.common.roles import Role


@dataclass(frozen=True, slots=True)
class Measure:
    """One number about one subject.

    Attributes:
        id: unique within the role.
        family: measures that tend to move together; a family cannot count twice.
        label: the measure's name in words.
        unit: what the number counts ("US$", "share", "receivers", …).
        says: the finding as a phrase; ``{value}`` is filled in.
        says_below: the same for a value below 0, whose size is filled in; ``None``: `says` serves for both.
        doc: what is measured and why, for the documentation.
        edges: where one band ends and the next begins; a value equal to an edge falls in the band above it.
        expr: the number from the subject's prepared rows (see :mod:`tanglaw.measures.prepare`), or ``None``
            where it is made in the exchange between payers and receivers. Null means: abstain.
        needs: optional columns, each of which the measure cannot do without.
        concerns: which of the subject's payments stand behind the number (a row condition); ``None``: all of them.
    """

    id: str
    role: Role
    family: str
    label: str
    unit: str
    says: str
    doc: str
    edges: tuple[float, ...]
    expr: pl.Expr | None = field(default=None, compare=False)
    needs: tuple[str, ...] = ()
    concerns: pl.Expr | None = field(default=None, compare=False)
    says_below: str | None = None

    @property
    def bands(self) -> tuple[str, ...]:
        """Labels of the bands, lowest first: ``<2, 2, 3-4, ≥5`` for counts, ``<5%, 5..20%, ≥20%`` for shares."""
        if self.unit in _COUNTED and all(float(edge).is_integer() for edge in self.edges):
            return _whole(tuple(int(edge) for edge in self.edges))
        scale, sign = (100, "%") if self.unit == "share" else (1, "")
        shown = [f"{edge * scale:g}" for edge in self.edges]
        inner = [f"{low}..{high}{sign}" for low, high in pairwise(shown)]
        return (f"<{shown[0]}{sign}", *inner, f"≥{shown[-1]}{sign}")

    def band(self, column: pl.Expr) -> pl.Expr:
        """Index of the band each value falls in (UInt8), null where the measure abstained."""
        index = pl.lit(0, pl.UInt8)
        for edge in self.edges:
            index = index + (column >= edge).cast(pl.UInt8)
        return pl.when(column.is_not_null() & column.is_not_nan()).then(index)

    def show(self, value: float) -> str:
        """Say a value as a person reads it."""
        show = _SHOW.get(self.unit)
        return show(value) if show else f"{value:.3g}"

    def finding(self, value: float) -> str:
        """Say what was found as a phrase, in the singular where one was counted."""
        if self.says_below is not None and value < 0:
            return number_of(self.says_below.format(value=self.show(-value)))
        return number_of(self.says.format(value=self.show(value)))

    def band_shown(self, index: int) -> str:
        """Say a band as a person reads it: ``-15 to -6`` for ``-15--6``."""
        return _BELOW_ZERO.sub(r"\1 to \2", self.bands[index])


_BELOW_ZERO = re.compile(r"^(-\d+)-(-?\d+)$")
_SINGULAR: Mapping[str, str] = {
    "receivers": "receiver", "payers": "payer", "payments": "payment", "countries": "country", "cities": "city",
    "institutions": "institution", "hours": "hour", "days": "day",
}  # fmt: skip
_TIMES = re.compile(r"(?<![\d.,])([12]) times")
_ONE = re.compile(rf"((?<![\d.,-])1 (?:(?:different|other|unrelated) )*)({'|'.join(_SINGULAR)})\b")
_COUNTED = frozenset({"years", "receivers", "payers", "payments", "countries", "institutions", "cities"})


def _whole(edges: tuple[int, ...]) -> tuple[str, ...]:
    inner = [str(low) if high == low + 1 else f"{low}-{high - 1}" for low, high in pairwise(edges)]
    return (f"<{edges[0]}", *inner, f"≥{edges[-1]}")


def _money(value: float) -> str:
    return f"US${value:,.0f}" if value >= 10 else f"US${value:.2f}"


def _years(value: float) -> str:
    return f"{value:,.0f}"


def _count(value: float) -> str:
    """Say a number of people or payments; a mean of them to a tenth where that matters."""
    return f"{value:,.1f}" if value < 10 and round(value, 1) % 1 else f"{value:,.0f}"


def number_of(phrase: str) -> str:
    """Put what was counted into the singular after a lone 1: ``1 receiver``, ``once``."""
    phrase = _TIMES.sub(lambda found: "once" if found[1] == "1" else "twice", phrase)
    return _ONE.sub(lambda found: f"{found[1]}{_SINGULAR[found[2]]}", phrase)


def _days(value: float) -> str:
    if value < 1:
        return f"{value * 24:.0f} hours"
    return f"{value:.0f} days" if value >= 2 else f"{value:.1f} days"


_SHOW: Mapping[str, Callable[[float], str]] = {
    "US$": _money,
    "share": lambda share: f"{share:.0%}",
    "days": _days,
    "correlation": lambda value: f"{value:+.2f}",
    "years": _years,
    "receivers": _count,
    "payers": _count,
    "payments": _count,
    "countries": _count,
    "institutions": _count,
    "cities": _count,
    "×": lambda value: f"{value:.1f}×",
}
