"""A lead's payments, some at a time: all of them are with the lead, and one page need not draw hundreds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import Lead, Version
from tanglaw.casework.reading import names
from tanglaw.leads.lead import Lead as Finding
from tanglaw.leads.report.ledger import Entry, entries
from tanglaw.leads.shield import Shield

PAGE: Final = 50
"""Payments on a lead's page, and on each page of its payments."""


@dataclass(frozen=True, slots=True)
class Payments:
    """All payments of one version of a lead, in order of time; written in words only as far as they are asked for."""

    finding: Finding
    rows: pl.DataFrame
    shield: Shield

    @classmethod
    def of(cls, lead: Lead, version: Version, *, unmasked: bool) -> Payments:
        """Unpack them; names are withheld as on the lead's page, unless `unmasked`."""
        finding, rows = unpack(version.content, lead.pk)
        return cls(finding, rows.sort("executed_at", "payment_id"), Shield.over({}) if unmasked else names.shield())

    def __len__(self) -> int:
        return self.rows.height

    def __getitem__(self, part: slice) -> Sequence[Entry]:
        """Write a part of them, in order of time."""
        return entries(self.finding, self.rows[part].rows(named=True), self.shield)


@dataclass(frozen=True, slots=True)
class Section:
    """A page of payments: the first is of the most recent, each in order of time. One past the last is the last."""

    entries: Sequence[Entry]
    total: int
    page: int
    pages: int

    @classmethod
    def of(cls, payments: Payments, page: int) -> Section:
        """Cut it out."""
        total = len(payments)
        pages = max(-(-total // PAGE), 1)
        page = min(page, pages)
        end = total - (page - 1) * PAGE
        return cls(payments[max(end - PAGE, 0) : end], total, page, pages)

    @property
    def before(self) -> int:
        """How many the next page, of earlier ones, holds."""
        return min(self.total - self.page * PAGE, PAGE) if self.page < self.pages else 0
