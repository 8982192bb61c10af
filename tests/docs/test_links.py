"""Links between pages lead somewhere, and so do links to a heading."""

from __future__ import annotations

import re

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"")


def headings(text: str) -> set[str]:
    """Return the anchors of a page's headings, as code hosts make them."""
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_of_every_page_leads_somewhere(root, texts):
    broken = []
    for path, text in texts.items():
        if not path.endswith(".md") or path.startswith("tests/golden/"):
            continue
        for markdown, image in LINK.findall(text):
            target, _, anchor = (markdown or image).partition("#")
            if "://" in target or target.startswith("mailto:"):
                continue
            file = (root / path).parent / target if target else root / path
            if not file.exists():
                broken.append(f"{path}: {markdown or image}")
            elif anchor and file.suffix == ".md" and anchor not in headings(file.read_text(encoding="utf-8")):
                broken.append(f"{path}: {markdown or image} (no such heading)")
    assert not broken


def test_the_index_of_decisions_is_complete(root):
    folder = root / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    entries = sorted(path.name for path in folder.glob("[0-9]*.md"))
    numbers = [name.split("-")[0] for name in entries]
    assert len(set(numbers)) == len(numbers), "two decisions have one number"
    assert [name for name in entries if f"({name})" not in index] == []
