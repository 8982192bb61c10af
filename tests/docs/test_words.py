"""What no tracked file may contain: words that harm, hosts that packages are fetched from.

Each pattern is written so that it does not match itself; pages that forbid a word by quoting it are listed.
"""

from __future__ import annotations

import re

import pytest

# The Luxembourg guidelines (ECPAT, 2nd edition 2025) and FATF 2025: what to write instead stands beside each.
FORBIDDEN_WORDS = {
    r"child(ren)?[- ]porn|kiddie[- ]porn|kinder[p]orn": "child sexual abuse material",
    r"(sex|live|abuse|webcam)[- ]+show(s)?\b": "live-streamed sexual abuse of children",
    r"child(ren)?[- ]prostitut": "child subjected to sexual exploitation",
    r"sex[- ]+touris": "sexual exploitation of children in travel and tourism",
    r"revenge[- ]+porn": "financial sexual extortion",
    r"\boffende[r]": "payer, receiver, subject of review",
    r"\bguilt[y]\b": "payment pattern consistent with …",
    r"\bperpetrato[r]|\bpredato[r]|\bpedophil|\bpaedophil": "payer, receiver, subject of review",
}
QUOTED_TO_FORBID = {"tests/leads/test_report.py"}

HOSTS = [
    r"\bpypi\.(org|python)", r"pythonhosted\.", r"\bdeb\.debian\.", r"security\.debian\.", r"snapshot\.debian\.",
    r"registry\.npmjs", r"\bunpkg\.com", r"jsdelivr\.", r"cdnjs\.", r"repo1?\.maven", r"conda\.anaconda", r"crates\.io",
    r"raw\.githubusercontent", r"objects\.githubusercontent", r"codeload\.github", r"\bghcr\.io", r"docker\.io",
    r"archive\.apache\.org", r"dlcdn\.apache", r"huggingface\.", r"proxy\.golang", r"fonts\.(googleapis|gstatic)",
    r"(?<!emit-)index[-_]url\s*[= ]", r"(?<!emit-)find[-_]links\s*[= ]", r"--trusted[-_]host",
]  # fmt: skip


def found(texts: dict[str, str], pattern: str, skip: set[str]) -> list[str]:
    expression = re.compile(pattern, re.IGNORECASE)
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in texts.items()
        if path not in skip
        for number, line in enumerate(text.splitlines(), 1)
        if expression.search(line)
    ]


@pytest.mark.parametrize(("pattern", "instead"), FORBIDDEN_WORDS.items())
def test_no_word_that_harms(texts, pattern, instead):
    assert not found(texts, pattern, QUOTED_TO_FORBID), f"write: {instead}"


@pytest.mark.parametrize("pattern", HOSTS)
def test_no_host_that_packages_are_fetched_from(texts, pattern):
    assert not found(texts, pattern, set())


def test_locks_name_no_host_and_hash_everything(root):
    for path in sorted((root / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path.name
        assert not re.search(r"^-", text, flags=re.MULTILINE), path.name
        names = re.findall(r"^\S+==", text, flags=re.MULTILINE)
        assert names
        assert len(names) == len(re.findall(r"^\S+==[^\n]*\\\n\s+--hash=sha256:", text, flags=re.MULTILINE)), path.name


def test_patterns_are_not_idle():
    """Each kind of pattern finds what it is for; the samples are put together so that they do not stand here."""
    samples = ["child" + " pornography", "live" + " shows", "sex" + " tourism", "known offen" + "ders"]
    for sample in samples:
        assert any(re.search(pattern, sample, re.IGNORECASE) for pattern in FORBIDDEN_WORDS), sample
    for sample in ("https://py" + "pi.org/simple", "--extra-index" + "-url x"):
        assert any(re.search(pattern, sample, re.IGNORECASE) for pattern in HOSTS), sample
