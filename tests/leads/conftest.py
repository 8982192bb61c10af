"""A small practice world and what detect finds in it, made once for all tests of the whole road."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from tests.practised import practised

from tanglaw.lab.worlds import World
from tanglaw.leads.detection import Detection, detect

TABLES = (
    "scores.parquet",
    "measures.parquet",
    "weights.parquet",
    "leads.parquet",
    "leads.csv",
    "groups.parquet",
    "groups.csv",
    "rejected.parquet",
    "lead_payments.parquet",
    "lead_neighbours.parquet",
    "identities.parquet",
    "links.parquet",
)


@dataclass(frozen=True)
class Found:
    """A finished run."""

    out: Path
    detection: Detection

    @property
    def scores(self) -> pl.DataFrame:
        return self.table("scores")

    def table(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.out / f"{name}.parquet")

    @property
    def counts(self) -> dict[str, int]:
        counts: dict[str, int] = self.detection.run["counts"]
        return {name: counts[name] for name in ("read", "accepted", "rejected", "duplicates")}


def find(out: Path, *inputs: Path, **options: object) -> Found:
    return Found(out, detect(list(inputs), out, **options))


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return practised(tmp_path_factory, 500, 4, 0.02).world


@pytest.fixture(scope="session")
def payments(world: World) -> pl.DataFrame:
    return pl.read_parquet(world.payments_path)


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    made = practised(tmp_path_factory, 500, 4, 0.02)
    return Found(made.results, made.detection)
