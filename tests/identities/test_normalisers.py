"""Phones, e-mail addresses and accounts in one form each."""

from __future__ import annotations

import phonenumbers
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.identities import emails, ibans, phones

TEXT = pl.String


def one(module, text: str | None, country: str | None = None) -> str | None:
    return module.normalise(pl.Series([text], dtype=TEXT), pl.Series([country], dtype=TEXT))[0]


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("0917 555 0100", "PH", "+639175550100"), ("+63 917-555-0100", "PH", "+639175550100"), ("639175550100", "PH", "+639175550100"),
        ("+63 (0)917 555 0100", "AU", "+639175550100"), ("0011 63 917 555 0100", "AU", "+639175550100"), ("0491 570 006", "AU", "+61491570006"),
        ("(212) 555-0100", "US", "+12125550100"), ("07400 123456", "GB", "+447400123456"), ("06 698 12345", "IT", "+390669812345"),
        ("+63 917 555 0100", None, "+639175550100"), ("0712 123 456", "RO", "+40712123456"), ("11 96123-4567", "BR", "+5511961234567"),
    ],
)  # fmt: skip
def test_a_number_has_one_form(number: str, country: str | None, expected: str) -> None:
    assert one(phones, number, country) == expected


@pytest.mark.parametrize(
    "number",
    [None, "", "  ", "0000000", "00000000000", "1111111", "9999999999", "1234567890", "n/a", "12345", "+", "9" * 40],
)
def test_no_number_is_none(number: str | None) -> None:
    assert one(phones, number, "PH") is None


def test_a_national_number_without_country_is_none() -> None:
    assert one(phones, "0917 555 0100") is None
    assert one(phones, "0917 555 0100", "XX") is None


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["PH", "AU", "GB", "US", "DE", "RO", "TH", "CO", "BR", "IT", "NG"]),
    st.from_regex(r"\A\+?[0-9]{7,13}\Z"),
)
def test_the_short_cut_agrees_with_the_library(country: str, number: str) -> None:
    """Where both the plan and the library see a valid number, they see the same one."""
    ours = one(phones, number, country)
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        assert ours is None
        return
    if phonenumbers.is_valid_number(parsed) and ours is not None:
        assert ours == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if ours is not None:
        assert phonenumbers.is_possible_number(phonenumbers.parse(ours))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.text(max_size=20), st.from_regex(r"\+?[0-9 ()-]{5,16}")),
            st.sampled_from(["PH", "AU", None]),
        )
    )
)
def test_normal_phones_stay_as_they_are(rows: list[tuple[str | None, str | None]]) -> None:
    numbers = pl.Series([number for number, _ in rows], dtype=TEXT)
    countries = pl.Series([country for _, country in rows], dtype=TEXT)
    once = phones.normalise(numbers, countries)
    assert phones.normalise(once, countries).to_list() == once.to_list()
    assert once.len() == len(rows)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (" Alan@Example.org ", "alan@example.org"), ("mailto:b@x.org", "b@x.org"), ("a.lan+pay@googlemail.com", "alan@gmail.com"),
        ("a.b+c@foo.com", "a.b+c@foo.com"), ("x.y+z@outlook.com", "x.y@outlook.com"), ("<m@x.co.uk>", "m@x.co.uk"),
        ("none@none.com", None), ("noemail@bank.org", None), ("a@test.com", None), ("x@y", None), ("a@b@c.com", None), ("plain", None),
        ("", None), (None, None), ("a b@c.com", None),
    ],
)  # fmt: skip
def test_a_mailbox_has_one_form(address: str | None, expected: str | None) -> None:
    assert one(emails, address) == expected


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.emails(), st.text(max_size=30))))
def test_normal_addresses_stay_as_they_are(addresses: list[str | None]) -> None:
    once = emails.normalise(pl.Series(addresses, dtype=TEXT))
    assert emails.normalise(once).to_list() == once.to_list()
    assert emails.normalise(pl.Series(addresses, dtype=TEXT).str.to_uppercase().str.to_lowercase()).len() == once.len()


@pytest.mark.parametrize(
    ("account", "country", "expected"),
    [
        ("DE89 3704 0044 0532 0130 00", "DE", "DE89370400440532013000"), ("iban de89370400440532013000", None, "DE89370400440532013000"),
        ("GB82 WEST 1234 5698 7654 32", "PH", "GB82WEST12345698765432"), ("RO49AAAA1B31007593840000", "RO", "RO49AAAA1B31007593840000"),
        ("DE89370400440532013001", "DE", None),  # one digit mistyped
        ("0917-555-0100", "PH", "PH:09175550100"), ("PH:09175550100", None, "PH:09175550100"), ("0917-555-0100", None, None),
        ("0000000", "PH", None), ("1234", "PH", None), ("n/a", "PH", None), ("", "PH", None), (None, "PH", None), ("cash pickup", "PH", None),
    ],
)  # fmt: skip
def test_an_account_has_one_form(account: str | None, country: str | None, expected: str | None) -> None:
    assert one(ibans, account, country) == expected


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=40), st.from_regex(r"\A[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\Z"))))
def test_normal_accounts_stay_as_they_are(accounts: list[str | None]) -> None:
    country = pl.Series(["PH"] * len(accounts), dtype=TEXT)
    once = ibans.normalise(pl.Series(accounts, dtype=TEXT), country)
    assert ibans.normalise(once, country).to_list() == once.to_list()


@settings(deadline=None)
@given(st.integers(0, 10**18 - 1), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: int, place: int, by: int) -> None:
    account = f"{number:018d}"
    good = f"DE{98 - int(account + '131400') % 97:02d}{account}"
    assert one(ibans, good) == good
    digit = str((int(account[place]) + by) % 10)
    assert one(ibans, good[: 4 + place] + digit + good[5 + place :]) is None
