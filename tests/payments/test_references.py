"""What a reference says, and what it does not."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.payments.handles import has_handle
from tanglaw.payments.references import KINDS, WORDS, normal_reference, reference_kind


def one(function, text: str | None) -> object:
    return function(pl.Series([text], dtype=pl.String))[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("school fees", "school"), ("fees", "expenses"), ("UNIFORM", "school"), ("Matrícula", "school"), ("Schulgeld März", "school"),
        ("ค่าเทอมลูก", "school"), ("medical bills", "medical"), ("gamot ni nanay", "medical"), ("accommodation", "accommodation"),
        ("chirie august", "accommodation"), ("birthday treat", "gift"), ("ของขวัญ", "gift"), ("family support", "family"),
        ("Padala", "family"), ("invoice 20931", "invoice"), ("donation", "donation"), ("payment for goods", "goods_or_service"),
        ("expenses", "expenses"), ("cheltuieli", "expenses"), ("hello", "other"), ("12345", "other"), ("", "blank"), (" -- ", "blank"),
        (None, "blank"),
    ],
)  # fmt: skip
def test_ordinary_words_name_their_kind(text: str | None, kind: str) -> None:
    assert one(reference_kind, text) == kind


@pytest.mark.parametrize("text", ["currently", "parental", "songs", "cared", "scholar hall"])
def test_a_word_inside_another_does_not_count(text: str) -> None:
    assert one(reference_kind, text) == "other"


def test_every_word_in_the_list_is_folded_and_names_a_kind() -> None:
    words = [" ".join(word.rstrip("*").split()) for listed in WORDS.values() for word in listed.split(",")]
    series = pl.Series(words)
    assert normal_reference(series).to_list() == words
    assert set(reference_kind(series)) == set(WORDS)
    assert set(reference_kind(series)) < set(KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "@john_99", "pay to @maria.s", "telegram john_doe", "Telegram: johndoe", "whatsapp +63 917 555 0100", "WhatsApp 09175550100",
        "skype live:alan1", "call 0917 555 0100", "0917-555-0100", "+639175550100", "00639175550100", "gcash 9175550100",
        "tel. 030 1234567", "maria@example.org", "t.me/maria", "https://example.org/x", "www.example.org",
    ],
)  # fmt: skip
def test_a_way_to_reach_somebody_is_found(text: str) -> None:
    assert one(has_handle, text) is True


@pytest.mark.parametrize(
    "text",
    [
        "", "school fees", "invoice 0917555010", "INV-2025-000123", "Rechnung Nr. 20250308", "order 20250308123", "2025-03-08",
        "08.03.2025 - 09.03.2025", "DE89 3704 0044 0532 0130 00", "de89370400440532013000", "rent 2025", "acct 0123456789",
        "telegram", "facebook ads", "line of credit", "5 @ 3 each", "offline order", "20931", "policy 0099887766", "skype credit",
        "1,000,000.00",
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert one(has_handle, text) is False


def test_nothing_says_nothing() -> None:
    assert one(has_handle, None) is None
    assert one(normal_reference, None) is None


def test_variety_is_counted_without_numbers_case_or_accents() -> None:
    series = pl.Series(["Invoice 123", "invoice 77/2", "INVOICE", "Factură nr. 5", "factura NR 9"])
    assert set(normal_reference(series)) == {"invoice", "factura nr"}


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=60)), max_size=30))
def test_any_text_at_all_is_answered(texts: list[str | None]) -> None:
    series = pl.Series(texts, dtype=pl.String)
    normal = normal_reference(series)
    assert normal_reference(normal).to_list() == normal.to_list()
    assert normal.is_null().to_list() == [text is None for text in texts]
    assert has_handle(series).is_null().to_list() == [text is None for text in texts]
    assert reference_kind(series).null_count() == 0
    assert reference_kind(series).len() == len(texts)


@settings(deadline=None)
@given(st.sampled_from(["school fees", "family support", "gift", "miete"]), st.randoms())
def test_case_and_spacing_change_nothing(text: str, random) -> None:
    shaken = "  ".join("".join(random.choice((c.upper(), c)) for c in word) for word in text.split())
    assert one(reference_kind, shaken) == one(reference_kind, text)


@pytest.mark.parametrize("text", ["line 3: invoice", "session 12345678", "snap pea order"])
def test_ordinary_words_that_are_also_names_of_services(text: str) -> None:
    assert one(has_handle, text) is False
