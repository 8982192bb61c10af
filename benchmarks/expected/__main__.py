"""Draw what patterns show from independent authors' worlds: `python -m benchmarks.expected [--write]`.

Prints, for every pattern and measure, how many authors speak, what the others' opinion would have earned in each
author's world, and what the library would say. ``--write`` moves the library's assumed shares; doing so twice moves
them twice. Published figures are never touched.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.expected.library import moved, rewrite
from benchmarks.expected.pool import Key, Told, pool
from benchmarks.expected.shown import Shown, shown
from benchmarks.expected.voices import VOICES
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load


def ask(senders: int, folder: Path) -> Told:
    """Let every author's worlds show what they have."""
    told: dict[str, list[Mapping[Key, Shown]]] = {}
    for author, worlds in VOICES.items():
        print(author, file=sys.stderr, flush=True)
        told[author] = [shown(name, seed, senders, folder) for name, seed in worlds]
    return told


def main() -> None:
    """Read the command line, ask, print, and write if told to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.expected", description=__doc__)
    parser.add_argument("--senders", type=int, default=14_000, help="payers in each world")
    parser.add_argument("--folder", type=Path, default=None, help="keep the worlds here, and use those that are there")
    parser.add_argument("--write", action="store_true", help="move the library's assumed shares")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tanglaw-expected-") as name:
        pooled = pool(ask(said.senders, said.folder or Path(name)))
    patterns = load([LIBRARY], catalogue.bands())
    for pattern in patterns.of("originator") + patterns.of("beneficiary"):
        shares = moved(pattern, pooled)
        expected = {expectation.measure for expectation in pattern.expects}
        for (kind, measure), one in pooled.items():
            if kind == pattern.id:
                record = {
                    "pattern": kind,
                    "measure": measure,
                    "authors": one.authors,
                    "foretold": round(one.foretold, 3),
                    "error": round(one.error, 3),
                    "new": measure not in expected,
                    "shares": shares.get(measure),
                }
                print(json.dumps(record, ensure_ascii=False))
        if said.write:
            rewrite(LIBRARY / f"{pattern.id}.yaml", shares)


if __name__ == "__main__":
    main()
