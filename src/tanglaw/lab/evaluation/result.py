"""What an evaluation finds; plain data that a program can read."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any, Final

from tanglaw.lab.evaluation.calibration import Calibration
from tanglaw.lab.evaluation.fairness import Fairness
from tanglaw.lab.evaluation.intervals import wilson
from tanglaw.lab.evaluation.precision import Steps

FIRST: Final = 100
"""How many of the first subjects are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What an analyst who looks at the first ``size`` subjects finds."""

    name: str
    size: float
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """Subjects of other kinds that rank high: how many there are, score one half or more, or are in the first 1 %."""

    name: str
    subjects: int
    above_half: int
    in_first_percent: int

    @property
    def rate(self) -> float:
        """Share in the first 1 %."""
        return self.in_first_percent / self.subjects if self.subjects else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the rate."""
        return wilson(self.rate, self.subjects) if self.subjects else (float("nan"), float("nan"))


@dataclass(frozen=True, slots=True)
class PatternResult:
    """One pattern's ranking against the truth.

    Attributes:
        subjects, positives: of the pattern's role; subjects of kinds counted neither way are left out.
        average_precision, low, high: with its 95 % bootstrap interval over persons.
        by_person: average precision when a person's best subject stands for all of them.
        hard_positives, hard_average_precision: with only the hard positives as positives, the others left out.
        plain_average_precision: with only the others as positives, the hard ones left out.
        budgets: precision and recall at 50, 100, 200 and 1 %.
        first: true kinds of the first 100, most frequent first.
        kinds, variants, corridors, ages: false alarms by ordinary kind, by finer behaviour, by corridor, by age band.
        victims: victims of other crimes among the first 100.
    """

    pattern: str
    role: str
    subjects: int
    positives: int
    average_precision: float
    low: float
    high: float
    by_person: float
    hard_positives: int
    hard_average_precision: float
    plain_average_precision: float
    budgets: tuple[Budget, ...]
    calibration: Calibration
    first: dict[str, int]
    kinds: tuple[Alarm, ...]
    variants: tuple[Alarm, ...]
    corridors: tuple[Alarm, ...]
    ages: tuple[Alarm, ...]
    victims: int
    curve: Steps


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All patterns together.

    Attributes:
        victims_in_review: victims among the first 100 payers when the patterns whose payers are subjects of review are
            pooled and each payer stands at the best of its scores.
        strangers: scored subjects that the truth does not know; they were left out.
        budget: share of a role's subjects that is looked at, for `fairness`.
        fairness: false alarms and harm by queue, at the working budget.
    """

    patterns: tuple[PatternResult, ...]
    victims_in_review: int
    strangers: int
    budget: float
    fairness: tuple[Fairness, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain data for ``--json``: not-a-number becomes null, the curves are left to the plots."""
        found = []
        for result in self.patterns:
            whole = asdict(result)
            del whole["curve"]
            for group in ("kinds", "variants", "corridors", "ages"):
                whole[group] = [_alarm(alarm) for alarm in getattr(result, group)]
            found.append(_without_nan(whole))
        return {
            "patterns": found,
            "victims_in_review": self.victims_in_review,
            "strangers": self.strangers,
            "budget": self.budget,
            "fairness": [_without_nan(asdict(queue)) for queue in self.fairness],
        }


def _alarm(alarm: Alarm) -> dict[str, Any]:
    low, high = alarm.interval
    return asdict(alarm) | {"rate": alarm.rate, "low": low, "high": high}


def _without_nan(value: Any) -> Any:  # noqa: ANN401 -- any JSON value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(inner) for inner in value]
    return value
