"""Small pictures as SVG without any library: precision against recall, and calibration, of each pattern."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from tanglaw.lab.evaluation.fairness_plot import false_alarms
from tanglaw.lab.evaluation.result import Evaluation, PatternResult
from tanglaw.lab.evaluation.svg import STYLE

_SIDE: Final = 320
_LEFT: Final = 48
_TOP: Final = 34


def write_plots(evaluation: Evaluation, folder: Path) -> list[Path]:
    """Write the pictures into ``folder``; returns their paths.

    ``PATTERN-precision-recall.svg``, ``PATTERN-calibration.svg``, and of each queue ``QUEUE-false-alarms.svg``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {}
    for result in evaluation.patterns:
        pictures[f"{result.pattern}-precision-recall.svg"] = precision_recall(result)
        pictures[f"{result.pattern}-calibration.svg"] = calibration(result)
    for queue in evaluation.fairness:
        pictures[f"{queue.queue.replace(' ', '-')}-false-alarms.svg"] = false_alarms(queue, evaluation.budget)
    for name, picture in pictures.items():
        (folder / name).write_text(picture, encoding="utf-8")
    return [folder / name for name in pictures]


def precision_recall(result: PatternResult) -> str:
    """Precision (up) against recall (right), one step for each distinct score."""
    recall, precision = result.curve.recall.tolist(), result.curve.precision.tolist()
    points, before, shown = [], 0.0, -1.0
    for across, up in zip(recall, precision, strict=True):
        if across - shown > 0.002 or across == 1.0:  # finer than a pixel says nothing
            points += [(before, up), (across, up)]
            before = shown = across
        if across == 1.0:  # beyond the last positive precision only falls
            break
    path = "M" + "L".join(f"{_x(across):.1f} {_y(up):.1f}" for across, up in points) if points else ""
    title = f"{result.pattern}: average precision {result.average_precision:.3f}"
    text = (
        f"{result.positives} positives among {result.subjects} subjects; {result.low:.3f} to {result.high:.3f} (95 %)."
    )
    return _frame(title, text, "recall", "precision", [f'<path class="c" d="{path}"/>'])


def calibration(result: PatternResult) -> str:
    """Observed share (up) against mean score (right), with intervals; on the diagonal a score means what it says."""
    marks = [f'<path class="a" stroke-dasharray="4 4" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>']
    for row in result.calibration.bins:
        across = f"{_x(row.mean_score):.1f}"
        marks.append(f'<path class="c" d="M{across} {_y(row.low):.1f}L{across} {_y(row.high):.1f}"/>')
        marks.append(
            f'<circle class="p" cx="{across}" cy="{_y(row.observed):.1f}" r="4">'
            f"<title>{row.subjects} subjects: mean score {row.mean_score:.3f}, true {row.observed:.3f}</title></circle>"
        )
    title = f"{result.pattern}: calibration"
    text = f"Expected calibration error above score 0.01: {result.calibration.error_scored:.3f}."
    return _frame(title, text, "mean score", "share that is true", marks)


def _x(value: float) -> float:
    return _LEFT + value * _SIDE


def _y(value: float) -> float:
    return _TOP + (1 - value) * _SIDE


def _frame(title: str, text: str, across: str, up: str, marks: Iterable[str]) -> str:
    width, height = _LEFT + _SIDE + 16, _TOP + _SIDE + 46
    grid = "".join(
        f'<path class="g" d="M{_x(0)} {_y(at)}H{_x(1)}M{_x(at)} {_y(0)}V{_y(1)}"/>'
        f'<text x="{_LEFT - 6}" y="{_y(at) + 4}" text-anchor="end">{at:g}</text>'
        f'<text x="{_x(at)}" y="{_y(0) + 16}" text-anchor="middle">{at:g}</text>'
        for at in (0, 0.25, 0.5, 0.75, 1)
    )
    body = "".join(marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t d"><title id="t">{escape(title)}</title><desc id="d">{escape(text)}</desc>'
        f'<style>{STYLE}</style><text class="t" x="{_LEFT}" y="20">{escape(title)}</text>{grid}'
        f'<rect class="a" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>{body}'
        f'<text x="{_x(0.5)}" y="{height - 8}" text-anchor="middle">{escape(across)}</text>'
        f'<text transform="translate(12 {_y(0.5)}) rotate(-90)" text-anchor="middle">{escape(up)}</text></svg>\n'
    )
