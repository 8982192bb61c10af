"""What a measure is tried with: payments at which it fires, at which it does not, and at which it abstains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from described import Payment

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure

Tried = tuple[Sequence[Payment], float]
"""Payments of the payer ``C`` or the receiver ``R``, and the number that the measure gives for them."""


@dataclass(frozen=True)
class Case:
    """One measure's payments.

    Attributes:
        fires: payments as its doc describes them, and its value.
        quiet: payments without what it looks for, and its value, in another band.
        few: payments too few or too bare to say anything; ``None`` where one payment is enough.
    """

    role: Role
    measure: str
    fires: Tried
    quiet: Tried
    few: Sequence[Payment] | None = None

    @property
    def key(self) -> str:
        return f"{self.role}-{self.measure}"

    @property
    def subject(self) -> str:
        return "C" if self.role == "originator" else "R"


def of_payer(measure: str, fires: Tried, quiet: Tried, few: Sequence[Payment] | None = None) -> Case:
    return Case("originator", measure, fires, quiet, few)


def of_receiver(measure: str, fires: Tried, quiet: Tried, few: Sequence[Payment] | None = None) -> Case:
    return Case("beneficiary", measure, fires, quiet, few)


def of_both(measure: str, fires: Tried, quiet: Tried, few: Sequence[Payment] | None = None) -> tuple[Case, Case]:
    """A measure that says the same of the payer ``C`` and of the receiver ``R`` of the same payments."""
    case = of_payer(measure, fires, quiet, few)
    return case, replace(case, role="beneficiary")


def band(measure: Measure, value: float) -> str:
    """The band a value falls in, by the edges alone."""
    return measure.bands[sum(value >= edge for edge in measure.edges)]


def renamed(payments: Iterable[Payment], into: str) -> list[Payment]:
    """The same payments of other people, so that many cases are measured at once and none meets another."""
    return [
        payment | {name: f"{into}/{payment[name]}" for name in ("originator_id", "beneficiary_id")}
        for payment in payments
    ]
