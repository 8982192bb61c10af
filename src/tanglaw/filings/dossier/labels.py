"""The words by which authorities route a report of this kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from tanglaw.filings.dossier.dossier import Label
from tanglaw.filings.dossier.party import Party

OCSE: Final = Label(
    authority="FinCEN",
    code="OCSE-FIN-2021-NTC3",
    meaning="online child sexual exploitation (FinCEN notice FIN-2021-NTC3)",
)
SEXTORTION: Final = Label(
    authority="FinCEN", code="FIN-2025-SEXTORTION", meaning="financial sexual extortion (FinCEN notice of 2025)"
)
SUSPECTED_CSE: Final = Label(
    authority="Finanspolisen (Sweden)", code="suspected CSE", meaning="suspected child sexual exploitation"
)

_EXTORTION: Final = frozenset({"extortion_victim", "extortion_collection"})
_OF_AGE: Final = 18


def labels_for(pattern: str, payers: Sequence[Party], on: date) -> tuple[Label, ...]:
    """Give the labels of a pattern.

    An extortion of a child is also online child sexual exploitation, so it carries both labels where the records say
    that a payer was under 18 on that day.

    Args:
        pattern: id of the pattern.
        payers: those who paid.
        on: day of the first payment.
    """
    if pattern not in _EXTORTION:
        return (OCSE, SUSPECTED_CSE)
    if any(minor(payer, on) for payer in payers):
        return (SEXTORTION, OCSE, SUSPECTED_CSE)
    return (SEXTORTION,)


def minor(party: Party, on: date) -> bool:
    """Tell whether the records say that a party was under 18 on a day; unknown ages are not guessed."""
    if party.birth_date is not None:
        had = (on.month, on.day) >= (party.birth_date.month, party.birth_date.day)
        return on.year - party.birth_date.year - (not had) < _OF_AGE
    return party.birth_year is not None and on.year - party.birth_year < _OF_AGE
