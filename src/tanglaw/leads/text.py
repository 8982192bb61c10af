"""Text that came from a file, made fit to be shown to a person."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNSHOWABLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_CONTACT: Final = re.compile(r"@|^\+?\d[\d\s().-]{7,}$")
_WHITESPACE: Final = re.compile(r"\s+")

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """Return the text on one line, with every character that steers a screen instead of showing replaced.

    Control characters could drive a terminal, bidirectional overrides could make one account look like another, and
    lone surrogates cannot be written at all. What stood there verbatim remains in ``lead_payments.parquet``.
    """
    if text.isprintable() and "  " not in text:  # nearly all there is; of what is printable, blanks alone are left
        return text.strip()
    return _UNSHOWABLE.sub(REPLACEMENT, _WHITESPACE.sub(" ", text)).strip()


def shorten(text: str, most: int) -> str:
    """Cut the middle out of a text longer than ``most`` characters: both ends tell one account from another."""
    if len(text) <= most:
        return text
    head = (most - 1 + 1) // 2
    tail = most - 1 - head
    return f"{text[:head]}…{text[-tail:]}" if tail else f"{text[:head]}…"


def clip(text: str, most: int) -> str:
    """Cut the end off a text longer than ``most`` characters and say how long it was."""
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters in all)"


def initials(name: str) -> str:
    """Return up to three initials (``M. S.``); enough to tell two parties apart, too little to name one."""
    letters = [part[0] for part in plain(name).split() if unicodedata.category(part[0]).startswith("L")]
    return " ".join(f"{letter.upper()}." for letter in letters[:3])


def mask_contact(identifier: str) -> str:
    """Shorten an id that is itself a phone number or an e-mail address; leave any other as it is."""
    shown = plain(identifier)
    if not _CONTACT.search(shown):
        return shown
    return f"{shown[:2]}…{shown[-3:]}" if len(shown) > 7 else "…"
