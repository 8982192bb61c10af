from __future__ import annotations

from pathlib import Path

from tanglaw.lab.worlds import kinds
from tanglaw.lab.worlds.figures import TABLES, as_markdown
from tanglaw.lab.worlds.settings import KINDS

PAGE = (Path(__file__).parents[2] / "docs" / "practice-worlds.md").read_text(encoding="utf-8")


def test_every_figure_stands_in_the_documentation_with_its_source():
    """To renew: replace the tables at the end of docs/practice-worlds.md by what as_markdown() returns."""
    assert PAGE.endswith(as_markdown() + "\n")


def test_every_figure_has_a_source_and_a_unit():
    rows = [row for table in TABLES for row in table.rows]
    assert all(row.source and row.unit and row.name for row in rows)
    assert {row.mark for row in rows} == {"published", "assumed"}


def test_every_kind_of_world_is_documented():
    assert all(f"`{kind}`" in PAGE for kind in KINDS)
    assert all(f"`{kind}`" in PAGE for kind in kinds.APART)
