"""What `docs/iso20022.md` says of the mapping is what the mapping does."""

from __future__ import annotations

from pathlib import Path

from tanglaw.payments.columns import BY_NAME, RAILS
from tanglaw.payments.iso20022.describe import table
from tanglaw.payments.iso20022.elements import MESSAGES, SEEN_THROUGH
from tanglaw.payments.iso20022.payment import COLUMNS

DOCUMENT = (Path(__file__).parents[3] / "docs" / "iso20022.md").read_text()


def test_the_table_of_elements_is_the_one_that_is_used() -> None:
    start, end = "<!-- made by tanglaw.payments.iso20022.describe -->\n", "\n<!-- end -->"
    assert DOCUMENT.partition(start)[2].partition(end)[0] == table()


def test_every_column_is_documented() -> None:
    missing = [
        column
        for column in COLUMNS
        if column.startswith("originator") and f"`{column}`" not in DOCUMENT and column not in DOCUMENT
    ]
    assert not missing


def test_every_message_and_wrapper_is_named() -> None:
    assert not [name for name in {*MESSAGES.values(), *SEEN_THROUGH} if name not in DOCUMENT]


def test_only_columns_of_the_contract_are_made() -> None:
    assert set(COLUMNS) <= set(BY_NAME)
    assert {"bank", "cash_pickup"} <= set(RAILS)
