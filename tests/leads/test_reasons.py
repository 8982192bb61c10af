"""A reason says what was seen, with whom it was compared, and reads as a sentence."""

from __future__ import annotations

from tanglaw.leads.files import read_leads

_POOLS = ("in smaller corridors within one country", "in smaller corridors across borders", "in smaller corridors")


def test_reasons_name_those_whom_the_subject_was_compared_with(found):
    """Whether money crosses a border, and how it is sent, is compared with everybody of as many payments."""
    subjects = found.table("measures").group_by("role", "corridor").len()
    size = {(role, corridor): count for role, corridor, count in subjects.iter_rows()}
    anywhere, told = {"abroad", "rail"}, 0
    for lead in read_leads(found.out):
        own = size[lead.role, lead.corridor] >= 200
        for reason in (*lead.reasons, *lead.against):
            if reason.band:
                told += 1
                pools = ["with"] if reason.family in anywhere else [f"in {lead.corridor}"] if own else _POOLS
                assert any(f"s {pool} " in reason.text for pool in pools), reason.text
                assert (own and reason.family not in anywhere) or lead.corridor not in reason.text
    assert told


def test_the_number_of_payments_is_compared_with_everybody(found):
    """Who is compared with people of as many payments cannot stand out by their number."""
    reasons = [reason for lead in read_leads(found.out) for reason in (*lead.reasons, *lead.against) if reason.band]
    assert {reason.family for reason in reasons} > {"count"}
    for reason in reasons:
        assert ("with about as many payments" in reason.text) == (reason.family != "count")
