"""Read an update; report every fault at once, with its line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.common.roles import Role
from tanglaw.patterns.marked import Data, Marked
from tanglaw.patterns.marked_yaml import read_marked
from tanglaw.patterns.pattern import Catalogue, Pattern
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.patterns.placed_fault import Place, PlacedFault, quoted
from tanglaw.patterns.schema_faults import closest, validate
from tanglaw.patterns.update import FORMAT, Audience, Learned, Review, Source, Status, Update

MAX_BYTES: Final = 4 << 20
_ROUNDED: Final = 0.001

_Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
_Said = Annotated[str, StringConstraints(max_length=2000)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _SourceForm(_Strict):
    run: _Hash
    known: _Hash
    confirmed: _Count
    dismissed: _Count


class _ReviewForm(_Strict):
    status: Status
    by: _Said = ""
    note: _Said = ""


class _LearnedForm(_Strict):
    role: Role
    file_sha256: _Hash
    subjects: Annotated[int, Field(ge=1, le=1_000_000_000)]
    measures: dict[str, Any]


class _UpdateForm(_Strict):
    update: Literal[1]
    made_by: _Said
    audience: Audience
    sources: Annotated[list[_SourceForm], Field(min_length=1)]
    left_out: list[_Said] = []
    held_out: dict[str, Any] = {}
    review: _ReviewForm
    patterns: dict[str, Any]


def read_update(path: Path, patterns: PatternSet, catalogue: Catalogue, weight: float) -> Update:
    """Read one update.

    Args:
        path: the file.
        patterns: the patterns that it may speak of.
        catalogue: the measures that exist, with their bands.
        weight: how many subjects a pattern file's own shares count as; what stands as ``after`` must follow from it.

    Raises:
        FaultsError: with every fault (:class:`PlacedFault` each).
    """
    headline = "The update cannot be used."
    if not path.is_file():
        raise FaultsError(headline, [Fault(str(path), "no such file", "an update that `tanglaw learn` wrote")])
    marked = read_marked(path.read_bytes(), str(path), MAX_BYTES)
    data = marked.data
    if not isinstance(data, dict):
        if not marked.faults:
            found = "an empty file" if data is None else "no mapping of keys"
            marked.faults.append(marked.fault(Place(1, 1), found, f"an update: update: {FORMAT}, …"))
        raise FaultsError(headline, list(marked.faults))
    form, faults = validate(_UpdateForm, data, (), marked)
    learned, more = _patterns(data.get("patterns"), marked, patterns, catalogue, weight)
    faults = sorted([*marked.faults, *faults, *more], key=lambda fault: (fault.place.line, fault.place.column))
    if form is None or faults:
        raise FaultsError(headline, list(faults))
    return Update(
        made_by=form.made_by,
        audience=form.audience,
        sources=tuple(Source(one.run, one.known, one.confirmed, one.dismissed) for one in form.sources),
        learned=tuple(learned),
        held_out=form.held_out,
        left_out=tuple(form.left_out),
        review=Review(form.review.status, form.review.by, form.review.note),
        origin=str(path),
    )


def _patterns(
    data: Data, marked: Marked, patterns: PatternSet, catalogue: Catalogue, weight: float
) -> tuple[list[Learned], list[PlacedFault]]:
    found, faults = list[Learned](), list[PlacedFault]()
    known = {pattern.id: pattern for pattern in patterns}
    for name, entry in data.items() if isinstance(data, dict) else ():
        at = ("patterns", name)
        pattern = known.get(name)
        if pattern is None:
            hint = closest(name, list(known)) or "Give its folder with --patterns."
            faults.append(marked.fault(marked.key_at(at), f"the pattern {quoted(name)}", "one that is loaded", hint))
        form, of_form = validate(_LearnedForm, entry, at, marked)
        faults += of_form
        if form is None or pattern is None:
            continue
        if form.role != pattern.role:
            where = marked.value_at((*at, "role"))
            faults.append(marked.fault(where, f"the role {quoted(form.role)}", f"{pattern.role}, as in its file"))
            continue
        reader = _Measures(marked, pattern, catalogue, form.subjects, weight)
        reader.read(form.measures)
        faults += reader.faults
        found.append(Learned(name, form.role, form.file_sha256, form.subjects, reader.counts, reader.before))
    return found, faults


class _Measures:
    """The measures of one explanation: what they say, and what is wrong with them."""

    def __init__(self, marked: Marked, pattern: Pattern, catalogue: Catalogue, subjects: int, weight: float) -> None:
        self.counts: dict[str, dict[str, float]] = {}
        self.before: dict[str, dict[str, float]] = {}
        self.faults: list[PlacedFault] = []
        self._marked, self._pattern, self._catalogue = marked, pattern, catalogue
        self._subjects, self._weight = subjects, weight

    def read(self, data: dict[str, Any]) -> None:
        known = [measure for role, measure in self._catalogue if role == self._pattern.role]
        for measure, entry in data.items():
            at = ("patterns", self._pattern.id, "measures", measure)
            if measure not in known:
                hint = closest(measure, known)
                expected = f"a measure of the {self._pattern.role}"
                self.faults.append(
                    self._marked.fault(self._marked.key_at(at), f"the measure {quoted(measure)}", expected, hint)
                )
                continue
            bands = self._catalogue[self._pattern.role, measure]
            if not isinstance(entry, dict) or list(entry) != list(bands):
                found = f"the bands {', '.join(map(quoted, entry))}" if isinstance(entry, dict) else "no bands"
                expected = f"{', '.join(map(quoted, bands))}, in this order"
                mend = "Learn it again: it was made with another version's bands."
                self.faults.append(self._marked.fault(self._marked.value_at(at), found, expected, mend))
                continue
            faults = list(self._cells(entry, at))
            self.faults += faults
            if not faults:
                self.counts[measure] = {band: float(cell[0]) for band, cell in entry.items()}
                self.before[measure] = {band: float(cell[1]) for band, cell in entry.items()}

    def _cells(self, entry: dict[str, Any], at: tuple[str | int, ...]) -> Iterator[PlacedFault]:
        sound = True
        for band, cell in entry.items():
            if not (isinstance(cell, list) and len(cell) == 3 and all(map(_is_number, cell))) or not (
                cell[0] >= 0 and 0 <= cell[1] <= 1 and 0 <= cell[2] <= 1
            ):
                sound = False
                where = self._marked.value_at((*at, band))
                expected = "[count from 0, share before 0–1, share after 0–1]"
                yield self._marked.fault(where, f"{quoted(str(cell))} in {quoted(band)}", expected)
        if not sound:
            return
        total = math.fsum(cell[0] for cell in entry.values())
        if total > self._subjects + 0.01:
            found = f"counts that sum to {total:g}"
            yield self._marked.fault(self._marked.value_at(at), found, f"at most {self._subjects}, the subjects")
            return
        for band, cell in entry.items():
            follows = (self._weight * cell[1] + cell[0]) / (self._weight + total)
            if abs(follows - cell[2]) > _ROUNDED:
                where = self._marked.value_at((*at, band))
                mend = "Counts that are changed by hand change what follows from them; learn it again instead."
                yield self._marked.fault(where, f"{cell[2]:g} after", f"{follows:.4f}, which follows", mend)
                return


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
