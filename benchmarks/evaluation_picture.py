"""Draw how far scores mean what they say, pooled over worlds: ``docs/calibration.svg``."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

import numpy as np

from tanglaw.lab.evaluation.calibration import Bin, calibrate

if TYPE_CHECKING:
    from benchmarks.evaluation import Played

PATTERNS: Final = (
    "livestream_purchase",
    "facilitation",
    "extortion_victim",
    "extortion_collection",
    "minor_purchase",
    "minor_recipient",
    "material_purchase",
)
_PANEL: Final = 180
_STYLE: Final = (
    "svg{font:11px system-ui,sans-serif;background:#fff}.a{stroke:#8a8f98;fill:none}.g{stroke:#e3e5e9}"
    ".c{stroke:#0b6e8f;stroke-width:2;fill:none}.p{fill:#0b6e8f}text{fill:#23272e}.t{font-weight:600}"
    "@media(prefers-color-scheme:dark){svg{background:#16181d}.g{stroke:#2c3038}.c{stroke:#5cc2e0}.p{fill:#5cc2e0}"
    "text{fill:#e6e8eb}}"
)


def pooled(crime: Sequence[Played], pattern: str) -> tuple[tuple[Bin, ...], float]:
    """Bins of a pattern over worlds, and its calibration error above 0.01."""
    here = [r.said[pattern] for r in crime if pattern in r.said]
    if not here:
        return (), 0.0
    score, hit = (np.concatenate([pair[n] for pair in here]) for n in (0, 1))
    found = calibrate(score.astype(np.float64), hit.astype(np.bool_))
    return found.bins, found.error_scored


def picture(results: Sequence[Played]) -> str:
    """Draw calibration, a panel a pattern, pooled over the worlds with crime."""
    crime = [r for r in results if not r.world.bare and r.verdict]
    shown = [(p, *pooled(crime, p)) for p in PATTERNS]
    shown = [one for one in shown if one[1]]
    step, columns = _PANEL + 52, 4
    rows = -(-len(shown) // columns)
    width, height = columns * step + 16, rows * (step + 18) + 14
    body = "".join(
        _panel(pattern, bins, error, 40 + n % columns * step, 38 + n // columns * (step + 18))
        for n, (pattern, bins, error) in enumerate(shown)
    )
    text = "Share that is true (up) against mean score (right) for each pattern, with 95 % intervals."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t d"><title id="t">Calibration over all worlds</title><desc id="d">{text}</desc>'
        f"<style>{_STYLE}</style>{body}</svg>\n"
    )


def _panel(pattern: str, bins: Sequence[Bin], error: float, left: float, top: float) -> str:
    def x(value: float) -> str:
        return f"{left + value * _PANEL:.1f}"

    def y(value: float) -> str:
        return f"{top + (1 - value) * _PANEL:.1f}"

    grid = "".join(
        f'<path class="g" d="M{x(0)} {y(at)}H{x(1)}M{x(at)} {y(0)}V{y(1)}"/>'
        f'<text x="{left - 5}" y="{float(y(at)) + 4}" text-anchor="end">{at:g}</text>'
        f'<text x="{x(at)}" y="{top + _PANEL + 15}" text-anchor="middle">{at:g}</text>'
        for at in (0, 0.5, 1)
    )
    marks = [f'<path class="a" stroke-dasharray="4 4" d="M{x(0)} {y(0)}L{x(1)} {y(1)}"/>']
    for b in bins:
        if b.above >= 0.01:
            marks.append(f'<path class="c" d="M{x(b.mean_score)} {y(b.low)}V{y(b.high)}"/>')
            marks.append(
                f'<circle class="p" cx="{x(b.mean_score)}" cy="{y(b.observed)}" r="3.5">'
                f"<title>{b.subjects} subjects: said {b.mean_score:.3f}, true {b.observed:.3f}</title></circle>"
            )
    return (
        f'<text class="t" x="{left}" y="{top - 19}">{escape(pattern)}</text>'
        f'<text x="{left}" y="{top - 6}">error above 0.01: {error:.3f}</text>{grid}'
        f'<rect class="a" x="{left}" y="{top}" width="{_PANEL}" height="{_PANEL}"/>{"".join(marks)}'
    )
