"""A difference between two sets of expectations, for a person and for a program."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from tanglaw.inference.difference import Change, Difference
from tanglaw.measures import catalogue
from tanglaw.patterns.figures import percent

_NOISE = 0.1


def as_json(found: Difference) -> dict[str, Any]:
    """Give everything that differs."""
    said = dataclasses.asdict(found)
    said["changes"] = [dataclasses.asdict(change) | {"nats": round(change.nats, 4)} for change in found.changes]
    return said


def as_text(found: Difference, top: int) -> str:
    """Say it in words, the largest effect first."""
    return "\n".join(_lines(found, top)) + "\n"


def _lines(found: Difference, top: int) -> Iterator[str]:
    yield f"From {found.first} to {found.second}:"
    if found.empty:
        yield "  nothing differs."
        return
    for name in found.only_first:
        yield f"  only in {found.first}: {name}"
    for name in found.only_second:
        yield f"  only in {found.second}: {name}"
    for name, (one, two) in found.priors.items():
        yield f"  prior of {name}: {percent(one)} → {percent(two)}"
    for name, (one, two) in found.trusts.items():
        yield f"  evidence for {name} that is believed: {percent(one)} → {percent(two)}"
    yield from (f"  {said}" for said in found.natures)
    for name in found.sources:
        yield f"  another source or mark, same shares: {name}"
    if found.changes:
        yield from _changes(found, top)


def _changes(found: Difference, top: int) -> Iterator[str]:
    patterns = {change.pattern for change in found.changes}
    large = sum(abs(change.nats) >= _NOISE for change in found.changes)
    yield (
        f"  {len(found.changes):,} bands of {len(patterns)} explanation{'' if len(patterns) == 1 else 's'} are "
        f"expected more or less often; {large:,} by {_NOISE:g} nats or more."
    )
    yield ""
    labels = {(measure.role, measure.id): measure.label for measure in catalogue.MEASURES}
    yield f"{'nats':>7}  {'before':>7}   {'after':>7}  explanation, measure, band"
    for change in found.changes[:top]:
        yield _row(change, labels[change.role, change.measure])  # type: ignore[index]
    if len(found.changes) > top:
        yield f"         … and {len(found.changes) - top:,} smaller ones: --top, or --json for all"
    yield ""
    yield "nats: what a subject in that band gains for this explanation (+0.69 doubles its odds), before measures of"
    yield "one family share their weight, and before each is believed as it deserves and evidence is held back."


def _row(change: Change, label: str) -> str:
    way = "more" if change.after > change.before else "less"
    return (
        f"{change.nats:>+7.2f}  {percent(change.before):>7} → {percent(change.after):>7}  "
        f"{change.pattern}: {label} “{change.band}” is expected {way} often"
    )
