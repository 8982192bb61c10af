"""An evaluation as a person reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanglaw.lab.evaluation.fairness_table import fairness_text
from tanglaw.lab.evaluation.grid import grid, share
from tanglaw.lab.evaluation.result import FIRST, Alarm, Evaluation, PatternResult

_SHOWN: Final = 6


def as_text(evaluation: Evaluation) -> str:
    """The whole evaluation as plain text."""
    parts = [_summary(evaluation), *(fairness_text(queue, evaluation.budget) for queue in evaluation.fairness)]
    parts += [_pattern(result) for result in evaluation.patterns if result.positives or any(result.first.values())]
    if evaluation.strangers:
        parts.append(f"{evaluation.strangers:,} scored subjects are not in the truth and were left out.")
    return "\n\n".join(parts) + "\n"


def _summary(evaluation: Evaluation) -> str:
    rows = [
        [
            result.pattern,
            f"{result.subjects:,}",
            f"{result.positives:,}",
            share(result.average_precision),
            f"{share(result.low)}–{share(result.high)}",
            share(result.by_person),
            share(result.plain_average_precision),
            f"{share(result.hard_average_precision)} ({result.hard_positives})",
            share(result.calibration.error_scored),
            str(result.victims),
        ]
        for result in evaluation.patterns
    ]
    head = ["pattern", "subjects", "positives", "AP", "95 %", "by person", "plain", "hard", "cal. error", "victims"]
    note = (
        "AP: average precision, ties taken together; plain, hard: only these cases as positives (how many hard);\n"
        "cal. error: expected calibration error above score 0.01; victims: victims of other crimes in the first 100."
    )
    pooled = f"Victims among the first {FIRST} subjects of review, patterns pooled: {evaluation.victims_in_review}."
    return f"{grid(head, rows)}\n{note}\n{pooled}"


def _pattern(result: PatternResult) -> str:
    lines = [f"{result.pattern} ({result.role})"]
    found = [f"{budget.name}: {share(budget.precision)} / {share(budget.recall)}" for budget in result.budgets]
    lines.append("  precision / recall at " + "   ".join(found))
    kinds = ", ".join(f"{count} {kind}" for kind, count in result.first.items())
    lines.append(f"  true kinds of the first 100: {kinds or 'nobody was scored'}")
    for title, alarms in (("kind", result.kinds), ("behaviour", result.variants), ("corridor", result.corridors)):
        told = _alarms(alarms)
        if told:
            lines.append(f"  false alarms by {title} (of all; in the first 1 %; at ½ or more): {told}")
    rows = [
        [f"{row.above:g}–{row.to:g}", f"{row.subjects:,}", share(row.mean_score), share(row.observed),
         f"{share(row.low)}–{share(row.high)}"]
        for row in result.calibration.bins
    ]  # fmt: skip
    honest = result.calibration
    lines.append(
        f"  calibration: Brier {honest.brier:.5f} (share alone {honest.brier_of_share:.5f}), error {honest.error:.4f}, "
        f"expected {honest.expected:.1f}, true {honest.found}"
    )
    table = grid(["score", "subjects", "mean", "true share", "95 %"], rows)
    lines += [f"    {line}" for line in table.splitlines()]
    return "\n".join(lines)


def _alarms(alarms: Sequence[Alarm]) -> str:
    told = [alarm for alarm in alarms if alarm.in_first_percent or alarm.above_half][:_SHOWN]
    return "; ".join(f"{alarm.name} {alarm.subjects:,}, {alarm.in_first_percent}, {alarm.above_half}" for alarm in told)
