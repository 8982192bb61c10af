"""What travels between a reader and the checks, and what leaves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from tanglaw.payments.columns import CHECKED_SCHEMA, REJECTED_SCHEMA

LONGEST_RAW = 2_000
"""Characters of a rejected row that are kept; a longer one is cut and says how long it was."""

RawOf = Callable[[pl.Series], pl.Series]
"""Gives the text of rows as they stood: takes row positions within the batch, returns as many strings."""


@dataclass(frozen=True, slots=True)
class RawBatch:
    """Some rows of one source, not yet checked.

    Attributes:
        source: file as the user named it (``payments.zip/march.csv`` for a member of an archive).
        rows: canonical column names, only those present, text or already typed; and ``line`` (Int64).
        rejected: rows the reader itself could not take apart, in REJECTED_SCHEMA.
        raw_of: gives rows back as they stood; without it a rejected row is shown as ``column=value`` pairs.
        warnings: what was mended while reading, and how often.
    """

    source: str
    rows: pl.DataFrame
    rejected: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REJECTED_SCHEMA))
    raw_of: RawOf | None = None
    warnings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """Checked rows: ``read = accepted + rejected`` (duplicates are found later, among the accepted).

    Attributes:
        accepted: in CHECKED_SCHEMA.
        rejected: in REJECTED_SCHEMA, one row for each row that was refused.
        warnings: values of optional columns that could not be used and were left empty, and how many.
        absent: optional columns that the source does not have: their nulls are unknown, not left blank by anybody.
    """

    accepted: pl.DataFrame
    rejected: pl.DataFrame
    warnings: Mapping[str, int] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()

    @classmethod
    def empty(cls) -> Batch:
        """A batch without rows."""
        return cls(pl.DataFrame(schema=CHECKED_SCHEMA), pl.DataFrame(schema=REJECTED_SCHEMA))


def shorten(text: str, longest: int = LONGEST_RAW) -> str:
    """Cut a text that is too long to show, saying so."""
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text):,} characters)"
