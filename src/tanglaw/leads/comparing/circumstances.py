"""What two runs have in common and what not: without it nobody can say why a lead moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tanglaw.leads.comparing.written_run import WrittenRun

_SUBJECT: Final = ["role", "subject_id"]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What differs between two runs beside their leads.

    Attributes:
        common, only_first, only_second: subjects (payers and receivers) of both runs or of one.
        other_payments: subjects of both runs with another number of payments.
        differences: what else differs, in words.
        warnings: why the comparison says less than it seems to; the runs are not comparable when `comparable` is false.
    """

    common: int
    only_first: int
    only_second: int
    other_payments: int
    differences: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Say whether the runs have any subject in common."""
        return self.common > 0

    @property
    def same_payments(self) -> bool:
        """Say whether, as far as can be seen, both runs read the same payments."""
        return not (self.only_first or self.only_second or self.other_payments)


def circumstances(first: WrittenRun, second: WrittenRun) -> Circumstances:
    """Hold the accounts of two runs side by side."""
    one, two = (
        run.measures.group_by(_SUBJECT, maintain_order=True).agg(pl.col("payments_counted").sum())  # home and abroad
        for run in (first, second)
    )
    both = one.join(two, on=_SUBJECT, suffix="_second")
    other = both.filter(pl.col("payments_counted") != pl.col("payments_counted_second")).height
    differences = [
        *_patterns(first.run, second.run),
        *_updates(first.run, second.run),
        *_versions(first.run, second.run),
    ]
    found = Circumstances(
        both.height, one.height - both.height, two.height - both.height, other, tuple(differences), ()
    )
    warnings = []
    if not found.comparable:
        warnings.append("The runs have no payer and no receiver in common: they cannot be compared.")
    elif not found.same_payments and any(said.startswith(("patterns", "updates", "version")) for said in differences):
        warnings.append("Payments and what is expected differ both: a move may come from either. Change one at a time.")
    lacking = [run.name for run in (first, second) if run.weights is None]
    if lacking:
        warnings.append(f"{' and '.join(lacking)}: no weights.parquet, so only leads of both runs can be taken apart.")
    return Circumstances(both.height, found.only_first, found.only_second, other, found.differences, tuple(warnings))


def _patterns(first: Mapping[str, Any], second: Mapping[str, Any]) -> list[str]:
    one, two = (_strings(run.get("patterns")) for run in (first, second))
    changed = sorted(name for name in one if name in two and one[name] != two[name])
    said = [f"patterns changed: {', '.join(changed)}"] if changed else []
    for mine, theirs, word in ((one, two, "only in the first"), (two, one, "only in the second")):
        alone = sorted(set(mine) - set(theirs))
        if alone:
            said.append(f"patterns {word}: {', '.join(alone)}")
    return said


def _updates(first: Mapping[str, Any], second: Mapping[str, Any]) -> list[str]:
    said = []
    one, two = (
        {str(update.get("sha256")): str(update.get("file")) for update in run.get("updates") or []}
        for run in (first, second)
    )
    if one.keys() != two.keys():
        names = [", ".join(f"{name} ({key[:8]})" for key, name in each.items()) or "none" for each in (one, two)]
        said.append(f"updates: {names[0]} → {names[1]}")
    hashes = [str((run.get("known") or {}).get("sha256", "none"))[:8] for run in (first, second)]
    if hashes[0] != hashes[1]:
        said.append(f"known outcomes: {hashes[0]} → {hashes[1]}")
    return said


def _versions(first: Mapping[str, Any], second: Mapping[str, Any]) -> list[str]:
    one, two = (_strings(run.get("version")) for run in (first, second))
    said = [
        f"version of {name}: {one.get(name, 'none')} → {two.get(name, 'none')}"
        for name in sorted(one.keys() | two.keys())
        if one.get(name) != two.get(name)
    ]
    spans = [_strings(run.get("period")) for run in (first, second)]
    if spans[0] != spans[1]:
        shown = [f"{span.get('from', '?')[:10]} to {span.get('to', '?')[:10]}" for span in spans]
        said.append(f"period: {shown[0]} → {shown[1]}")
    return said


def _strings(value: object) -> dict[str, str]:
    return {str(name): str(held) for name, held in value.items()} if isinstance(value, Mapping) else {}
