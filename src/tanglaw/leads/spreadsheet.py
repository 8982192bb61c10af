"""``leads.csv``: opens right in a spreadsheet and runs nothing there."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from tanglaw.leads.lead import Lead, Reason
from tanglaw.leads.shield import WITHHELD, Shield
from tanglaw.leads.text import plain

_FORMULA: Final = re.compile(r"""(^|[,;|\t\r\n])(["'\s]*)(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])""")
_LOSSY_NUMBER: Final = re.compile(r"0\d+|\d{12,}|\d+[eE]\d+")
_MONTH: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_RESHAPED: Final = re.compile(
    # Figures with signs between them: dates, times, fractions, per cent, money, grouped digits.
    r"[$€£¥]\s?\d[\d.,' ]*|\d+([-/.:,' ]+\d+)+(\s?([AaPp][Mm]?|%|[$€£¥]))?|\d+\s?([AaPp][Mm]?|%|[$€£¥])"
    # A month's name with a figure before or after it.
    rf"|\d{{1,4}}[-/. ]*({_MONTH})[a-z]*([-/., ]*\d{{1,4}})?|({_MONTH})[a-z]*[-/., ]*\d{{1,4}}([-/., ]+\d{{1,4}})?",
    re.IGNORECASE,
)

_CELL: Final = 32_000
"""Characters; a spreadsheet's cell holds 32,767, and what is over spills into the rows below."""

Cell = str | int | float | datetime

COLUMNS: Final = (
    "lead_id", "rank", "pattern", "role", "entity_id", "subject_ids", "score", "urgency", "protect", "reasons",
    "payment_ids", "first_seen", "last_seen", "payments", "total_usd", "counterparties",
    "name", "pattern_title", "corridor", "log_odds", "prior", "competition", "urgency_reasons", "against",
    "closest_ordinary", "closest_ordinary_share", "account_holder", "abstained", "score_alone", "joined_as",
    "joined_because", "part", "other_payments",
)  # fmt: skip
"""Columns of ``leads.csv``: the contract's, then what a reader asks for next. Times are UTC, lists are joined."""


def safe(text: str) -> str:
    """Neutralise a text that a spreadsheet would take for a formula, or for a number that it would then spoil.

    An apostrophe goes before ``= + - @`` (full-width ones too) at the start of the text, and also after any separator
    inside it: a spreadsheet set to another separator than the file's splits there. Tabs and carriage returns become
    spaces. One goes before a text, too, that a spreadsheet would round, strip of zeros, or read as a date, a share or a
    sum (``1-2``, ``MAR1``, ``5%``). Follows OWASP's "CSV Injection".
    """
    shown = _FORMULA.sub(r"\1\2'", plain(text))
    return f"'{shown}" if _LOSSY_NUMBER.fullmatch(shown) or _RESHAPED.fullmatch(shown) else shown


def fit(parts: Sequence[str]) -> str:
    """Join parts as far as a cell holds them, and say how many did not fit."""
    text = " | ".join(parts)
    if len(text) <= _CELL:
        return text
    kept, length = 0, 0
    while length + len(parts[kept]) + 3 <= _CELL:
        length += len(parts[kept]) + 3
        kept += 1
    return " | ".join([*parts[:kept], f"and {len(parts) - kept:,} more in leads.parquet"])


def write_spreadsheet(path: Path, leads: Sequence[Lead]) -> None:
    """Write one line a lead: UTF-8 with byte order mark, commas, every text quoted, every number bare."""
    shield = Shield.of(leads)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for lead in leads:
            writer.writerow(map(written, _row(lead, shield)))


def written(cell: Cell) -> str | int | float:
    """Make a cell fit to be written: times so that a spreadsheet knows them, texts so that it leaves them alone."""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    return safe(cell) if isinstance(cell, str) else cell


def _row(lead: Lead, shield: Shield) -> tuple[Cell, ...]:
    parties = [(lead.role, subject) for subject in lead.subject_ids]

    def words(reasons: Sequence[Reason]) -> str:
        return " | ".join(shield.scrub(reason.text, parties) for reason in reasons)

    return (
        lead.lead_id,
        lead.rank,
        lead.pattern,
        lead.role,
        lead.entity_id,
        fit(lead.subject_ids),
        round(lead.score, 6),
        round(lead.urgency, 3),
        "true" if lead.protect else "false",
        words(lead.reasons),
        fit(lead.payment_ids),
        lead.first_seen,
        lead.last_seen,
        lead.payments,
        round(lead.total_usd, 2),
        lead.counterparties,
        WITHHELD if shield.covers_lead(lead) else shield.scrub(lead.name or ""),
        lead.pattern_title,
        lead.corridor,
        round(lead.log_odds, 6),
        round(lead.prior, 6),
        round(lead.competition, 6),
        " | ".join(shield.scrub(reason, parties) for reason in lead.urgency_reasons),
        words(lead.against),
        lead.closest_ordinary_title,
        round(lead.closest_ordinary_share, 6),
        lead.account_holder,
        " | ".join(lead.abstained),
        round(lead.score_alone, 6),
        lead.joined_as,
        " | ".join(shield.scrub(why, parties) for why in lead.joined_because),
        lead.part,
        lead.other_payments,
    )
