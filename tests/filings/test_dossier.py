"""A dossier survives being written and read, to the last digit; a broken one is refused with every fault named."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.filings.invented import dossier, payer, payment, receiver

from tanglaw.common.errors import FaultsError, UsageError
from tanglaw.filings.dossier.files import from_json, read_dossier, to_json
from tanglaw.filings.dossier.money import Money

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
AMOUNTS = st.decimals("0.000000000000000001", "99999999999999999999.999999999999999999", allow_nan=False)


@given(reference=TEXT, name=TEXT, amount=AMOUNTS)
def test_it_comes_back_as_it_was(reference, name, amount):
    made = dossier(
        parties=(payer(names=(name,)), receiver()),
        payments=(payment(0, reference=reference, sent=Money(amount=amount, currency="AUD")),),
        circles=(),
        ties=(),
    )
    again = from_json(to_json(made))
    assert again == made
    assert again.payments[0].sent.amount.as_tuple() == amount.as_tuple()
    assert to_json(again) == to_json(made)


def test_every_fault_is_named_at_once():
    broken = json.loads(to_json(dossier()))
    broken["dated"] = "yesterday"
    broken["payments"][1]["sent"]["currency"] = "dollars"
    broken["colour"] = "blue"
    with pytest.raises(FaultsError) as caught:
        from_json(json.dumps(broken))
    said = str(caught.value)
    assert "dated" in said
    assert "payments.1.sent.currency" in said
    assert "colour" in said


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"format": "tanglaw-dossier/9"}', "\x00", "[" * 100_000])
def test_what_is_no_dossier_is_refused_plainly(text):
    with pytest.raises(FaultsError, match="not a dossier"):
        from_json(text)


def test_a_payment_of_nobody_is_refused():
    with pytest.raises(ValueError, match="keys P9 without a party"):
        dossier(payments=(payment(0, receiver="P9"),))


def test_two_parties_cannot_have_one_key():
    with pytest.raises(ValueError, match="P1 more than once"):
        dossier(parties=(payer(), payer(), receiver()))


def test_no_such_file_is_said(tmp_path):
    with pytest.raises(UsageError, match="expected a dossier"):
        read_dossier(tmp_path / "none.json")


def test_the_sum_leaves_out_what_has_no_rate():
    assert dossier(payments=(payment(0), payment(1, usd=None))).total_usd == Decimal("32.19")
