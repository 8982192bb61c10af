"""A queue's false alarms and harm as a person reads them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from tanglaw.lab.evaluation.disparity import LEAST_EXPECTED, Disparity
from tanglaw.lab.evaluation.fairness import Fairness, GroupRate
from tanglaw.lab.evaluation.grid import grid

_SHOWN: Final = 12
_WHO: Final = {"originator": "payers", "beneficiary": "receivers"}


def fairness_text(queue: Fairness, budget: float) -> str:
    """One queue: what is looked at, false alarms by group, how far corridors differ, who is harmed."""
    head = (
        f"Fairness: {queue.queue}, the first {_percent(budget)} of {_WHO[queue.role]}: {queue.looked_at:,} looked at, "
        f"{queue.true:,} true, {queue.alarms:,} false alarms among {queue.subjects:,}"
    )
    lines = [head]
    for title, groups in (("corridor", queue.corridors), ("age", queue.ages), ("true kind", queue.kinds)):
        lines += _groups(title, groups)
    lines.append(_compared("corridors as they are", queue.plain))
    lines.append(_compared("corridors, people who do the same with each other", queue.alike))
    lines.append(_compared("countries of the receivers, likewise", queue.destinations))
    for one in queue.harmed:
        where = "" if one.leads is None else f", {one.leads:,} in written leads without protection"
        lines.append(
            f"  to be protected, but in this queue: {one.who}: {one.within_budget:,} of {one.subjects:,} "
            f"({_percent(one.low)}–{_percent(one.high)}){where}"
        )
    return "\n".join(lines)


def _groups(title: str, groups: Sequence[GroupRate]) -> list[str]:
    """The groups with most people, the highest rate first; the others are in the JSON."""
    most = {group.name for group in sorted(groups, key=lambda group: -group.subjects)[:_SHOWN]}
    rows = [
        [group.name, f"{group.subjects:,}", f"{group.alarms:,}", _percent(group.rate),
         f"{_percent(group.low)}–{_percent(group.high)}", f"{group.expected:.1f}", _times(group.to_expected),
         _from_to(group.to_expected_low, group.to_expected_high)]
        for group in groups if group.name in most
    ]  # fmt: skip
    if not rows:
        return [f"  by {title}: not known"]
    table = grid([title, "people", "alarms", "rate", "95 %", "expected", "alarms/exp.", "95 %"], rows)
    more = [f"    {len(groups) - len(rows):,} smaller ones are in `--json`"] if len(groups) > len(rows) else []
    return [*(f"    {line}" for line in table.splitlines()), *more]


def _compared(title: str, found: Disparity | None) -> str:
    if found is None:
        return f"  {title}: too few false alarms to compare (two groups with {LEAST_EXPECTED:g} expected are needed)"
    spread = f"{found.low:.2f}–{found.high:.3g}, 95 % for all pairs of {found.groups} at once"
    clumps = f" (in clumps of {found.clumps:.1f})" if found.clumps >= 1.05 else ""  # below it reads 1.0
    blind = f"by chance{clumps} {found.chance:.2f}, at most {found.chance_high:.2f} in 95 %"
    return (
        f"  {title}: {found.highest} against {found.lowest} {found.ratio:.2f} ({spread}); {blind}; "
        f"so uneven by chance in {_percent(found.p)}; with chance taken out {found.pulled_in:.2f}"
    )


def _percent(value: float) -> str:
    return "–" if math.isnan(value) else f"{value * 100:.3g} %"


def _times(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.2f}"


def _from_to(low: float, high: float) -> str:
    return "–" if math.isnan(low) else f"{low:.2f}–{high:.2f}"
