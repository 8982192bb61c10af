"""What an engine is, and which there are."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

import polars as pl

from tanglaw.common.errors import UsageError
from tanglaw.common.progress import Progress, Stage
from tanglaw.engines.layout import Buckets

Measure = Callable[[pl.DataFrame], pl.DataFrame]
"""Measures one bucket.

It is given all rows of every key in the bucket, sorted by key and then by the layout's order, and returns rows whose
first column is the key. Its result for a key depends on that key's rows alone, its columns are the same for every
bucket, an empty one included, and it changes nothing outside: Spark may call it on another machine, and twice.
"""

NAMES: Final = ("local", "spark")


class Engine(Protocol):
    """Something that visits buckets: the modules :mod:`tanglaw.engines.local` and :mod:`tanglaw.engines.spark`."""

    @property
    def name(self) -> str:
        """How the user asks for it."""
        ...

    @property
    def in_process(self) -> bool:
        """Whether measures run in this process, so that their results need not be packed for a journey."""
        ...

    def run(
        self, buckets: Buckets, measure: Measure, *, progress: Progress | None = None, label: str = "measuring"
    ) -> pl.DataFrame:
        """Measure every bucket; return the results as one frame, sorted by its first column."""
        ...

    def each(
        self, buckets: Buckets, measure: Measure, *, progress: Progress | None = None, label: str = "measuring"
    ) -> Iterator[pl.DataFrame]:
        """Measure every bucket; yield the results in bucket order, so that they need not all be held."""
        ...

    def run_into(
        self, buckets: Buckets, measure: Measure, into: Path, *, progress: Progress | None = None, label: str = ...
    ) -> Path:
        """Measure every bucket and write each result as a Parquet file into the folder ``into``."""
        ...


def choose(name: str) -> Engine:
    """Find an engine by name.

    Raises:
        UsageError: there is no such engine.
        TanglawError: what the engine needs is not installed.
    """
    if name not in NAMES:
        raise UsageError(f"There is no engine {name!r}; there are {' and '.join(NAMES)}.")
    engine: Engine = importlib.import_module(f"tanglaw.engines.{name}")
    return engine


def gather(results: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Join the results of buckets, in bucket order, and sort by the first column; rows of one key stay in order."""
    joined = pl.concat(results)
    return joined.sort(joined.columns[0], maintain_order=True)


def stage(progress: Progress | None, name: str, total: int) -> AbstractContextManager[Stage]:
    """Begin a stage, of a silent progress where the caller gave none."""
    return (progress or Progress(enabled=False)).stage(name, total)
