"""False alarms by corridor, age band and true kind, with their intervals, as one picture a queue."""

from __future__ import annotations

from html import escape
from typing import Final

from tanglaw.lab.evaluation.fairness import Fairness, GroupRate
from tanglaw.lab.evaluation.svg import STYLE

_ROW: Final = 20
_LEFT: Final = 190
_WIDE: Final = 360
_RIGHT: Final = 120
_MOST: Final = 16
"""Groups of a kind that are drawn: those with most people."""


def false_alarms(queue: Fairness, budget: float) -> str:
    """Rates (dots) with Wilson's 95 % intervals, each group with how many of how many; a line marks all together."""
    sections = [("corridor", queue.corridors), ("age", queue.ages), ("true kind", queue.kinds)]
    shown = [(title, _most(groups)) for title, groups in sections if groups]
    overall = queue.alarms / queue.subjects if queue.subjects else 0.0
    # As wide as the intervals of groups that say something; one of ten people would flatten all the others.
    telling = [group.high for _, groups in shown for group in groups if group.high < 20 * max(overall, 0.001)]
    top = max([*telling, 2 * overall, 0.001])
    marks, down = [], 58
    for title, groups in shown:
        marks.append(f'<text class="t" x="12" y="{down}">by {title}</text>')
        down += _ROW
        for group in groups:
            marks.append(_row(group, down, top))
            down += _ROW
        down += _ROW // 2
    middle = _x(overall, top)
    title = f"False alarms: {queue.queue}"
    text = (
        f"{queue.alarms} of {queue.subjects} who are not looked for are within the first {budget * 100:g} %; dots are "
        "rates, lines 95 % intervals; the dashed line is the rate of all"
    )
    width, height = _LEFT + _WIDE + _RIGHT, down + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t d"><title id="t">{escape(title)}</title><desc id="d">{escape(text)}</desc>'
        f'<style>{STYLE}</style><text class="t" x="12" y="20">{escape(title)}</text>'
        f'<text x="{_LEFT}" y="38" text-anchor="middle">0</text>'
        f'<text x="{_LEFT + _WIDE}" y="38" text-anchor="middle">{top * 100:.2g} %</text>'
        f'<path class="a" stroke-dasharray="4 4" d="M{middle} 44V{height - 10}"/>{"".join(marks)}</svg>\n'
    )


def _most(groups: tuple[GroupRate, ...]) -> list[GroupRate]:
    kept = {group.name for group in sorted(groups, key=lambda group: (-group.subjects, group.name))[:_MOST]}
    return [group for group in groups if group.name in kept]


def _row(group: GroupRate, down: int, top: float) -> str:
    return (
        f'<text x="{_LEFT - 10}" y="{down + 4}" text-anchor="end">{escape(group.name)}</text>'
        f'<path class="g" d="M{_LEFT} {down}H{_LEFT + _WIDE}"/>'
        f'<path class="c" d="M{_x(group.low, top)} {down}H{_x(group.high, top)}"/>'
        f'<circle class="p" cx="{_x(group.rate, top)}" cy="{down}" r="4"/>'
        f'<text x="{_LEFT + _WIDE + 10}" y="{down + 4}">{group.alarms:,} of {group.subjects:,}</text>'
    )


def _x(value: float, top: float) -> str:
    return f"{_LEFT + min(value / top, 1) * _WIDE:.1f}"
