"""Updates brought to a run: read, held to each other, and turned into counts that a model takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.inference.counts import FILE_COUNTS, Counts
from tanglaw.measures import catalogue
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.patterns.update import Update, counts_of, must_fit_together
from tanglaw.patterns.update_reading import read_update


@dataclass(frozen=True, slots=True)
class Updates:
    """The updates of a run.

    Attributes:
        counts: what they add to what pattern files expect; ``None`` where there is no update.
        notes: what a reader of the results must know of them.
        record: for ``run.json``.
    """

    counts: Counts | None
    notes: tuple[str, ...]
    record: list[dict[str, Any]]


def bring(paths: Sequence[Path], patterns: PatternSet) -> Updates:
    """Read the updates of a run.

    Raises:
        FaultsError: every fault of every file, one that was refused, or outcomes that would count twice.
    """
    updates, faults = list[Update](), list[Fault]()
    for path in paths:
        try:
            updates.append(read_update(path, patterns, catalogue.bands(), FILE_COUNTS))
        except FaultsError as error:
            faults += error.faults
    if faults:
        raise FaultsError("The updates cannot be used.", faults)
    must_fit_together(updates)
    record = [
        {"file": Path(one.origin).name, "sha256": one.sha256, "status": one.review.status,
         "held_out": one.held_out.get("verdict", "")}
        for one in updates
    ]  # fmt: skip
    notes = tuple(note for one in updates for note in _notes(one, patterns))
    return Updates(as_counts(updates) if updates else None, notes, record)


def as_counts(updates: Sequence[Update]) -> Counts:
    """Give the counts of updates as arrays in the order of the bands."""
    bands = catalogue.bands()
    role = {one.pattern: one.role for update in updates for one in update.learned}
    return {
        pattern: {
            measure: np.array([counts.get(band, 0.0) for band in bands[role[pattern], measure]])
            for measure, counts in measures.items()
        }
        for pattern, measures in counts_of(updates).items()
    }


def _notes(update: Update, patterns: PatternSet) -> list[str]:
    name = Path(update.origin).name
    notes = []
    if update.review.status == "proposed":
        notes.append(f"The update {name} is a proposal: nobody has accepted it")
    if update.held_out.get("verdict") == "worse":
        notes.append(f"The update {name} did worse than the pattern files on held-out subjects")
    hashes = patterns.hashes
    changed = [one.pattern for one in update.learned if hashes[one.pattern] != one.sha256]
    if changed:
        notes.append(f"The update {name} was learned beside other versions of {', '.join(changed)}")
    return notes
