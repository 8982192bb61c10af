"""An update: what people's outcomes add to the expectations of pattern files, which themselves stay as they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.common.roles import Role

FORMAT: Final = 1
"""Version of the file's form."""

LEAST: Final = 5
"""Explanations that rest on fewer subjects are left out of an update unless they are asked for: so few counts nearly
describe each of them. In an update that is to be shared, counts under this are pooled as well."""

Audience = Literal["house", "share"]
Status = Literal["proposed", "accepted", "refused"]


@dataclass(frozen=True, slots=True)
class Source:
    """One run that an update rests on.

    Attributes:
        run: SHA-256 of the run's ``measures.parquet``.
        known: SHA-256 of the file of outcomes.
        confirmed, dismissed: how many outcomes of each kind were met there.
    """

    run: str
    known: str
    confirmed: int
    dismissed: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What outcomes say of one explanation.

    Attributes:
        pattern: id of the pattern or ordinary explanation.
        sha256: content hash of the pattern file beside which it was learned.
        subjects: how many confirmed subjects it rests on.
        counts: measure → band → how many of them fell there. Who abstained is not counted, so that they may sum to
            less than `subjects`; no whole numbers where bands were pooled.
        before: measure → band → share that the pattern file expected.
    """

    pattern: str
    role: Role
    sha256: str
    subjects: int
    counts: Mapping[str, Mapping[str, float]]
    before: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """What people think of an update. A refused one is never used; a proposed one is used with a note."""

    status: Status = "proposed"
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """What was learned, from where, how it did on held-out subjects, and what people think of it.

    Attributes:
        made_by: program and version.
        audience: ``house``: exact counts, personal data like the runs themselves; ``share``: counts pooled.
        held_out: figures of the trial on held-out subjects, as they stand in the file.
        left_out: what outcomes did not go in, in words.
        origin: the file it was read from.
    """

    made_by: str
    audience: Audience
    sources: tuple[Source, ...]
    learned: tuple[Learned, ...]
    held_out: Mapping[str, str | int | float] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    review: Review = Review()
    origin: str = ""

    @property
    def sha256(self) -> str:
        """Hash of what was learned and from where; the review, the trial and the layout do not change it."""
        content = {
            "sources": sorted((s.run, s.known, s.confirmed, s.dismissed) for s in self.sources),
            "learned": {
                one.pattern: {
                    measure: {band: f"{count:.4f}" for band, count in sorted(bands.items()) if count}
                    for measure, bands in one.counts.items()
                }
                for one in self.learned
            },
        }
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def counts_of(updates: Sequence[Update]) -> dict[str, dict[str, dict[str, float]]]:
    """Add the counts of several updates: explanation → measure → band → count."""
    total: dict[str, dict[str, dict[str, float]]] = {}
    for update in updates:
        for one in update.learned:
            measures = total.setdefault(one.pattern, {})
            for measure, bands in one.counts.items():
                held = measures.setdefault(measure, {})
                for band, count in bands.items():
                    held[band] = held.get(band, 0.0) + count
    return total


def must_fit_together(updates: Iterable[Update]) -> None:
    """See to it that none was refused and that no outcome counts twice.

    Raises:
        FaultsError: with every reason.
    """
    faults, seen = [], dict[str, str]()
    for update in updates:
        if update.review.status == "refused":
            said = f" by {update.review.by}" if update.review.by else ""
            note = f" ({update.review.note})" if update.review.note else ""
            found = f"an update that was refused{said}{note}"
            faults.append(Fault(update.origin, found, "one that is proposed or accepted", "Leave it out."))
        for known in sorted({source.known for source in update.sources}):
            if known in seen:
                found = f"outcomes that {seen[known]} rests on too (known: {known[:12]}…)"
                mend = "Each outcome counts once: learn one update from both runs."
                faults.append(Fault(update.origin, found, "outcomes of its own", mend))
            seen.setdefault(known, update.origin)
    if faults:
        raise FaultsError("The updates cannot be used.", faults)
