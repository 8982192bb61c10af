"""A finished run as evidence again: everybody's bands, read back from ``measures.parquet``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.common.roles import Role
from tanglaw.inference.evidence import Evidence, gather
from tanglaw.measures import catalogue
from tanglaw.measures.measure import Measure
from tanglaw.measures.rows import encode_corridor

ROLES: Final[tuple[Role, ...]] = ("originator", "beneficiary")
_FILES: Final = ("measures.parquet", "scores.parquet", "model.json", "run.json")
_COLUMNS: Final = ("role", "subject_id", "entity_id", "part", "corridor", "payments_counted")
_SPOKEN: Final = ("role", "entity_id", "pattern", "part")


@dataclass(frozen=True, slots=True)
class FinishedRun:
    """What learning needs of a run.

    Attributes:
        folder: where it lies.
        sha256: of ``measures.parquet``.
        subjects: by role: ``entity_id``, ``part`` and ``rows`` (payments), one row for each part of a party's payments,
            in the order of `evidence`. Joined accounts are one party, for the run measured them as one.
        spoken: by role: ``entity_id, pattern, part``: which part of a party's payments spoke for a pattern.
        accounts: by role: ``subject_id, entity_id``, one row an account.
        evidence: by role: the parties' bands.
    """

    folder: Path
    sha256: str
    subjects: Mapping[Role, pl.DataFrame]
    spoken: Mapping[Role, pl.DataFrame]
    accounts: Mapping[Role, pl.DataFrame]
    evidence: Mapping[Role, Evidence]


def read_runs(folders: Sequence[Path]) -> list[FinishedRun]:
    """Read finished runs.

    Raises:
        FaultsError: with every reason why any of them cannot be learned from.
    """
    faults: list[Fault] = []
    runs: dict[str, FinishedRun] = {}
    for folder in folders:
        run = _read(folder, faults)
        if run is None:
            continue
        if run.sha256 in runs:
            found = f"the same measures as in {runs[run.sha256].folder}"
            faults.append(Fault(str(folder), found, "each run once", "Leave one of them out."))
        runs[run.sha256] = run
    if faults:
        raise FaultsError("Not every run can be learned from.", faults)
    return list(runs.values())


def _read(folder: Path, faults: list[Fault]) -> FinishedRun | None:
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        faults.append(Fault(str(folder), f"no {', '.join(missing)}", "a folder that `tanglaw detect` wrote"))
        return None
    raw = (folder / "measures.parquet").read_bytes()
    try:
        said = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        table = pl.read_parquet(raw)
        scores = pl.read_parquet(folder / "scores.parquet")
    except (ValueError, pl.exceptions.PolarsError) as error:
        faults.append(Fault(str(folder), str(error).splitlines()[0], "the tables that `tanglaw detect` wrote"))
        return None
    before = len(faults)
    if lacking := [name for name in _SPOKEN if name not in scores.columns]:
        found = f"no column {', '.join(lacking)} in scores.parquet"
        faults.append(Fault(str(folder), found, "the tables that `tanglaw detect` wrote", "Run detect again."))
    measures = {role: _measures(folder, role, said, table, faults) for role in ROLES}
    if len(faults) > before:
        return None
    subjects = {role: _subjects(table, role) for role in ROLES}
    evidence = {role: gather(subjects[role], measures[role]) for role in ROLES}
    kept = {role: frame.select("entity_id", "part", "rows") for role, frame in subjects.items()}
    accounts = {role: table.filter(pl.col("role") == role).select("subject_id", "entity_id").unique(maintain_order=True)
                for role in ROLES}  # fmt: skip
    said_of = scores.select(_SPOKEN).unique()
    spoken = {role: said_of.filter(pl.col("role") == role).drop("role") for role in ROLES}
    return FinishedRun(folder, hashlib.sha256(raw).hexdigest(), kept, spoken, accounts, evidence)


def _measures(folder: Path, role: Role, said: Any, table: pl.DataFrame, faults: list[Fault]) -> list[Measure]:  # noqa: ANN401 -- JSON
    """Give the measures that the run weighed, if they still mean the same."""
    part = said.get(role) if isinstance(said, dict) else None
    bands = part.get("bands") if isinstance(part, dict) else None
    lacking = [name for name in _COLUMNS if name not in table.columns]
    if not isinstance(bands, dict) or lacking:
        found = f"no bands of the {role} in model.json" if not lacking else f"no column {', '.join(lacking)}"
        faults.append(Fault(str(folder), found, "the tables that `tanglaw detect` wrote"))
        return []
    known = {measure.id: measure for measure in catalogue.of_role(role)}
    changed = sorted(
        name for name, labels in bands.items()
        if name not in known or list(known[name].bands) != labels or name not in table.columns
    )  # fmt: skip
    if changed:
        found = f"measures of another version ({', '.join(changed[:5])}{', …' if len(changed) > 5 else ''})"
        faults.append(Fault(str(folder), found, "this version's measures and bands", "Run detect again."))
    return [known[name] for name in bands if name in known]


def _subjects(table: pl.DataFrame, role: Role) -> pl.DataFrame:
    ends = pl.col("corridor").str.split("→")
    return (
        table.filter(pl.col("role") == role)
        .with_columns(
            pl.col("payments_counted").cast(pl.UInt32).alias("rows"),
            corridor=encode_corridor(ends.list.get(0), ends.list.get(1)),
        )
        .sort("subject_id", "part")
        .unique(["entity_id", "part"], keep="first", maintain_order=True)
    )
