"""Why these payments are reported: reasons for and against with their figures, and why not an ordinary explanation."""

from __future__ import annotations

from typing import Literal

from tanglaw.filings.dossier.part import Part


class Ground(Part):
    """One reason, as the lead holds it; see :class:`tanglaw.leads.lead.Reason` for units."""

    measure: str
    family: str
    label: str
    value: float | None
    value_text: str
    band: str
    expected: float
    seen: float
    weight: float
    text: str
    source: str
    mark: Literal["published", "assumed"]
    payment_ids: tuple[str, ...] = ()


class Contrast(Part):
    """One measure that tells the pattern from an ordinary explanation.

    Attributes:
        finding: what was measured, in words.
        pattern, ordinary: share of such subjects expected in the band, 0–1, under each.
        weight: nats that speak for the pattern and against the ordinary explanation, before evidence is held back.
    """

    measure: str
    label: str
    finding: str
    band: str
    pattern: float
    ordinary: float
    weight: float


class Ordinary(Part):
    """The ordinary explanation that came closest.

    Attributes:
        share: its posterior probability, 0–1.
        why_not: what speaks against it, the strongest first.
        why: what speaks for it, the strongest first; an honest filing says that too.
    """

    id: str
    title: str
    share: float
    why_not: tuple[Contrast, ...] = ()
    why: tuple[Contrast, ...] = ()


class Assessment(Part):
    """The account of one score; ``log_odds = prior + for + against - competition``, nats.

    Attributes:
        urgency: 0–1, apart from the score.
        abstained: what could not be measured, and why.
        basis: which part of the account holder's role the pattern describes, in words.
    """

    lead_id: str
    rank: int
    pattern: str
    pattern_title: str
    pattern_sha256: str
    score: float
    log_odds: float
    prior: float
    competition: float
    urgency: float
    urgency_reasons: tuple[str, ...]
    account_holder: str
    reasons: tuple[Ground, ...]
    against: tuple[Ground, ...]
    ordinary: Ordinary | None
    abstained: tuple[str, ...]
