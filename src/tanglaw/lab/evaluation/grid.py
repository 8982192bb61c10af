"""Tables and figures as plain text."""

from __future__ import annotations

import math
from collections.abc import Sequence


def share(value: float) -> str:
    """Write a share to three places; a dash where there is none."""
    return "–" if math.isnan(value) else f"{value:.3f}"


def grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns wide enough for their cells, the first to the left and the others to the right."""
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = []
    for row in [head, *rows]:
        first = row[0].ljust(widths[0])
        lines.append("  ".join([first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]))
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(lines)
