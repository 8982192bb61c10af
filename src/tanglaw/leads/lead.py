"""What a lead is: one subject under one pattern, with an exact account of its score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from tanglaw.common.roles import Role

Mark = Literal["published", "assumed"]

NETWORK: Final = "network"
"""``Reason.measure`` of what counterparties contribute: it has no value and no band, only a weight."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One measure's share of a lead's log-odds.

    Attributes:
        measure: id of the measure, or ``NETWORK``.
        family: the measures it is correlated with and cannot be counted twice with.
        label: the measure's name in words.
        value: what was measured; ``None`` where a word says it better.
        value_text: the value as a person reads it ("7 receivers").
        band: the band the value fell in.
        expected: share of subjects of the pattern expected in this band, 0–1.
        seen: share of those whom the subject is compared with (the text says who) seen in this band, 0–1.
        weight: contribution to the log-odds in nats (natural log); positive speaks for the pattern.
        text: the reason in plain words.
        source: who published the expectation, or why it was assumed.
        mark: whether the expectation is a published figure or an assumption.
        payment_ids: the payments behind it.
    """

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
    mark: Mark
    payment_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """A subject whose payments are consistent with a pattern. It ranks attention; it is no verdict.

    ``log_odds == prior + Σ reasons.weight + Σ against.weight - competition`` (all in nats), and
    ``score == 1 / (1 + exp(-log_odds))``.

    Attributes:
        score_alone: the same with what counterparties contribute left out, for this pattern and for all others.
        prior: log of the pattern's prior share among subjects of this role.
        competition: log-sum of every other explanation's prior and evidence, ordinary ones included.
        urgency: 0–1, apart from the score: a child or an extortion victim may be in danger now.
        protect: the holder may be a victim or a minor; the name is masked and never listed among subjects of review.
        account_holder: who the account holder may be, in words.
        closest_ordinary: the ordinary explanation that came closest, with its share of the posterior.
        abstained: measures that could not be taken, and which columns would allow them.
        first_seen, last_seen: UTC.
        total_usd: sum in US dollars at the day's reference rate, payments without a rate left out.
        corridor: ``AU→PH``.
        names: every name recorded for the accounts, in order of payments.
        joined_as: what several accounts are taken for, ``person`` or ``household``; empty for a single one.
        joined_because: why, a sentence a link.
        part: which of the accounts' payments the lead is about, those ``abroad`` or those ``at home`` (within one
            country). What they pay abroad and what they pay at home are two lives, and are weighed apart.
        other_payments: how many payments they have in the other part.
    """

    lead_id: str
    rank: int
    pattern: str
    pattern_title: str
    role: Role
    entity_id: str
    subject_ids: tuple[str, ...]
    name: str | None
    score: float
    log_odds: float
    prior: float
    competition: float
    urgency: float
    urgency_reasons: tuple[str, ...]
    protect: bool
    account_holder: str
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    closest_ordinary: str | None
    closest_ordinary_title: str
    closest_ordinary_share: float
    abstained: tuple[str, ...]
    payment_ids: tuple[str, ...]
    first_seen: datetime
    last_seen: datetime
    payments: int
    total_usd: float
    counterparties: int
    corridor: str
    score_alone: float
    names: tuple[str, ...] = ()
    joined_as: str = ""
    joined_because: tuple[str, ...] = ()
    part: str = ""
    other_payments: int = 0
