"""The report as a workbook: every text is written as text, so that nothing in it is ever a formula."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.describing import party_words
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import TITLES
from tanglaw.filings.dossier.urgency import urgency
from tanglaw.filings.extra import needs
from tanglaw.filings.payments_csv import COLUMNS, rows
from tanglaw.filings.rendering import Findings

CELL: Final = 32_767
"""Characters that a cell holds."""

ROWS: Final = 1_048_576
"""Rows that a sheet holds."""

_DATED: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook's own date, always the same, so that bytes repeat


def workbook(sheets: Sequence[tuple[str, Sequence[str], Iterable[Sequence[str]]]], findings: Findings) -> bytes:
    """Write sheets of texts.

    Args:
        sheets: name, headings and rows of each.
        findings: a text too long for a cell, or too many rows, goes here as a fault.
    """
    xlsxwriter = needs("xlsxwriter")
    out = io.BytesIO()
    book: Any = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _DATED, "title": "Suspicious transaction report"})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for name, headings, lines in sheets:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, bold)
            sheet.set_column(column, column, min(max(len(heading) + 2, 12), 60))
        for number, line in enumerate(lines, 1):
            if number >= ROWS:
                findings.refuse(f"sheet {name}", f"more than {ROWS:,} rows", "fewer", "Use the JSON or CSV file.")
                break
            for column, text in enumerate(line):
                if len(text) > CELL:
                    where = f"sheet {name}, row {number + 1}, {headings[column]}"
                    findings.refuse(where, f"{len(text):,} characters", f"at most {CELL:,} in a cell")
                    continue
                sheet.write_string(number, column, text, wrapped)
    book.close()
    return out.getvalue()


def report_sheets(dossier: Dossier) -> list[tuple[str, Sequence[str], Iterable[Sequence[str]]]]:
    """Give the sheets of the generic report: the whole, the narrative, parties, payments and reasons."""
    matters = dossier.matters
    hurry, whole = urgency(dossier), completeness(dossier)
    head = [
        ("Reference", dossier.reference),
        ("Version", str(dossier.version)),
        ("Corrects", dossier.corrects or ""),
        ("Dated", dossier.dated.isoformat()),
        ("Handling", dossier.markings.in_words),
        ("Labels", "; ".join(f"{label.code} ({label.authority})" for label in dossier.labels)),
        *(
            line
            for matter in matters
            for line in (
                (f"Pattern{_of(dossier, matter)}", matter.assessment.pattern_title),
                (f"Probability of the pattern{_of(dossier, matter)}", f"{matter.assessment.score:.2f}"),
            )
        ),
        ("Urgency", f"{hurry.word}: {'; '.join(hurry.reasons)}"),
        ("Completeness", f"{whole.score:.2f}; missing: {'; '.join(item.what for item in whole.missing) or 'nothing'}"),
        ("Who files", dossier.filer.name if dossier.filer else ""),
        ("Who may be at risk", "; ".join(f"{risk.who}: {risk.where}" for risk in dossier.at_risk)),
        ("Earlier reports", "; ".join(f"{one.reference} ({one.authority})" for one in dossier.earlier)),
    ]
    parties = [
        (party.key, party.standing, party.side or "", "yes" if party.protected else "", party_words(party), party.note)
        for party in dossier.parties
    ]
    reasons = [
        (matter.subject, matter.assessment.lead_id, way, one.text, one.value_text, one.band, f"{one.expected:.4f}",
         f"{one.seen:.4f}", f"{one.weight:+.3f}", f"{one.mark}: {one.source}")
        for matter in matters
        for way, side in (("for", matter.assessment.reasons), ("against", matter.assessment.against))
        for one in side
    ]  # fmt: skip
    ties = [
        (tie.counterparty, tie.other, str(tie.payments), f"{tie.usd.amount:f}" if tie.usd else "",
         tie.first_seen.isoformat(), tie.last_seen.isoformat(), tie.lead or "")
        for tie in dossier.ties
    ]  # fmt: skip
    return [
        ("Report", ("Field", "Content"), head),
        ("Narrative", ("Topic", "Text"), [(TITLES[one.topic], one.text) for one in dossier.narrative.current]),
        ("Parties", ("Key", "Standing", "Side", "Protected", "As recorded", "Note"), parties),
        ("Payments", COLUMNS, list(rows(dossier))),
        (
            "Reasons",
            ("Subject", "Lead", "Way", "Reason", "Value", "Band", "Expected", "Seen", "Weight (nats)", "Source"),
            reasons,
        ),
        ("Others", ("Counterparty", "Other", "Payments", "US$", "First", "Last", "Lead"), ties),
    ]


def _of(dossier: Dossier, matter: Matter) -> str:
    return f", {matter.subject} by lead {matter.assessment.lead_id}" if dossier.further else ""
