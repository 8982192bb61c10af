"""Read folders of pattern files; report every fault of every file at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.patterns.laws import LAWS, warn_of_shut_bands
from tanglaw.patterns.marked import Data, Marked
from tanglaw.patterns.marked_yaml import read_marked
from tanglaw.patterns.pattern import FULL_TRUST, Catalogue, Expectation, Pattern, Prior, Trust
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.patterns.placed_fault import Place, PlacedFault, quoted
from tanglaw.patterns.schema import ExpectationForm, PatternForm
from tanglaw.patterns.schema_faults import validate

LIBRARY: Final = Path(__file__).parent / "library"
"""The patterns and ordinary explanations that come with Tanglaw."""

MAX_FILES: Final = 1000


def load(folders: Sequence[Path], catalogue: Catalogue) -> PatternSet:
    """Read every ``*.yaml`` and ``*.yml`` file of the folders.

    Args:
        folders: folders of pattern files; :data:`LIBRARY` is only read when it is among them.
        catalogue: the measures that exist, with their bands.

    Raises:
        FaultsError: with all faults of all files (:class:`PlacedFault` each).
    """
    patterns: list[Pattern] = []
    faults: list[Fault] = []
    warnings: list[PlacedFault] = []
    id_places: dict[str, str] = {}
    for folder in folders:
        paths, folder_faults = _files(folder)
        faults += folder_faults
        for path in paths:
            pattern, marked, file_warnings = read_pattern(path.read_bytes(), f"{folder.name}/{path.name}", catalogue)
            marked.faults += _repeated_id(marked, id_places)
            marked.faults.sort(key=lambda fault: (fault.place.line, fault.place.column))
            faults += marked.faults
            warnings += file_warnings
            if pattern is not None:
                patterns.append(pattern)
    if faults:
        count = "one fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise FaultsError(f"The patterns cannot be used: {count}.", faults)
    patterns.sort(key=lambda pattern: (pattern.role != "originator", pattern.kind != "pattern", pattern.id))
    return PatternSet(tuple(patterns), tuple(warnings + _warn_of_prior_sums(patterns)))


def read_pattern(raw: bytes, file: str, catalogue: Catalogue) -> tuple[Pattern | None, Marked, list[PlacedFault]]:
    """Read one file: the pattern (``None`` if it has a fault), the file as read with its faults, and warnings."""
    marked = read_marked(raw, file)
    data = marked.data
    if not isinstance(data, dict):
        if not marked.faults:
            found = "an empty file" if data is None else "no mapping of keys"
            marked.faults.append(marked.fault(Place(1, 1), found, "a pattern: id: …, kind: …, role: …"))
        return None, marked, []
    form, faults = validate(PatternForm, data, (), marked)
    expectations, more = _expectations(data.get("expects"), marked)
    laws = [fault for law in LAWS for fault in law(data, marked, catalogue)]
    marked.faults += faults + more + laws
    if form is None or marked.faults:
        return None, marked, []
    warnings = list(warn_of_shut_bands(data, marked, catalogue))
    return _pattern(form, expectations, file, catalogue), marked, warnings


def _files(folder: Path) -> tuple[list[Path], list[Fault]]:
    if not folder.is_dir():
        found = "a file" if folder.exists() else "nothing"
        return [], [Fault(str(folder), found, "a folder of pattern files (*.yaml)", "Check the path.")]
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"} and path.is_file())
    if not paths:
        return [], [Fault(str(folder), "no *.yaml file", "at least one pattern file", "")]
    if len(paths) > MAX_FILES:
        return [], [Fault(str(folder), f"{len(paths)} pattern files", f"at most {MAX_FILES}", "")]
    return paths, []


def _expectations(expects: Data, marked: Marked) -> tuple[dict[str, ExpectationForm], list[PlacedFault]]:
    forms: dict[str, ExpectationForm] = {}
    faults: list[PlacedFault] = []
    for measure, entry in expects.items() if isinstance(expects, dict) else ():
        form, entry_faults = validate(ExpectationForm, entry, ("expects", measure), marked)
        faults += entry_faults
        if form is not None:
            forms[measure] = form
    return forms, faults


def _repeated_id(marked: Marked, id_places: dict[str, str]) -> list[PlacedFault]:
    pattern_id = marked.data.get("id") if isinstance(marked.data, dict) else None
    if not isinstance(pattern_id, str):
        return []
    place = marked.value_at(("id",))
    first = id_places.setdefault(pattern_id, f"{marked.file}:{place.line}")
    if first == f"{marked.file}:{place.line}":
        return []
    mend = f"Give it an id of its own; {first} has this one."
    return [marked.fault(place, f"the id {quoted(pattern_id)} a second time", "each id once", mend)]


def _pattern(form: PatternForm, forms: dict[str, ExpectationForm], file: str, catalogue: Catalogue) -> Pattern:
    expects = []
    for measure, entry in sorted(forms.items()):
        order = catalogue[form.role, measure].index
        shares = tuple(sorted(entry.shares.items(), key=lambda item: order(item[0])))
        expects.append(Expectation(measure, shares, entry.mark, entry.source, entry.reason))
    return Pattern(
        id=form.id,
        kind=form.kind,
        role=form.role,
        title=form.title,
        summary=form.summary,
        account_holder=form.account_holder,
        protect=form.protect,
        urgency=form.urgency,
        prior=Prior(form.prior.share, form.prior.mark, form.prior.source),
        expects=tuple(expects),
        tells_apart=form.tells_apart,
        origin=file,
        sha256=_content_hash(form, forms),
        trust=Trust(form.trust.share, form.trust.mark, form.trust.source) if form.trust else FULL_TRUST,
        harmed=form.harmed,
        repeated=form.repeated,
    )


def _content_hash(form: PatternForm, forms: dict[str, ExpectationForm]) -> str:
    """Hash what the file says in one canonical order, so that layout and comments do not change it."""
    content = form.model_dump() | {"expects": {name: entry.model_dump() for name, entry in forms.items()}}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def _warn_of_prior_sums(patterns: Iterable[Pattern]) -> list[PlacedFault]:
    sums: dict[str, float] = {}
    for pattern in patterns:
        sums[pattern.role] = sums.get(pattern.role, 0.0) + pattern.prior.share
    return [
        PlacedFault(role, f"priors of the {role} that sum to {total:.4g}", "at most 1 in all", "", role)
        for role, total in sorted(sums.items())
        if total > 1 + 1e-9
    ]
