"""docs/columns.md is what the code would write now, and its example does what it says."""

from __future__ import annotations

import tomllib
from pathlib import Path

from rows import write
from test_reading_text import everything

from tanglaw.payments.columns import COLUMNS
from tanglaw.payments.document import EXAMPLE_CSV, EXAMPLE_TOML, render
from tanglaw.payments.mapping_file import SETTINGS, mapping_from

PAGE = Path(__file__).parents[2] / "docs" / "columns.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "python -m tanglaw.payments.document > docs/columns.md"


def test_the_page_names_everything() -> None:
    page = render()
    for name in (*(column.name for column in COLUMNS), *SETTINGS):
        assert f"`{name}`" in page
    assert "{" not in page.split("```toml")[0]


def test_the_example_works(tmp_path: Path) -> None:
    mapping = mapping_from(tomllib.loads(EXAMPLE_TOML), "example")
    accepted, rejected, _ = everything(write(tmp_path / "p.csv", EXAMPLE_CSV), mapping=mapping)
    assert rejected.height == 0
    assert accepted["executed_at"].dt.hour().to_list() == [21, 22]
    assert accepted["rail"].to_list() == ["cash_pickup", "bank"]
    assert [str(amount.normalize()) for amount in accepted["amount"]] == ["1.25E+3", "51"]
