"""What ``run.json`` says of groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tanglaw.leads.groups.group import Group


def account_of_groups(groups: Sequence[Group]) -> dict[str, object]:
    """Count groups by kind, the leads in them, the largest, and the ties that were cut for size."""
    return {
        "found": len(groups),
        "by_kind": dict(sorted(Counter(group.kind for group in groups).items())),
        "leads": sum(len(group.members) for group in groups),
        "largest": max((len(group.members) for group in groups), default=0),
        # Each cut tie is counted by both groups, or once where its other end is alone.
        "ties_cut": sum(group.beyond for group in groups),
    }
