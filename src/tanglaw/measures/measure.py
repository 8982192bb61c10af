"""A measure: one number about one subject, with the bands it is read in."""

from __future__ import annotations

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


_COUNTED = frozenset({"years", "receivers", "payers", "payments", "countries", "institutions", "cities"})


def _whole(edges: tuple[int, ...]) -> tuple[str, ...]:
    inner = [str(low) if high == low + 1 else f"{low}-{high - 1}" for low, high in pairwise(edges)]
    return (f"<{edges[0]}", *inner, f"≥{edges[-1]}")


def _money(value: float) -> str:
    return f"US${value:,.0f}" if value >= 10 else f"US${value:.2f}"


def _count(value: float) -> str:
    return f"{value:,.0f}"


def _days(value: float) -> str:
    if value < 1:
        return f"{value * 24:.0f} hours"
    return f"{value:.0f} days" if value >= 2 else f"{value:.1f} days"


_SHOW: Mapping[str, Callable[[float], str]] = {
    "US$": _money,
    "share": lambda share: f"{share:.0%}",
    "days": _days,
    "correlation": lambda value: f"{value:+.2f}",
    "years": _count,
    "receivers": _count,
    "payers": _count,
    "payments": _count,
    "countries": _count,
    "institutions": _count,
    "cities": _count,
    "×": lambda value: f"{value:.1f}×",
}
