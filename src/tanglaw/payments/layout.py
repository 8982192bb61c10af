"""Where each column of the payment table stands in one source."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from tanglaw.common.errors import Fault
from tanglaw.payments.columns import BY_NAME, REQUIRED
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.nearest import folded, nearest


@dataclass(frozen=True, slots=True)
class Layout:
    """Column of the payment table → the source's columns that make it; and what holds for every row."""

    columns: dict[str, tuple[str, ...]]
    constants: dict[str, str]

    @property
    def needed(self) -> list[str]:
        """The source's columns that are read, each once."""
        return list(dict.fromkeys(name for names in self.columns.values() for name in names))

    def apply(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Rows with the source's names → rows with the payment table's; `line` is kept."""
        made = [_joined(names).alias(column) for column, names in self.columns.items()]
        fixed = [pl.lit(value, pl.String).alias(column) for column, value in self.constants.items()]
        return rows.select(*made, *fixed, "line")


def _joined(names: tuple[str, ...]) -> pl.Expr:
    if len(names) == 1:
        return pl.col(names[0])
    return pl.concat_str([pl.col(name).cast(pl.String) for name in names], separator=" ", ignore_nulls=True)


def lay_out(
    source: str, headers: Sequence[str], mapping: Mapping, partitions: AnyMapping[str, str] | None = None
) -> tuple[Layout, list[Fault]]:
    """Find every column: by the mapping, else by its own name, else as a constant or a folder's `name=value`.

    Returns the layout and a fault that names every missing required column together with the closest names found.
    """
    partitions = partitions or {}
    by_folded = {"_".join(folded(name).split()): name for name in reversed(headers)}
    by_folded.update((name, name) for name in headers)
    present = set(headers)
    columns: dict[str, tuple[str, ...]] = {}
    constants: dict[str, str] = {}
    unmapped: dict[str, str] = {}
    for column in BY_NAME:
        wanted = mapping.columns.get(column, ())
        absent = [name for name in wanted if name not in present]
        if wanted and not absent:
            columns[column] = wanted
        elif column in by_folded:
            columns[column] = (by_folded[column],)
        elif column in mapping.constants:
            constants[column] = mapping.constants[column]
        elif column in partitions:
            constants[column] = partitions[column]
        elif absent:
            unmapped[column] = absent[0]
    missing = [column for column in REQUIRED if column not in columns and column not in constants]
    if not missing:
        return Layout(columns, constants), []
    taken = {name for names in columns.values() for name in names}
    free = [name for name in headers if name not in taken]
    hints = [_hint(column, unmapped.get(column), free) for column in missing]
    return Layout(columns, constants), [
        Fault(
            where=source,
            found=f"no column {', '.join(hints)}"
            + (f" among {_listed(headers)}" if headers else " (no columns at all)"),
            expected="all of " + ", ".join(REQUIRED),
            mend="`tanglaw mapping FILE > mapping.toml` proposes one; check it, then pass --mapping mapping.toml.",
        )
    ]


def _hint(column: str, mapped: str | None, free: Sequence[str]) -> str:
    if mapped is not None:
        close = nearest(mapped, free)
        return f"{column} (the mapping says {mapped!r}" + (f"; closest: {close!r})" if close else ")")
    close = nearest(column, free, least=50)
    return f"{column} (closest: {close!r})" if close else column


def _listed(headers: Sequence[str], most: int = 40) -> str:
    shown = ", ".join(repr(name[:60]) for name in headers[:most])
    return shown if len(headers) <= most else f"{shown} and {len(headers) - most} more"
