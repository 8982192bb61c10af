"""A possible victim's name and contact details stay out of what people read."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.leads.shield import Shield
from tanglaw.leads.text import clip, initials, mask_contact, plain, shorten

from .sample import PAYMENTS_SCHEMA, sample


def shield_of(name):
    lead = replace(sample()[0][1], name=name, subject_ids=("C-1",))
    return Shield.of([lead]), ("originator", "C-1")


@pytest.mark.parametrize(
    "text",
    [
        "for Marisol Dimaculangan", "MARISOL  DIMACULANGAN thanks", "Dimaculangan, Marisol", "marisol_dimaculangan", "Marisól Dimaculangán",
        "Mariso\u0301l Dimaculanga\u0301n",
    ],
)  # fmt: skip
def test_a_protected_name_is_struck_out_of_anybody_s_text(text):
    shown = shield_of("Marisol Dimaculangan")[0].scrub(text)
    assert "imaculang" not in shown.lower()
    assert "[name withheld]" in shown


def test_a_name_in_another_script_is_struck_out_too():
    shield, party = shield_of("Оксана Ковальчук")
    assert "oval" not in shield.scrub("gift for Oksana Koval'chuk", [party])
    assert shield_of("田中花子")[0].scrub("田中花子さんへ") == "[name withheld]さんへ"


NAMES = st.sampled_from(
    ["Joy Santos", "Santos Joy", "Joy Santos Reyes", "Joy", "Marisol Dimaculangan", "Оксана Ковальчук", "田中花子", ""]
)


@given(st.lists(st.frozensets(NAMES, max_size=3), max_size=6), st.integers(0, 6))
def test_who_comes_later_is_shielded_as_if_they_had_been_there_from_the_first(held, before):
    everybody = {("originator", f"C-{number}"): names for number, names in enumerate(held)}
    first = dict(list(everybody.items())[:before])
    came = {name for party, names in everybody.items() if party not in first for name in names}
    assert Shield.over(first).with_more(everybody, came) == Shield.over(everybody)


def test_parts_of_a_name_are_struck_out_where_the_text_is_about_them_only():
    shield, party = shield_of("Joy Santos")
    assert shield.scrub("a joy to pay Santos", [party]) == "a [name withheld] to pay [name withheld]"
    assert shield.scrub("a joy to pay Santos", [("originator", "C-2")]) == "a joy to pay Santos"


def test_contact_details_are_struck_out_of_their_texts_only():
    shield, party = shield_of("Joy Santos")
    reference = "joy@example.org or @joy.s or 0917 555 0100"
    assert shield.scrub(reference, [party], free=True) == "[e-mail withheld] or [handle withheld] or [number withheld]"
    assert shield.scrub("0917 555 0100 @x9", [], free=True) == "0917 555 0100 @x9"
    assert shield.scrub("between 2025-03-01 22:41 and 2025-03-02", [party]) == "between 2025-03-01 22:41 and 2025-03-02"


def test_protection_belongs_to_the_person_under_every_pattern():
    protected = sample()[0][1]
    other = replace(protected, lead_id="L-9", pattern="livestream_purchase", protect=False)
    assert Shield.of([protected, other]).covers_lead(other)
    assert not Shield.of([other]).covers_lead(other)
    assert not Shield.of([protected]).covers("beneficiary", protected.subject_ids[0])


def test_names_recorded_in_payments_count():
    lead = sample()[0][1]
    row = dict.fromkeys(PAYMENTS_SCHEMA) | {"originator_id": lead.subject_ids[0], "originator_name": "Another Spelling"}
    shield = Shield.of([lead], pl.DataFrame([row], schema=PAYMENTS_SCHEMA))
    assert "Spelling" not in shield.scrub("for Another Spelling")


def test_steering_characters_do_not_pass():
    assert plain("a\x1b[31m\x00b \u202etxt\u2066 \ud800\n\tc") == "a�[31m�b �txt� � c"


@given(st.text(st.one_of(st.characters(), st.sampled_from(" \t\u00a0\u2028\u202e\x00a")), max_size=30))
def test_plain_text_is_one_line_of_what_shows(text):
    shown = plain(text)
    assert shown == " ".join(shown.split())
    assert not set(shown) & set("\x00\x1b\u202e\u2066\ud800\n\t")
    assert plain(shown) == shown


def test_long_ids_keep_both_ends():
    assert shorten("DE89370400440532013000", 9) == "DE89…3000"
    assert shorten("R-9020", 9) == "R-9020"
    assert clip("x" * 12, 10) == "xxxxxxxxxx… (12 characters in all)"


def test_an_id_that_is_a_contact_is_masked():
    assert mask_contact("+63 917 555 0100") == "+6…100"
    assert mask_contact("maria@example.org") == "ma…org"
    assert mask_contact("C-4411") == "C-4411"


def test_initials():
    assert initials("Maria Clara de los Santos") == "M. C. D."
    assert initials("=SUM(A1)") == ""
