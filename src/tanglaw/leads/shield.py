"""Who is protected, and how their names are kept out of everything that people read.

A possible victim may have a lead under two patterns, or be the receiver in somebody else's lead: the protection
belongs to the person, so it is looked up by role and id, whatever page they appear on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import polars as pl
from anyascii import anyascii

from tanglaw.leads.lead import Lead

WITHHELD: Final = "Name withheld"

_WORD: Final = re.compile(r"[^\W_]+")
_EMAIL: Final = re.compile(r"[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+")
_HANDLE: Final = re.compile(r"(?<![^\W_])@[\w.]{2,}")
_PHONE: Final = re.compile(r"(?<![\w-])(?:\+|0)\d[\d\s().-]{5,}\d")
_LONG_NUMBER: Final = re.compile(r"\d[\d\s().-]{6,}\d")
_FIRST_UNSPACED_SCRIPT: Final = 0x0E00  # Thai and, further on, the scripts of China and Japan

Party = tuple[str, str]
"""Role and id: the ids of payers and of receivers may be numbered independently."""


@lru_cache(maxsize=4_096)  # a report says the same words over and over
def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).casefold()


def _words(name: str) -> tuple[str, ...]:
    return tuple(_fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", name)))


def _unspaced(name: str) -> bool:
    return not name.isascii() and any(ord(letter) >= _FIRST_UNSPACED_SCRIPT for letter in name)


@dataclass(frozen=True, slots=True)
class About:
    """What must be struck out of texts about certain people, beside everybody's whole names.

    Attributes:
        protected: one of them is.
        parts: words of their names, folded; ``unspaced``: parts of names in scripts without spaces.
    """

    protected: bool = False
    parts: frozenset[str] = frozenset()
    unspaced: tuple[str, ...] = ()


_NOBODY: Final = About()


@dataclass(frozen=True)
class Shield:
    """The protected parties of a run and every name they are recorded under."""

    names: Mapping[Party, frozenset[str]]
    _whole: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    _unspaced_names: tuple[str, ...] = ()

    @classmethod
    def of(cls, leads: Iterable[Lead], payments: pl.DataFrame | None = None) -> Shield:
        """Gather the subjects of every ``protect`` lead, and their names from the leads and their payments."""
        names: dict[Party, set[str]] = {}
        for lead in leads:
            if lead.protect:
                for subject in lead.subject_ids:
                    names.setdefault((lead.role, subject), set()).update(lead.names, {lead.name} if lead.name else ())
        if payments is not None and not payments.is_empty():
            for role in ("originator", "beneficiary"):
                recorded = payments.select(f"{role}_id", f"{role}_name").drop_nulls().unique()
                for identifier, name in recorded.iter_rows():
                    if (role, identifier) in names:
                        names[role, identifier].add(name)
        return cls.over({party: frozenset(held) for party, held in names.items()})

    @classmethod
    def over(cls, names: Mapping[Party, frozenset[str]]) -> Shield:
        """Shield these parties, each with every name it is recorded under."""
        return cls({}).with_more(names, {name for held in names.values() for name in held})

    def with_more(self, names: Mapping[Party, frozenset[str]], further: Collection[str]) -> Shield:
        """Shield further parties, too, without taking the names of the others apart again.

        Args:
            names: every party, those of before as they were.
            further: the names that came.
        """
        came: dict[str, set[tuple[str, ...]]] = {}
        for name in further:
            for words in {_words(name), _words(anyascii(name))} if not name.isascii() else (_words(name),):
                # A single short name is too common a word to be struck out of other people's references.
                if len(words) > 1 or sum(map(len, words)) >= 5:
                    for order in (words, words[::-1]):
                        came.setdefault(order[0], set()).add(order)
        longest_first = {
            word: tuple(sorted(found.union(self._whole.get(word, ())), key=lambda name: (-len(name), name)))
            for word, found in came.items()
        }
        unspaced = {name for name in further if _unspaced(name)}.union(self._unspaced_names)
        return Shield(names, {**self._whole, **longest_first}, tuple(sorted(unspaced)))

    def covers(self, role: str, identifier: str) -> bool:
        """Tell whether this payer or receiver is protected."""
        return (role, identifier) in self.names

    def covers_lead(self, lead: Lead) -> bool:
        """Tell whether a lead is of a protected person, under this pattern or any other."""
        return lead.protect or any(self.covers(lead.role, subject) for subject in lead.subject_ids)

    def about(self, parties: Sequence[Party]) -> About:
        """Tell what must be struck out of texts about these people; asked once where there are many texts."""
        held = [party for party in parties if party in self.names]
        if not held:
            return _NOBODY
        own = {name for party in held for name in self.names[party]}
        return About(
            protected=True,
            parts=frozenset(
                word for name in own for form in (name, anyascii(name)) for word in _words(form) if len(word) > 2
            ),
            unspaced=tuple(sorted(part for name in own if _unspaced(name) for part in name.split() if len(part) > 1)),
        )

    def scrub(self, text: str, about: Sequence[Party] | About = (), *, free: bool = False) -> str:
        """Strike protected names out of a text.

        Args:
            text: words written by a person or made from their data.
            about: whom the text is about. Of protected ones among them every part of the name is struck out, and
                every e-mail address, handle and phone number; of everybody else protected, the whole name.
            free: the text is a person's own (a reference), so any long number may be a phone number.
        """
        text = unicodedata.normalize("NFC", text)
        own = about if isinstance(about, About) else self.about(about)
        if own.protected:
            text = _EMAIL.sub("[e-mail withheld]", text)
            text = _HANDLE.sub("[handle withheld]", text)
            text = (_LONG_NUMBER if free else _PHONE).sub("[number withheld]", text)
        # Of a whole name in such a script no part stands in plain ASCII; a part of one may itself be ASCII.
        for found in (*(() if text.isascii() else self._unspaced_names), *own.unspaced):
            text = text.replace(found, "[name withheld]")
        return self._strike(text, own.parts)

    def _strike(self, text: str, parts: frozenset[str]) -> str:
        if text.isascii():
            # Hardly any text begins a name: that it does not is seen without taking it apart.
            there = _WORD.findall(text.lower())
            if self._whole.keys().isdisjoint(there) and parts.isdisjoint(there):
                return text
        found = [(match.start(), match.end(), _fold(match.group())) for match in _WORD.finditer(text)]
        words = tuple(word for _, _, word in found)
        struck, kept_from, at = [], 0, 0
        while at < len(words):
            whole = next((name for name in self._whole.get(words[at], ()) if words[at : at + len(name)] == name), ())
            length = len(whole) or int(words[at] in parts)
            if length:
                struck += [text[kept_from : found[at][0]], "[name withheld]"]
                kept_from = found[at + length - 1][1]
            at += length or 1
        return "".join([*struck, text[kept_from:]])
