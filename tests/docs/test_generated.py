"""Pages that are made from the code are the ones that would be made now: `scripts/refresh`."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

PAGES = {
    "commands.md": "tanglaw.cli._document",
    "columns.md": "tanglaw.payments.document",
    "measures.md": "tanglaw.measures.document",
    "patterns.md": "tanglaw.patterns.document",
    "network.md": "tanglaw.inference.document",
}


@pytest.mark.parametrize(("page", "module"), PAGES.items())
def test_the_page_is_current(root, page, module):
    made = subprocess.run(
        [sys.executable, "-m", module], capture_output=True, check=True, cwd=root, env={"PYTHONPATH": "src"}
    )
    written = (root / "docs" / page).read_text(encoding="utf-8")
    assert written == made.stdout.decode(), f"docs/{page} is not current: run scripts/refresh and review the diff"


def test_scripts_refresh_writes_exactly_these_pages(root):
    script = (root / "scripts" / "refresh").read_text(encoding="utf-8")
    assert {line.split()[1]: line.split()[2] for line in script.splitlines() if line.startswith("write ")} == PAGES
    for module in PAGES.values():
        assert importlib.util.find_spec(module)
