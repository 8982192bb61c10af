"""A run's folder as comparing reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.leads.files import read_leads
from tanglaw.leads.lead import Lead

_FILES: Final = ("leads.parquet", "scores.parquet", "measures.parquet", "model.json", "run.json")


@dataclass(frozen=True, slots=True)
class WrittenRun:
    """Everything that a run wrote and comparing needs.

    Attributes:
        weights: see :mod:`tanglaw.leads.weights`; ``None`` where a version before them ran.
    """

    name: str
    run: Mapping[str, Any]
    model: Mapping[str, Any]
    leads: tuple[Lead, ...]
    scores: pl.DataFrame
    measures: pl.DataFrame
    weights: pl.DataFrame | None


def read_both(first: Path, second: Path) -> tuple[WrittenRun, WrittenRun]:
    """Read two runs.

    Raises:
        FaultsError: with everything that is missing or broken in either.
    """
    faults: list[Fault] = []
    runs = [_read(folder, faults) for folder in (first, second)]
    if faults:
        raise FaultsError("These cannot be compared.", faults)
    assert runs[0] is not None
    assert runs[1] is not None
    return runs[0], runs[1]


def _read(folder: Path, faults: list[Fault]) -> WrittenRun | None:
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        faults.append(Fault(str(folder), f"no {', '.join(missing)}", "a folder that `tanglaw detect` wrote"))
        return None
    weights = folder / "weights.parquet"
    try:
        return WrittenRun(
            str(folder),
            _mapping(folder / "run.json"),
            _mapping(folder / "model.json"),
            tuple(read_leads(folder)),
            _scores(folder / "scores.parquet"),
            pl.read_parquet(folder / "measures.parquet"),
            pl.read_parquet(weights) if weights.is_file() else None,
        )
    except (ValueError, TypeError, KeyError, pl.exceptions.PolarsError) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        faults.append(Fault(str(folder), said, "the files as `tanglaw detect` wrote them"))
        return None


def _scores(path: Path) -> pl.DataFrame:
    wanted = ["role", "subject_id", "pattern", "score", "log_odds"]
    part = ["part"] if "part" in pl.read_parquet_schema(path) else []  # none in runs of earlier versions
    return pl.read_parquet(path, columns=[*wanted, *part])


def _mapping(path: Path) -> Mapping[str, Any]:
    said = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(said, dict):
        raise TypeError(f"{path.name} holds no mapping")
    return said
