"""A mapping: what an institution calls its columns, and how it writes numbers, dates and words."""

from __future__ import annotations

from dataclasses import dataclass, field

from tanglaw.payments.money import DecimalMark


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one institution's files become the payment table. Everything may be left out.

    Attributes:
        columns: column of the payment table → the file's column, or several that are joined with a space.
        constants: column → its value in every row of files that lack it.
        values: column → the file's word → the payment table's word.
        delimiter: of text; None to find out.
        encoding: of text; None to find out.
        decimal: decimal mark of amounts in text; None to find out.
        date_format: strptime form of `executed_at`, or epoch_s, epoch_ms, epoch_us; None to find out.
        birth_date_format: strptime form of `originator_birth_date`; None to find out.
        timezone: IANA zone of times that carry no offset.
        skip_lines: lines above the header of text; None to find out.
    """

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    delimiter: str | None = None
    encoding: str | None = None
    decimal: DecimalMark | None = None
    date_format: str | None = None
    birth_date_format: str | None = None
    timezone: str = "UTC"
    skip_lines: int | None = None
