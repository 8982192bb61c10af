"""The terminal's tables: victims apart, names never, hostile ids harmless."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from tanglaw.leads.table import print_leads

from .sample import PROTECTED_NAMES, sample


def printed(leads, first=5, **options):
    out = io.StringIO()
    print_leads(leads, first=first, console=Console(file=out, **options))
    return out.getvalue()


def test_plain_text_away_from_a_terminal(golden):
    text = "\n".join(line.rstrip() for line in printed(sample()[0]).splitlines()) + "\n"
    golden("leads/table.txt", text)
    assert "\x1b" not in text


def test_victims_are_never_among_subjects_of_review():
    victims, subjects = printed(sample()[0], first=99).split("Subjects of review")
    assert "C-4402" in victims
    assert "C-4402" not in subjects
    assert "C-4401" in subjects


def test_no_protected_name_and_no_escape_reaches_the_terminal():
    leads = [replace(lead, subject_ids=("[red]x\x1b[2J\u202e",)) for lead in sample()[0]]
    text = printed(leads, force_terminal=True, color_system=None, width=100)
    assert not [name for name in PROTECTED_NAMES if name in text]
    assert "\x1b[2J" not in text
    assert "[red]x�[2J�" in text


def test_no_lead():
    assert printed([]) == "No lead: no subject's payments are consistent with a pattern.\n"
