"""On Tanglaw's own practice worlds, with seeds that nothing was tuned on: `python -m benchmarks.practice`.

Writes `benchmarks/evaluation_practice.md`, which `python -m benchmarks.evaluation` puts into docs/evaluation.md. Kinds
of world that `tanglaw simulate` makes (all but `dirty`, which is `mixed` with broken rows), several seeds each: what
joining and the network add, both opponents (the labelled model learns from three other worlds of the kind), and victims
among the leads.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.judge import TARGETS, judge
from benchmarks.apart.opponents import Labelled, Sister
from benchmarks.evaluation import World, play
from benchmarks.practice_page import PATTERNS, SISTERS, Seen, page

KINDS: Final = ("lab-mixed", "lab-imitators", "lab-sparse", "lab-aliases")
CLEAN: Final = "lab-clean"
SEEDS: Final = (401, 402, 403, 404)

_TOP: Final = Path(__file__).parents[1]
_OTHERS: Final = ("extortion_victim", "extortion_collection")


def contest(kind: str, seeds: Sequence[int], senders: int, folder: Path) -> list[Seen]:
    """Let Tanglaw and the labelled model play every world of a kind."""
    worlds = [play(World(kind, seed), senders, folder, reuse=True, known=False) for seed in seeds]
    asked = [*PATTERNS, *_OTHERS]
    model = Labelled([Sister(kind, seed, senders) for seed in SISTERS], asked)
    return [Seen(played, _rated(model, Sister(kind, played.world.seed, senders))) for played in worlds]


def _rated(model: Labelled, unseen: Sister) -> dict[str, tuple[float, float]]:
    """Judge both forms of the labelled model as Tanglaw is judged."""
    found = []
    for said in model.score(unseen):
        parts = [
            unseen.tables[TARGETS[pattern]].select(
                "subject_id",
                role=pl.lit(TARGETS[pattern]),
                pattern=pl.lit(pattern),
                log_odds=pl.Series(values),
                score=pl.Series(1 / (1 + np.exp(-values))),
            )
            for pattern, values in said.items()
        ]
        found.append(judge(unseen.truth, pl.concat(parts)))
    return {pattern: (found[0][pattern]["ap"], found[1][pattern]["ap"]) for pattern in found[0]}


def main() -> None:
    """Play every world, write the section."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.practice", description=__doc__)
    parser.add_argument("--senders", type=int, default=14_000, help="payers in each world")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--out", type=Path, default=_TOP / "benchmarks" / "evaluation_practice.md")
    parser.add_argument("--folder", type=Path, default=None, help="keep the worlds here, and use those that are there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tanglaw-practice-") as name:
        folder = options.folder or Path(name)
        seen = []
        for kind in KINDS:
            print(kind, file=sys.stderr, flush=True)
            seen += contest(kind, options.seeds, options.senders, folder)
        clean = [play(World(CLEAN, seed), options.senders, folder, reuse=True, known=False) for seed in options.seeds]
    text = page(seen, clean, options.senders, options.seeds)
    options.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
