"""docs/measures.md, made from the catalogue: ``python -m tanglaw.measures.document > docs/measures.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

from tanglaw.measures.catalogue import MEASURES
from tanglaw.measures.measure import Measure

_HEAD: Final = """\
# Measures

<!-- Made from src/tanglaw/measures by `python -m tanglaw.measures.document`; do not edit by hand. -->

What is computed of every payer and of every receiver. A measure by itself says nothing about anybody: it becomes
evidence only where a [pattern](patterns.md) expects another share in a band than the corridor shows. Measures of one
family tend to move together, and the family cannot count twice. A measure abstains where a column it needs is missing.
"""
_HEADINGS: Final = {"originator": "Of the payer", "beneficiary": "Of the receiver"}


def render(measures: Iterable[Measure] = MEASURES) -> str:
    """Return the page: every measure with its family, its bands and the columns it needs."""
    lines = [_HEAD]
    listed = list(measures)
    for role, heading in _HEADINGS.items():
        lines += [f"## {heading}", "", "| measure | family | what it is | bands | needs |", "|---|---|---|---|---|"]
        lines += [_row(measure) for measure in listed if measure.role == role]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _row(measure: Measure) -> str:
    unit = "" if measure.unit in measure.label else f", {measure.unit}"
    cells = (
        f"`{measure.id}`",
        measure.family,
        f"**{measure.label}**{unit}. {measure.doc}",
        " · ".join(band.replace("<", "&lt;") for band in measure.bands),
        ", ".join(f"`{column}`" for column in measure.needs),
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(render())
