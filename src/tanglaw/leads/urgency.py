"""How soon a lead should be looked at, apart from how probable it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tanglaw.leads.minors import ADULT
from tanglaw.patterns.pattern import Pattern

_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Urgency:
    """Urgency 0–1 and what makes it so, in words."""

    level: float
    reasons: tuple[str, ...]


def urgency(pattern: Pattern, facts: Mapping[str, object], until: int) -> Urgency:
    """Judge how soon a lead should be looked at.

    Independent grounds combine as ``1 - Π(1 - ground)``; all grounds are assumed, none is published.

    Args:
        pattern: gives the ground that lies in the kind of harm itself.
        facts: the subject's row of measures and facts.
        until: last instant of the data, UTC seconds.
    """
    grounds: list[tuple[float, str]] = []
    if pattern.urgency:
        who = "the account holder may be a victim" if pattern.protect else "a child may be at risk"
        grounds.append((pattern.urgency, f"{pattern.title}: {who}"))
    quiet = (until - int(str(facts["last_t"]))) / _DAY
    if quiet <= 30:
        grounds.append((0.4, f"last payment {_days(quiet)} before the end of the data"))
    elif quiet <= 90:
        grounds.append((0.2, f"last payment {_days(quiet)} before the end of the data"))
    trend, pace = _number(facts, "value_trend"), _number(facts, "gap_trend")
    if trend is not None and trend >= 0.3:
        grounds.append((0.15, "the sums grow"))
    if pace is not None and pace <= -0.2:
        grounds.append((0.15, "the gaps shorten"))
    youngest = _number(facts, "youngest_receiver" if pattern.role == "originator" else "receiver_age")
    if youngest is not None and youngest < ADULT:
        grounds.append((0.5, f"a receiver is {youngest:.0f} years old by the records"))
    payer = _number(facts, "payer_age")
    if pattern.role == "originator" and payer is not None and payer < ADULT:
        grounds.append((0.5, f"the payer is {payer:.0f} years old by the records"))
    left = 1.0
    for ground, _ in grounds:
        left *= 1 - ground
    return Urgency(round(1 - left, 6), tuple(text for _, text in sorted(grounds, reverse=True)))


def _number(facts: Mapping[str, object], name: str) -> float | None:
    value = facts.get(name)
    return float(value) if isinstance(value, int | float) else None


def _days(days: float) -> str:
    return "on the day" if days < 1 else "a day" if days < 2 else f"{days:.0f} days"
