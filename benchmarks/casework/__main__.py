"""Measure every page of a workspace and write ``docs/casework-benchmarks.md``: ``python -m benchmarks.casework``.

Takes some ten minutes. ``--leads`` makes a smaller workspace, ``--only`` asks some pages alone; neither writes the page
unless ``--out`` says where.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.casework.databases import BINARIES, postgresql
from benchmarks.casework.measuring import Measured, measure
from benchmarks.casework.report import page
from benchmarks.timing import run

_TOP = Path(__file__).parents[2]
_LEADS = 10_000


def main() -> None:
    """Make a run, bring it into a workspace on either database, ask for every page, print and write what it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.casework", description=__doc__)
    parser.add_argument("--leads", type=int, default=_LEADS, help="leads in the workspace")
    parser.add_argument("--only", default="", help="only pages whose name contains this")
    parser.add_argument("--out", type=Path, default=None, help="the page to write")
    parser.add_argument("--once", nargs=2, type=Path, metavar=("DATA", "RUN"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(measure(options.once[0], options.once[1], options.only)))
        return
    # What is measured are processes of their own, on the Tanglaw of this folder, installed or not.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(_TOP / "src"), str(_TOP)])
    busy = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="tanglaw-benchmarks-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL does not run as root
        _say(f"making a run of {options.leads:,} leads")
        made = run((sys.executable, "-m", "benchmarks.casework.findings", str(folder), str(options.leads)))
        if made.failure:
            sys.exit(f"benchmarks: the run could not be made: {made.failure}")
        found = dict(_on_each(folder, options.only))
    text = page(found, options.leads, busy)
    print(text)
    out = options.out or (_TOP / "docs" / "casework-benchmarks.md" if _whole(options) else None)
    if out:
        out.write_text(text, encoding="utf-8")


def _whole(options: argparse.Namespace) -> bool:
    return bool(options.leads == _LEADS and not options.only)


def _on_each(folder: Path, only: str) -> list[tuple[str, Measured]]:
    """Measure on each database that is here."""
    found = [("SQLite", _on(folder, "sqlite", only))]
    if not (BINARIES / "initdb").exists():
        _say("PostgreSQL: left out, not installed")
        return found
    (folder / "server").mkdir()
    with postgresql(folder / "server") as address:
        found.append(("PostgreSQL", _on(folder, "postgresql", only, DATABASE_URL=f"{address}/postgres")))
    return found


def _on(folder: Path, kind: str, only: str, **variables: str) -> Measured:
    _say(f"{kind}: furnishing the workspace and asking for its pages")
    os.environ |= {"TANGLAW_SECOND_FACTOR": "optional", **variables}
    command = ["--once", str(folder / kind), str(folder / "run"), "--only", only]
    took = run((sys.executable, "-m", "benchmarks.casework", *command))
    if took.failure:
        sys.exit(f"benchmarks: {kind}: {took.failure}")
    return Measured.of(took.says)


def _say(text: str) -> None:
    print(f"benchmarks: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
