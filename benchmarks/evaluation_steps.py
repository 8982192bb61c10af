"""What each step of detection adds, as a table of the evaluation's page."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.evaluation_picture import PATTERNS
from benchmarks.known import COUNTS

if TYPE_CHECKING:
    from benchmarks.evaluation import Played

_IDENTITIES: Final = Path(__file__).parents[1] / "docs" / "identities.md"


def steps(
    crime: Sequence[Played],
    name: Callable[[Played], str],
    table: Callable[[Sequence[str], Iterable[Sequence[str]]], str],
) -> str:
    """Tell what joining accounts, the network and known outcomes add, a row a pattern and world.

    Args:
        crime: worlds with crime.
        name: a world's name.
        table: how tables are laid out.
    """
    head = ("pattern and world", "alone", "+ identities", "+ network", "(network only)", "+ 1 known", "+ 10", "+ 100")
    rows, raised = [], []
    for pattern in PATTERNS:
        for played in crime:
            step = played.steps.get(pattern)
            if not step:
                continue
            change = {row.outcomes: row.after - row.before for row in played.known if row.pattern == pattern}
            raised.append((pattern, step["network"] > step["identities"]))
            rows.append(
                (
                    f"`{pattern}`, {name(played)}",
                    f"{step['alone']:.3f}",
                    f"{step['identities']:.3f}",
                    f"**{step['network']:.3f}**",
                    f"({step['single']:.3f})",
                    *(f"{change[count]:+.3f}" if count in change else "–" for count in COUNTS),
                )
            )
    said = []
    for pattern in PATTERNS:
        better = [up for which, up in raised if which == pattern]
        if better:
            said.append(f"`{pattern}` in {sum(better)} of {len(better)}")
    return f"The network raises {', '.join(said)} worlds.\n\n{table(head, rows)}"


def who_is_who() -> str:
    """Take the table over from where it was measured."""
    lines = _IDENTITIES.read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("| data | records |"))
    return "\n".join(itertools.takewhile(lambda line: line.startswith("|"), lines[first:]))
