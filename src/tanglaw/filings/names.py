"""A recorded name as the two fields that forms ask for."""

from __future__ import annotations

from dataclasses import dataclass

from tanglaw.filings.dossier.party import Party


@dataclass(frozen=True, slots=True)
class SplitName:
    """First and last name.

    Attributes:
        split: the record holds one text only, and it was split by rule.
    """

    first: str | None
    last: str | None
    split: bool


def split_name(party: Party) -> SplitName:
    """Give first and last name.

    What the institution holds apart is taken as it is. One text is split at its comma (``Cruz, Maria``), else before
    its last word; a single word is a last name. The record itself stays in the form's comments.
    """
    if party.first_name or party.last_name:
        return SplitName(party.first_name, party.last_name, split=False)
    if not party.names:
        return SplitName(None, None, split=False)
    name = " ".join(party.names[0].split())
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.rpartition(" ")
    return SplitName(first.strip() or None, last.strip() or None, split=True)
