"""A lead's reasons as bars, and its score as the exact sum that it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tanglaw.leads.lead import NETWORK, Lead, Reason
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import clip, plain
from tanglaw.leads.words import count, factor, nats, one_in, percent


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason; ``start`` and ``length`` place its bar, in per cent of the width, on the lead's common scale."""

    label: str
    text: str
    value: str
    effect: str
    start: str
    length: str
    likelihood: str
    source: str
    assumed: bool
    behind: str


@dataclass(frozen=True, slots=True)
class Term:
    """One line of the sum: what it is, what it adds in nats, and what the total is after it."""

    name: str
    adds: str
    total: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Bars for and bars against on one scale, on which ``zero`` (per cent) is where neither side is favoured."""

    speaking: list[Bar]
    contrary: list[Bar]
    zero: str

    @classmethod
    def of(cls, lead: Lead, shield: Shield) -> Evidence:
        """Draw a lead's reasons."""
        weights = [reason.weight for reason in lead.reasons + lead.against]
        most, least = max([0.0, *weights]), min([0.0, *weights])
        width = (most - least) or 1.0
        zero = -least / width

        about = shield.about([(lead.role, subject) for subject in lead.subject_ids])

        @cache  # reasons share sources and words
        def said(text: str) -> str:
            return clip(plain(shield.scrub(text, about)), 500)

        def bar(reason: Reason) -> Bar:
            return _bar(reason, lead, said, zero + min(reason.weight, 0.0) / width, abs(reason.weight) / width)

        return cls([bar(one) for one in lead.reasons], [bar(one) for one in lead.against], _percent(zero))


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"


def _bar(reason: Reason, lead: Lead, said: Callable[[str], str], start: float, length: float) -> Bar:
    band = f" (band: {said(reason.band)})" if reason.band else ""
    return Bar(
        label=said(reason.label),
        text=said(reason.text),
        value=said(reason.value_text),
        effect=factor(reason.weight),
        start=_percent(start),
        length=_percent(length),
        likelihood=_likelihood(reason, lead, band),
        source=said(reason.source),
        assumed=reason.mark == "assumed",
        behind=f"Rests on {count(len(reason.payment_ids), 'payment')}" if reason.payment_ids else "",
    )


def _likelihood(reason: Reason, lead: Lead, band: str) -> str:
    if reason.measure == NETWORK:
        others = "receivers" if lead.role == "originator" else "payers"
        return f"Passed along the payments, bounded for each of the {others} and less for each where there are many."
    who = "payers" if lead.role == "originator" else "receivers"
    return (
        f"Expected in {percent(reason.expected)} of those who fit the pattern, "
        f"seen in {percent(reason.seen)} of {who} in this corridor{band}."
    )


def account(lead: Lead, shield: Shield) -> list[Term]:
    """Write the score out as prior, reasons and competition, with the running total in nats."""
    steps = [(f"Prior: {one_in(lead.prior)} subjects of this role", lead.prior)]
    about = shield.about([(lead.role, subject) for subject in lead.subject_ids])
    steps += [(plain(shield.scrub(reason.label, about)), reason.weight) for reason in lead.reasons + lead.against]
    steps.append(("Competition: every other explanation, ordinary ones included", -lead.competition))
    total, terms = 0.0, []
    for name, adds in steps:
        total += adds
        terms.append(Term(name, nats(adds), nats(total)))
    return terms


def shares(lead: Lead) -> tuple[float, float, float]:
    """Return what the pattern, the closest ordinary explanation and all others hold of the posterior; they sum to 1."""
    score = 0.0 if math.isnan(lead.score) else min(max(lead.score, 0.0), 1.0)
    closest = min(max(lead.closest_ordinary_share, 0.0), 1.0 - score)
    return score, closest, 1.0 - score - closest
