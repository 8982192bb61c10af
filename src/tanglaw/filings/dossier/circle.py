"""The counterparties' counterparties: who else pays, or is paid by, those on the other side."""

from __future__ import annotations

from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.payment import Instant


class Tie(Part):
    """One further party that deals with a counterparty of the subject.

    Attributes:
        counterparty: key of the counterparty.
        other: key of the party beyond it.
        payments: how many between the two.
        usd: their sum at the days' reference rates, ``None`` where none is known.
        lead: id of the lead that party is itself, if it is one.
    """

    counterparty: str
    other: str
    payments: int
    usd: Money | None
    first_seen: Instant
    last_seen: Instant
    lead: str | None = None


class Circle(Part):
    """How many others deal with one counterparty; `ties` in the dossier lists the most frequent of them."""

    counterparty: str
    others: int
    listed: int
