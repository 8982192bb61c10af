"""How institutions write what they were told: names, phone numbers, mail addresses."""

from __future__ import annotations

import unicodedata
from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau.names import mistyped

_LETTERS: Final = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "ł": "l", "Ł": "L", "ı": "i"})


def plain_letters(text: str) -> str:
    """Leave out what an old system cannot store."""
    split = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def written_name(rng: np.random.Generator, name: str, spelling: str) -> str:
    """Write a name the way an institution keeps it."""
    parts = name.split()
    if spelling == "capitals":
        return " ".join([parts[-1], *parts[:-1]]).upper()
    if spelling == "clerk":
        return mistyped(rng, plain_letters(name)).upper()
    if spelling == "ascii":
        return plain_letters(name)
    if spelling == "profile" and rng.random() < 0.5:
        short = plain_letters(parts[0])
        return f"{short} {parts[-1][0]}" if rng.random() < 0.6 else f"{short.lower()}{int(rng.integers(10, 99))}"
    return name


def mail(rng: np.random.Generator, name: str) -> str:
    """Make a mail address out of a name."""
    parts = [part.lower() for part in plain_letters(name).replace("-", "").replace("'", "").split()]
    stem = (parts[0] + "." + parts[-1], parts[0][0] + parts[-1], parts[-1] + parts[0])[int(rng.integers(3))]
    return f"{stem}{int(rng.integers(1, 999))}@{('post', 'mail', 'inbox')[int(rng.integers(3))]}.example"


def phone(rng: np.random.Generator, number: str, prefix: str) -> str:
    """Write a number as it was typed: international, with zeros, or as at home."""
    draw = rng.random()
    if draw < 0.6:
        return f"+{prefix}{number}"
    return f"00{prefix} {number[:3]} {number[3:]}" if draw < 0.75 else f"0{number}"
