"""Turns the exact account of a score into reasons in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from tanglaw.inference.evidence import stratified, within_corridors
from tanglaw.inference.explanations import Share
from tanglaw.leads.counterparties import Standing
from tanglaw.leads.lead import NETWORK, Reason
from tanglaw.leads.words import number
from tanglaw.measures.measure import Measure
from tanglaw.patterns.pattern import Expectation, Pattern
from tanglaw.patterns.templates import fill


def reason(
    share: Share, value: float, pattern: Pattern, peers: str, payment_ids: Callable[[Measure], tuple[str, ...]]
) -> Reason:
    """Say one measure's part in a lead.

    Args:
        share: the part.
        value: what was measured.
        pattern: whose expectation it is held against.
        peers: whom the subject is compared with, as words after "payers" (``in AU→PH``).
        payment_ids: gives the payments behind a measure.
    """
    measure = share.measure
    expectation = _expectation(pattern, measure)
    shown = measure.show(value)
    words = {
        "value": shown,
        "band": measure.band_shown(share.band),
        "expected": percent(share.expected),
        "seen": percent(share.seen),
        "times": times(share.expected, share.seen),
    }
    finding = fill(expectation.reason, words) if expectation.reason else measure.finding(value)
    who = "payers" if measure.role == "originator" else "receivers"
    where = f" {peers}" if within_corridors(measure) else ""
    alike = " with about as many payments" if stratified(measure) else ""
    text = (
        f"{finding[0].upper()}{finding[1:]}: expected in {percent(share.expected)} of such {who}, "
        f"seen in {percent(share.seen)} of {who}{where}{alike} ({words['times']})."
    )
    return Reason(
        measure.id, measure.family, measure.label, float(value), shown, measure.band_shown(share.band),
        share.expected, share.seen, share.weight, text, expectation.source, expectation.mark, payment_ids(measure),
    )  # fmt: skip


def counterparties_reason(role: str, weight: float, standing: Standing | None, payment_ids: tuple[str, ...]) -> Reason:
    """Say what the counterparties' own evidence adds: it passes along payments, bounded.

    Args:
        role: the subject's role.
        weight: nats.
        standing: how the counterparties stand themselves.
        payment_ids: payments along which it passed.
    """
    one, many = ("receiver", "receivers") if role == "originator" else ("payer", "payers")
    times_said = _figure(float(np.exp(min(abs(weight), 20.0))))
    way = (
        f"makes this pattern likelier ({times_said}×)"
        if weight > 0
        else f"makes this pattern less likely ({times_said}×)"
    )
    text = f"What is seen of its {many}, leaving out what they were told by these payments, {way}."
    if standing is not None and standing.leads:
        at = percent(standing.score)
        likeliest = (
            f"most probably “{standing.title}”, at {at}"
            if standing.leads == 1
            else f"the likeliest at {at} (“{standing.title}”)"
        )
        text = (
            f"{_leads_among(standing, one, many)}, {likeliest}. "
            f"What is seen of {'it' if standing.counterparties == 1 else 'all of them'} {way}."
        )
    share = 1 / (1 + float(np.exp(-weight)))
    shown = f"{standing.leads:,} of {standing.counterparties:,} leads themselves" if standing is not None else ""
    return Reason(
        NETWORK, NETWORK, f"its {many}' own evidence", None, shown, "", share, 0.5, weight, text,
        "Tanglaw's table of which role pays which; no figure is published", "assumed", payment_ids,
    )  # fmt: skip


def _leads_among(standing: Standing, one: str, many: str) -> str:
    """Say ``Three of its five receivers are leads themselves``."""
    if standing.counterparties == 1:
        return f"Its one {one} is a lead itself"
    if standing.leads == standing.counterparties:
        return f"All of its {number(standing.counterparties)} {many} are leads themselves"
    said = f"{number(standing.leads)} of its {number(standing.counterparties)} {many}"
    return f"{said[0].upper()}{said[1:]} {'is a lead itself' if standing.leads == 1 else 'are leads themselves'}"


def finding_reason(weight: float) -> Reason:
    """Say that people have found out something about this very subject.

    Args:
        weight: nats; positive for a confirmed subject.
    """
    outcome = "confirmed" if weight > 0 else "dismissed"
    return Reason(
        "known", "known", "earlier review", None, outcome, "", 1.0 if weight > 0 else 0.0, 0.5, weight,
        f"An earlier review {outcome} this subject under this pattern.", "the file given with --known", "assumed",
    )  # fmt: skip


def _expectation(pattern: Pattern, measure: Measure) -> Expectation:
    return next(e for e in pattern.expects if e.measure == measure.id)


def percent(share: float) -> str:
    """Say a share: ``0.3 %``, ``4 %``, ``under 0.1 %``."""
    if share < 0.001:
        return "under 0.1 %"
    if share > 0.995:
        return "over 99 %"
    return f"{share * 100:.1f} %" if share < 0.095 else f"{share * 100:.0f} %"


def times(expected: float, seen: float) -> str:
    """Say how expected compares with seen: ``12× more often than seen``, ``a third as often``."""
    ratio = (expected + 1e-4) / (seen + 1e-4)
    if 0.8 <= ratio <= 1.25:
        return "about as often as seen"
    if ratio > 1:
        return f"{_figure(ratio)}× as often as seen"
    return f"seen {_figure(1 / ratio)}× as often as expected"


def _figure(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio < 9.95 else f"{ratio:,.0f}"


Words = Mapping[str, str]
