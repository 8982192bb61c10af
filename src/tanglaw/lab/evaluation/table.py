"""An evaluation as a person reads it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from tanglaw.lab.evaluation.result import FIRST, Alarm, Evaluation, PatternResult

_SHOWN: Final = 6


def as_text(evaluation: Evaluation) -> str:
    """The whole evaluation as plain text."""
    parts = [_summary(evaluation)]
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
            _share(result.average_precision),
            f"{_share(result.low)}–{_share(result.high)}",
            _share(result.by_person),
            _share(result.plain_average_precision),
            f"{_share(result.hard_average_precision)} ({result.hard_positives})",
            _share(result.calibration.error_scored),
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
    return f"{_grid(head, rows)}\n{note}\n{pooled}"


def _pattern(result: PatternResult) -> str:
    lines = [f"{result.pattern} ({result.role})"]
    found = [f"{budget.name}: {_share(budget.precision)} / {_share(budget.recall)}" for budget in result.budgets]
    lines.append("  precision / recall at " + "   ".join(found))
    kinds = ", ".join(f"{count} {kind}" for kind, count in result.first.items())
    lines.append(f"  true kinds of the first 100: {kinds or 'nobody was scored'}")
    for title, alarms in (("kind", result.kinds), ("behaviour", result.variants), ("corridor", result.corridors)):
        told = _alarms(alarms)
        if told:
            lines.append(f"  false alarms by {title} (of all; in the first 1 %; at ½ or more): {told}")
    rows = [
        [f"{row.above:g}–{row.to:g}", f"{row.subjects:,}", _share(row.mean_score), _share(row.observed),
         f"{_share(row.low)}–{_share(row.high)}"]
        for row in result.calibration.bins
    ]  # fmt: skip
    honest = result.calibration
    lines.append(
        f"  calibration: Brier {honest.brier:.5f} (share alone {honest.brier_of_share:.5f}), error {honest.error:.4f}, "
        f"expected {honest.expected:.1f}, true {honest.found}"
    )
    table = _grid(["score", "subjects", "mean", "true share", "95 %"], rows)
    lines += [f"    {line}" for line in table.splitlines()]
    return "\n".join(lines)


def _alarms(alarms: Sequence[Alarm]) -> str:
    told = [alarm for alarm in alarms if alarm.in_first_percent or alarm.above_half][:_SHOWN]
    return "; ".join(f"{alarm.name} {alarm.subjects:,}, {alarm.in_first_percent}, {alarm.above_half}" for alarm in told)


def _share(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3f}"


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns wide enough for their cells, the first to the left and the others to the right."""
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = []
    for row in [head, *rows]:
        first = row[0].ljust(widths[0])
        lines.append("  ".join([first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]))
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(lines)
