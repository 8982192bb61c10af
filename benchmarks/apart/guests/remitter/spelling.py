"""How a receiver's name is typed at a counter: by ear, from a slip, from a message, in whatever order."""

from __future__ import annotations

import unicodedata
from random import Random

_HEARD = (
    ("ph", "f"),
    ("y", "i"),
    ("i", "y"),
    ("c", "k"),
    ("z", "s"),
    ("ll", "l"),
    ("v", "b"),
    ("ie", "ei"),
    ("j", "h"),
)
_SHORT = {
    "Maria": "Ma.",
    "María": "Ma",
    "Jose": "Jo",
    "Jennifer": "Jen",
    "Cristina": "Tina",
    "Teresita": "Tess",
    "Guadalupe": "Lupe",
    "Francisco": "Paco",
    "Alejandra": "Ale",
    "Angelica": "Angel",
    "Michelle": "Mitch",
    "Gabriela": "Gaby",
    "Patience": "Pat",
}


def _plain(text: str) -> str:
    """Drop accents, as most terminals do."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _slip(dice: Random, word: str) -> str:
    """Mistype one word: a letter dropped, doubled, exchanged with its neighbour, or heard as another."""
    if len(word) < 4:
        return word
    at = dice.randrange(1, len(word) - 1)
    how = dice.random()
    if how < 0.3:
        return word[:at] + word[at + 1 :]
    if how < 0.5:
        return word[:at] + word[at] + word[at:]
    if how < 0.7:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for heard, written in dice.sample(_HEARD, len(_HEARD)):
        if heard in word[1:]:
            return word[0] + word[1:].replace(heard, written, 1)
    return word


def typed(dice: Random, given: str, middle: str, family: str, care: float) -> str:
    """Type a name once. `care` is from 0 (a busy clerk) to 1 (copied from a document)."""
    first = given.split()
    loose = 1.0 - care
    if len(first) > 1 and dice.random() < 0.25 + 0.35 * loose:
        first = [first[0]] if dice.random() < 0.8 else [first[0], first[1][0]]
    if dice.random() < 0.12 * loose and first[0] in _SHORT:
        first[0] = _SHORT[first[0]]
    how = dice.random()
    inner = [middle] if middle and how < 0.2 + 0.35 * care else [middle[0]] if middle and how < 0.7 else []
    last = [family]
    if dice.random() < 0.22 * loose:
        words = first + inner + last
        at = dice.randrange(len(words))
        words[at] = _slip(dice, words[at])
        text = " ".join(words)
    elif dice.random() < 0.08 + 0.1 * loose:
        text = " ".join(last + first + inner)
    else:
        text = " ".join(first + inner + last)
    if dice.random() < 0.75:
        text = _plain(text)
    return text.upper() if dice.random() < 0.3 else text
