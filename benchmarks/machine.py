"""What the figures were measured on: processor, cores, memory, versions; never the machine's name or paths."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

PACKAGES = ("polars", "duckdb", "pyarrow", "pyspark", "snapml")


def describe() -> str:
    """Say it in one line of prose."""
    cpu = _field("/proc/cpuinfo", "model name") or platform.machine()
    memory = int((_field("/proc/meminfo", "MemTotal") or "0").split()[0]) / 2**20
    return (
        f"{cpu}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def versions() -> str:
    """Say which of the packages are here, with their versions."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            found.append(f"no {package}")
    return ", ".join(found)


def _field(path: str, name: str) -> str:
    """Find ``name: value`` in one of Linux's descriptions of itself."""
    file = Path(path)
    if not file.exists():
        return ""
    lines = (line.partition(":") for line in file.read_text().splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
