"""Measure everything and write ``docs/benchmarks.md``: ``python -m benchmarks`` from the top of the repository.

Takes some ten minutes on two idle cores. ``--payments`` names other sizes. A hundred million take half an hour and 30
GB of disk: ``--payments 10000000 100000000 --only "tanglaw detect" --out FILE``.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.entries import Entry, entries
from benchmarks.report import Measured
from benchmarks.timing import Timing, run

_TOP = Path(__file__).parents[1]


def main() -> None:
    """Make the files, run the entries one after another, print and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--payments", type=int, nargs="+", default=[1_000_000, 10_000_000], help="sizes of the files")
    parser.add_argument("--format", choices=("parquet", "csv"), default="parquet", help="format of the files")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each entry; the middle one by time counts")
    parser.add_argument("--only", default="", help="only the entry of this name, or those that contain it")
    parser.add_argument("--out", type=Path, default=_TOP / "docs" / "benchmarks.md", help="the page to write")
    parser.add_argument("--folder", type=Path, default=None, help="where to make the files (a fast disk)")
    options = parser.parse_args()
    # The entries are processes of their own and measure the Tanglaw of this folder, installed or not.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(_TOP / "src"), str(_TOP)])
    busy = os.getloadavg()[0]
    runs: dict[int, list[Measured]] = {}
    with tempfile.TemporaryDirectory(prefix="tanglaw-benchmarks-", dir=options.folder) as name:
        folder = Path(name)
        for payments in options.payments:
            file = folder / f"payments-{payments}.{options.format}"
            _say(f"making {payments:,} payments")
            made = run((sys.executable, "-m", "benchmarks.payments", str(payments), str(file)))
            if made.failure:
                sys.exit(f"benchmarks: the payments could not be made: {made.failure}")
            wanted = chosen(entries(file, payments, folder), options.only)
            runs[payments] = [_measure(entry, options.repeat) for entry in wanted]
            file.unlink()
    page = report.page(runs, busy)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(page, encoding="utf-8")
    print(page)


def chosen(every: Sequence[Entry], only: str) -> list[Entry]:
    """Choose the entry of a name, or else those whose names contain it."""
    return [entry for entry in every if entry.name == only] or [entry for entry in every if only in entry.name]


def _measure(entry: Entry, repeat: int) -> Measured:
    """Run one entry, and find the seconds it recorded for its own stages."""
    if entry.lacking:
        _say(f"{entry.name}: left out, {entry.lacking} not installed")
        return Measured(entry, None, {})
    _say(f"{entry.name}: {entry.payments:,} payments")
    timings = [run(entry.command) for _ in range(repeat)]
    middle = statistics.median_low([timing.seconds for timing in timings])
    timing = next(timing for timing in timings if timing.seconds == middle)
    _say(f"  {timing.failure or f'{timing.seconds:.1f} s'}")
    return Measured(entry, timing, {} if timing.failure else _stages(entry, timing))


def _stages(entry: Entry, timing: Timing) -> dict[str, float]:
    """Find the seconds a stage: in what the entry printed, or in the ``run.json`` it left."""
    record = entry.results / "run.json" if entry.results else None
    told = json.loads(record.read_text(encoding="utf-8")) if record and record.exists() else timing.says
    seconds = told.get("seconds", {})
    return {str(name): float(value) for name, value in seconds.items()} if isinstance(seconds, dict) else {}


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
