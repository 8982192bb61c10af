"""What is measured: each entry one whole process over one file."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PEER_PAYMENTS: Final = 300_000
"""The peer gets the file's first payments only: at its pace ten million would take a quarter of an hour."""

ENGINE_PAYMENTS: Final = 1_000_000

PRODUCT: Final = "tanglaw detect"
"""As it is installed without extras."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to measure.

    Attributes:
        name: short, for the table.
        what: what it does, in a sentence.
        command: the process to run.
        payments: how many payments it goes through.
        lacking: what it needs and this machine has not; such an entry is named and left out.
        results: the folder in which it leaves ``run.json``, if it does.
    """

    name: str
    what: str
    command: tuple[str, ...]
    payments: int
    lacking: str = ""
    results: Path | None = None


def entries(file: Path, payments: int, folder: Path) -> list[Entry]:
    """List what is measured on a file of ``payments`` payments; ``folder`` takes what the entries write."""
    here = str(file)
    found = [
        _detect(PRODUCT, "benchmarks.base_install", file, payments, folder / f"found-{payments}"),
        _detect(f"{PRODUCT} with Splink", "tanglaw", file, payments, folder / f"found-{payments}-splink", "splink"),
        _module("bare Polars group-by", "count, sum and median a payer", ("bare_polars", here), payments),
        _module("bare DuckDB group-by", "count, sum and median a payer", ("bare_duckdb", here), payments, "duckdb"),
    ]
    if file.suffix == ".parquet":
        found.append(_peer(here, min(payments, PEER_PAYMENTS)))
    if file.suffix == ".parquet" and payments == ENGINE_PAYMENTS:
        found += _engines(here)
    return found


def _detect(name: str, module: str, file: Path, payments: int, out: Path, *needs: str) -> Entry:
    """Make an entry of the whole product, as it is with or without the extra that weighs names."""
    does = "the whole product: read, check, enrich, join identities, measure, infer, explain, write tables and report"
    how = "accounts joined by identifiers and by a linkage model" if needs else "accounts joined by shared identifiers"
    command = (sys.executable, "-m", module, "detect", str(file), "--out", str(out))
    return Entry(name, f"{does}; {how}", command, payments, _lacking(*needs), out)


def _peer(file: str, payments: int) -> Entry:
    does = "a peer's features of each payment (fan, degree, scatter-gather, cycles, statistics); it detects nothing yet"
    command = ("peer_snapml", file, str(payments))
    return _module("snapml GraphFeaturePreprocessor", does, command, payments, "snapml", "sklearn")


def _engines(file: str) -> list[Entry]:
    count = str(ENGINE_PAYMENTS)
    spark = ("pyspark", "pandas", "Java")
    return [
        _module("engine local", "lay out in buckets, 21 payer measures", ("engine", file, count, "local"), int(count)),
        _module(
            "engine spark",
            "the same buckets and function, visited by two Spark workers on this machine",
            ("engine", file, count, "spark"),
            int(count),
            *spark,
        ),
        _module(
            "engine spark, own table",
            "the same rows as a Spark table, shuffled by Spark",
            ("engine", file, count, "spark_table"),
            int(count),
            *spark,
        ),
    ]


def _module(name: str, what: str, command: tuple[str, ...], payments: int, *needs: str) -> Entry:
    """Make an entry of a module of this package, noting what it needs and this machine lacks."""
    module, *arguments = command
    return Entry(name, what, (sys.executable, "-m", f"benchmarks.{module}", *arguments), payments, _lacking(*needs))


def _lacking(*needs: str) -> str:
    return " and ".join(
        need for need in needs if (shutil.which("java") if need == "Java" else _installed(need)) is None
    )


def _installed(package: str) -> object | None:
    return importlib.util.find_spec(package)
