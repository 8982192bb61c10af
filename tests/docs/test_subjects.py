"""Every pattern, measure and column has its place in the pages, with a source where it states a figure."""

from __future__ import annotations

from tanglaw.measures.catalogue import MEASURES
from tanglaw.patterns.catalogue import bands_of
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.payments.columns import COLUMNS

DOMAIN_PATTERNS = {
    "livestream_purchase", "facilitation", "material_purchase", "extortion_victim", "extortion_collection",
    "minor_purchase", "minor_recipient",
}  # fmt: skip


def test_every_pattern_is_documented_with_each_figure_and_source(root):
    page = (root / "docs" / "patterns.md").read_text(encoding="utf-8").replace("\\", "")
    for pattern in load([LIBRARY], bands_of(MEASURES)):
        section = page.partition(f"\n### {pattern.id}\n")[2].partition("\n### ")[0]
        assert section, f"docs/patterns.md has no section for {pattern.id}: scripts/refresh"
        for expectation in pattern.expects:
            assert f"`{expectation.measure}`" in section
            assert expectation.source.replace("\\", "") in section


def test_the_library_has_every_pattern_and_no_warning():
    library = load([LIBRARY], bands_of(MEASURES))
    assert {pattern.id for pattern in library if pattern.kind == "pattern"} >= DOMAIN_PATTERNS
    for role in ("originator", "beneficiary"):
        assert any(pattern.kind == "ordinary" for pattern in library.of(role)), f"nothing ordinary explains a {role}"
    assert not library.warnings


def test_every_measure_is_documented(root):
    page = (root / "docs" / "measures.md").read_text(encoding="utf-8")
    for measure in MEASURES:
        assert measure.doc.strip()
        assert f"| `{measure.id}` |" in page, f"docs/measures.md does not name {measure.id}: scripts/refresh"


def test_every_column_is_documented(texts):
    pages = "\n".join(text for path, text in texts.items() if path.startswith("docs/"))
    missing = [column.name for column in COLUMNS if f"`{column.name}`" not in pages]
    assert not missing, f"no page in docs/ names the columns {missing}"
