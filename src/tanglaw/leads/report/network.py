"""A lead's small network: the subject, whom they pay or are paid by, and which other leads meet there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanglaw.leads.words import count

MOST: Final = 8
ROW: Final = 32.0
_SUBJECT_X, _PARTY_X, _PORT_X, _OTHER_X = 4.0, 26.0, 71.0, 83.0


@dataclass(frozen=True, slots=True)
class Counterparty:
    """A party on the other side: ``label`` as it may be shown, its payments, and the other leads that it appears in."""

    identifier: str
    label: str
    payments: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A dot and its words; places in per cent across and pixels down."""

    x: str
    y: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two dots; ``width`` in pixels."""

    x1: str
    y1: str
    x2: str
    y2: str
    width: str


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing. ``meetings`` start right of a counterparty's words; ``more`` counterparties are not drawn."""

    height: str
    subject: Node
    parties: list[Node]
    others: list[Node]
    lines: list[Line]
    meetings: list[Line]
    more: int

    @classmethod
    def of(cls, parties: Sequence[Counterparty], word: str) -> Network:
        """Lay out counterparties, the most frequent first; ``word`` says what the subject is: payer or receiver."""
        shown = parties[:MOST]
        meeting = sorted({other for party in shown for other in party.others})[:MOST]
        height = max(len(shown), len(meeting), 2) * ROW
        most = max((party.payments for party in shown), default=1)
        down = {one.identifier: place for one, place in zip(shown, _spread(len(shown), height), strict=True)}
        beside = dict(zip(meeting, _spread(len(meeting), height), strict=True))
        return cls(
            height=f"{height:.0f}",
            subject=Node(_across(_SUBJECT_X), f"{height / 2:.1f}", f"This {word}", ""),
            parties=[
                Node(_across(_PARTY_X), f"{down[one.identifier]:.1f}", one.label, count(one.payments, "payment"))
                for one in shown
            ],
            others=[Node(_across(_OTHER_X), f"{place:.1f}", f"Lead {other}", "") for other, place in beside.items()],
            lines=[
                Line(
                    _across(_SUBJECT_X),
                    f"{height / 2:.1f}",
                    _across(_PARTY_X),
                    f"{down[one.identifier]:.1f}",
                    f"{1.5 + 5.5 * (one.payments / most) ** 0.5:.1f}",
                )
                for one in shown
            ],
            meetings=[
                Line(_across(_PORT_X), f"{down[one.identifier]:.1f}", _across(_OTHER_X), f"{beside[other]:.1f}", "1.5")
                for one in shown
                for other in one.others
                if other in beside
            ],
            more=len(parties) - len(shown),
        )


def _spread(number: int, height: float) -> list[float]:
    """Place dots down a column, a row apart and centred."""
    top = (height - number * ROW) / 2
    return [top + (place + 0.5) * ROW for place in range(number)]


def _across(share: float) -> str:
    return f"{share:.0f}%"
