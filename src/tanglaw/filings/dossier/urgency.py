"""How urgent a filing is, apart from how complete it is: a poor report about a child in danger goes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.labels import minor
from tanglaw.leads.words import urgency as word_for

_MOST: Final = 8
"""Reasons that are told of several leads, those of the most urgent first; each lead holds its own in the evidence."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """Urgency of 0–1, its word (``low``, ``medium``, ``high``) and what makes it so."""

    score: float
    word: str
    reasons: tuple[str, ...]


def urgency(dossier: Dossier) -> Urgency:
    """Tell how urgent a filing is: as its most urgent lead, and ``high`` at least where a minor is among its parties.

    Of several leads each reason says whom it is about.
    """
    reasons = _reasons(dossier)
    on = dossier.payments[0].at.date() if dossier.payments else dossier.dated
    young = [p for p in dossier.parties if minor(p, on) and p.standing != "counterparty's counterparty"]
    score = max(matter.assessment.urgency for matter in dossier.matters)
    if young:
        score = max(score, 2 / 3)
        reasons.append(f"{len(young)} of the parties {'was' if len(young) == 1 else 'were'} under 18 by the records")
    return Urgency(round(score, 4), word_for(score), tuple(reasons))


def _reasons(dossier: Dossier) -> list[str]:
    if not dossier.further:
        return list(dossier.assessment.urgency_reasons)
    about: dict[str, dict[str, None]] = {}
    for matter in sorted(dossier.matters, key=lambda matter: -matter.assessment.urgency):
        for text in matter.assessment.urgency_reasons:
            about.setdefault(text, {})[matter.subject] = None
    said = [f"{', '.join(keys)}: {text}" for text, keys in about.items()]
    rest = len(said) - _MOST
    return said if rest <= 0 else [*said[:_MOST], f"{rest} more of these people are in the evidence"]
