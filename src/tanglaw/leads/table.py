"""The first leads as tables in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import mask_contact, plain, shorten
from tanglaw.leads.words import day, probability, sentence_start, urgency, usd

PLAIN_WIDTH: Final = 118
"""Columns of a table that does not go to a terminal (a file, a pipe): wide enough for a sentence of reason."""


def print_leads(leads: Sequence[Lead], *, first: int = 10, console: Console | None = None) -> None:
    """Print the first leads, possible victims and subjects of review in tables of their own.

    Args:
        leads: all leads, in rank order.
        first: how many of each table to print.
        console: where to; standard output by default. Colour and line drawing only if that is a terminal.
    """
    out = console or Console()
    if not out.is_terminal:
        out = Console(file=out.file, width=PLAIN_WIDTH, color_system=None, legacy_windows=False, emoji=False)
    shield = Shield.of(leads)
    victims = [lead for lead in leads if shield.covers_lead(lead)]
    subjects = [lead for lead in leads if not shield.covers_lead(lead)]
    if not leads:
        out.print("No lead: no subject's payments are consistent with a pattern.")
        return
    _print(out, "Possible victims (review, never contact)", victims, first, shield)
    _print(out, "Subjects of review", subjects, first, shield)
    out.print(Text("A score ranks attention. It is not a verdict.", style="italic"))


def _print(out: Console, title: str, leads: Sequence[Lead], first: int, shield: Shield) -> None:
    if not leads:
        return
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for heading, justify in (("Rank", "right"), ("Account", "left"), ("Pattern, and what speaks most for it", "left")):
        table.add_column(heading, justify="right" if justify == "right" else "left", overflow="fold")
    for heading in ("Probability", "Urgency", "Payments", "US$", "Last"):
        table.add_column(heading, justify="left" if heading in {"Urgency", "Last"} else "right", no_wrap=True)
    for lead in leads[:first]:
        table.add_row(*_cells(lead, shield))
    out.print(table)
    if len(leads) > first:
        out.print(Text(f"… and {len(leads) - first:,} more, in the report and in leads.csv\n", style="dim"))


def _account(lead: Lead) -> str:
    more = len(lead.subject_ids) - 1
    return shorten(mask_contact(lead.subject_ids[0]), 24) + (f" +{more}" if more else "")


def _cells(lead: Lead, shield: Shield) -> list[Text]:
    why = sentence_start(lead.pattern_title)
    if lead.reasons:
        parties = [(lead.role, subject) for subject in lead.subject_ids]
        why += "\n" + shorten(plain(shield.scrub(lead.reasons[0].text, parties)), 110)
    cells = (
        f"{lead.rank}",
        _account(lead),
        why,
        probability(lead.score),
        urgency(lead.urgency),
        f"{lead.payments:,}",
        usd(lead.total_usd).removeprefix("US$"),
        day(lead.last_seen),
    )
    return [Text(cell) for cell in cells]
