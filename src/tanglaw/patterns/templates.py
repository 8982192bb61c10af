"""Reason templates: plain text with named gaps. Nothing in them is evaluated."""

from __future__ import annotations

import re
from typing import Final

PLACEHOLDERS: Final = ("value", "band", "expected", "seen", "times")
"""What a template may name: measured value, its band, expected and seen share, how many times rarer it is."""

_GAP: Final = re.compile(r"\{([^{}]*)\}")


def unknown_placeholders(template: str) -> list[str]:
    """Return each gap that is none of :data:`PLACEHOLDERS`, and each brace without a partner, as it stands."""
    gaps = [gap.group(0) for gap in _GAP.finditer(template) if gap.group(1) not in PLACEHOLDERS]
    return gaps + re.findall(r"[{}]", _GAP.sub("", template))


def fill(template: str, words: dict[str, str]) -> str:
    """Put ``words`` (placeholder → text) into the gaps of a checked template, once and without looking inside them."""
    return _GAP.sub(lambda gap: words[gap.group(1)], template)
